"""Whom a sentence is about: the country, body or person that is its subject, as what "it" and "he" may mean."""

from __future__ import annotations

from dashboard.extract.attribution import PERSON, TITLES, Hearing
from dashboard.extract.lexicon.function import MONTHS, WEEKDAYS
from dashboard.extract.naming import LEADING, NOUNS
from dashboard.extract.registry import side_of
from dashboard.extract.speakers import is_outlet
from dashboard.extract.tokens import Side, Token

_HANGING = frozenset("when after before as since while and although though because where which".split())
_LONGEST = 10
_FURTHEST = 16
_NO_NAME = NOUNS | LEADING | PERSON | TITLES | {*MONTHS, *WEEKDAYS, "vice", "director", "secretary"}


def note_topic(hearing: Hearing) -> None:
    """Remembers the country or group that is the subject of a sentence, as what "it" may mean."""
    _note_body(hearing)
    _note_subject(hearing, _subject_start(hearing.tokens))


def note_subject(hearing: Hearing) -> None:
    """Remembers the land with whose name a sentence opens, as whose president "its president" is."""
    opening = hearing.tokens[_subject_start(hearing.tokens) :][:2]
    land = len(opening) > 1 and _is_land(opening[0]) and opening[1].symbol in "BbMSLVW"
    hearing.memory.subject = side_of(opening[0], hearing.registry) if land else None


def note_groups(hearing: Hearing) -> None:
    """Remembers the armed groups that a sentence names, as what "the group" may mean."""
    for token in hearing.tokens:
        if isinstance(token.data, Side) and token.data.form == "group" and token.symbol == "D":
            hearing.memory.groups.append(token.data.name)


def note_taken_up(hearing: Hearing) -> None:
    """Remembers what "it" means in a clause that hangs on the subject of another: "Russia has not spoken since 2022,
    when it said"."""
    tokens = hearing.tokens
    unnamed = not hearing.memory.names
    it = next((k for k, t in enumerate(tokens) if k and t.word == "it" and _hangs(tokens[k - 1], unnamed)), None)
    if it is None:
        return
    note_topic(hearing)
    for k in range(1, it):
        if tokens[k - 1].symbol in "Jc,":
            _note_subject(hearing, k)


def _hangs(before: Token, unnamed: bool) -> bool:
    """Whether "it" behind a word takes up the subject of its sentence: "when it said", and "…, it said" where nobody
    was named before."""
    return before.word in _HANGING or (unnamed and before.symbol == ",")


def _note_subject(hearing: Hearing, start: int) -> None:
    """Remembers the country or group at a place before a verb."""
    memory, tokens = hearing.memory, hearing.tokens
    subject, after = tokens[start : start + 1], tokens[start + 1 : start + 2]
    if not subject or not after or not _is_land(subject[0]) or after[0].symbol not in "BbMSLVWwac" or after[0].capital:
        return
    if after[0].word not in NOUNS and (name := hearing.name(subject)) is not None:
        memory.topic, memory.topic_at = name, memory.sentence


def _note_body(hearing: Hearing) -> None:
    """Remembers the body whose office opens a sentence before its verb: "Ethiopia's military killed", "The Bureau of
    Graves keeps"."""
    memory, (start, end) = hearing.memory, _opening(hearing.tokens)
    phrase, after = hearing.tokens[start:end], hearing.word(end)
    if (
        not phrase
        or phrase[-1].possessive
        or not after.isalpha()
        or phrase[0].word == "no"
        or not NOUNS & {t.word for t in phrase}
    ):
        return
    name = hearing.name(phrase)
    if name is not None and name not in memory.persons:
        memory.topic, memory.topic_at = name, memory.sentence


def note_person(hearing: Hearing) -> None:
    """Remembers the person by name who is the subject of a sentence, as whom "he" or a role may mean."""
    phrase = _opening_name(hearing)
    titled = any(p in PERSON for t in phrase for p in t.word.split())
    person = looks_like_person(phrase) and not any(t.symbol == "O" for t in phrase)
    if not phrase or not (titled or person or len(phrase) == 1):
        return
    name = hearing.name(phrase)
    if name is not None and not is_outlet(name) and (len(phrase) > 1 or name in hearing.registry.persons):
        hearing.memory.persons.append(name)


def note_person_met(hearing: Hearing) -> None:
    """Remembers the person whom a sentence without a source tells of, as whom "he" may mean: "the wounded greeted
    General X"."""
    tokens = hearing.tokens
    if tokens and tokens[0].symbol == "D" and (known := hearing.name(tokens[:1])) in hearing.registry.persons and known:
        hearing.memory.persons.append(known)
        return
    for k in range(min(len(tokens) - 1, _FURTHEST)):
        if _is_name(tokens[k]) and _is_name(tokens[k + 1]):
            before = next((t for t in reversed(tokens[:k]) if t.symbol != "."), None)
            titled = before is None or before.symbol == "," or before.word in PERSON | TITLES or before.word in NOUNS
            name = hearing.name(tokens[k : k + 2]) if titled else None
            if name is not None:
                hearing.memory.persons.append(name)
            return


def _is_name(token: Token) -> bool:
    """Whether a word may be a part of a person's name."""
    return token.symbol == "w" and token.capital and token.word not in _NO_NAME and token.word.isalpha()


def looks_like_person(phrase: list[Token]) -> bool:
    """Whether a phrase ends in two capitalised plain words, or in one after a source noun."""
    plain = [t for t in phrase if t.symbol == "w"]
    return (
        len(plain) >= 2
        and plain[-1].capital
        and plain[-2].capital
        and not any(p in NOUNS for p in plain[-1].word.split())
    )


def _opening_name(hearing: Hearing) -> list[Token]:
    """The office and name with which a sentence begins; empty where no capital ends it before a small word."""
    start, end = _opening(hearing.tokens)
    phrase = hearing.tokens[start:end]
    named = phrase and phrase[-1].capital and not phrase[-1].possessive and not phrase[0].word.endswith("ing")
    return phrase if named else []


def _opening(tokens: list[Token]) -> tuple[int, int]:
    """Where the office or name at the head of a sentence begins and ends."""
    start = end = _subject_start(tokens)
    while end < min(len(tokens), start + _LONGEST) and _in_name(tokens, end):
        end += 1
    while end > start and tokens[end - 1].symbol in ",.dO":
        end -= 1
    return start, end


def _in_name(tokens: list[Token], k: int) -> bool:
    """Whether a word may belong to an office and the name of its holder."""
    token = tokens[k]
    if token.symbol == ".":
        return tokens[k - 1].word in TITLES
    if token.symbol in "DG,dO" or (token.symbol == "w" and token.capital and token.word not in LEADING):
        return True
    return token.symbol in "wP" and not NOUNS.isdisjoint(token.word.split())


def _subject_start(tokens: list[Token]) -> int:
    """Where the subject of a sentence begins, behind a dateline or an opening adverbial, and an article."""
    opens = bool(tokens) and tokens[0].symbol == "I"
    agency = next((k + 1 for k, t in enumerate(tokens[1:8], 1) if t.symbol == "-" and tokens[k - 1].symbol == ")"), 0)
    comma = next((k + 1 for k, t in enumerate(tokens[:8]) if t.symbol == ","), 0) if opens else 0
    start = agency or comma
    return start + (tokens[start : start + 1] != [] and tokens[start].word == "the")


def _is_land(token: Token) -> bool:
    named = isinstance(token.data, Side) and token.data.form in ("place", "group")
    return named and not token.possessive
