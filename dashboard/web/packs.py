"""The call that makes a pack of pictures: its answer is its own progress, and after it the file.

A line of JSON for each picture drawn, a last one with what became of it, then the bytes of the file. So any number of
server processes need no common memory; whoever closes the connection ends the work after the picture in hand.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import BoundedSemaphore
from typing import Any

from flask import Flask, Response, abort, request

from dashboard.charts import NAMES
from dashboard.errors import LossesError
from dashboard.export.folder import indexes
from dashboard.export.order import FORMATS, SIZES, THEMES, TITLE, Order
from dashboard.export.pack import deck_name, deck_of, zipped
from dashboard.export.piece import Piece, finished
from dashboard.export.renderer import Renderer
from dashboard.export.warm import Warm
from dashboard.figure.text import LONGEST
from dashboard.web.editions import Asked, Editions
from dashboard.web.printing import pieces_of
from dashboard.web.sheet import one_line

PATH = "/pack/make"
AT_ONCE, LONGEST_WORK = 2, 120.0
_KINDS = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "zip": "application/zip",
}
_LOG = logging.getLogger(__name__)


class BadPack(LossesError):
    """A request that names no pack of ours; the text says why."""


def register(server: Flask, editions: Editions, version: str, clock: Callable[[], float] = time.monotonic) -> None:
    """Add the call to the server; few packs are made at once. How often each caller may ask is in limits.py."""
    warm, room = Warm(), BoundedSemaphore(AT_ONCE)

    @server.post(PATH)
    def _make() -> Response:
        body = request.get_json(silent=True)
        try:
            order, asked = order_of(body), editions.asked(body.get("query", "") if isinstance(body, Mapping) else "")
        except BadPack as error:
            abort(400, str(error))
        sent = told(lambda: made(order, asked, version, warm, clock), room)
        return Response(sent, mimetype="application/octet-stream", headers={"Cache-Control": "no-store"})


def order_of(body: object) -> Order:
    """The pack that a body of JSON asks for; raises BadPack where it asks for none."""
    if not isinstance(body, Mapping):
        raise BadPack("the request names no charts")
    charts, captions = body.get("charts"), body.get("captions", {})
    if not isinstance(charts, list) or not charts or any(name not in NAMES for name in charts):
        raise BadPack(f"choose at least one chart out of {', '.join(NAMES)}")
    if not isinstance(captions, Mapping) or not all(isinstance(words, str) for words in captions.values()):
        raise BadPack("the captions are no words by chart")
    return Order(
        tuple(dict.fromkeys(charts)),
        _one_of(body, "format", FORMATS),
        _one_of(body, "size", SIZES),
        _one_of(body, "theme", THEMES),
        {str(name): str(words)[: 2 * LONGEST] for name, words in captions.items() if name in charts},
        one_line(str(body.get("title") or TITLE)),
    )


def _one_of(body: Mapping[str, Any], name: str, known: Sequence[str]) -> str:
    value = body.get(name, known[0])
    if value not in known:
        raise BadPack(f"the {name} {str(value)[:40]!r} is none of {', '.join(known)}")
    return str(value)


def told(work: Callable[[], Iterator[bytes]], room: BoundedSemaphore) -> Iterator[bytes]:
    """The answer; what goes wrong after it has begun is its last line."""
    if not room.acquire(blocking=False):
        yield _line(ok=False, told="Other packs are being made; try again in a minute.")
        return
    try:
        yield from work()
    except LossesError as error:
        yield _line(ok=False, told=f"{error}.")
    except Exception:
        _LOG.exception("a pack failed")
        yield _line(ok=False, told="The pack could not be made; the reason is in the server's log.")
    finally:
        room.release()


def made(order: Order, asked: Asked, version: str, warm: Warm, clock: Callable[[], float]) -> Iterator[bytes]:
    """The progress, then the file."""
    end = clock() + LONGEST_WORK
    yield _line(step="reading the figures", done=0, of=len(order.charts) + 1)
    pieces = pieces_of(asked.edition, order, asked.view, version)
    with warm.renderer() as renderer:
        drawn: list[tuple[Piece, bytes]] = []
        for number, piece in enumerate(pieces, 1):
            if clock() > end:
                raise LossesError(f"the pack took more than {LONGEST_WORK:g} seconds; ask for fewer charts")
            yield _line(step=f"drawing {number} of {len(pieces)}", done=number - 1, of=len(pieces) + 1)
            drawn.append((piece, finished(piece, order.drawn_as, renderer.draw(piece.job(order.drawn_as)))))
        yield _line(step="putting it together", done=len(pieces), of=len(pieces) + 1)
        name, content = _file(order, drawn, renderer)
    yield _line(ok=True, name=name, type=_KINDS[name.rpartition(".")[2]], size=len(content))
    yield content


def _file(order: Order, drawn: list[tuple[Piece, bytes]], renderer: Renderer) -> tuple[str, bytes]:
    """The one file that holds all: a deck, the only picture, or a ZIP of the folder."""
    pieces = [piece for piece, _ in drawn]
    if order.is_deck:
        return deck_name(order, pieces), deck_of(order, drawn, renderer)
    files = {f"{piece.stem}.{order.form}": content for piece, content in drawn}
    if len(files) == 1:
        return next(iter(files.items()))
    named = dict(zip(files, pieces, strict=True))
    return f"{deck_name(order, pieces).rpartition('.')[0]}.zip", zipped(indexes(named, order.title) | files)


def _line(**told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode() + b"\n"
