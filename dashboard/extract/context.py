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
    games: int = 0


_WEIGHED = (_WAR, _CALAMITY, _CRIME, _STRUCK, _GAMES)
_PEOPLE = (_ARMED, _CIVIL)
_LONGEST = 20_000


def weigh(text: str) -> Weight:
    """The counts of a stretch of text, capped by its first 20,000 characters."""
    return Weight(*_counts(text, _WEIGHED, _ANY_WEIGHED))


def _counts(text: str, patterns: tuple[re2._Regexp, ...], any_of: re2.Set) -> list[int]:
    """How often each pattern matches; only those are counted that match at all, as one pass over the text tells."""
    # Bytes spare RE2's wrapper to work out the place of each match in characters.
    stretch = text[:_LONGEST].encode()
    counts = [0] * len(patterns)
    for place in any_of.Match(stretch) or ():
        counts[place] = sum(1 for _ in patterns[place].finditer(stretch))
    return counts


def _set_of(patterns: tuple[re2._Regexp, ...]) -> re2.Set:
    """The patterns as one set, which tells those that match a text."""
    options = re2.Options()
    options.case_sensitive = False
    out = re2.Set.SearchSet(options)
    for pattern in patterns:
        out.Add(pattern.pattern)
    out.Compile()
    return out


_ANY_WEIGHED = _set_of(_WEIGHED)
_ANY_PEOPLE = _set_of(_PEOPLE)


def at_play(sentence: Weight) -> bool:
    """Whether a sentence tells of sport, in more words than of blows: "lost two defenders before half-time"."""
    return sentence.games > max(1, sentence.struck)


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
    armed, civil = _counts(text, _PEOPLE, _ANY_PEOPLE)
    return "civilians" if civil >= armed else "personnel"
