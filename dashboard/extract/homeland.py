"""Whose losses those are that name no side, by the lands of which the whole text speaks, else by that of its
publisher."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator

from dashboard.extract.case import of_office
from dashboard.extract.lexicon.places import COUNTRY_OF_PLACE
from dashboard.extract.lexicon.sources import NATIONAL
from dashboard.extract.page import Page
from dashboard.extract.registry import Registry, side_of
from dashboard.extract.scene import owns_weapon, strikes_by
from dashboard.extract.subject import country_of_publisher
from dashboard.extract.tokens import Side, Token

# Words that make the name of a paper of that of a place: "the Washington Post".
_OF_PAPERS = frozenset("post times journal independent pravda today tribune star herald gazette".split())
_LAND = ("place", "adjective", "people")


def lands_named(tokens: list[Token], registry: Registry) -> Iterator[str]:
    """The land of each word of a sentence that names one, offices left out."""
    for k, (token, after) in enumerate(itertools.zip_longest(tokens, tokens[1:])):
        if token.data is None and not token.capital:
            continue
        if isinstance(token.data, Side) and token.data.form in _LAND:
            paper = after is not None and after.capital and after.word in _OF_PAPERS
            striking = owns_weapon(tokens, k) or strikes_by(tokens, k)
            if not (paper or of_office(tokens, k) or striking) and (side := side_of(token, registry)):
                yield side
        elif token.capital and token.symbol == "w":
            pair = f"{token.word} {after.word}" if after else ""
            if land := COUNTRY_OF_PLACE.get(pair) or COUNTRY_OF_PLACE.get(token.word):
                yield land


def settle_sides(page: Page) -> None:
    """Gives figures that name no side the only land of which their text speaks, or that of the publisher."""
    lands = Counter(page.lands)
    only = next(iter(lands)) if len(lands) == 1 else None
    side = only or (None if lands else country_of_publisher(page.document.publisher, NATIONAL))
    home = country_of_publisher(page.document.publisher)
    for draft in page.drafts:
        if draft.subject is None and (counted := page.registry.counted.get(draft.claimant or "")):
            draft.subject, draft.rules["subject"] = counted, "the side whose dead the claimant counts"
        elif draft.subject is None and not lands and draft.category == "civilians" and home is not None:
            draft.subject, draft.rules["subject"] = home, "the land of the publisher"
        elif draft.subject is None and side is not None:
            draft.subject = side
            draft.rules["subject"] = "the only land that the text names" if only else "the land of the publisher"
