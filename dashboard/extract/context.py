"""Whether a text and a sentence speak of war, accident or crime, by words of each."""

from __future__ import annotations

from dataclasses import dataclass

import re2

from dashboard.extract.lexicon import context as lexicon


def _pattern(words: str) -> re2._Regexp:
    options = re2.Options()
    options.case_sensitive = False
    options.never_capture = True
    return re2.compile(r"\b(?:" + "|".join(w.strip() for w in words.split("|") if w.strip()) + r")\b", options)


_WAR = _pattern(lexicon.WAR)
_CALAMITY = _pattern(lexicon.CALAMITY)
_CRIME = _pattern(lexicon.CRIME)
_STRUCK = _pattern(lexicon.STRUCK)
_GAMES = _pattern(lexicon.GAMES)
_ARMED = _pattern(
    "troops|soldiers?|servicemen|personnel|fighters|militants|army|battlefield|frontline|losses|casualties"
)
_CIVIL = _pattern(
    "civilians?|people|children|women|residents|palestinians|gaza|hospitals?|airstrikes?|families|villages?|school|mosque|market"
)


@dataclass(frozen=True, slots=True)
class Weight:
    """How many words of war, calamity and crime a stretch holds."""

    war: int
    calamity: int
    crime: int
    struck: int = 0


def weigh(text: str) -> Weight:
    """The counts of a stretch of text, capped by its first 20,000 characters."""
    stretch = text[:20000]
    return Weight(*(sum(1 for _ in pattern.finditer(stretch)) for pattern in (_WAR, _CALAMITY, _CRIME, _STRUCK)))


def at_play(sentence: str, struck: int) -> bool:
    """Whether a sentence tells of sport, in more words than of blows: "lost two defenders before half-time"."""
    return sum(1 for _ in _GAMES.finditer(sentence)) > max(1, struck)


def not_war(sentence: Weight, document: Weight, *, personnel: bool, known_side: bool, many: bool = False) -> str | None:
    """Why a death in such a sentence of such a document is no loss of war; None where it may be one."""
    if sentence.calamity and not sentence.struck and document.calamity * 3 >= document.struck:
        return "deaths by accident, disaster or disease"
    if (
        sentence.calamity
        and sentence.calamity >= sentence.war
        and not (sentence.war and document.war > 6 * document.calamity)
    ):
        return "deaths by accident, disaster or disease"
    if sentence.crime and sentence.crime >= sentence.war and document.war < 6 * document.crime:
        return "deaths by crime"
    if sentence.war or personnel:
        return None
    if document.calamity >= max(1, document.war):
        return "deaths by accident, disaster or disease"
    if document.crime >= max(1, document.war):
        return "deaths by crime"
    if document.war == 0 and not known_side and not many:
        return "no war is spoken of"
    return None


def usual_category(text: str) -> str:
    """personnel or civilians, whichever a text speaks of more."""
    stretch = text[:20000]
    armed = sum(1 for _ in _ARMED.finditer(stretch))
    return "civilians" if sum(1 for _ in _CIVIL.finditer(stretch)) >= armed else "personnel"
