"""What the drawing page is told to do: a figure as PNG, SVG or PDF, or pages of our own to print; and its answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from plotly.utils import PlotlyJSONEncoder

from dashboard.errors import ExportError
from dashboard.export.admission import admitted
from dashboard.export.order import Form

PX_IN_INCH = 96
_SAID = 200


class NotDrawn(ExportError):
    """A picture that could not be drawn; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Job:
    """A figure to draw on `width` × `height` px; `background` is #rrggbb.

    Each px is `scale` px of a PNG, and `printed`/96 inch of a PDF.
    """

    figure: Mapping[str, Any]
    width: int
    height: int
    form: Form = "png"
    scale: int = 1
    printed: float = 1.0
    background: str = "#ffffff"
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sheets:
    """Pages of our own to print: HTML whose pictures are `data:` addresses, its style, title, and a sheet in inches."""

    html: str
    style: str
    title: str
    width: float
    height: float


class Task(NamedTuple):
    """A script for the page, and the sheet where what it then shows is printed; `text` where it answers in text."""

    script: str
    sheet: Mapping[str, object] | None = None
    text: bool = False


def drawing(job: Job) -> Task:
    """The task that draws a job; raises RefusedFigure for a figure that may not be drawn."""
    asked = {
        "figure": admitted(job.figure, job.width * job.scale, job.height * job.scale),
        "width": job.width,
        "height": job.height,
        "scale": job.scale,
        "printed": job.printed,
        "format": job.form,
        "background": job.background,
        "title": job.title,
    }
    inches = job.printed / PX_IN_INCH
    sheet = _paper(job.width * inches, job.height * inches) | {"pageRanges": "1"} if job.form == "pdf" else None
    return Task(f"lossesRender({json.dumps(asked, cls=PlotlyJSONEncoder)})", sheet, text=job.form == "svg")


def printing(sheets: Sheets) -> Task:
    """The task that prints pages, with their headings as the PDF's outline."""
    told = json.dumps({"html": sheets.html, "style": sheets.style, "title": sheets.title})
    paper = _paper(sheets.width, sheets.height) | {"generateDocumentOutline": True, "generateTaggedPDF": True}
    return Task(f"lossesPrint({told})", paper)


def evaluated(task: Task) -> dict[str, object]:
    """How the browser is asked to run the task's script."""
    return {"expression": task.script, "awaitPromise": True, "returnByValue": True}


def returned(answer: Mapping[str, Any]) -> str:
    """The text that the page's script returned; raises NotDrawn with its own words where it failed."""
    result = answer.get("result", {})
    if "exceptionDetails" in result or "error" in answer:
        details = result.get("exceptionDetails", answer.get("error", {}))
        said = details.get("exception", {}).get("description") or details.get("text") or details.get("message")
        raise NotDrawn(f"the browser could not draw the figure ({str(said)[:_SAID]})")
    return str(result["result"]["value"])


def printed(answer: Mapping[str, Any]) -> str:
    """The PDF in base64; raises NotDrawn where the browser did not print."""
    if "error" in answer:
        raise NotDrawn(f"the browser could not print ({str(answer['error'].get('message'))[:_SAID]})")
    return str(answer["result"]["data"])


def _paper(width: float, height: float) -> dict[str, object]:
    """How sheets of that size, in inches, are printed."""
    return {"printBackground": True, "preferCSSPageSize": True, "paperWidth": width, "paperHeight": height}
