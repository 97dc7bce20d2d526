"""Offices of state that a text calls by their common name alone, told by the land whose they are."""

from __future__ import annotations

from dashboard.extract.lexicon.sides import COUNTRIES
from dashboard.extract.lexicon.sources import NATIONAL
from dashboard.extract.page import Page
from dashboard.extract.subject import country_of_publisher

# What every state has: without its land a name of these words tells nobody.
_ANY_STATE = frozenset("ministry ministries minister of the defence defense armed forces national".split())
_DEFENCE = frozenset("defence defense armed".split())
_OFFICE = frozenset("ministry ministries minister forces".split())
_ADJECTIVES = {
    name: adjectives.split()[0].replace("-", " ").title()
    for name, adjectives, *_ in (line.split("|") for line in COUNTRIES.strip().splitlines())
    if adjectives and name != "Palestinians"
}


def of_its_land(name: str, page: Page, country: str | None) -> str:
    """The name of a bare office with its land, where the text speaks of one land only or its publisher has one: "Somali
    Ministry of Defence"; any other name as it is."""
    words = name.lower().split()
    if not _OFFICE & set(words) or not _DEFENCE & set(words) or not set(words) <= _ANY_STATE:
        return name
    lands = set(page.lands)
    land = country if page.of_parties else country_of_publisher(page.document.publisher, NATIONAL)
    if land is None and not page.of_parties:
        land = next(iter(lands)) if len(lands) == 1 else None
    return f"{_ADJECTIVES[land]} {name}" if land in _ADJECTIVES else name
