"""Writes the reference pages out of the code whenever the documentation is built; nothing of it is kept by hand."""

from __future__ import annotations

from collections.abc import Iterator

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from dashboard.cli import main
from dashboard.web.api_fields import PARAMETERS, PATHS, fields_of


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files with the reference beside them."""
    files.append(File.generated(config, "reference.md", content="\n".join(reference())))
    return files


def reference() -> Iterator[str]:
    """The lines of the page: every command with its help, every address of the API with parameters and fields."""
    yield "# Reference\n\nMade from the code of this version.\n\n## Commands\n"
    for words, command in commands(main, "losses"):
        context = click.Context(command, info_name=words)
        yield f"### {words}\n\n```text\n{command.get_help(context)}\n```\n"
    yield "## HTTP API\n"
    for path in PATHS:
        yield f"### {path}\n\n| parameter | values | does |\n| --- | --- | --- |"
        for one in PARAMETERS:
            if path in one.paths:
                yield f"| `{one.name}` | {_values(one.schema)} | {one.told} |"
        yield "\n| field | values |\n| --- | --- |"
        for name, schema in fields_of(path).items():
            yield f"| `{name}` | {_values(schema)} |"
        yield ""


def commands(group: click.Group, before: str) -> Iterator[tuple[str, click.Command]]:
    """Each command with the words that call it."""
    for name, command in sorted(group.commands.items()):
        words = f"{before} {name}"
        if isinstance(command, click.Group):
            yield from commands(command, words)
        else:
            yield words, command


def _values(schema: object) -> str:
    told = dict(schema)  # type: ignore[call-overload]
    if "enum" in told:
        return ", ".join(f"`{one}`" for one in told["enum"])
    kinds = told.get("type", "")
    words = ", ".join(kinds) if isinstance(kinds, list) else str(kinds)
    return f"{words} ({told['format']})" if "format" in told else words
