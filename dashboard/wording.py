"""How numbers, dates, hedges and definitions read in every sentence, table and chart of ours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard.model import Claim, Hedge, Statistic

NO_FIGURE = "no figure"
_HEDGE_WORDS = {Hedge.EXACT: "", Hedge.ABOUT: "about ", Hedge.AT_LEAST: "over ", Hedge.NEARLY: "nearly "}
_DEFINITIONS = {
    (): "losses, type not stated",
    ("killed",): "killed",
    ("wounded",): "wounded",
    ("killed", "wounded"): "killed and wounded",
    ("captured", "killed", "missing", "wounded"): "killed, wounded, missing and captured",
}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def number(value: float | None) -> str:
    """The number grouped in thousands, with one decimal only where it is not whole: 1,770; 1,354.2; "no figure"."""
    if value is None or value != value:
        return NO_FIGURE
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def signed(value: float) -> str:
    """The number with its sign, a true minus for negatives: +280; −10."""
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{number(abs(value))}"


def percent(value: float) -> str:
    """A signed share with one decimal: +7.5 %."""
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{abs(value):.1f} %"


def day(when: date | None) -> str:
    """The day as 11 Nov 2024, whatever the locale."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}" if when else "no date"


def span(start: date | None, end: date | None) -> str:
    """The days from start to end, both included, as a person would write them: 1–31 Oct 2024; Oct 2024; 11 Nov 2024."""
    if start is None or end is None or start == end:
        return day(end or start)
    if start.year == end.year and start.month == end.month:
        return f"{start.day}–{day(end)}"
    return f"{day(start)} – {day(end)}"


def definition(casualty_types: Sequence[str]) -> str:
    """The casualty types in words: "killed and wounded"; "losses, type not stated" where the text did not say."""
    return _DEFINITIONS.get(tuple(casualty_types)) or ", ".join(casualty_types)


def figure(claim: Claim) -> str:
    """The claim's figure with its hedge and unit, as printed: "nearly 4,000"; "500–700"; "1,500 a day"."""
    if claim.value is None and claim.low is not None and claim.high is not None:
        text = f"{number(claim.low)}–{number(claim.high)}"
    elif claim.hedge is Hedge.UP_TO:
        text = f"up to {number(claim.value if claim.value is not None else claim.high)}"
    else:
        text = f"{_HEDGE_WORDS.get(claim.hedge, '')}{number(claim.value if claim.value is not None else claim.low)}"
    return f"{text} a day" if claim.statistic is Statistic.MEAN_PER_DAY else text
