"""Which definitions may be set side by side, and how: one small table, used wherever two figures meet.

A definition is a set of casualty types, `()` where the text did not say, or a count of named dead. The table is read
from its first definition to its second: killed is a *subset* of killed and wounded. What it does not list stands by
plain inclusion of the sets of types, and beside an unstated definition not at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from dashboard.model import Claim
from dashboard.wording import definition


class Relation(StrEnum):
    """How one definition stands to another."""

    EQUAL = "equal"
    SUBSET = "subset"
    SUPERSET = "superset"
    UNKNOWN = "unknown"
    NOT_COMPARABLE = "not_comparable"


_MIRROR = {Relation.SUBSET: Relation.SUPERSET, Relation.SUPERSET: Relation.SUBSET}

Definition = tuple[str, ...]
UNSTATED: Definition = ()
KILLED: Definition = ("killed",)
WOUNDED: Definition = ("wounded",)
KILLED_AND_WOUNDED: Definition = ("killed", "wounded")
ALL_FOUR: Definition = ("captured", "killed", "missing", "wounded")
NAMED_DEAD: Definition = ("named dead",)

_E, _S, _U, _N = Relation.EQUAL, Relation.SUBSET, Relation.UNKNOWN, Relation.NOT_COMPARABLE
TABLE: Mapping[tuple[Definition, Definition], Relation] = MappingProxyType(
    {
        (UNSTATED, UNSTATED): _U,
        (KILLED, UNSTATED): _N,
        (WOUNDED, UNSTATED): _N,
        (KILLED_AND_WOUNDED, UNSTATED): _U,
        (ALL_FOUR, UNSTATED): _U,
        (NAMED_DEAD, UNSTATED): _N,
        (KILLED, KILLED): _E,
        (KILLED, WOUNDED): _N,
        (KILLED, KILLED_AND_WOUNDED): _S,
        (KILLED, ALL_FOUR): _S,
        (WOUNDED, WOUNDED): _E,
        (WOUNDED, KILLED_AND_WOUNDED): _S,
        (WOUNDED, ALL_FOUR): _S,
        (KILLED_AND_WOUNDED, KILLED_AND_WOUNDED): _E,
        (KILLED_AND_WOUNDED, ALL_FOUR): _S,
        (ALL_FOUR, ALL_FOUR): _E,
        (NAMED_DEAD, NAMED_DEAD): _E,
        (NAMED_DEAD, KILLED): _S,
        (NAMED_DEAD, WOUNDED): _N,
        (NAMED_DEAD, KILLED_AND_WOUNDED): _S,
        (NAMED_DEAD, ALL_FOUR): _S,
    }
)


def relation(a: Definition, b: Definition) -> Relation:
    """How definition `a` stands to `b`, from the table or, where it lists neither order, by inclusion of the types."""
    if (a, b) in TABLE:
        return TABLE[a, b]
    if (b, a) in TABLE:
        return _MIRROR.get(TABLE[b, a], TABLE[b, a])
    return _by_inclusion(a, b)


def _by_inclusion(a: Definition, b: Definition) -> Relation:
    """The relation of two sets of types; what is unstated or named one by one cannot be told from the sets alone."""
    if not a or not b or NAMED_DEAD in (a, b):
        return Relation.NOT_COMPARABLE
    if set(a) == set(b):
        return Relation.EQUAL
    if set(a) < set(b):
        return Relation.SUBSET
    return Relation.SUPERSET if set(a) > set(b) else Relation.NOT_COMPARABLE


def definition_of(claim: Claim) -> Definition:
    """The definition that a claim counts by, as the table names it."""
    return NAMED_DEAD if claim.named_only else claim.casualty_types


@dataclass(frozen=True, slots=True)
class Comparability:
    """How two figures may be set side by side, and the sentence that says why or with what reserve.

    Only equal and unknown definitions are compared number with number; a subset or superset is a bound of the other.
    """

    relation: Relation
    note: str

    @property
    def comparable(self) -> bool:
        """Whether the two numbers may be held against each other."""
        return self.relation in (Relation.EQUAL, Relation.UNKNOWN)

    @property
    def bounds(self) -> bool:
        """Whether one can be no more than the other, since it counts a part of it."""
        return self.relation in (Relation.SUBSET, Relation.SUPERSET)


def comparability(
    claim: Claim, claimant: str, subject: str, category: str, counted: Definition = UNSTATED
) -> Comparability:
    """How `claim` may be set beside the series of `claimant` about `subject` and `category`, which counts `counted`.

    Beside a series that does not say what it counts, a claim by the series' own claimant is always compared, and
    flagged where its document narrows the definition.
    """
    if claim.subject != subject:
        return _refused(f"the claim is about {claim.subject or 'a side it does not name'}, not {subject}")
    if claim.category != category:
        return _refused(f"the claim counts {claim.category}, the series {category}")
    if counted:
        return _beside_stated(definition_of(claim), counted)
    if claim.named_only:
        return _refused("a count of named dead is a floor, not the losses that the series reports")
    stands, words = relation(claim.casualty_types, UNSTATED), definition(claim.casualty_types)
    if stands is not Relation.NOT_COMPARABLE:
        return Comparability(stands, _beside_unstated(claim.casualty_types))
    if claim.claimant == claimant:
        note = f"the document calls it {words}; {claimant} does not say which types it counts"
        return Comparability(Relation.UNKNOWN, note)
    return _refused(f"the claim counts {words} only, the series does not say which types it counts")


def _beside_stated(types: Definition, counted: Definition) -> Comparability:
    """How a definition stands to that of a series which says what it counts."""
    stands = relation(types, counted)
    first = "named dead" if types == NAMED_DEAD else definition(types)
    return Comparability(stands, _BETWEEN[stands].format(first=first, second=definition(counted)))


def _beside_unstated(types: Definition) -> str:
    if not types:
        return "neither says which casualty types it counts"
    counted = "all four types" if types == ALL_FOUR else definition(types)
    return f"the claim counts {counted}; the series does not say"


def between(a: Claim, b: Claim) -> Comparability:
    """How claim `a` may be set beside claim `b`; the relation of `between(b, a)` is its mirror."""
    if a.subject is None or a.subject != b.subject:
        sides = " and ".join(claim.subject or "a side that is not named" for claim in (a, b))
        return _refused(f"the claims are about {sides}")
    if a.category != b.category:
        return _refused(f"the claims count {a.category} and {b.category}")
    stands = relation(definition_of(a), definition_of(b))
    first, second = (_named(claim) for claim in (a, b))
    return Comparability(stands, _BETWEEN[stands].format(first=first, second=second))


_BETWEEN = {
    Relation.EQUAL: "both count {first}",
    Relation.SUBSET: "{first} is a part of {second}, so the first can be no more than the second",
    Relation.SUPERSET: "{first} takes in {second}, so the first can be no less than the second",
    Relation.UNKNOWN: "{first} beside {second}: at least one does not say which casualty types it counts",
    Relation.NOT_COMPARABLE: "{first} and {second} are different things",
}


def _named(claim: Claim) -> str:
    return "named dead" if claim.named_only else definition(claim.casualty_types)


def _refused(note: str) -> Comparability:
    return Comparability(Relation.NOT_COMPARABLE, note)
