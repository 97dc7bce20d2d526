"""A chart of a view as it goes into a file: how it is drawn, the words that go with it, and the figures behind it."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from dashboard.export.order import Form
from dashboard.export.pdf import dated
from dashboard.export.png import with_texts
from dashboard.export.renderer import Renderer
from dashboard.export.task import Job
from dashboard.figure import Words, foot_sentences


@dataclass(frozen=True, slots=True)
class Piece:
    """One chart: `stem` names its files, `job` makes what is drawn as PNG, SVG or PDF, `texts` go into it.

    `data` is the figures as CSV with their citation, `verdicts` says in words how its claims stand; `caption` is what
    whoever makes a pack says of it. Both are "" for none.
    """

    name: str
    stem: str
    words: Words
    texts: Mapping[str, str]
    job: Callable[[Form], Job]
    data: Callable[[], bytes]
    verdicts: str = ""
    caption: str = ""

    @property
    def alternative(self) -> str:
        """The text for whoever cannot see the picture."""
        return alternative(self.words)

    def notes(self) -> list[str]:
        """What a speaker should know: caption, standing, claimants, what is left out, source, and the verdicts."""
        return [line for line in (self.caption, *foot_sentences(self.words), self.verdicts) if line]


def alternative(words: Words) -> str:
    """The text for whoever cannot see the picture of a chart."""
    return f"Chart. {words.title}. {words.subtitle}"


def last_day(pieces: Sequence[Piece]) -> date | None:
    """The last day up to which the pieces' figures are known; None where none says."""
    return max((piece.words.as_of for piece in pieces if piece.words.as_of), default=None)


def files_of(pieces: Sequence[Piece], form: Form, renderer: Renderer) -> Iterator[bytes]:
    """The pictures as files that say what they show, in their order."""
    for piece, drawn in zip(pieces, renderer.draw_all(partial(piece.job, form) for piece in pieces), strict=True):
        yield finished(piece, form, drawn)


def finished(piece: Piece, form: Form, drawn: bytes) -> bytes:
    """What was drawn, with all that the file says of itself."""
    if form == "png":
        return with_texts(drawn, piece.texts)
    return _described(drawn, piece) if form == "svg" else dated(drawn, piece.words.as_of)


def _described(svg: bytes, piece: Piece) -> bytes:
    """The SVG with title, description and texts inside, right after its opening tag."""
    texts = "".join(f"<text name='{html.escape(n)}'>{html.escape(text)}</text>" for n, text in piece.texts.items())
    told = (
        f"<title>{html.escape(piece.words.title)}</title><desc>{html.escape(piece.alternative)}</desc>"
        f"<metadata><losses xmlns='urn:reported-losses'>{texts}</losses></metadata>"
    )
    head, mark, tail = svg.decode().partition(">")
    return f"{head}{mark}{told}{tail}".encode()
