"""`losses brief`: one page on one day's report, for a morning's mail."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard import __version__
from dashboard.cli.options import data_option, day_of, opened, store_option
from dashboard.errors import ExportError

if TYPE_CHECKING:
    from dashboard.web.brief.content import Brief

FORMATS = ("html", "pdf", "md")


@click.command()
@click.option("--date", "day", callback=day_of, help="Day of the report's publication (default: the last): YYYY-MM-DD.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="html", show_default=True, help="pdf: one page.")
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write (default: stdout).")
@store_option
@data_option
def brief(day: date | None, form: str, out: Path | None, store_address: str | None, data_dir: Path) -> None:
    """One page on the report of a day: the figure, record or not, week and month, new claims, comparison, caveats.

    Nothing published later is in it, and every number names its source. The chart is drawn by a Chromium, Chrome or
    Edge on this machine; without one HTML and Markdown come without it.

    \b
    Example:
      losses brief --date 2024-11-12 --format pdf -o brief.pdf
    """
    from dashboard.web.brief.content import PAPER, SCREEN, brief_of
    from dashboard.web.edition import Edition

    edition = Edition(opened(data_dir, store_address))
    style = PAPER if form == "pdf" else SCREEN
    made = brief_of(edition, day or edition.losses.last_published, __version__, style)
    content = _pdf(made) if form == "pdf" else _text(made, form, out)
    if out is None:
        sys.stdout.buffer.write(content)
        return
    _write(out, content)
    click.echo(str(out))


def _pdf(made: Brief) -> bytes:
    from dashboard.export.renderer import Renderer
    from dashboard.web.brief.writing import as_pdf

    with Renderer(tabs=1) as renderer:
        return as_pdf(made, renderer)


def _text(made: Brief, form: str, out: Path | None) -> bytes:
    """The page with its picture inside; a Markdown file has it beside itself, where editors and mail show it."""
    from dashboard.web.brief.html import as_html
    from dashboard.web.brief.markdown import as_markdown
    from dashboard.web.brief.writing import data_address

    png = _picture(made)
    if form == "html":
        return as_html(made, data_address(png, "image/png") if png else None).encode()
    if png and out is not None:
        beside = out.with_suffix(".png")
        _write(beside, png)
        return as_markdown(made, beside.name).encode()
    return as_markdown(made, data_address(png, "image/png") if png else None).encode()


def _picture(made: Brief) -> bytes | None:
    """The chart; None, with the reason on stderr, where no browser is found."""
    from dashboard.browser import found_browser
    from dashboard.export.renderer import NO_BROWSER, Renderer
    from dashboard.web.brief.writing import picture_of

    if found_browser() is None:
        click.echo(f"losses: the brief comes without its chart: {NO_BROWSER}", err=True)
        return None
    with Renderer(tabs=1) as renderer:
        return picture_of(made, renderer)


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise ExportError(f"{path}: it cannot be written ({error.strerror})") from error
