"""Parts of a whole: "60 of the 150 men sent have died", "27 people, including two children"."""

from __future__ import annotations

import re

from dashboard.extract.ties import NOUN_PHRASE as _NP
from dashboard.extract.ties import Link, Row

_INCLUDED = re.compile(r"N[daD]{0,2}(?:J[^;N]{0,4}N[daD]{0,2})?i")
_AMONG = re.compile(rf"N{_NP}[Bb]{{0,2}}a?i[da]{{0,2}}N")
# "561 of the 1,042 who arrived have been killed": the verb behind the whole counts the part before it.
_OF_WHOLE = re.compile(
    r"N[a]{0,2}Od{0,2}[aDdw]{0,4}(?P<whole>[Nn])[^;:.NXKYc]{0,18}?"
    r"(?:[Bb]{1,3}[aTBb]{0,5}(?P<t>K(?:,?J?[da]{0,2}K){0,4})|[Bb]{0,3}a{0,2}(?P<y>Y))"
)
# "has had 400 of its 900 men killed".
_HAD_OF_WHOLE = re.compile(
    r"(?<=[bBL])N[a]{0,2}Od{1,2}[aDdw]{0,4}(?P<whole>[Nn])[aDdw]{0,3}[PCG](?P<t>K(?:,?J?K){0,3})(?![Bb])(?P<y>)"
)

# "Of the 900 men of the regiment, 140 were killed": the whole opens the clause, and the part follows it.
_OPENING = re.compile(r"(?:^|(?<=[.,;:(\-cJS])|(?<=w))Od?a{0,2}(?P<whole>N)[^;:.NXKYLWc]{1,18}?(?P<part>N)")


def told_part(row: Row, index: int, links: dict[int, Link]) -> tuple[bool, Link | None]:
    """Whether a figure is told with "including" or "among", and its link where that of the whole is known."""
    if row.back(_INCLUDED, index, 12):
        return True, _part_of(row, index, _whole_before(row, index, links), links)
    match = row.ahead(_AMONG, index, 24)
    whole = match.end() - 1 if match else None
    return False, _part_of(row, index, whole if whole in links else None, links)


def _part_of(row: Row, index: int, whole: int | None, links: dict[int, Link]) -> Link | None:
    """The link of a part of a linked figure."""
    return Link("part of a figure", links[whole].triggers, row.head(index), whole) if whole is not None else None


def _whole_before(row: Row, index: int, links: dict[int, Link]) -> int | None:
    """The linked figure before one, or the one that a later participle claims: "27 people, including two, died"."""
    known = max((k for k in links if k < index), default=None)
    if known is not None:
        return known
    ahead = next((k for k in range(index - 1, max(-1, index - 14), -1) if row.symbols[k] == "N"), None)
    return ahead if ahead in links else None


def of_whole(row: Row, links: dict[int, Link]) -> set[int]:
    """Moves the link of a whole to the part told with it, "600 of the 15,000 men sent have died"; the wholes."""
    wholes = set()
    for index in [k for k, symbol in enumerate(row.symbols) if symbol == "N"]:
        match = row.ahead(_HAD_OF_WHOLE, index, 20) or row.ahead(_OF_WHOLE, index, 44)
        if match:
            _to_part_before(row, index, match, links)
            wholes.add(match.start("whole"))
    for match in _OPENING.finditer(row.symbols):
        _to_part_behind(row, match.start("whole"), match.start("part"), links)
        wholes.add(match.start("whole"))
    return wholes - set(links)


def _to_part_before(row: Row, index: int, match: re.Match[str], links: dict[int, Link]) -> None:
    """The verb behind a whole as the link of the part before it."""
    whole = match.start("whole")
    if whole in links and links[whole].rule in ("figure, participle", "figure, noun of loss"):
        return
    links.pop(whole, None)
    if index not in links or links[index].rule.startswith(("figure", "noun")):
        triggers = row.places(match, "t" if match["t"] else "y", "KY")
        links[index] = Link("part of a group", triggers, row.head(whole))


def _to_part_behind(row: Row, whole: int, part: int, links: dict[int, Link]) -> None:
    """The verb behind a part as its own, and none of the whole that opens the clause."""
    if row.symbols[part + 1 : part + 2] in ("N", "n") or row.size(part) > row.size(whole):
        return
    claimed = links.get(whole)
    if claimed and claimed.triggers and claimed.triggers[0] < part:
        return
    if part in links and links[part].rule == "figure, noun of loss":  # its own noun says what it counts
        return
    links.pop(whole, None)
    head = row.head(part) if row.head(part) is not None else row.head(whole)
    if part in links:
        links[part].head = head
    elif claimed:
        links[part] = Link("part of a group", claimed.triggers, head)
