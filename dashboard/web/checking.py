"""The "check a figure" box: a pasted text to its claims, each with verdict and arithmetic; nothing is stored."""

from __future__ import annotations

from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.checks import read_and_check
from dashboard.errors import LossesError
from dashboard.losses import Losses
from dashboard.model import Document
from dashboard.web.moments import parse_day
from dashboard.web.readings import reading, set_aside
from dashboard.web.view import View

LONGEST = 50_000
_LONGEST_NAME = 200


def checked(losses: Losses, view: View, text: object, published: object, publisher: object) -> list[Component]:
    """What the box answers to a text and, where given, its date and publisher."""
    words = text if isinstance(text, str) else ""
    when = parse_day(published) if published else None
    fault = _fault(words, published, when)
    if fault:
        return [html.P(fault, className="banner")]
    name = str(publisher)[:_LONGEST_NAME].strip() if isinstance(publisher, str) and publisher.strip() else None
    document = Document(id="pasted", text=words, publisher=name, published=when)
    try:
        return _answer(losses, view, document)
    except LossesError as error:
        return [html.P(f"This text could not be read: {error}", className="banner")]


def _fault(text: str, published: object, when: date | None) -> str:
    if not text.strip():
        return "There is nothing to check yet: paste a sentence or an article into the box."
    if len(text) > LONGEST:
        return (
            f"The text has {len(text):,} characters, and at most {LONGEST:,} are read at a time. "
            "Paste the part that holds the figures."
        )
    if published and when is None:
        return f"“{str(published)[:40]}” is no date of publication; write it as 12 Nov 2024, or leave it empty."
    return ""


def _answer(losses: Losses, view: View, document: Document) -> list[Component]:
    read, checks = read_and_check(losses, document, view.as_of)
    dated = read.document.published
    answer: list[Component] = [html.P(_summary(len(checks), len(read.rejections)), className="lead")]
    if dated and not document.published:
        answer.append(html.P(f"The running total that it quotes dates it {wording.day(dated)}.", className="muted"))
    if checks and not dated:
        answer.append(
            html.P(
                "Without a date of publication, words such as “today” stay open; add it for more.", className="muted"
            )
        )
    answer += [reading(one, losses.claimants) for one in checks]
    return [*answer, *set_aside(read.rejections)]


def _summary(claims: int, rejected: int) -> str:
    aside = (
        f"{rejected} {'figure was' if rejected == 1 else 'figures were'} set aside, with reasons below"
        if rejected
        else ""
    )
    if not claims:
        found = "No reported loss was found in this text"
        return f"{found}; {aside}." if aside else f"{found}. Paste a sentence with a figure of losses and its source."
    found = f"{claims} reported {'loss' if claims == 1 else 'losses'} found"
    return f"{found}; {aside}." if aside else f"{found}."
