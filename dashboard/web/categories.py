"""The categories as the data folder lists them: under which group a page offers them, and what became of each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FILE = "categories.toml"
PERSONNEL = "personnel"
PEOPLE, EQUIPMENT = "People", "Equipment"
GROUPS = (PEOPLE, EQUIPMENT)


@dataclass(frozen=True, slots=True)
class Category:
    """A category: its group, the names it was merged from or into and when, and a note on what became of it."""

    name: str
    group: str = EQUIPMENT
    merged_from: tuple[str, ...] = ()
    merged_into: str | None = None
    merged_on: date | None = None
    note: str = ""

    @property
    def words(self) -> str:
        """The category as a page names it: "Multiple rocket launchers"."""
        return in_words(self.name).capitalize()


def in_words(name: str) -> str:
    """The category inside a sentence: "multiple rocket launchers"."""
    return name.replace("_", " ")


def read(data_dir: Path) -> tuple[Category, ...]:
    """The categories in the order of the file; none where there is no file. Raises ValueError where it is malformed."""
    path = data_dir / FILE
    if not path.is_file():
        return ()
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("category", [])
        return tuple(_category(table) for table in tables)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError, UnicodeDecodeError) as error:
        raise ValueError(
            f"{path}: not a list of [[category]] tables with a name ({error}); mend or remove it"
        ) from error


def _category(table: dict[str, object]) -> Category:
    merged = table.get("merged_from", [])
    into, when = table.get("merged_into"), table.get("merged_on")
    return Category(
        name=str(table["name"]),
        group=str(table.get("group", EQUIPMENT)),
        merged_from=tuple(str(name) for name in merged) if isinstance(merged, list) else (),
        merged_into=str(into) if into else None,
        merged_on=when if isinstance(when, date) else None,
        note=str(table.get("note", "")),
    )


def held(listed: Iterable[Category], names: Iterable[str]) -> tuple[Category, ...]:
    """Those of which there are reports (`names`), in the order of the list; unlisted ones last, as equipment."""
    known, wanted = tuple(listed), set(names)
    unlisted = sorted(wanted - {one.name for one in known})
    extra = (Category(name, PEOPLE if name in ("personnel", "civilians") else EQUIPMENT) for name in unlisted)
    return (*(one for one in known if one.name in wanted), *extra)
