"""Who says what in a sentence: each source with its name and the stretch of the sentence it covers."""

from __future__ import annotations

from dataclasses import replace

from dashboard.extract.accounts import TURNS, account
from dashboard.extract.aliases import is_known
from dashboard.extract.attribution import PERSON, Attribution, Hearing
from dashboard.extract.impersonal import CREDITING, credited, told_in
from dashboard.extract.initials import note_initials
from dashboard.extract.memory import remember
from dashboard.extract.naming import TEXTS
from dashboard.extract.saying import COUNTERS, speaker
from dashboard.extract.set_off import set_off, source_line
from dashboard.extract.speakers import is_outlet
from dashboard.extract.subjects import SAY
from dashboard.extract.topics import (
    looks_like_person,
    note_groups,
    note_person,
    note_person_met,
    note_subject,
    note_taken_up,
    note_topic,
)

_TURNS = TURNS | SAY | TEXTS | COUNTERS | CREDITING
_ITS_OWN = frozenset("the its their it they he she we".split())


def attributions(hearing: Hearing) -> list[Attribution]:
    """The attributions of a sentence in order; the names are remembered for later sentences."""
    hearing.memory.sentence += 1
    note_initials(hearing)
    note_person(hearing)
    note_taken_up(hearing)
    note_groups(hearing)
    note_subject(hearing)
    out = _attributions(hearing)
    note_topic(hearing)
    return out


def _attributions(hearing: Hearing) -> list[Attribution]:
    if (source := source_line(hearing)) is not None:
        return [_kept_source(hearing, source)]
    out: list[Attribution] = []
    taken = -1
    for index, token in enumerate(hearing.tokens):
        if index <= taken or token.word not in _TURNS:
            continue
        found = _source_at(hearing, index)
        if found and not (out and out[-1].leads and _mere_figures(found.name)):
            found = _through(hearing, found, out[-1:])
            out.append(found)
            taken = max(index, found.end if not found.leads or found.how == "quoted" else index)
            _remember(hearing, found)
    if not out:
        out = set_off(hearing)
        for attribution in out:
            _remember(hearing, attribution)
    if not out:
        note_person_met(hearing)
    return sorted(out, key=lambda a: a.start)


def _source_at(hearing: Hearing, index: int) -> Attribution | None:
    """The source that the word at `index` announces."""
    return credited(hearing, index) or told_in(hearing, index) or account(hearing, index) or speaker(hearing, index)


def _surname_in_headline(hearing: Hearing, found: Attribution) -> bool:
    """Whether a sentence ends in one name that says it all, as headlines do: "Army lost 900 men, Havel says"."""
    name, behind = hearing.tokens[found.start : found.end], hearing.tokens[found.end + 1 :]
    alone = len(name) == 1 and name[0].symbol == "w" and name[0].capital and not found.name.isupper()
    return alone and found.start > 1 and not behind and hearing.word(found.end) in ("says", "said")


def _mere_figures(name: str) -> bool:
    """Whether a name tells only that there are figures, which who speaks passes on: "conservative estimates"."""
    return name.islower() and name.split()[-1] in ("estimates", "figures", "data", "reports", "numbers")


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
    remember(memory, name, person=looks_like_person(hearing.tokens[2:4]))
    return Attribution(name, 0, len(hearing.tokens) - 1, True, "the line that names the source")


def _remember(hearing: Hearing, found: Attribution) -> None:
    phrase = hearing.tokens[found.start : found.end + 1]
    words = frozenset(p for t in phrase for p in t.word.split())
    known = is_known(found.name, hearing.registry)
    person = bool(words & PERSON) or (not known and (looks_like_person(phrase) or _surname_in_headline(hearing, found)))
    person = (person and not is_outlet(found.name)) or found.name in hearing.registry.persons
    remember(hearing.memory, found.name, person=person, words=words)
