"""Sources of what nobody is told to say: "In a report by X it was noted that", "That is the latest update from X"."""

from __future__ import annotations

from dashboard.extract.attribution import Attribution, Hearing
from dashboard.extract.lexicon import telling
from dashboard.extract.naming import TEXTS
from dashboard.extract.subjects import BE, SAY, before_adverbs
from dashboard.extract.tokens import Token

CREDITED = "what was told is theirs"
_FIGURES = (
    TEXTS | frozenset(telling.RECKONING) | frozenset("study survey investigation analysis article review".split())
)
_OF_MAKERS = frozenset("by from of".split())
_POINTING = frozenset("that this these those".split())
_POINTED = _POINTING | {"the", "both"}
_CLAIMS = frozenset("claim claims figure count estimate number numbers toll tolls statement admission".split())
CREDITING = frozenset("comes come came stems stem stemmed".split())
# How far behind "that is" the text stands whose maker is told.
_FURTHEST = 8


def told_in(hearing: Hearing, index: int) -> Attribution | None:
    """Whose text it is in which, by the participle at `index`, something is said: "it is noted in X's report"."""
    verb = before_adverbs(hearing.tokens, index) - 1
    if hearing.word(index) not in SAY or hearing.word(verb) not in BE or hearing.word(verb - 1) != "it":
        return None
    begin, end = (1, verb - 1) if hearing.word(0) in ("in", "on") else (index + 2, len(hearing.tokens))
    if begin > 1 and hearing.word(index + 1) not in ("in", "on"):
        return None
    name = hearing.name(_text_and_maker(hearing.tokens[begin:end]))
    return Attribution(name, begin, max(begin, index), True, "told in its text") if name else None


def _text_and_maker(phrase: list[Token]) -> list[Token]:
    """The phrase up to its text, and who made it, without what the text is about: "an intelligence update on"."""
    place = next((k for k, t in enumerate(phrase) if t.word in _FIGURES), None)
    if place is None:
        return []
    made = [t.word for t in phrase[place + 1 : place + 2]]
    stop = next(
        (k for k in range(place + 1, len(phrase)) if phrase[k].symbol in ",;:.(N" or phrase[k].word == "that"),
        len(phrase),
    )
    return phrase[:stop] if made and made[0] in _OF_MAKERS else phrase[: place + 1]


def credited(hearing: Hearing, index: int) -> Attribution | None:
    """To whom a sentence credits what was told before it, by the text at `index`: "That's the latest report from X",
    or by the verb behind it: "The claim comes from X"."""
    tokens = hearing.tokens
    if hearing.word(index) in CREDITING:
        told = hearing.word(0) in _POINTED and index <= _FURTHEST and hearing.word(index - 1) in _FIGURES | _CLAIMS
        return hearing.behind(index, index + 2, CREDITED) if told and hearing.word(index + 1) == "from" else None
    points = hearing.word(0) in _POINTING and (tokens[0].possessive or hearing.word(1) in BE)
    if not points or index > _FURTHEST or hearing.word(index) not in _FIGURES:
        return None
    return hearing.behind(index, index + 2, CREDITED) if hearing.word(index + 1) in ("by", "from", "of") else None
