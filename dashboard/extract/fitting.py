"""Whether the words that a rule of the grammar has matched are of the kind that it means."""

from __future__ import annotations

import re

from dashboard.extract.lexicon.function import MONTHS, WEEKDAYS
from dashboard.extract.lexicon.losses import GIVING_UP
from dashboard.extract.ties import Row

_SURRENDERS = frozenset(("surrendered", "defected", *GIVING_UP))
_CAPTURES = frozenset("captured capture capturing captures".split())
_PAYERS = frozenset("them it us him".split())
_NEVER_ACTIVE = frozenset("dead missing prisoner hostage captive".split())
CAPTIVES = frozenset("hostage hostages captive captives prisoner prisoners".split()) | {"prisoners of war", "pows"}
_NEAR = 9
_NAMES = frozenset("names records cases reports instances graves burials funerals entries photographs".split())
_WOUNDS = frozenset("injuries wounds burns fractures concussion concussions".split())
_DATES = frozenset([*MONTHS, *WEEKDAYS, *"yesterday today last".split()])
_BODIES = frozenset("bodies corpses".split())
_FOUND = frozenset(
    """
        found find recovered retrieved pulled exhumed unearthed dug collected counted gathered removed extracted
        seen saw discovered identified lay lying located brought arrived received examined buried held
    """.split()
)
_OWNERS = frozenset("it they we he side sides group army junta regime militia unit brigade battalion regiment".split())


def fits_right(row: Row, index: int, name: str, triggers: list[int]) -> bool:
    """Whether the words that a rule reading on has matched are of the kind that it means."""
    last = triggers[-1]
    if name == "figure, noun of loss":
        found = row.word(last) not in _BODIES or bool(_FOUND & set(row.words(index - 8, last + 10)))
        return found and row.symbol(last + 1) != "x"
    if name == "figure, equipment, destroyed":
        head = row.head(index)
        between, counted = row.symbols[index + 1 : last], row.symbols[head] if head is not None else ""
        with_them = counted == "P" and "B" in between and not set("I;") & set(between)
        with_them = with_them and ("," not in between or "E" in between)
        return "N" not in between or counted == "E" or with_them
    if name.startswith("figure, group"):
        return re.search(r"-I[da]*N", row.symbols[index + 1 : last]) is None
    if name == "figure, people, with wounds":
        return row.word(last) in _WOUNDS and row.word(index + 1) != "of"
    if name == "figure, people, surrender":
        return row.word(last) in _SURRENDERS
    if name == "figure, people, held":
        head = row.head(index)
        return head is not None and (row.symbols[head] in "PG" or row.word(head) in CAPTIVES)
    if name == "figure, deaths of":
        return row.word(last).endswith(" of")
    if name == "figure, deaths of a day":
        return row.word(last).endswith(" of") and row.word(last + 1) in _DATES
    if name == "figure, people, become":
        return row.word(last - 1) in ("become", "became")
    if name == "figure, names of the lost":
        return bool(_NAMES & set(row.words(index + 1, last)))
    return True


def fits_left(row: Row, index: int, name: str, triggers: list[int], head: int | None) -> bool:
    """Whether a verb before the figure can govern what the figure counts."""
    kind = row.symbols[head] if head is not None else ""
    if name == "destroy, figure":
        stores = head is not None and row.word(head) == "enemy" and row.symbol(head + 1) == "w"
        people = kind == "G" and row.word(triggers[-1]).endswith(" out")
        return people or (kind in ("E", "P") and not stores)
    if name == "cost, figure":
        payer = kind == "" and row.ends(index) and bool(_PAYERS & set(row.words(triggers[-1] + 1, index)))
        return (kind in ("P", "C", "G") or payer) and row.word(triggers[-1]).startswith("cost")
    if name == "lose, figure" and not kind and row.symbols[index + 1 : index + 3] == "JN":
        head = row.head(index + 2)
        return (head is not None and row.symbols[head] in "PCG") or _alone(row, index)
    if name == "lose, figure":
        return kind in ("P", "C", "G", "E") or _alone(row, index)
    if name == "hold, figure":
        behind = row.word(head + 1) if head is not None else ""
        return head is not None and bool(CAPTIVES & {row.word(head), behind})
    if all(row.word(k) in _CAPTURES for k in triggers):
        return kind in ("P", "C", "G")
    return kind != "" or row.symbols[triggers[-1]] != "K" or row.word(triggers[-1]) not in _NEVER_ACTIVE


def _own_men(row: Row, index: int) -> bool:
    """Whether a figure counts a side's own: "losing two of their own"."""
    return row.word(index + 1) == "of" and row.word(index + 3) == "own" and row.ends(index + 3)


def _alone(row: Row, index: int) -> bool:
    """Whether a figure without a noun is all that a side lost: "the army lost 20,000 in ten years"."""
    before = row.symbols[max(0, index - _NEAR) : index]
    sided = any(symbol in "DGP" for symbol in before) or bool(_OWNERS & set(row.words(index - _NEAR, index)))
    return (
        (sided or _own_men(row, index))
        and (row.size(index) >= 2 or row.symbols[index : index + 3] == "NJN")
        and (
            row.symbol(index + 1) in ("", ".", ",", "I", ";", "J", "c", ")", ":")
            or row.words(index + 1, index + 3) == ["of", "them"]
            or row.is_rate(index)
            or _own_men(row, index)
        )
        and not row.tokens[index].data.scaled
    )
