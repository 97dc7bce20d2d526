"""A claim under review: its reading and verdict, what accepting it changes, and the ways to decide."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.checks import check
from dashboard.effects import effect
from dashboard.losses import Losses
from dashboard.model import CASUALTY_TYPES, Basis, Claim, Conflict, Hedge, PeriodKind, Statistic, Status
from dashboard.store import Decision
from dashboard.web.readings import reading

_STANDS = {
    Status.PENDING: "Awaits a decision",
    Status.ACCEPTED: "Accepted",
    Status.REJECTED: "Rejected",
}
_DEEDS = (("accept", "Accept", Status.ACCEPTED), ("reject", "Reject", Status.REJECTED), ("later", "Later", None))


def card(losses: Losses, held: Decision, number: int) -> Component:
    """The claim as it stands, numbered as in the text."""
    claim = held.claim
    found = check(losses, claim)
    return html.Section(
        [
            reading(found, losses.claimants, number=number),
            html.P(_state(held), className="small muted"),
            *_effect(losses, claim),
            _deeds(held),
            _form(held, number, losses.conflict),
        ],
        className=f"desk-card {claim.status}",
        id=f"claim-{number}",
        **{"aria-label": f"Claim {number}: {wording.figure(claim)}"},
    )


def _state(held: Decision) -> str:
    """Where the claim stands, since when, and how sure the reader was of it."""
    claim = held.claim
    sure = f"; read with confidence {claim.confidence:.2f}" if claim.confidence is not None else ""
    by = "" if held.version == 1 else f" by {held.by}, {wording.day(held.at.date())}"
    return f"{_STANDS[claim.status]}{by}{sure}."


def _effect(losses: Losses, claim: Claim) -> list[Component]:
    if claim.status is not Status.PENDING:
        return []
    words = [html.Li(sentence) for sentence in effect(losses, claim)]
    return [html.P("If accepted:", className="small"), html.Ul(words, className="plain-list small")]


def _deeds(held: Decision) -> Component:
    """The buttons; what the claim is already is not offered."""
    buttons = [
        html.Button(
            words,
            className="quiet",
            type="button",
            **{
                "data-desk": "decide",
                "data-claim": held.claim.claim_id,
                "data-seen": str(held.version),
                "data-deed": deed,
                "aria-label": f"{words}: {wording.figure(held.claim)}",
            },
        )
        for deed, words, status in _DEEDS
        if status is not held.status
    ]
    return html.Div(buttons, className="actions")


def _form(held: Decision, number: int, conflict: Conflict) -> Component:
    """The fields of the claim, folded away; `assets/desk.js` sends those that were changed."""
    return html.Details(
        [
            html.Summary("Correct the reading"),
            html.Form(
                [
                    html.Div(claim_fields(held.claim, f"claim-{number}", conflict), className="desk-fields"),
                    html.Button("Save the correction", className="main-button", type="submit"),
                ],
                **{"data-desk-form": "change", "data-claim": held.claim.claim_id, "data-seen": str(held.version)},
            ),
        ]
    )


def claim_fields(claim: Claim | None, prefix: str, conflict: Conflict) -> list[Component]:
    """The fields of a claim, filled from it; empty for a claim that is to be added."""
    known = claim or Claim("new", "new", 0)
    period = known.period
    figure = known.value if known.value is not None else known.low
    return [
        _field(prefix, "value", "Figure", "" if claim is None else f"{figure:.12g}", "1950"),
        _field(
            prefix,
            "high",
            "to (of a range)",
            "" if known.high is None or known.value is not None else f"{known.high:.12g}",
        ),
        _select(prefix, "hedge", "Hedge", [str(one) for one in Hedge], str(known.hedge)),
        _select(prefix, "statistic", "Statistic", [str(one) for one in Statistic], str(known.statistic)),
        _field(prefix, "subject", "Whose losses", known.subject or "", conflict.reference_subject),
        _field(prefix, "category", "Category", known.category),
        _types(prefix, known.casualty_types),
        _select(prefix, "period_kind", "Period", [str(one) for one in PeriodKind], str(period.kind)),
        _field(prefix, "start", "from", _day(period.start), "11 Nov 2024"),
        _field(prefix, "end", "to", _day(period.end), "11 Nov 2024"),
        _select(prefix, "basis", "Dates name the day", [str(one) for one in Basis], str(known.basis)),
        _field(prefix, "claimant", "Claimant", known.claimant or "", conflict.reference_claimant),
        _field(prefix, "note", "Why (kept in the history)", ""),
    ]


def _day(day: object) -> str:
    return wording.day(day) if day else ""  # type: ignore[arg-type]


def _field(prefix: str, name: str, label: str, value: str, hint: str = "") -> Component:
    ident = f"{prefix}-{name}"
    box = dcc.Input(id=ident, name=name, type="text", value=value, placeholder=hint, autoComplete="off")
    return html.Div([html.Label(label, htmlFor=ident), html.Div(box)], className="control")


def _select(prefix: str, name: str, label: str, choices: list[str], chosen: str) -> Component:
    ident = f"{prefix}-{name}"
    options = [
        html.Option(one.replace("_", " "), value=one, **({"selected": "selected"} if one == chosen else {}))
        for one in choices
    ]
    return html.Div(
        [html.Label(label, htmlFor=ident), html.Select(options, id=ident, className="field", **{"data-name": name})],
        className="control",
    )


def _types(prefix: str, chosen: tuple[str, ...]) -> Component:
    buttons = [
        html.Button(
            one,
            type="button",
            className="quiet toggle",
            **{"data-type": one, "aria-pressed": "true" if one in chosen else "false"},
        )
        for one in CASUALTY_TYPES
    ]
    return html.Div(
        [html.Span("Casualty types", className="label", id=f"{prefix}-types"), *buttons],
        className="control",
        role="group",
        **{"aria-labelledby": f"{prefix}-types", "data-name": "casualty_types"},
    )
