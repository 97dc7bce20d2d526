"""`losses export` and `losses verify`: pictures that say what they show, and whether that still holds."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from dashboard import __version__
from dashboard.charts import NAMES
from dashboard.cli.options import as_of_option, data_option, opened, recorded_option, store_option
from dashboard.cli.views import view_options, view_query
from dashboard.errors import ExportError
from dashboard.figure import Style, palette
from dashboard.figure.view import Size, Theme

if TYPE_CHECKING:
    from dashboard.export.folder import Folder
    from dashboard.export.piece import Piece
    from dashboard.export.renderer import Renderer
    from dashboard.web.edition import Edition

SIZES = ("slide", "wide", "square", "a4")
FORMATS = ("png", "svg", "pdf", "pptx")
THEMES = ("light", "dark", "print")


@click.command()
@click.argument("charts", nargs=-1, required=True, type=click.Choice([*NAMES, "all"]), metavar="CHART…|all")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder for the files.")
@click.option("--size", type=click.Choice(SIZES), default="slide", show_default=True, help=(
    "1920×1080, 1600×900, 1080×1080, or A4 landscape at 300 dpi."))  # fmt: skip
@click.option("--format", "form", type=click.Choice(FORMATS), default="png", show_default=True)
@click.option("--theme", type=click.Choice(THEMES), default="light", show_default=True, help="print is in greys.")
@click.option("--if-changed", is_flag=True, help="Write only files whose figures or words have changed.")
@click.option("--with-data", is_flag=True, help="Beside each picture a CSV of its figures, led by a citation.")
@click.option(
    "--template", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Masters for --format pptx."
)
@view_options
@as_of_option
@recorded_option
@store_option
@data_option
def export(
    charts: tuple[str, ...],
    out: Path,
    size: str,
    form: str,
    theme: str,
    if_changed: bool,
    with_data: bool,
    template: Path | None,
    as_of: date | None,
    recorded_as_of: datetime | None,
    store_address: str | None,
    data_dir: Path,
    **chosen: Any,  # noqa: ANN401
) -> None:
    """Pictures of charts for a briefing, laid out for their size, each of which says what it shows.

    CHART is one or more of daily, heatmap, spread, total, estimates, months and spans, or all. Several pictures come
    with an index.html; --format pptx makes one deck. A Chromium, Chrome or Edge on this machine draws them.

    \b
    Example:
      losses export all --out briefing --size slide --format pptx
      losses export daily --out pictures --size a4 --theme print --start 2024-10-01 --end 2024-12-31
    """
    if template and form != "pptx":
        raise click.UsageError("--template is for --format pptx")
    from dashboard.export.folder import Folder
    from dashboard.export.renderer import Renderer
    from dashboard.web.printing import piece_of

    edition = _edition(data_dir, store_address, recorded_as_of)
    view = view_query(edition, as_of, recorded_as_of, chosen)
    names = NAMES if "all" in charts else tuple(dict.fromkeys(charts))
    deck = form == "pptx"
    style = Style(cast(Theme, theme), cast(Size, "deck" if deck and size == "slide" else size))
    pieces = [piece_of(edition, name, view, style, __version__, titled=not deck) for name in names]
    folder = Folder(out)
    with Renderer(tabs=None if len(pieces) > 1 else 1) as renderer:
        if deck:
            _deck(folder, pieces, renderer, style, template, if_changed)
        else:
            _pictures(folder, pieces, renderer, form, if_changed)
    if with_data:
        for piece in pieces:
            _write(folder, f"{piece.stem}.csv", piece.data(), "data")


def _edition(data_dir: Path, store_address: str | None, recorded: datetime | None) -> Edition:
    from dashboard.web.edition import Edition

    return Edition(opened(data_dir, store_address, recorded), recorded=recorded)


def _pictures(folder: Folder, pieces: list[Piece], renderer: Renderer, form: Any, if_changed: bool) -> None:  # noqa: ANN401
    """Each picture as a file of its own, several drawn at once, with an index where there are several."""
    from dashboard.export.folder import INDEX, index_of, mark_of
    from dashboard.export.piece import files_of

    named = {f"{piece.stem}.{form}": piece for piece in pieces}
    due = {n: p for n, p in named.items() if not (if_changed and folder.holds(n, mark_of([p])))}
    for name in named.keys() - due.keys():
        click.echo(f"{folder.path / name}: unchanged")
    hidden = len(due) < 2 or not sys.stderr.isatty()
    files = files_of(list(due.values()), form, renderer)
    with click.progressbar(zip(due, files, strict=True), length=len(due), file=sys.stderr, hidden=hidden) as bar:
        for name, content in bar:
            _write(folder, name, content, mark_of([due[name]]))
    if len(named) > 1 and due:
        _write(folder, INDEX, index_of(named, "Reported losses"), "index")


def _deck(
    folder: Folder, pieces: list[Piece], renderer: Renderer, style: Style, template: Path | None, if_changed: bool
) -> None:
    """All pictures in one deck."""
    from dashboard.export.deck import deck
    from dashboard.export.folder import mark_of
    from dashboard.export.piece import files_of

    first = pieces[0].stem if len(pieces) == 1 else pieces[0].stem.replace(pieces[0].name, "reported-losses", 1)
    name, mark = f"{first}.pptx", mark_of(pieces, str(template))
    if if_changed and folder.holds(name, mark):
        click.echo(f"{folder.path / name}: unchanged")
        return
    drawn = list(files_of(pieces, "png", renderer))
    _write(folder, name, deck(list(zip(pieces, drawn, strict=True)), palette(style.theme), template), mark)


def _write(folder: Folder, name: str, content: bytes, mark: str) -> None:
    click.echo(str(folder.write(name, content, mark)))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@store_option
@data_option
def verify(file: Path, store_address: str | None, data_dir: Path) -> None:
    """What an exported PNG says it shows, and whether today's data still give the same.

    Exit code 0: the same; 3: revised since, and which figures; 1: altered, not ours, or unreadable. The hashes in the
    picture show that something was changed; they do not prove who made it.

    \b
    Example:
      losses verify pictures/daily_slide_light.png
    """
    from dashboard.export import verifying

    try:
        content = file.read_bytes()
    except OSError as error:
        raise ExportError(f"{file}: it cannot be read ({error.strerror})") from error
    verdict = verifying.verify(content, lambda query, as_of: _today(query, as_of, data_dir, store_address))
    for label, name in (("Title", verifying.TITLE), ("Source", verifying.SOURCE), ("As of", verifying.AS_OF),
                        ("View", verifying.VIEW), ("Made by", verifying.SOFTWARE)):  # fmt: skip
        if name in verdict.texts:
            click.echo(f"{label + ':':<9}{verdict.texts[name]}")
    for sentence in verdict.sentences:
        click.echo(sentence)
    raise SystemExit(int(verdict.standing))


def _today(query: str, as_of: str, data_dir: Path, store_address: str | None) -> Mapping[str, str] | None:
    """The texts that the view of a picture has now, as of the picture's date."""
    from dashboard.web.drawing import plain_view
    from dashboard.web.picture import texts
    from dashboard.web.printing import asked_by

    asked = asked_by(query, as_of)
    if asked is None or asked[0] not in NAMES:
        return None
    name, view = asked
    edition = _edition(data_dir, store_address, view.recorded)
    shown = plain_view(view, edition.drawn.charts[name])
    return texts(edition.drawn, name, shown, __version__)
