"""What a source of a sentence is, and the sentence as it is searched for sources."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.extract.aliases import is_known
from dashboard.extract.lexicon import sources
from dashboard.extract.memory import Memory
from dashboard.extract.naming import NOUNS, TEXTS
from dashboard.extract.registry import Registry
from dashboard.extract.speakers import name_of
from dashboard.extract.subjects import NEVER_FINITE
from dashboard.extract.tokens import Token

_MOST = 14
_LONGEST_PARAGRAPH = 2000
PERSON = frozenset(sources.PERSON)
_ENDS = frozenset("that which who said says but while has have was were as".split())
# What somebody gave: "according to figures the ministry released".
_FIGURES = TEXTS | frozenset("data estimates estimate count tally documents numbers".split())
_WILL = frozenset("would could will can should".split())
TITLES = frozenset("gen lt col maj brig adm sgt capt cpl cmdr mr mrs ms dr prof sen rep gov st pres".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source by name: token positions of its phrase and of its verb, and whether it precedes what it says."""

    name: str
    start: int
    end: int
    leads: bool
    how: str


@dataclass(frozen=True, slots=True)
class Hearing:
    """One sentence as every rule of attribution sees it."""

    tokens: list[Token]
    text: str
    registry: Registry
    memory: Memory
    publisher: str | None

    def name(self, phrase: list[Token]) -> str | None:
        """The name that some tokens give, None where they name no source."""
        return name_of(phrase, self.text, self.registry, self.memory) if phrase else None

    def word(self, index: int) -> str:
        """The word at a position, empty outside the sentence."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def symbols(self, start: int, stop: int) -> str:
        """The symbols of some words, as far as there are any."""
        return "".join(t.symbol for t in self.tokens[max(0, start) : max(0, stop)])

    def quoted(self, index: int) -> bool:
        """Whether a word of the sentence stands in quotation marks, opened in it or before it in its paragraph."""
        first = self.tokens[0].start
        opening = max(self.text.rfind("\n", 0, first) + 1, first - _LONGEST_PARAGRAPH)
        return self.text.count('"', opening, self.tokens[index].start) % 2 == 1

    def behind(self, index: int, begin: int, how: str, *, short: bool = False) -> Attribution | None:
        """The source in the noun phrase from `begin` on, which the word at `index` announces; a short one ends at the
        first preposition; an apposition names who is told by an office alone: "one of the aides, Ivan Bilyk"."""
        begin += 2 * (self.word(begin) == "one" and self.word(begin + 1) == "of")
        begin += self.tokens[begin : begin + 1] != [] and self._counts_sources(begin)
        end = self._phrase_end(begin, short)
        stop = self._apposition_end(begin, end)
        office = self.name(self.tokens[begin:end])
        kept = office is not None and (stop <= end or is_known(office, self.registry))
        name = office if kept else self.name(self.tokens[end + 1 : stop] if stop > end else self.tokens[begin:end])
        end = max(end, stop)
        return Attribution(name, index, max(index, end - 1), False, how) if name else None

    def _counts_sources(self, k: int) -> bool:
        """Whether a number in words tells how many sources there are: "according to two officials"."""
        return self.tokens[k].symbol == "N" and self.tokens[k].word.isalpha() and self.word(k + 1) != "of"

    def _apposition_end(self, begin: int, end: int) -> int:
        """Where the name behind a comma ends that tells who an office without a name is; 0 where there is none."""
        phrase = self.tokens[begin:end]
        if self.word(end) != "," or (phrase and phrase[-1].capital and not PERSON & {t.word for t in phrase}):
            return 0
        stop = end + 1
        while stop < len(self.tokens) and self._of_name(self.tokens[stop]):
            stop += 1
        parted = stop == len(self.tokens) or self.tokens[stop].symbol in ",.;)-"
        return stop if stop - end > 2 and parted and self.name(phrase) else 0

    def _initial(self, k: int) -> bool:
        """Whether a word is one letter of a name: "Mark A. Webb"."""
        return k > 0 and len(self.word(k)) == 1 and self.tokens[k].capital and self.word(k - 1) not in ("on", "via")

    def _of_name(self, token: Token) -> bool:
        """Whether a word may stand in an apposition that names a person: "US general Ivan Bilyk"."""
        return (token.symbol in "wD" and token.capital) or (token.symbol in "wP" and token.word in PERSON)

    def _phrase_end(self, begin: int, short: bool) -> int:
        end = begin
        while end < len(self.tokens) and end - begin < _MOST and not self._ends(end, begin, short):
            end += 1
        return end

    def _is_ordinal(self, k: int) -> bool:
        """Whether a number is a unit's, with its letters behind it: "the 7th Corps"."""
        return self.tokens[k].symbol == "n" and self.tokens[k].data.reason.startswith("an ordinal")

    def _ends(self, k: int, begin: int, short: bool) -> bool:
        """Whether a noun phrase that began before ends at a token."""
        token = self.tokens[k]
        if token.symbol == "." and (self.word(k - 1) in TITLES or self._initial(k - 1)):
            return False
        glued = token.symbol == "n" and k > begin and self.tokens[k - 1].end == token.start
        named = (token.symbol in "KLYV" and token.capital) or self._is_ordinal(k)
        if (token.symbol in ",;:.()nNqKLYV" and not glued and not named) or token.word in _ENDS:
            return True
        if k == begin:
            return False
        if token.word == "the" and self.tokens[k - 1].symbol not in "IOTAJ," and self.word(k - 1) not in _FIGURES:
            return True
        if token.word in NEVER_FINITE and self.word(k + 1) == "that":
            return True
        said = token.symbol == "S" and token.word not in NOUNS | NEVER_FINITE and self.word(k + 1) != "by"
        return token.symbol in "-Bb" or token.word in _WILL or said or (short and token.symbol in "IA")
