"""Figures set beside a word of loss by a comma, a colon, a dash or "including": "the heaviest casualties, 460 men"."""

from __future__ import annotations

from dashboard.extract.ties import Link, Row

_FURTHEST = 14
_SPANS = frozenset("in on for at since over during by".split())
_GREAT = frozenset(
    """
        heaviest highest worst biggest largest greatest most higher lower bloodiest record maximum minimum peak
        deadliest similar far so such number total toll range half thirds third quarter quarters percent
    """.split()
)
_SMALLEST = 20
_LISTS = frozenset("list lists roll register database names".split())


def apposed(row: Row, index: int) -> Link | None:
    """The link of a figure that says in another way how large the loss before it is."""
    if row.symbol(index - 1) == "i":
        return _included(row, index)
    head = row.head(index)
    if row.symbol(index - 1) == "," and row.symbols[index + 1 : index + 3] == ",K" and row.size(index) >= _SMALLEST:
        return Link("figure, participle", [index + 2])
    if row.symbol(index - 1) not in (",", ":", "-", "(") or (head is not None and row.symbols[head] == "E"):
        return None
    if not _closes(row, index, head) or (head is None and row.size(index) < _SMALLEST):
        return None
    loss = _loss_before(row, index)
    if loss is None:
        return None
    told = _GREAT & set(row.words(loss - 3, index)) or loss == index - 2 or _listed(row, loss)
    return Link("beside the loss", [loss], head) if told or row.symbol(index - 1) == ":" else None


def _closes(row: Row, index: int, head: int | None) -> bool:
    """Whether the clause ends with the figure and what it counts, but for a time."""
    last = index if head is None else head
    if row.is_rate(last) or row.symbol(last + 1) in ("", ".", ",", ";", ")", "-"):
        return True
    dated = row.words(last + 1, last + 4) in (["at", "the", "last"], ["at", "the", "latest"])
    return dated or (row.word(last + 1) in _SPANS and row.symbol(index - 1) != ",")


def _loss_before(row: Row, index: int) -> int | None:
    """The loss nearest before the mark, within its clause and without a figure of its own."""
    for k in range(index - 2, max(-1, index - _FURTHEST), -1):
        symbol = row.symbols[k]
        if symbol in ";.NcSq(":
            return None
        counted = symbol in "KY" and ("x" in row.symbols[max(0, k - 8) : k] or _listed(row, k))
        if symbol == "X" or counted or (symbol == "L" and row.symbol(index - 1) != "("):
            return k
    return None


def _listed(row: Row, loss: int) -> bool:
    """Whether a word of loss tells who stands on a list: "a list of confirmed dead", "the names of those killed"."""
    return bool(_LISTS & set(row.words(loss - 5, loss)))


def _included(row: Row, index: int) -> Link | None:
    """The link of what a loss without a number consists of: "suffered heavy losses in a day, including 1,140 men"."""
    head = row.head(index)
    if head is None or row.word(index - 1) != "including" or row.symbol(index - 2) != ",":
        return None
    loss = _loss_before(row, index - 1)
    owned = loss is not None and row.symbols[loss] == "X" and "N" not in row.symbols[max(0, loss - 5) : loss]
    return Link("beside the loss", [loss], head) if owned and loss is not None else None
