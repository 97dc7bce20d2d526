"""Words of saying by which nobody speaks: nouns, participles, passives, denials and set phrases."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.extract.attribution import Hearing
from dashboard.extract.lexicon import sources
from dashboard.extract.lexicon.function import WEEKDAYS
from dashboard.extract.naming import TEXTS
from dashboard.extract.speech_subject import BEGINNING
from dashboard.extract.subjects import BE, NEVER_FINITE, SAY, before_adverbs

MEDIA = frozenset(sources.MEDIA)
PASSIVE = frozenset(sources.PASSIVE_SAYING)
_DENYING = frozenset("not cannot unable independently".split())
_SELDOM = frozenset("hardly rarely seldom never scarcely ever".split())
_INFINITIVES = frozenset("have be number total stand include exceed reach comprise".split())
# What stands behind "estimates", "claims" where they are nouns.
_OF_NOUNS = frozenset("of for from about by".split())
# "rebels reported killed by the army": what is told of them, not by them.
_LISTING = frozenset("reported confirmed believed listed declared presumed".split())
_RISING = frozenset("number toll count tally".split())
_SHARED_BY = frozenset("on in via through".split())
# How far behind "put" it may be told that they were put out of action.
_OUT = 10
# How far before "read" the statement stands that reads so.
_FROM_TEXT = 8

Rule = Callable[[Hearing, int], bool]


def says_nothing(hearing: Hearing, index: int) -> bool:
    """Whether nobody says anything by the word of saying at `index`."""
    return any(rule(hearing, index) for rule in _RULES)


def _denied(hearing: Hearing, index: int) -> bool:
    """Whether somebody says nothing, or hardly ever: "cannot confirm", "rarely speaks of"."""
    before = {t.word for t in hearing.tokens[max(0, index - 3) : index]}
    return bool(_DENYING & before) or (index > 0 and hearing.word(index - 1) in _SELDOM)


def _set_phrase(hearing: Hearing, index: int) -> bool:
    """Whether the word belongs to a phrase of another sense: wrote off, claimed responsibility, put out of action."""
    word, after = hearing.word(index), hearing.word(index + 1)
    if word in ("put", "puts", "putting"):
        return "out of action" in {t.word for t in hearing.tokens[index : index + _OUT]}
    if word in ("read", "reads"):
        return not TEXTS & {t.word for t in hearing.tokens[max(0, index - _FROM_TEXT) : index]}
    if word == "given":
        return hearing.word(before_adverbs(hearing.tokens, index) - 1) not in ("had", "has", "have")
    if word in ("raised", "lowered") and after == "to":
        return any(t.symbol == "X" or t.word in _RISING for t in hearing.tokens[max(0, index - _FROM_TEXT) : index])
    if word in ("shared", "shares"):
        return after != "that" and not (after in _SHARED_BY and MEDIA & {hearing.word(index + 2)})
    responsibility = after == "responsibility" and word.startswith("claim")
    return (word, after) in (("wrote", "off"), ("tell", "you")) or responsibility


def _participle(hearing: Hearing, index: int) -> bool:
    """Whether the word tells of what stands beside it: "reported by", "rebels reported killed", "12 men added",
    "leads in confirmed deaths"."""
    word, after = hearing.word(index), hearing.word(index + 1)
    before, behind = hearing.symbols(index - 2, index), hearing.symbols(index + 1, index + 3)
    if word in _LISTING and behind[:1] == "K":
        return behind[1:] not in tuple("NPCGD")
    if word == "added" and before in ("NP", "NC"):
        return True
    if not word.endswith("ed"):
        return False
    named = hearing.word(index + 2) in ("name", "names")
    described = before[-1:] == "O" or (before[-1:] == "I" and behind[:1] in ("X", "P", "C"))
    dated = hearing.word(index + 2) == "by" and after in WEEKDAYS
    return described or dated or (after == "by" and not named)


def _noun(hearing: Hearing, index: int) -> bool:
    """Whether the word is a noun: "official reports gave", "estimates and counts", "the claims", "estimates of"."""
    word, after = hearing.word(index), hearing.word(index + 1)
    if word not in NEVER_FINITE:
        return False
    listed = {after, hearing.word(index + 2)} if after == "," else {after}
    if (after in SAY and after not in NEVER_FINITE) or listed & {"and", "or"}:
        return True
    if index and hearing.tokens[index - 1].symbol in "dIAOT":
        return True
    if word == "estimate" and after == "of":
        return True
    return after in _OF_NOUNS and hearing.symbols(index + 2, index + 3) not in ("", "N")


def _infinitive(hearing: Hearing, index: int) -> bool:
    """Whether a verb hangs on another by "to" and tells of no saying that took place: "hard to estimate", but "went on
    to say", "began to report"; or is followed by what is only thought: "said to have lost"."""
    to = before_adverbs(hearing.tokens, index) - 1
    if to > 0 and hearing.word(to) == "to" and hearing.word(to - 1) not in BEGINNING:
        return True
    thought = hearing.word(index + 1) == "to" and hearing.word(index + 2) in _INFINITIVES
    return thought and hearing.word(index) in PASSIVE


def _passive(hearing: Hearing, index: int) -> bool:
    """Whether a form of "be" stands before the verb: "are believed"; "has been saying" is active."""
    first = before_adverbs(hearing.tokens, index)
    if not first or hearing.word(first - 1) not in BE:
        return False
    perfect = first > 1 and hearing.word(first - 2) in ("has", "have", "had")
    return not (perfect and hearing.word(index) not in PASSIVE)


_RULES: tuple[Rule, ...] = (_denied, _set_phrase, _participle, _noun, _infinitive, _passive)
