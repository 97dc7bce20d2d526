"""Who stands behind figures, from `claimants.toml`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from dashboard.errors import Problem
from dashboard.model import Claimant
from dashboard.sources.reading import Fault, choice_of, quoted, shown, text_of
from dashboard.sources.tables import entries_of, entry_lines, key_line, read_toml

TEXTS = ("role", "organisation", "country", "derived_from", "note")
KINDS = ("government", "military", "intelligence", "international", "think_tank", "media_count", "other")
HUES = ("deep_blue", "burnt_orange", "teal", "violet", "dark_grey", "ochre", "slate")
KEYS = ("name", "aliases", "kind", "reporting_lag_days", "hue", *TEXTS)


def read(path: Path) -> tuple[dict[str, Claimant], list[Problem]]:
    """Claimants by canonical name, in the file's order, and what was left out of them."""
    file = shown(path)
    try:
        tables, text = read_toml(path, ("claimant",))
        entries = entries_of(tables, "claimant")
    except Fault as fault:
        return {}, [fault.at(file, 1)]
    claimants: dict[str, Claimant] = {}
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    lines: dict[str, int | None] = {}
    for entry, line in zip(entries, entry_lines(text, "claimant", len(entries)), strict=True):
        problems += _unknown_keys(entry, text, file, line)
        try:
            claimant = _claimant(entry, claimants)
        except Fault as fault:
            problems.append(fault.at(file, line))
            continue
        aliases, clashes = _free_aliases(claimant, taken)
        problems += [clash.at(file, key_line(text, "aliases", line)) for clash in clashes]
        claimants[claimant.name] = replace(claimant, aliases=aliases)
        lines[claimant.name] = line
    problems += _unknown_sources(claimants, lines, text, file)
    return claimants, problems


def _unknown_keys(entry: dict[str, Any], text: str, file: str, line: int | None) -> list[Problem]:
    return [
        Problem(file, key_line(text, key, line), f"key '{key}' is not known and was not read", f"Use {', '.join(KEYS)}")
        for key in entry
        if key not in KEYS
    ]


def _claimant(entry: dict[str, Any], known: dict[str, Claimant]) -> Claimant:
    name = text_of(entry.get("name"), "name")
    if name in known:
        raise Fault(f"claimant {quoted(name)} is there twice", "Keep one of the two")
    lag = entry.get("reporting_lag_days")
    if lag is not None and (type(lag) is not int or not 0 <= lag <= 366):
        raise Fault(f"reporting_lag_days {quoted(lag)} is no number of days", "Write a whole number, such as 1")
    hue = entry.get("hue")
    aliases = entry.get("aliases", [])
    if not isinstance(aliases, list):
        raise Fault(f"aliases {quoted(aliases)} is no list", 'Write ["…", "…"]')
    return Claimant(
        name=name,
        aliases=tuple(text_of(alias, "alias") for alias in aliases),
        kind=choice_of(entry.get("kind", "other"), "kind", KINDS),
        reporting_lag_days=lag,
        hue=choice_of(hue, "hue", HUES) if hue is not None else None,
        **{key: text_of(entry[key], key) for key in TEXTS if key in entry},
    )


def _free_aliases(claimant: Claimant, taken: dict[str, str]) -> tuple[tuple[str, ...], list[Fault]]:
    """The aliases that nobody else has, and a fault for each that somebody has."""
    free, clashes = [], []
    taken.setdefault(claimant.name, claimant.name)
    for alias in claimant.aliases:
        owner = taken.setdefault(alias, claimant.name)
        if owner == claimant.name:
            free.append(alias)
        else:
            clashes.append(Fault(f"alias {quoted(alias)} of {claimant.name} already names {owner}", "Give it to one"))
    return tuple(free), clashes


def _unknown_sources(
    claimants: dict[str, Claimant], lines: dict[str, int | None], text: str, file: str
) -> list[Problem]:
    """Takes out each `derived_from` that names nobody, with a problem; the claimant stays."""
    problems = []
    for name, claimant in claimants.items():
        source = claimant.derived_from
        if source is not None and source not in claimants:
            line = key_line(text, "derived_from", lines[name])
            what = f"derived_from {quoted(source)} of {name} is no claimant and was not read"
            problems.append(Problem(file, line, what, "Add that claimant, or use its name as written"))
            claimants[name] = replace(claimant, derived_from=None)
    return problems
