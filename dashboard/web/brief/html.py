"""A brief as one page of HTML that needs nothing else, to be read on a screen, sent, or printed on one A4 sheet."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from dashboard.export.task import Sheets
from dashboard.figure import FAMILY, LIGHT
from dashboard.web.brief.content import Brief
from dashboard.web.brief.sources import Part, Source

_A4 = (8.27, 11.69)
_STYLE = f"""
.brief{{font:16px/1.45 {FAMILY};font-variant-ligatures:none}}
.brief{{color:{LIGHT.ink};background:{LIGHT.surface};max-width:46em}}
.brief h1{{font-size:1.6em;line-height:1.2;margin:0 0 .3em}}
.brief h2{{font-size:1em;line-height:1.3;margin:.9em 0 .2em}}
.brief p{{margin:0 0 .4em}}
.brief ul,.brief ol{{margin:0;padding-left:1.2em}}
.brief li{{margin:0 0 .2em}}
.brief img{{display:block;width:100%;height:auto;margin:.6em 0}}
.brief a{{color:{LIGHT.deep_blue};overflow-wrap:anywhere}}
.brief sup{{font-size:.7em;line-height:0}}
.brief .lead,.brief .mind,.brief .sources{{color:{LIGHT.muted}}}
.brief .sources{{font-size:.8em}}
"""
_SCREEN = "body{margin:0;padding:1.5rem 1rem;display:flex;justify-content:center}"
_SHEET = (
    "@page{size:A4;margin:0}body{margin:0;background:#fff}"
    "#drawing .brief{max-width:none;font-size:%gpx;line-height:1.38;padding:12mm 14mm}"
    "#drawing .brief .sources ol{columns:2;column-gap:2em}#drawing .brief .sources li{break-inside:avoid}"
    "#drawing .brief img{margin:.2em 0}"
)


def as_html(brief: Brief, picture: str | None) -> str:
    """The page; `picture` is the address of the chart's picture, None where there is none."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(brief.title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_SCREEN}{_STYLE}</style></head><body>{body(brief, picture)}</body></html>\n"
    )


def as_sheet(brief: Brief, picture: str, text: float) -> Sheets:
    """The page to print on A4, with text of that many px."""
    return Sheets(body(brief, picture), _STYLE + _SHEET % text, brief.title, *_A4)


def body(brief: Brief, picture: str | None) -> str:
    """What the page says, under one element."""
    numbers = {source.key: number for number, source in enumerate(brief.sources, 1)}
    seen = f'<img src="{escape(picture)}" alt="{escape(brief.chart.alternative)}">' if picture else ""
    parts = "".join(_part(part, numbers) for part in brief.parts)
    mind = "".join(f"<li>{escape(sentence)}</li>" for sentence in brief.mind)
    sources = "".join(_source(number, source) for number, source in enumerate(brief.sources, 1))
    return (
        f'<main class="brief"><h1>{escape(brief.title)}</h1><p class="lead">{escape(brief.lead)}</p>{seen}{parts}'
        f'<section class="mind"><h2>What to mind</h2><ul>{mind}</ul></section>'
        f'<section class="sources"><h2>Sources</h2><ol>{sources}</ol></section></main>'
    )


def _part(part: Part, numbers: Mapping[str, int]) -> str:
    lines = "".join(
        f"<li>{escape(one.text)}{''.join(_reference(numbers[key]) for key in one.keys)}</li>" for one in part.statements
    )
    return f"<section><h2>{escape(part.heading)}</h2><ul>{lines}</ul></section>"


def _reference(number: int) -> str:
    return f'<sup> <a href="#source-{number}">{number}</a></sup>'


def _source(number: int, source: Source) -> str:
    said = f" “{escape(source.sentence)}”" if source.sentence else ""
    link = f' <a href="{escape(source.address)}">{escape(source.address)}</a>' if source.address else ""
    return f'<li id="source-{number}">{escape(source.words)} ({escape(source.key)}).{said}{link}</li>'
