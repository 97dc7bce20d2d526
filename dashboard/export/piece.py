"""A chart of a view as it goes into a file: how it is drawn, the words that go with it, and the figures behind it."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from dashboard.export.png import with_texts
from dashboard.export.renderer import Form, Job, Renderer
from dashboard.figure import Words, foot_sentences


@dataclass(frozen=True, slots=True)
class Piece:
    """One chart: `stem` names its files, `job` makes what is drawn as PNG, SVG or PDF, `texts` go into it.

    `data` is the figures as CSV with their citation, `verdicts` says in words how its claims stand; "" for none.
    """

    name: str
    stem: str
    words: Words
    texts: Mapping[str, str]
    job: Callable[[Form], Job]
    data: Callable[[], bytes]
    verdicts: str = ""

    @property
    def alternative(self) -> str:
        """The text for whoever cannot see the picture."""
        return f"Chart. {self.words.title}. {self.words.subtitle}"

    def notes(self) -> list[str]:
        """What a speaker should know: standing, claimants, what is left out, source, and the verdicts."""
        return [*foot_sentences(self.words), *([self.verdicts] if self.verdicts else [])]


def files_of(pieces: Sequence[Piece], form: Form, renderer: Renderer) -> Iterator[bytes]:
    """The pictures as files that say what they show, in their order."""
    for piece, drawn in zip(pieces, renderer.draw_all(partial(piece.job, form) for piece in pieces), strict=True):
        if form == "png":
            yield with_texts(drawn, piece.texts)
        else:
            yield _described(drawn, piece) if form == "svg" else drawn


def _described(svg: bytes, piece: Piece) -> bytes:
    """The SVG with title, description and texts inside, right after its opening tag."""
    texts = "".join(f"<text name='{html.escape(n)}'>{html.escape(text)}</text>" for n, text in piece.texts.items())
    told = (
        f"<title>{html.escape(piece.words.title)}</title><desc>{html.escape(piece.alternative)}</desc>"
        f"<metadata><losses xmlns='urn:reported-losses'>{texts}</losses></metadata>"
    )
    head, mark, tail = svg.decode().partition(">")
    return f"{head}{mark}{told}{tail}".encode()
