"""How a figure is tied to a loss, and the noun that it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dashboard.extract.tokens import Token

ADJECTIVE = r"[aDdw\-]"
_HEAD = re.compile(rf"N(?:Od?)?{ADJECTIVE}{{0,5}}?(?:JD[aw]{{0,2}})?(?P<h>[PCGE])")


@dataclass(slots=True)
class Link:
    """How a figure is tied to a loss: the rule, the trigger tokens, the people or things counted, the parent figure."""

    rule: str
    triggers: list[int] = field(default_factory=list)
    head: int | None = None
    parent: int | None = None


def head_of(tokens: list[Token], symbols: str, index: int) -> int | None:
    """The noun that the figure counts: the first of people, troops or things in its noun phrase."""
    match = _HEAD.match(symbols, index)
    return match.start("h") if match else None


def part_is_civilian(index: int, tokens: list[Token]) -> bool:
    """Whether civilians are a smaller part of the figure, so that the rest were none: "27, including two civilians"."""
    after = tokens[index + 1 : index + 8]
    for k, token in enumerate(after[:-2]):
        if token.symbol == "i" and after[k + 1].symbol == "N":
            part = after[k + 1].data
            return any(t.word == "civilians" for t in after[k + 2 : k + 4]) and part.size * 2 < tokens[index].data.size
    return False
