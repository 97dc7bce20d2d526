"""What a count of losses grows by: "losses rose by N in a day", "the toll stands at M, with N added", "minus N"."""

from __future__ import annotations

from dashboard.extract.fitting import CAPTIVES
from dashboard.extract.ties import Link, Row
from dashboard.extract.tokens import Side

_GROWN = frozenset(
    """
        rose risen rise rises rising grew grown grow grows growing increased increases increase jumped jumps jump
        climbed climbs climb surged surge
        swelled up added
    """.split()
)
# A count of each day, week or month that grows by so many has changed; nobody was lost for it.
_RATES = frozenset("average averages averaged mean rate rates daily weekly monthly annual yearly".split())
_SPANS = frozenset(
    "day days hour hours week month overnight yesterday today night monday tuesday wednesday thursday friday saturday "
    "sunday bringing taking".split()
)
_RAISED = frozenset("raised raises raising lifted lifts increased increases updated revised".split())
_COUNTS = frozenset("tally count estimate toll total figure number".split())
_FARTHEST = 14
_LISTS = frozenset("list lists roll register number count tally database".split())


def grown(row: Row, index: int) -> Link | None:
    """The link of a figure by which a running total grew, in a span that is told or up to the total that is told."""
    before, behind = row.words(index - 3, index), row.words(index + 1, index + 14)
    if before[-1:] == ["minus"]:
        return _minus(row, index)
    by = before[-1:] == ["by"] and bool(_GROWN & set(before) or _raised(row, index))
    added = before[-1:] == ["with"] and behind[:1] == ["added"]
    spans = row.symbols[index + 1 : index + 3] in ("TN", "Tn") or bool(_SPANS & {*behind, *row.words(0, 6)})
    if not (by or added) or not spans or "v" in row.symbols[index : index + 8]:
        return None
    loss = next((k for k in range(index - 2, max(-1, index - _FARTHEST), -1) if _counted(row, k)), None)
    if loss is None or ";" in row.symbols[loss:index] or _RATES & set(row.words(loss - 4, index)):
        return None
    return Link("noun of loss, grown by", [loss])


def _counted(row: Row, place: int) -> bool:
    """Whether a word tells a loss whose count may grow: "losses", "the list of the dead", "the number of captives"."""
    listed = row.symbols[place] in "KY" or row.word(place) in CAPTIVES
    return row.symbols[place] == "X" or (listed and bool(_LISTS & set(row.words(place - 4, place))))


def _raised(row: Row, index: int) -> bool:
    """Whether somebody raised a count by the figure: "Kyiv raised its tally of enemy deaths by 900"."""
    words = row.words(index - _FARTHEST, index)
    verb = max((k for k, word in enumerate(words) if word in _RAISED), default=None)
    return verb is not None and bool(_COUNTS & set(words[verb:]))


def _minus(row: Row, index: int) -> Link | None:
    """The link of foes taken off in a headline: "Minus 900 occupiers"."""
    head = row.head(index)
    data = row.tokens[head].data if head is not None else None
    enemy = isinstance(data, Side) or (head is not None and row.symbols[head] == "P")
    return Link("minus, figure", [index - 1], head) if enemy else None
