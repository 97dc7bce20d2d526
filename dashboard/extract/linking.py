"""The grammar: which loss a figure counts, told by rules over the symbols of a sentence.

Every rule is anchored at the figure and bounded, so the work on a sentence grows with its figures alone. The rules
are tried in order of how closely they bind; the name of the one that reads a figure is kept for `explain`.
"""

from __future__ import annotations

import re

from dashboard.extract.apposed import apposed
from dashboard.extract.fitting import CAPTIVES, fits_left, fits_right
from dashboard.extract.increments import grown
from dashboard.extract.measured import measured
from dashboard.extract.patterns import (
    BESIDE_OBJECT,
    FATE,
    LEFT,
    RIGHT,
    TYPES_AFTER_TIME,
    TYPES_BEHIND,
    TYPES_OF_ALL,
    TYPES_OF_NOUN,
    TYPES_SAID,
    WRECKS,
    Rule,
)
from dashboard.extract.resuming import count_of_former
from dashboard.extract.sharing import shared
from dashboard.extract.ties import Link, Row, head_of, part_is_civilian
from dashboard.extract.tokens import Token
from dashboard.extract.wholes import of_whole

__all__ = ["Link", "count_of_former", "head_of", "link", "part_is_civilian"]
# "lost 900 soldiers and foreign fighters killed and wounded".
_AND_OTHERS = re.compile(r"[PC]J[aDdw]{0,3}[PC](?=K)")
_TAKE = frozenset("took take takes taking taken seized seizing grabbed".split())
_TAKING = frozenset("captured capturing capture captures".split())
_CLAIMS = frozenset("claimed claims claiming claim caused causing took".split())


def link(tokens: list[Token]) -> dict[int, Link]:
    """A link for every figure (by token index) that a rule ties to a loss in its own sentence."""
    row = Row(tokens)
    out: dict[int, Link] = {}
    if "N" not in row.symbols:
        return out
    counted = [index for index, token in enumerate(tokens) if token.symbol == "N"]
    for index in counted:
        if found := _own(row, index):
            out[index] = found
    wholes = of_whole(row, out)
    for index in counted:
        if index not in out and index not in wholes and (found := shared(row, index, out)):
            out[index] = found
    for index, found in out.items():
        if found.rule == "figure, of whom":
            found.parent = max((k for k in out if k < index), default=None)
        found.head = found.head if found.head is not None else row.head(index)
        if found.rule == "noun of loss, measured":
            found.triggers += _types_of_measure(row, index, found)
    return out


def _types_of_measure(row: Row, index: int, found: Link) -> list[int]:
    """The participles that tell what a measured loss is: "1,200 a day, killed or wounded", "396, he said, …",
    "casualties (killed and wounded) are"."""
    for noun in found.triggers:
        if row.symbol(noun) == "X" and row.symbol(noun + 1) == "(" and (told := row.ahead(TYPES_OF_NOUN, noun + 1)):
            return row.places(told, "t", "K")
    if said := row.ahead(TYPES_SAID, index):
        return row.places(said, "t", "K")
    rated = found.head is None and row.is_rate(index)
    chain = row.ahead(TYPES_AFTER_TIME, index + 1) if rated else None
    return row.places(chain, "t" if chain["t"] else "one", "K") if chain else []


def _own(row: Row, index: int) -> Link | None:
    """The link by a rule of its own: right next to the loss, then its object, then further away."""
    closest = _right(row, index, RIGHT[0])
    if closest and row.symbol(closest.triggers[-1] + 1) in ("P", "C", "G") and (active := _left(row, index, LEFT[0])):
        active.head = closest.triggers[-1] + 1
        return active
    if closest or (closest := _right(row, index, RIGHT[1])):
        return (
            _captives_struck(row, index, closest) if row.word(closest.triggers[-1]) in CAPTIVES else None
        ) or closest
    before, behind = row.symbols[max(0, index - 30) : index], row.symbols[index : index + 40]
    for rule in LEFT:
        if any(symbol in before for symbol in rule.needs) and (found := _left(row, index, rule)):
            return found
    for rule in RIGHT[2:]:
        if any(symbol in behind for symbol in rule.needs) and (found := _right(row, index, rule)):
            return found
    further = (_with_count, _beside_object, _wrecks, grown, measured, _victims, _rate_of_loss, apposed)
    return next((found for rule in further if (found := rule(row, index))), None)


def _captives_struck(row: Row, index: int, noun: Link) -> Link | None:
    """The link of prisoners by what was done to them: "executed nine prisoners of war"."""
    verb = _left(row, index, LEFT[0])
    taken = verb is not None and {row.word(k) for k in verb.triggers} & _TAKING
    return None if verb is None or taken else Link(verb.rule, verb.triggers, noun.triggers[-1])


def _victims(row: Row, index: int) -> Link | None:
    """The link of victims and captives, lost by their name: "left 14 victims", "took 40 hostages"."""
    head = row.head(index)
    if head is not None and row.word(head) in CAPTIVES and _TAKE & set(row.words(index - 3, index)):
        return Link("hold, figure", [head], head)
    if head is None or row.word(head) != "victims":
        return None
    told = row.symbol(index - 1) == "l" or bool(_CLAIMS & set(row.words(index - 3, index)))
    told = told or row.word(index - 1) == "among" or row.words(head + 1, head + 3) in (["a", "day"], ["per", "day"])
    return Link("figure, victims", [head], head) if told else None


