"""The noun phrase that is the subject of a verb of saying, wherever commas and insertions put it."""

from __future__ import annotations

from dashboard.extract.lexicon import telling
from dashboard.extract.naming import NOUNS, is_named
from dashboard.extract.subjects import (
    INSERTED,
    NEVER_FINITE,
    bare_subject,
    before_adverbs,
    before_date,
    before_relative_clause,
    comma_before,
    is_clause,
    segments_before,
    source_like,
    tells,
)
from dashboard.extract.tokens import Token

PRONOUNS = frozenset("he she it they we i".split())
# Verbs by which somebody comes to say: "went on to say".
BEGINNING = frozenset("on started begun began starts begins continued continues chose decided".split())
_MODAL = frozenset("can could may might must would will should".split())
_BREAKS = frozenset("as when after where since if because than which what".split())
_OUR_WORK = frozenset(telling.OUR_WORK)
_MOST_WITH_APPOSITION = 14


def subject_phrase(tokens: list[Token], index: int) -> tuple[list[Token], int]:
    """The tokens of a verb's subject, and where they start."""
    index = before_relative_clause(tokens, before_date(tokens, _before_auxiliary(tokens, index)))
    segments = segments_before(tokens, index)
    phrase = bare_subject(segments[-1])
    start = _place(tokens, segments[-1], index)
    if [t.word for t in phrase] in (["which"], ["who"]) and len(segments) > 1:
        before = segments[-2]
        person = segments[-3][-2:] if len(segments) > 2 else []
        if len(person) == 2 and all(t.capital and t.symbol == "w" for t in person):
            return person, start
        cut = max((k for k, t in enumerate(before) if t.symbol in "IATO" or t.symbol == "K"), default=-1)
        return before[cut + 1 :], start
    if tells(phrase) and not (len(segments) > 1 and phrase[0].word in INSERTED):
        return phrase, start
    return _before_apposition(tokens, index, segments, start)


def _before_apposition(
    tokens: list[Token], index: int, segments: list[list[Token]], start: int
) -> tuple[list[Token], int]:
    """The first stretch that can name a source, with the apposition behind it: "the governor, Ivan Bilyk, said"."""
    clauses = [k for k, segment in enumerate(segments[:-1]) if is_clause(segment)]
    for k, segment in enumerate(segments[:-1]):
        opens = segment[:1] != [] and segment[0].word.endswith("ing")
        if (opens or k in clauses) and any(tells(s) and s[0].word not in INSERTED for s in segments[k + 1 : -1]):
            continue
        if (tells(segment) or is_ours(segment)) and segment[0].symbol not in "IAc":
            behind = segments[k + 1] if k + 1 < len(segments) - 1 else []
            extra = behind if len(segment) + len(behind) < _MOST_WITH_APPOSITION else []
            extra = extra if not extra or (extra[0].symbol != "q" and extra[0].word not in INSERTED) else []
            return [*segment, *comma_before(tokens, extra), *extra], _place(tokens, segment, index)
    return [], start


def _before_auxiliary(tokens: list[Token], index: int) -> int:
    """Where the verbs begin that stand before a verb of saying: "we can say", "Kyiv began to regularly report"."""
    k = before_adverbs(tokens, index)
    if k > 1 and tokens[k - 1].word == "to" and tokens[k - 2].word in BEGINNING:
        return k - 2 - (tokens[k - 2].word == "on")
    base = not tokens[index].word.endswith(("d", "s"))
    return k - 1 if k and base and tokens[k - 1].word in _MODAL else index


def _place(tokens: list[Token], phrase: list[Token], index: int) -> int:
    """Where a phrase before a word begins, words in brackets between counted; the word's own place if it is empty."""
    return next((k for k in range(index - 1, -1, -1) if phrase and tokens[k] is phrase[0]), index)


def speaker_alone(tokens: list[Token], index: int, phrase: list[Token]) -> list[Token]:
    """The subject without what stands before it: a pronoun ("told the BBC they believed"), what a clause break parts
    off ("as Hamas say"), the speaker of a contact clause ("in an attack doctors say killed")."""
    if not phrase:
        return phrase
    if phrase[-1].word in PRONOUNS:
        return phrase[-1:]
    if len(phrase) > 1 and phrase[0].word.endswith(("ing", "ed")) and phrase[1].symbol in "IOT":
        return _named_last(phrase)
    cut = max((k for k, t in enumerate(phrase) if t.word in _BREAKS and k + 1 < len(phrase)), default=-1)
    phrase = phrase[cut + 1 :]
    if tokens[index].word in NEVER_FINITE:
        phrase = phrase[_behind_verb(phrase) :]
    if tokens[index + 1 : index + 2] and tokens[index + 1].symbol in "VKWYLB":
        start = len(phrase)
        while start and (phrase[start - 1].word in NOUNS or is_named(phrase[start - 1])):
            start -= 1
        phrase = phrase[start:] or phrase
    return phrase


def _behind_verb(phrase: list[Token]) -> int:
    """Where the owner of the estimates begins that another doubts: "the Kremlin rejects | US estimates of 900"; the end
    where nobody owns them: "the bureau keeps lists |"."""
    for k in range(len(phrase) - 1, 0, -1):
        word = phrase[k].word
        verbal = word.endswith(("s", "ed")) and not word.endswith("ss")
        finite = phrase[k].symbol == "w" and not phrase[k].capital and word not in NOUNS and verbal
        last = k + 1 == len(phrase)
        if finite and source_like(phrase[:k]) and (last or source_like(phrase[k + 1 :])):
            return k + 1
    return 0


def _named_last(phrase: list[Token]) -> list[Token]:
    """The name at the end of an opening participle's phrase: "Based on its count of the fallen | the UK estimates"."""
    start = len(phrase)
    while start and (phrase[start - 1].word in NOUNS or is_named(phrase[start - 1])):
        start -= 1
    return phrase[start:] if start and phrase[start - 1].symbol == "d" else []


def is_ours(phrase: list[Token]) -> bool:
    """Whether the subject is work of the publisher's own: "our analysis", "our calculations"."""
    words = [t.word for t in phrase]
    return "our" in words[:2] and bool(_OUR_WORK & set(words))
