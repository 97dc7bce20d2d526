"""`losses export` and `losses verify`: pictures that say what they show, and whether that still holds."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard import __version__
from dashboard.charts import NAMES
from dashboard.cli.options import as_of_option, data_option, opened, recorded_option, store_option
from dashboard.cli.views import view_options, view_query
from dashboard.errors import ExportError
from dashboard.export.order import FORMATS, SIZES, THEMES, TITLE, Order

if TYPE_CHECKING:
    from dashboard.export.folder import Folder
    from dashboard.export.piece import Piece
    from dashboard.export.renderer import Renderer
    from dashboard.web.edition import Edition


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
@click.option("--caption", "captions", multiple=True, metavar="CHART=WORDS", help="Words above one chart of a deck.")
@click.option("--title", default=TITLE, show_default=True, help="What the index is headed by.")
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
    captions: tuple[str, ...],
    title: str,
    as_of: date | None,
    recorded_as_of: datetime | None,
    store_address: str | None,
    data_dir: Path,
    **chosen: Any,  # noqa: ANN401
) -> None:
    """Pictures of charts for a briefing, laid out for their size, each of which says what it shows.

    CHART is one or more of daily, heatmap, spread, total, estimates, months and spans, or all, in the order wanted.
    Several come as a folder with index.html and index.md, or with --format pptx or pdf as one deck. A Chromium, Chrome
    or Edge on this machine draws them.

    \b
    Example:
      losses export all --out briefing --size slide --format pptx
      losses export daily --out pictures --size a4 --theme print --start 2024-10-01 --end 2024-12-31
    """
    if template and form != "pptx":
        raise click.UsageError("--template is for --format pptx")
    from dashboard.export.folder import Folder
    from dashboard.export.renderer import Renderer
    from dashboard.web.printing import pieces_of
    from dashboard.web.sheet import one_line

    edition = _edition(data_dir, store_address, recorded_as_of)
    view = view_query(edition, as_of, recorded_as_of, chosen)
    names = NAMES if "all" in charts else tuple(dict.fromkeys(charts))
    order = Order(names, form, size, theme, _captions(captions, names), one_line(title))
    pieces = pieces_of(edition, order, view, __version__)
    folder = Folder(out)
    with Renderer(tabs=None if len(pieces) > 1 else 1) as renderer:
        if order.is_deck:
            _deck(folder, pieces, order, renderer, template, if_changed)
        else:
            _pictures(folder, pieces, order, renderer, if_changed)
    if with_data:
        for piece in pieces:
            _write(folder, f"{piece.stem}.csv", piece.data(), "data")


def _captions(given: tuple[str, ...], names: tuple[str, ...]) -> dict[str, str]:
    """The captions by chart; click is told of one that names no chart of these."""
    pairs = [one.partition("=") for one in given]
    for name, mark, _ in pairs:
        if not mark or name not in names:
            raise click.UsageError(f"--caption {name}: write it as CHART=WORDS, with one of {', '.join(names)}")
    return {name: words for name, _, words in pairs}


def _edition(data_dir: Path, store_address: str | None, recorded: datetime | None) -> Edition:
    from dashboard.web.edition import Edition

    return Edition(opened(data_dir, store_address, recorded), recorded=recorded)


def _pictures(folder: Folder, pieces: list[Piece], order: Order, renderer: Renderer, if_changed: bool) -> None:
    """Each picture as a file of its own, several drawn at once, with an index where there are several."""
    from dashboard.export.folder import indexes, mark_of
    from dashboard.export.piece import files_of

    named = {f"{piece.stem}.{order.form}": piece for piece in pieces}
    due = {n: p for n, p in named.items() if not (if_changed and folder.holds(n, mark_of([p])))}
    for name in named.keys() - due.keys():
        click.echo(f"{folder.path / name}: unchanged")
    files = files_of(list(due.values()), order.drawn_as, renderer)
    with _bar(zip(due, files, strict=True), len(due)) as bar:
        for name, content in bar:
            _write(folder, name, content, mark_of([due[name]]))
    if len(named) > 1 and due:
        for name, content in indexes(named, order.title).items():
            _write(folder, name, content, "index")


def _deck(
    folder: Folder, pieces: list[Piece], order: Order, renderer: Renderer, template: Path | None, if_changed: bool
) -> None:
    """All pictures in one deck."""
    from dashboard.export.folder import mark_of
    from dashboard.export.pack import deck_name, deck_of
    from dashboard.export.piece import files_of

    name, mark = deck_name(order, pieces), mark_of(pieces, order.title, str(template))
    if if_changed and folder.holds(name, mark):
        click.echo(f"{folder.path / name}: unchanged")
        return
    with _bar(zip(pieces, files_of(pieces, order.drawn_as, renderer), strict=True), len(pieces)) as bar:
        drawn = list(bar)
    _write(folder, name, deck_of(order, drawn, renderer, template), mark)


def _bar(steps: Iterable[Any], count: int) -> Any:  # noqa: ANN401
    """The steps with their progress on a terminal, where there are several."""
    hidden = count < 2 or not sys.stderr.isatty()
    return click.progressbar(steps, length=count, file=sys.stderr, hidden=hidden)


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
