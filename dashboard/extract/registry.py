"""The names that claimants and sides go by, from the data alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dashboard.extract.lexicon import sides
from dashboard.extract.phrases import Phrases, Side, phrases_with
from dashboard.extract.tokens import Token
from dashboard.model import Claimant, Conflict


@dataclass(slots=True)
class Registry:
    """Canonical names by lower-case alias, the conflict's reference claimant, and the words for each side.

    `openings` are the words with which some alias starts, in one way or another of naming its country; `abroad` the
    canonical names for a text on another war.
    """

    canonical: dict[str, str]
    openings: frozenset[str]
    longest: int
    reference: str
    reference_country: str | None
    sides: dict[str, str]
    parties: tuple[str, ...]
    overlay: Phrases
    countries: dict[str, str | None]
    roles: dict[tuple[str, str], str | None]
    persons: frozenset[str]
    offices: dict[str, frozenset[str]]
    counted: dict[str, str]
    abroad: dict[str, str]


# The subject of a figure that counts the losses of two sides together.
BOTH_SIDES = "both sides"


def plain_name(words: Sequence[str]) -> str:
    """Words of a name as they are looked up: no possessive, one spelling of defence."""
    plain = [w.removesuffix("'s").removesuffix("'").replace("defense", "defence") for w in words]
    return " ".join(w for w in plain if w != "the")


def with_countries(words: Sequence[str]) -> str:
    """Words of a name with each country, its adjective and its capital by one word: "moscow ministry"."""
    return " ".join(COUNTRIES.get(w, w) for w in words)


COUNTRIES = {
    word: name.lower()
    for name, *others in (line.split("|") for line in sides.COUNTRIES.strip().splitlines())
    for word in (name.lower(), *" ".join(others).split())
}


def registry_of(claimants: Mapping[str, Claimant], conflict: Conflict) -> Registry:
    """The names that claimants and sides go by, from the data alone; built once for the same data."""
    return _registry_of(_Data(tuple(claimants.values()), conflict))


@dataclass(frozen=True, slots=True)
class _Data:
    """Claimants and conflict, told from others by their names before all that they hold is compared."""

    rows: tuple[Claimant, ...]
    conflict: Conflict

    def __hash__(self) -> int:
        return hash((self.conflict.start, *(row.name for row in self.rows)))


@lru_cache(maxsize=8)
def _registry_of(data: _Data) -> Registry:
    conflict, claimants = data.conflict, {row.name: row for row in data.rows}
    canonical: dict[str, str] = {}
    by_country: dict[str, str] = {}
    for claimant in claimants.values():
        for alias in (claimant.name, *claimant.aliases):
            plain = " ".join(re.sub(r"\([^)]{0,60}\)", " ", alias).lower().replace(".", "").split())
            for part in (plain, plain.split(",")[0].strip()):
                if (len(part) > 2 or (alias.isupper() and alias != "US")) and part not in (
                    "us officials and",
                    "nato",
                    "president",
                ):
                    canonical.setdefault(plain_name(part.split()), claimant.name)
                    if " " in part:
                        by_country.setdefault(with_countries(plain_name(part.split()).split()), claimant.name)
    canonical = by_country | canonical
    named = {alias.lower(): side.name for side in conflict.sides for alias in (side.name, *side.aliases)}
    plain_sides = {a: n for a, n in named.items() if a not in ("enemy", "the enemy")}
    reference = claimants.get(conflict.reference_claimant)
    return Registry(
        canonical,
        _openings(canonical),
        max((len(a.split()) for a in canonical), default=1),
        conflict.reference_claimant,
        reference.country if reference else None,
        named,
        tuple(n for n in (conflict.reference_subject, reference.country if reference else None) if n),
        phrases_with({a.removeprefix("the "): n for a, n in plain_sides.items()}),
        {c.name: c.country for c in claimants.values()},
        _roles(claimants),
        frozenset(name for name, claimant in claimants.items() if _is_person(claimant)),
        {name: frozenset((claimant.role or "").lower().split()) for name, claimant in claimants.items()},
        {n: c.country for n, c in claimants.items() if c.kind == "media_count" and c.country},
        {alias: name for alias, name in canonical.items() if not set(alias.split()) <= _OFFICES},
    )


def _openings(aliases: Iterable[str]) -> frozenset[str]:
    """The words with which some alias starts, and those for a country with whose name one starts."""
    first = {alias.split()[0] for alias in aliases if alias}
    return frozenset(first | {word for word, country in COUNTRIES.items() if country.split()[0] in first})


def abroad(registry: Registry) -> Registry:
    """The registry for a text on another war: without the aliases that are only the name of an office there too."""
    return replace(registry, canonical=registry.abroad)


_OFFICES = frozenset(
    "general staff ministry of defence defense army armed forces military command headquarters president".split()
)


def _is_person(claimant: Claimant) -> bool:
    """Whether a registered claimant is a person: a name of two words or more, other than that of its organisation."""
    words = claimant.name.lower().split()
    office = set((claimant.organisation or "").lower().split())
    counts = claimant.kind in ("think_tank", "media_count")
    return len(words) > 1 and "(" not in claimant.name and bool(office) and not counts and not office & set(words)


def _roles(claimants: Mapping[str, Claimant]) -> dict[tuple[str, str], str | None]:
    """Who holds a role in a country, by both in lower case; None where several registered claimants do."""
    roles: dict[tuple[str, str], str | None] = {}
    for claimant in claimants.values():
        if claimant.role and claimant.country and ":" not in claimant.role:
            key = (claimant.country, claimant.role.lower().split("(")[0].strip())
            roles[key] = None if key in roles else claimant.name
    return roles


def side_of_name(name: str | None, registry: Registry) -> str | None:
    """The conflict side that a claimant belongs to, by its registered country or by a side's word in its name."""
    if not name:
        return None
    country = registry.countries.get(name)
    if country in registry.parties:
        return country
    lower = name.lower()
    for alias, side in registry.sides.items():
        if alias in lower and re.search(rf"\b{re.escape(alias)}\b", lower):
            return side
    return None


def opposing(side: str | None, registry: Registry) -> str | None:
    """The other party of a war of two."""
    return next((n for n in registry.parties if n != side), None) if side in registry.parties else None


def side_of(token: Token, registry: Registry) -> str | None:
    """The party that a token names, None where it names none."""
    if isinstance(token.data, Side):
        return registry.sides.get(token.word, registry.sides.get(token.data.name.lower(), token.data.name))
    return None
