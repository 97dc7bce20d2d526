"""A brief as Markdown, each statement with footnotes that lead to its sources."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.export.folder import markdown
from dashboard.web.brief.content import Brief
from dashboard.web.brief.sources import Part, Source


def as_markdown(brief: Brief, picture: str | None) -> str:
    """The text; `picture` is the address of the chart's picture, None where there is none."""
    numbers = {source.key: number for number, source in enumerate(brief.sources, 1)}
    seen = [f"![{markdown(brief.chart.alternative)}]({picture})"] if picture else []
    mind = [f"- {markdown(sentence)}" for sentence in brief.mind]
    blocks = [
        f"# {markdown(brief.title)}",
        markdown(brief.lead),
        *seen,
        *(_part(part, numbers) for part in brief.parts),
        "## What to mind\n\n" + "\n".join(mind),
        "\n".join(f"[^{number}]: {_source(source)}" for number, source in enumerate(brief.sources, 1)),
    ]
    return "\n\n".join(blocks) + "\n"


def _part(part: Part, numbers: Mapping[str, int]) -> str:
    lines = [f"- {markdown(one.text)}{''.join(f'[^{numbers[key]}]' for key in one.keys)}" for one in part.statements]
    return f"## {markdown(part.heading)}\n\n" + "\n".join(lines)


def _source(source: Source) -> str:
    said = f" “{markdown(source.sentence)}”" if source.sentence else ""
    address = f" <{source.address}>" if source.address else ""
    return f"{markdown(source.words)} ({markdown(source.key)}).{said}{address}"