def _beside_object(row: Row, index: int) -> Link | None:
    """The link of a figure behind an object without one: "killed a commander and two bodyguards"."""
    if row.symbol(index - 1) != "J" and row.word(index - 1) != "with":
        return None
    found = _left(row, index, BESIDE_OBJECT)
    if found and row.symbols[found.triggers[-1]] == "L" and row.symbol(found.head or -1) not in ("P", "C", "G", "E"):
        return None
    return found if found and (found.head is not None or row.word(index + 1) == "others") else None


def _wrecks(row: Row, index: int) -> Link | None:
    """The link of equipment counted by what became of it: "900 destroyed, damaged or captured tanks"."""
    match = row.ahead(WRECKS, index)
    return Link("figure, wrecks", row.places(match, "t", "WK"), match.end() - 1) if match else None


def _with_count(row: Row, index: int) -> Link | None:
    """The link of a count of losses told with "with": "some of the highest losses so far, with 38,130 in September"."""
    if row.words(index - 2, index) != [",", "with"] or not (row.ends(index) or row.symbol(index + 1) == "I"):
        return None
    loss = next((k for k in range(index - 3, max(-1, index - 16), -1) if row.symbols[k] in "XNS;c"), None)
    return Link("noun of loss, measured", [loss]) if loss is not None and row.symbols[loss] == "X" else None


def _rate_of_loss(row: Row, index: int) -> Link | None:
    """The link of a rate behind a comma: "was losing three times as many, up to 1,500 a day"."""
    if row.symbol(index - 1) != "," or row.words(index + 1, index + 3) not in (["a", "day"], ["per", "day"]):
        return None
    lose = next((k for k in range(index - 2, max(-1, index - 10), -1) if row.symbols[k] in "LYc;"), None)
    return Link("lose, figure", [lose]) if lose is not None and row.symbols[lose] in "LY" else None


def _right(row: Row, index: int, rule: Rule) -> Link | None:
    """The link of one rule that reads on from the figure."""
    name, pattern, _ = rule
    match = row.ahead(pattern, index)
    if not match:
        return None
    triggers = _of_part(row, index, row.places(match, "t", "KVXYLWh"))
    if not fits_right(row, index, name, triggers):
        return None
    if name == "figure, noun of loss" and row.word(triggers[-1]) in CAPTIVES:
        fate = row.ahead(FATE, triggers[-1] + 1)
        if fate:
            return Link("figure, people, passive", row.places(fate, "t", "K"))
    head = row.head(index) if "np" in pattern.groupindex and match.group("np") else None
    head = match.start("who") if "who" in pattern.groupindex else head
    return Link(name, _with_other_fate(row, _with_definition(row, triggers), index), head)


def _of_part(row: Row, index: int, triggers: list[int]) -> list[int]:
    """The triggers inside an insertion that tells of a part: ", including 40 wounded, surrendered"."""
    if row.symbols[max(0, index - 2) : index] != ",i":
        return triggers
    inside = [k for k in triggers if "," not in row.symbols[index:k]]
    return inside or triggers


def _with_other_fate(row: Row, triggers: list[int], index: int) -> list[int]:
    """The triggers and the verb of dying beside the first of them: "have died or been wounded"."""
    before = re.search(r"YJ[Bba]{0,3}$", row.symbols[index : triggers[0]])
    behind = (
        re.match(r"J[Bb]{0,2}[Bbaw]{0,3}K", row.symbols[triggers[-1] + 1 :])
        if row.symbols[triggers[-1]] == "Y"
        else None
    )
    first = [index + before.start()] if before else []
    return [*first, *triggers, *([triggers[-1] + behind.end()] if behind else [])]


def _with_definition(row: Row, triggers: list[int]) -> list[int]:
    """The triggers and the participles that define a noun right behind it: "casualties, killed and wounded"."""
    untyped = row.symbols[triggers[-1]] == "K" and not row.tokens[triggers[-1]].data
    match = row.ahead(TYPES_OF_NOUN, triggers[-1] + 1) if row.symbols[triggers[-1]] == "X" or untyped else None
    return triggers + row.places(match, "t", "K") if match else triggers


def _left(row: Row, index: int, rule: Rule) -> Link | None:
    """The link of one rule that reads back from the figure."""
    name = rule.name
    match = row.back(rule.pattern, index)
    if not match or row.tokens[index].data.verbal:
        return None
    triggers = row.places(match, "t", "KVLWYh", reverse=True)
    head = row.head(index)
    if not fits_left(row, index, name, triggers, head):
        return None
    if head is not None:
        triggers += _types_behind(row, head)
    elif named := row.ahead(TYPES_OF_ALL, index + 1):
        triggers += row.places(named, "t", "K")
    return Link(name, triggers, head)


def _types_behind(row: Row, head: int) -> list[int]:
    """The participles behind the people counted that say what befell them."""
    if more := row.ahead(_AND_OTHERS, head):
        head = more.end() - 1
    chain = row.ahead(TYPES_BEHIND, head + 1) or row.ahead(TYPES_AFTER_TIME, head + 1)
    if not chain or row.word(chain.end()) == "by":
        return []
    return row.places(chain, "t" if chain["t"] else "one", "K")
