"""Sentences of the news in Ukrainian and Russian: a figure beside a word of loss, whose it is, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dashboard.extract.hedges import hedge_before
from dashboard.extract.lexicon import slavic as words
from dashboard.extract.linear import Match, linear
from dashboard.extract.numbers import plain_number
from dashboard.extract.registry import Registry, opposing, side_of_name
from dashboard.model import Hedge, PeriodKind

_RULES = [(linear(pattern), types) for pattern, types in words.SENTENCES]
_TYPES = [(re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in words.TYPES]
_PERIODS = [(re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in words.PERIODS]


def _pattern(told: str) -> re.Pattern[str]:
    return re.compile(told, re.IGNORECASE)


_CHAIN, _LOSSES, _DESTROYED = linear(words.CHAIN), linear(words.LOSSES), linear(words.DESTROYED)
_CIVIL, _ARMED, _PASSED = linear(words.CIVILIANS), linear(words.SOLDIERS), linear(words.PASSED)
_RATE, _SINCE, _DATE = (_pattern(p) for p in (words.A_DAY, words.SINCE, words.DATE))
_OURS, _THEIRS, _FOE = (_pattern(p) for p in (words.OURS, words.THEIRS, words.FOE))
_OFFICES, _THEIR_LAND = _pattern(words.OFFICES), _pattern(words.THEIR_LAND)
_CLAUSE = re.compile(r"[,;:()]")
_END = re.compile(r"(?<=[.!?])['\"»)]{0,2}\s+(?=['\"«(-]{0,2}[A-ZА-ЯІЇЄҐ0-9])|\n")
_THOUSAND, _MILLION = 1e3, 1e6
# So many are lost in no single day; a date beside them is that of saying.
_MOST_A_DAY = 5000
# How far behind a figure it is told what befell those counted, whose they were, and when.
_BEHIND, _BESIDE = 60, 40
# A name keeps its stem through the cases: "Зеленського", "Сырского".
_ENDING, _SHORTEST = 2, 6


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of a sentence: value and hedge, spans of number and reading, types, whose, when, and who says so."""

    value: float
    hedge: Hedge
    figure: tuple[int, int]
    span: tuple[int, int]
    types: tuple[str, ...]
    category: str
    subject: str | None
    claimant: str | None
    period: PeriodKind
    rate: bool


@dataclass(frozen=True, slots=True)
class _Case:
    """A match in its sentence, which starts at `offset` of the text, with what was told before it."""

    sentence: str
    offset: int
    match: Match
    types: tuple[str, ...]
    speaker: str | None
    named: bool
    registry: Registry
    last: Told | None

    @property
    def behind(self) -> str:
        """The words behind the match."""
        return self.sentence[self.match.end() : self.match.end() + _BEHIND]

    @property
    def foe(self) -> str:
        """Whom the speaker calls the foe: the reference claimant's, where nobody or a count of a paper's own speaks."""
        theirs = self.registry.parties[0]
        own = None if self.speaker in self.registry.counted else side_of_name(self.speaker, self.registry)
        return opposing(own, self.registry) or theirs


def told_in(text: str, registry: Registry) -> list[Told]:
    """The figures of loss of a text in Ukrainian or Russian, sentence by sentence; none for a war of other parties."""
    out: list[Told] = []
    speaker: str | None = None
    if len(registry.parties) < 2:  # neither side of a war of two is known
        return out
    for start, sentence in _sentences(text):
        named = _speaker(sentence, registry)
        speaker = named or speaker
        for match, types in _matches(sentence):
            last = out[-1] if out else None
            case = _Case(sentence, start, match, types, speaker, named is not None, registry, last)
            out += _told(case) if _value(match) is not None else []
    return out


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences, each with its place."""
    start = 0
    for match in _END.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def _matches(sentence: str) -> list[tuple[Match, tuple[str, ...]]]:
    """What the rules read in a sentence, in its order: of two that read one number, the earlier rule's."""
    found: dict[tuple[int, int], tuple[Match, tuple[str, ...]]] = {}
    for pattern, types in _RULES:
        for match in pattern.finditer(sentence):
            found.setdefault(match.span(1), (match, types))
    return [found[span] for span in sorted(found)]


def _value(match: Match) -> float | None:
    """The value of the digits of a match with the word for thousands or millions behind them."""
    scale = match.group(2)
    value = plain_number(match.group(1), scaled=bool(scale))
    if value is not None and scale:
        value *= _MILLION if scale.startswith("м") else _THOUSAND
    return value if value is not None and value.is_integer() else None


def _told(case: _Case) -> list[Told]:
    """One match as a figure of loss."""
    match, value = case.match, _value(case.match) or 0.0
    hedge, _ = hedge_before(case.sentence, max(0, match.start() - 20), match.start(1), value)
    hedge = Hedge.AT_LEAST if hedge is None and _PASSED.search(match.group()) else hedge
    civil = _of_civilians(case)
    subject = _of_land(case) if civil else _whose(case) or (case.last.subject if case.last else None) or case.foe
    reference = case.registry.reference if subject == case.registry.parties[0] and not civil else None
    rate = _RATE.search(case.sentence[: match.end()] + case.behind[:_BESIDE]) is not None
    return [
        Told(
            value,
            hedge or Hedge.EXACT,
            (case.offset + match.start(1), case.offset + match.end(1)),
            (case.offset + match.start(), case.offset + match.end()),
            _types(case),
            "civilians" if civil else "personnel",
            subject,
            (case.speaker if case.named or not civil else None) or reference,
            _period(case, value),
            rate,
        )
    ]


