"""Which definitions may stand beside which: the table, its mirror, and what it says to a reader."""

from __future__ import annotations

from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.comparability import (
    ALL_FOUR,
    KILLED,
    KILLED_AND_WOUNDED,
    NAMED_DEAD,
    TABLE,
    UNSTATED,
    WOUNDED,
    Relation,
    between,
    comparability,
    relation,
)
from dashboard.model import CASUALTY_TYPES, Claim

LISTED = [UNSTATED, KILLED, WOUNDED, KILLED_AND_WOUNDED, ALL_FOUR, NAMED_DEAD]
MIRROR = {Relation.SUBSET: Relation.SUPERSET, Relation.SUPERSET: Relation.SUBSET}
type_sets = st.sets(st.sampled_from(CASUALTY_TYPES)).map(lambda types: tuple(sorted(types)))
definitions = st.one_of(type_sets, st.just(NAMED_DEAD))


def claim(types=(), **fields):
    return Claim("made-up", "made-up", 1.0, **{"subject": "Madeup", "casualty_types": types, **fields})


def test_the_table_lists_every_pair_of_its_definitions_once():
    for a, b in combinations_with_replacement(LISTED, 2):
        assert ((a, b) in TABLE) + ((b, a) in TABLE) == (2 if a == b else 1)


@given(definitions, definitions)
def test_the_relation_read_the_other_way_is_its_mirror(a, b):
    assert relation(b, a) is MIRROR.get(relation(a, b), relation(a, b))


@given(type_sets.filter(bool), type_sets.filter(bool))
def test_stated_types_stand_as_their_sets_do(a, b):
    expected = Relation.EQUAL if a == b else Relation.NOT_COMPARABLE
    if a != b and set(a) < set(b):
        expected = Relation.SUBSET
    if a != b and set(a) > set(b):
        expected = Relation.SUPERSET
    assert relation(a, b) is expected


@pytest.mark.parametrize(
    ("types", "stands"),
    [
        ((), Relation.UNKNOWN),
        (("killed", "wounded"), Relation.UNKNOWN),
        (ALL_FOUR, Relation.UNKNOWN),
        (("killed",), Relation.NOT_COMPARABLE),
        (("captured", "killed", "wounded"), Relation.NOT_COMPARABLE),
    ],
)
def test_beside_a_series_that_does_not_say_what_it_counts(types, stands):
    assert comparability(claim(types), "Made-up Staff", "Madeup", "personnel").relation is stands


def test_a_part_bounds_the_whole_but_is_not_compared_with_it():
    found = between(claim(("killed",)), claim(("killed", "wounded")))
    assert (found.comparable, found.bounds) == (False, True)
    assert found.note == "killed is a part of killed and wounded, so the first can be no more than the second"


def test_named_dead_are_a_floor_of_the_killed():
    named = claim(("killed",), named_only=True)
    assert between(named, claim(("killed",))).relation is Relation.SUBSET
    assert not between(named, claim()).bounds


@pytest.mark.parametrize("fields", [{"subject": "Other"}, {"subject": None}, {"category": "tanks"}])
def test_other_sides_and_other_categories_are_never_set_side_by_side(fields):
    found = between(claim(), claim(**fields))
    assert found.relation is Relation.NOT_COMPARABLE
    assert found.note


@given(definitions.filter(lambda d: d != NAMED_DEAD), definitions.filter(lambda d: d != NAMED_DEAD))
def test_between_two_claims_comes_from_the_same_table(a, b):
    assert between(claim(a), claim(b)).relation is relation(a, b)
