"""How a figure is tied to a loss, the noun that it counts, and a sentence as the rules of grammar read it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dashboard.extract.tokens import Token

ADJECTIVE = r"[aDdw\-]"
_LEAD = rf"(?:Od?)?{ADJECTIVE}{{0,5}}?(?:J[aDdw]{{1,3}})?"
NOUN_PHRASE = rf"{_LEAD}[PCGE](?:D?[PC])?(?:[J\-,]{ADJECTIVE}{{0,3}}[PCGE]){{0,2}}"
_HEAD = re.compile(rf"N{_LEAD}(?:K[aDdw]{{0,2}})?(?:[PCE]D?(?=[PC]))?(?P<h>[PCGE])")
_OF_PEOPLES = r"N[aw]{0,2}D[,J]{1,2}(?:N[aw]{0,2}D[,J]{1,2}){0,3}N[aw]{0,2}D"
_OF_LIST = r"(?:N,|(?<=N,))N(?:,N){0,4},?JN"
_SHARED_HEAD = re.compile(rf"(?:{_OF_PEOPLES}|{_OF_LIST})[aDdw]{{0,3}}(?P<h>[PCG])")
_COMPARED = re.compile(r"N[daD]{0,2}v")
_MOVED_FROM = frozenset(
    "fell fallen dropped drop declined decreased slipped eased down rose risen rise climbed grew jumped up".split()
)
COUNTED = re.compile(r"N[daDw]{0,2}[OTAMBb:\-I]{0,4}[daw]{0,3}[Bb]{0,2}(?:[nwda]{0,4}[Ia])?x")
# What may stand behind a count without being what is counted: "the 600,000 mark", "losses came to 900 military".
_OF_NUMBERS = frozenset("mark threshold milestone barrier line military manpower".split())
# "close to the 900 it recorded for all of May".
_HAD = frozenset("recorded reported suffered lost counted claimed had gave listed".split())
_CHANGES = frozenset("increase rise jump improvement drop fall decrease decline".split())
_RATES = frozenset((each, span) for each in ("a", "per", "each", "every") for span in ("day", "week", "month"))


@dataclass(slots=True)
class Link:
    """How a figure is tied to a loss: the rule, the trigger tokens, the people or things counted, the parent figure."""

    rule: str
    triggers: list[int] = field(default_factory=list)
    head: int | None = None
    parent: int | None = None


class Row:
    """A sentence as its tokens and their symbols, which patterns read on from a figure or back from it."""

    __slots__ = ("backwards", "symbols", "tokens")

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.symbols = "".join(token.symbol for token in tokens)
        self.backwards = self.symbols[::-1]

    def ahead(self, pattern: re.Pattern[str], index: int, reach: int = 40) -> re.Match[str] | None:
        """The match of a pattern that starts at a token."""
        return pattern.match(self.symbols, index, index + reach)

    def back(self, pattern: re.Pattern[str], index: int, reach: int = 30) -> re.Match[str] | None:
        """The match of a pattern over the symbols in reverse, starting at a token."""
        place = len(self.symbols) - 1 - index
        return pattern.match(self.backwards, place, place + reach)

    def places(self, match: re.Match[str], group: str, kinds: str, *, reverse: bool = False) -> list[int]:
        """The tokens of some kinds in a group of a match, in order; `reverse` for a match of `back`."""
        last = len(self.symbols) - 1
        found = (last - k if reverse else k for k in range(*match.span(group)))
        return sorted(k for k in found if self.symbols[k] in kinds)

    def symbol(self, index: int) -> str:
        """The symbol of a token, empty beyond either end."""
        return self.symbols[index] if 0 <= index < len(self.symbols) else ""

    def word(self, index: int) -> str:
        """The word of a token, empty beyond either end."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def words(self, start: int, stop: int) -> list[str]:
        """The words of some tokens, as far as there are any."""
        return [t.word for t in self.tokens[max(0, start) : max(0, stop)]]

    def size(self, index: int) -> float:
        """The size of a figure."""
        return float(self.tokens[index].data.size)

    def head(self, index: int) -> int | None:
        """The noun that the figure counts: the first of people, troops or things in its noun phrase."""
        return head_of(self.symbols, index)

    def unrelated(self, index: int) -> bool:
        """Whether what follows the figure shows that it counts something other than the loss before it."""
        behind = self.word(index + 1)
        return (
            self.head(index) is None and self.symbol(index + 1) == "w" and len(behind) > 2 and behind not in _OF_NUMBERS
        )

    def ends(self, index: int) -> bool:
        """Whether nothing that a figure could count follows it."""
        return self.symbol(index + 1) in ("", ".", ",", ";", ")", "J", "I", "c")

    def is_rate(self, index: int) -> bool:
        """Whether a figure alone is told for each day, week or month."""
        return tuple(self.words(index + 1, index + 3)) in _RATES or self.word(index + 1) in (
            "daily",
            "weekly",
            "monthly",
        )

    def compared(self, index: int) -> bool:
        """Whether a figure is set against the one before it: "up from 1,030", "fell to 890 from 1,030"."""
        if self.back(_COMPARED, index, 6):
            return True
        if self.words(index - 2, index) == ["on", "the"] and self.word(index - 3) in _CHANGES:
            return True
        if self.word(index + 1) in ("it", "they") and self.word(index + 2) in _HAD:
            return True
        moved = self.word(index - 1) == "from" and "TN" in self.symbols[max(0, index - 6) : index - 1]
        return moved and bool(_MOVED_FROM & set(self.words(index - 9, index - 2)))


def head_of(symbols: str, index: int) -> int | None:
    """The noun that the figure counts: the first of people, troops or things in its noun phrase, or the one that it
    shares with the figures behind it: "12, 15 and 20 policemen", "four Togolese and two Beninese soldiers"."""
    match = _HEAD.match(symbols, index) or _SHARED_HEAD.match(symbols, index)
    return match.start("h") if match else None


_MORE = frozenset("more another other others further additional".split())


def more_of_those(tokens: list[Token], index: int) -> bool:
    """Whether a figure counts more of those counted before it: "five more soldiers", "and 40 others"."""
    return not _MORE.isdisjoint(t.word for t in tokens[max(0, index - 1) : index + 3])


def part_is_civilian(index: int, tokens: list[Token]) -> bool:
    """Whether civilians are a smaller part of the figure, so that the rest were none: "27, including two civilians"."""
    after = tokens[index + 1 : index + 8]
    for k, token in enumerate(after[:-2]):
        if token.symbol == "i" and after[k + 1].symbol == "N":
            part = after[k + 1].data
            return any(t.word == "civilians" for t in after[k + 2 : k + 4]) and part.size * 2 < tokens[index].data.size
    return False
