"""Sources set off from what they say, as headlines do: "Ministry: 500 killed", "315K casualties - Congress source",
"500 killed (UK MoD)", and the line "Source: X" over a report."""

from __future__ import annotations

from dataclasses import replace

from dashboard.extract.aliases import is_known
from dashboard.extract.attribution import Attribution, Hearing
from dashboard.extract.lexicon import telling
from dashboard.extract.lexicon.places import COUNTRY_OF_PLACE
from dashboard.extract.memory import Memory
from dashboard.extract.naming import LEADING, NOUNS
from dashboard.extract.registry import side_of
from dashboard.extract.scene import sufferer
from dashboard.extract.subjects import names_enemy, source_like
from dashboard.extract.tokens import Token

_LABELS = frozenset(telling.LABELS)
_TOPICS = _LABELS | frozenset(telling.TOPICS) | frozenset(telling.EVENTS) | LEADING
_OF_PLACES = tuple(telling.OF_PLACES)
_FURTHEST = 8
# The objects of what a reader is told to do: "Count it out: hundreds of casualties".
_OBJECTS = frozenset("it them you yourself".split())


def set_off(hearing: Hearing) -> list[Attribution]:
    """The source that a sentence without a verb of saying sets off; empty where there is none."""
    found = _before_colon(hearing) or _after_dash(hearing) or _in_brackets(hearing)
    return [found] if found else []


def source_line(hearing: Hearing) -> str | None:
    """The name that a line "Source: X" gives for all that stands under it."""
    tokens = hearing.tokens
    if len(tokens) < 3 or tokens[0].word not in ("source", "sources") or tokens[1].symbol != ":":
        return None
    end = next((k for k in range(2, len(tokens)) if tokens[k].symbol in ",;(-." or tokens[k].word == "on"), len(tokens))
    return hearing.name(tokens[2:end])


def _before_colon(hearing: Hearing) -> Attribution | None:
    tokens = hearing.tokens
    colon = next((k for k, t in enumerate(tokens[:_FURTHEST]) if t.symbol == ":"), None)
    if not colon or not _may_head(hearing, colon):
        return None
    name = hearing.name(tokens[:colon])
    return Attribution(name, 0, colon, True, "before a colon") if name else None


def _may_head(hearing: Hearing, colon: int) -> bool:
    """Whether the words before a colon tell a source rather than a place, a topic or a kind of text."""
    head = hearing.tokens[:colon]
    if any(t.symbol in "NnKLVYXW" for t in head) or _dateline(hearing, colon):
        return False
    if any(t.word in _OBJECTS for t in head):
        return False
    if any(t.possessive for t in head[:-1]) and not any(t.capital or t.word in NOUNS for t in head[1:]):
        return False
    nouns = any(p in NOUNS for t in head for p in t.word.split())
    if source_like(head) and nouns and head[-1].word not in _LABELS:
        return True
    name = replace(hearing, memory=Memory()).name(head)
    if name is not None and is_known(name, hearing.registry):
        return True
    if _person(hearing, colon):
        return True
    return colon == 1 and (_acronym(hearing) or (head[0].symbol == "D" and _speaks_of_other(hearing)))


def _person(hearing: Hearing, colon: int) -> bool:
    """Whether a person's name may stand before a colon: one or two capitalised words of no topic and no place."""
    head = hearing.tokens[:colon]
    plain = all(t.symbol == "w" and t.capital and t.word not in _TOPICS and t.word.isalpha() for t in head)
    place = any(t.word in COUNTRY_OF_PLACE or t.word.endswith(_OF_PLACES) for t in head)
    loud = any(hearing.text[t.start : t.end].isupper() for t in head)
    return colon <= 2 and plain and not place and not loud


def _dateline(hearing: Hearing, colon: int) -> bool:
    """Whether a place in capitals before a colon tells where the news comes from: "KYIV: At least four"."""
    token = hearing.tokens[0]
    raw = hearing.text[token.start : token.end]
    return colon == 1 and len(raw) > 3 and raw.isupper() and (token.symbol == "D" or token.word in COUNTRY_OF_PLACE)


def _acronym(hearing: Hearing) -> bool:
    """Whether a sentence opens with the initials of a body: "MSF: 36 killed"; not with a place in capitals."""
    token = hearing.tokens[0]
    raw = hearing.text[token.start : token.end]
    body = token.symbol == "w" and token.word not in COUNTRY_OF_PLACE and token.word not in _LABELS
    return body and raw.isupper() and 2 < len(raw) < 5


def _speaks_of_other(hearing: Hearing) -> bool:
    """Whether a country before a colon tells of another's losses, rather than being the place of the news."""
    tokens = hearing.tokens
    if any(names_enemy(t) for t in tokens):
        return True
    loser = sufferer(tokens[2:], hearing.registry)
    return loser is not None and loser != side_of(tokens[0], hearing.registry)


def _after_dash(hearing: Hearing) -> Attribution | None:
    """The source behind the last dash or colon: "500 killed - ministry"."""
    tokens = hearing.tokens
    dash = next((k for k in range(len(tokens) - 1, max(2, len(tokens) - _FURTHEST), -1) if _marks(tokens, k)), None)
    if dash is None or dash + 1 == len(tokens) or not _spaced(hearing, dash):
        return None
    phrase = tokens[dash + 1 :]
    nouns = any(p in NOUNS for t in phrase for p in t.word.split())
    if any(t.symbol in "NnKLYX" for t in phrase) or not (nouns or len(phrase) <= 3):
        return None
    name = hearing.name(phrase)
    return Attribution(name, dash + 1, len(tokens) - 1, False, "after a dash") if name else None


def _marks(tokens: list[Token], k: int) -> bool:
    """Whether a token is the last dash, or a colon right before the end."""
    return tokens[k].symbol == "-" or (tokens[k].symbol == ":" and k > len(tokens) - 6)


def _spaced(hearing: Hearing, dash: int) -> bool:
    mark = hearing.tokens[dash]
    return mark.symbol == ":" or hearing.text[mark.start - 1] == " "


def _in_brackets(hearing: Hearing) -> Attribution | None:
    """A source in brackets at the end of a headline: "790,000 killed or wounded (UK MoD)"."""
    tokens = hearing.tokens
    if not tokens or tokens[-1].symbol != ")":
        return None
    opening = next((k for k in range(len(tokens) - 2, max(-1, len(tokens) - 10), -1) if tokens[k].symbol == "("), None)
    if opening is None:
        return None
    inside = tokens[opening + 1 : -1]
    name = replace(hearing, memory=Memory()).name(inside)
    office = len(inside) <= 3 and bool(inside) and inside[-1].word in NOUNS - _LABELS
    known = name is not None and (is_known(name, hearing.registry) or office)
    return Attribution(name, opening, len(tokens) - 1, False, "in brackets") if name and known else None
