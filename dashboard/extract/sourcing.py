"""Who says what in a sentence: each source with its name and the stretch of the sentence it covers."""

from __future__ import annotations

import itertools
from dataclasses import replace

from dashboard.extract.accounts import TURNS, account
from dashboard.extract.aliases import is_known
from dashboard.extract.attribution import Attribution, Hearing
from dashboard.extract.lexicon import sources
from dashboard.extract.lexicon.function import MONTHS, WEEKDAYS
from dashboard.extract.memory import remember
from dashboard.extract.naming import LEADING, NOUNS
from dashboard.extract.saying import speaker
from dashboard.extract.set_off import set_off, source_line
from dashboard.extract.speakers import is_outlet
from dashboard.extract.subjects import SAY
from dashboard.extract.tokens import Side, Token

_TURNS = TURNS | SAY
_PERSON = frozenset(sources.PERSON)


_FURTHEST = 16
_TITLES = frozenset("gen lt col maj brig adm sgt capt mr mrs ms dr prof sen rep gov vice".split())
_NO_NAME = NOUNS | LEADING | _PERSON | _TITLES | {*MONTHS, *WEEKDAYS, "director", "secretary"}
_HANGING = frozenset("when after before as since while and although though because where".split())
_ITS_OWN = frozenset("the its their it they he she we".split())


def attributions(hearing: Hearing) -> list[Attribution]:
    """The attributions of a sentence in order; the names are remembered for later sentences."""
    hearing.memory.sentence += 1
    if _takes_up(hearing.tokens):
        _note_topic(hearing)
    out = _attributions(hearing)
    _note_topic(hearing)
    return out


def _attributions(hearing: Hearing) -> list[Attribution]:
    if (source := source_line(hearing)) is not None:
        return [_kept_source(hearing, source)]
    out: list[Attribution] = []
    taken = -1
    for index, token in enumerate(hearing.tokens):
        if index <= taken or token.word not in _TURNS:
            continue
        found = account(hearing, index) or speaker(hearing, index)
        if found:
            found = _through(hearing, found, out[-1:])
            out.append(found)
            taken = max(index, found.end if not found.leads or found.how == "quoted" else index)
            _remember(hearing, found)
    if not out:
        out = set_off(hearing)
        for attribution in out:
            remember(hearing.memory, attribution.name, person=False)
    if not out and (met := _person_met(hearing)):
        hearing.memory.persons.append(met)
    return sorted(out, key=lambda a: a.start)


def _person_met(hearing: Hearing) -> str | None:
    """The person whom a sentence without a source is about, as whom "he" may mean: "General X visited the front"."""
    tokens = hearing.tokens
    for k in range(min(len(tokens) - 1, _FURTHEST)):
        if _is_name(tokens[k]) and _is_name(tokens[k + 1]):
            before = next((t for t in reversed(tokens[:k]) if t.symbol != "."), None)
            titled = before is None or before.symbol == "," or before.word in _PERSON | _TITLES or before.word in NOUNS
            return hearing.name(tokens[k : k + 2]) if titled else None
    return None


def _is_name(token: Token) -> bool:
    """Whether a word may be a part of a person's name."""
    return token.symbol == "w" and token.capital and token.word not in _NO_NAME and token.word.isalpha()


def _note_topic(hearing: Hearing) -> None:
    """Remembers the country or group that is the subject of a sentence, as what "it" may mean."""
    memory, tokens = hearing.memory, hearing.tokens
    start = _subject_start(tokens)
    subject, after = tokens[start : start + 1], tokens[start + 1 : start + 2]
    if not subject or not after or not _is_land(subject[0]) or after[0].symbol not in "BbMSLVWwac" or after[0].capital:
        return
    if after[0].word not in NOUNS and (name := hearing.name(subject)) is not None:
        memory.topic, memory.topic_at = name, memory.sentence


def _subject_start(tokens: list[Token]) -> int:
    """Where the subject of a sentence begins, behind an opening adverbial and an article."""
    opens = bool(tokens) and tokens[0].symbol == "I"
    start = next((k + 1 for k, t in enumerate(tokens[:8]) if t.symbol == ","), 0) if opens else 0
    return start + (tokens[start : start + 1] != [] and tokens[start].word == "the")


def _takes_up(tokens: list[Token]) -> bool:
    """Whether "it" stands in a clause that hangs on the subject: "Russia has not spoken since 2022, when it said"."""
    return any(t.word == "it" and before.word in _HANGING for before, t in itertools.pairwise(tokens))


def _is_land(token: Token) -> bool:
    named = isinstance(token.data, Side) and token.data.form in ("place", "group")
    return named and not token.possessive


def _through(hearing: Hearing, found: Attribution, before: list[Attribution]) -> Attribution:
    """A source by the name of the one who says what it thinks: "a diplomat said the alliance believes"."""
    phrase = [t for t in hearing.tokens[found.start : found.end] if t.word != "that"]
    if not before or not before[0].leads or not found.leads or found.start - before[0].end > 2 or not phrase:
        return found
    if any(t.symbol in ";," for t in hearing.tokens[before[0].end : found.start]):
        return found
    common = phrase[0].word in _ITS_OWN and not any(t.capital for t in phrase)
    return replace(found, name=before[0].name) if common else found


def _kept_source(hearing: Hearing, name: str) -> Attribution:
    """The source of a line "Source: X", kept for the whole text."""
    memory = hearing.memory
    memory.source = memory.source or name
    remember(memory, name, person=_looks_like_person(hearing.tokens[2:4]))
    return Attribution(name, 0, len(hearing.tokens) - 1, True, "the line that names the source")


def _remember(hearing: Hearing, found: Attribution) -> None:
    phrase = hearing.tokens[found.start : found.end + 1]
    words = frozenset(p for t in phrase for p in t.word.split())
    known = is_known(found.name, hearing.registry)
    person = bool(words & _PERSON) or (not known and _looks_like_person(phrase))
    person = (person or found.name in hearing.registry.persons) and not is_outlet(found.name)
    remember(hearing.memory, found.name, person=person, words=words)


def _looks_like_person(phrase: list[Token]) -> bool:
    """Whether a phrase ends in two capitalised plain words, or in one after a source noun."""
    plain = [t for t in phrase if t.symbol == "w"]
    return (
        len(plain) >= 2
        and plain[-1].capital
        and plain[-2].capital
        and not any(p in NOUNS for p in plain[-1].word.split())
    )