def _types(case: _Case) -> tuple[str, ...]:
    """The types of a rule, or those that right behind the people counted say what befell them."""
    chain = _CHAIN.match(case.behind)
    told = {kind for pattern, kind in _TYPES if chain and pattern.search(chain.group())}
    return case.types or tuple(sorted(told))


def _of_civilians(case: _Case) -> bool:
    """Whether a figure counts civilians: by their name, or people told as killed or hurt and nobody's soldiers."""
    behind = case.sentence[case.match.end(1) : case.match.end() + _BESIDE // 2]
    if _ARMED.search(behind) or _LOSSES.search(case.sentence):
        return False
    if case.last is not None and case.last.category == "personnel" and not _CIVIL.search(behind):
        return False
    return bool(case.types) and "captured" not in case.types


def _of_land(case: _Case) -> str:
    """The side on whose soil civilians fell: the one invaded, unless a place of the other is named."""
    return case.registry.parties[0 if _THEIR_LAND.search(case.sentence) else -1]


def _whose(case: _Case) -> str | None:
    """Whose losses a match tells: of the side named behind the number, else in the match, else in the sentence."""
    match = case.match
    number, end = match.start(1), match.end()
    clause = _CLAUSE.search(case.sentence, end)
    behind = min(end + _BESIDE // 2, clause.start() if clause else len(case.sentence))
    for start, stop in ((number, behind), (match.start(), end), (0, len(case.sentence))):
        side = _nearest(case, start, stop)
        if side is not None:
            struck = start != number and _DESTROYED.search(match.group())
            return opposing(side, case.registry) if struck and side != case.foe else side
    return None


def _nearest(case: _Case, start: int, stop: int) -> str | None:
    """The side that a stretch of the sentence names nearest to the figure, outside the names of offices that tell."""
    theirs, ours = case.registry.parties[0], case.registry.parties[-1]
    offices = [found.span() for found in _OFFICES.finditer(case.sentence)]
    named = [
        (abs(found.start() - case.match.start(1)), side)
        for pattern, side in ((_OURS, ours), (_THEIRS, theirs), (_FOE, case.foe))
        for found in pattern.finditer(case.sentence, start, stop)
        if not any(a <= found.start() < b for a, b in offices)
    ]
    return min(named)[1] if named else None


def _period(case: _Case, value: float) -> PeriodKind:
    """The kind of period that the sentence names up to the figure or right behind it, else that of the report."""
    until, match = case.sentence[: case.match.end()], case.match.group()
    inside = next((kind for pattern, kind in _PERIODS if pattern.search(match)), None)
    if inside is not None and value <= _MOST_A_DAY:
        return inside
    if _SINCE.search(until):
        return PeriodKind.SINCE_START
    near = until + case.behind[:_BESIDE]
    kind = next((kind for pattern, kind in _PERIODS if pattern.search(near)), None)
    kind = PeriodKind.DAY if kind is None and _DATE.search(near) else kind
    if kind is PeriodKind.DAY and value > _MOST_A_DAY:
        kind = None
    last = case.last
    goes_on = kind is None and last is not None and value <= last.value and last.period is PeriodKind.DAY
    return PeriodKind.DAY if goes_on else kind or PeriodKind.SINCE_START


def _speaker(sentence: str, registry: Registry) -> str | None:
    """The claimant whom a sentence names by an alias of the register, in any case of its words: a person before a
    body."""
    pattern, names = _names(registry)
    found = [names[m.lastindex - 1] for m in pattern.finditer(sentence.lower()) if m.lastindex] if pattern else []
    return next((name for name in found if name in registry.persons), next(iter(found), None))


def _names(registry: Registry) -> tuple[re.Pattern[str] | None, tuple[str, ...]]:
    """The aliases in Cyrillic letters, the longest first."""
    known = [(alias, name) for alias, name in registry.canonical.items() if re.search("[а-яіїєґ]", alias)]
    return _names_of(tuple(sorted(known, key=lambda pair: -len(pair[0]))))


@lru_cache(maxsize=8)
def _names_of(aliases: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str] | None, tuple[str, ...]]:
    """One pattern for all aliases, a group each, and the claimants in that order."""
    if not aliases:
        return None, ()
    return re.compile("|".join(rf"(\b{_stem(alias)})" for alias, _ in aliases)), tuple(name for _, name in aliases)


def _stem(alias: str) -> str:
    """The words of an alias without the endings that change with their case."""
    stems = (w[:-_ENDING] if len(w) >= _SHORTEST else w for w in alias.split())
    return r"\s".join(re.escape(w) + r"\w{0,4}" for w in stems)
