"""A claim as people read it: figure, definition, period, claimant, verdict; in words, and as components of a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import wording
from dashboard.checks import Check
from dashboard.figure.palette import OTHERS
from dashboard.model import Basis, Claim, Claimant, PeriodKind, Rejection
from dashboard.verdict import Verdict
from dashboard.web.glossary import term
from dashboard.web.page import Content, link
from dashboard.web.view import View

_MARKS = {
    Verdict.EQUAL: ("=", "equal"),
    Verdict.EQUAL_ROUNDED: ("=", "equal to the digits printed"),
    Verdict.WITHIN_HEDGE: ("≈", "within the hedge"),
    Verdict.EQUAL_OTHER_BASIS: ("=", "equal a day earlier or later"),
    Verdict.DIFFERS: ("≠", "differs"),
    Verdict.NOT_COMPARABLE: ("–", "not comparable"),
    Verdict.NO_REFERENCE: ("–", "no reference"),
}
_RECORDS = {
    "record": "the highest day to that date",
    "highest_known": "the highest of the days known to that date",
    "not_record": "not the highest to that date",
}


def verdict_words(checked: Check) -> str:
    """The verdict in words: "equal"; "differs by +280 (+7.5 %)"; with what became of a claimed record."""
    judged = checked.judgement
    words = _MARKS[judged.verdict][1]
    if judged.verdict is Verdict.DIFFERS and judged.difference is not None:
        share = f" ({wording.percent(judged.percent)})" if judged.percent is not None else ""
        words = f"{words} by {wording.signed(round(judged.difference, 1))}{share}"
    record = _RECORDS.get(checked.record)
    return f"{words}; {record}" if record else words


def mark_of(checked: Check) -> str:
    """The small mark that stands before a verdict."""
    return _MARKS[checked.judgement.verdict][0]


def hue_of(claim: Claim, claimants: Mapping[str, Claimant]) -> str:
    """The name of the colour that stands for the claimant."""
    return hue_named(claim.claimant, claimants)


def hue_named(name: str | None, claimants: Mapping[str, Claimant]) -> str:
    """The name of the colour of the claimant of that name."""
    known = claimants.get(name or "")
    return known.hue if known and known.hue else OTHERS


def claimant_span(words: str, hue: str, *, derived: bool) -> html.Span:
    """The claimant with its colour, hollow and dashed where its figures are made from another's."""
    return html.Span(words, className=f"claimant hue-{hue}{' derived' if derived else ''}")


def verdict_mark(checked: Check) -> html.Span:
    """The verdict as words with a small mark, the same in every theme and in grey print."""
    kind = checked.judgement.verdict
    mark = html.Span(mark_of(checked), className="mark", **{"aria-hidden": "true"})
    # Tables group by the kind, whatever the difference.
    name = {"data-name": str(kind).replace("_", " ")}
    return html.Span([mark, verdict_words(checked)], className=f"verdict {kind}", **name)


def period_words(claim: Claim) -> str:
    """The days a claim is about, and which day they name."""
    period, basis = claim.period, "" if claim.basis is Basis.COVERS else ", by day of publication"
    if period.start is None and period.end is None:
        return "not settled by the text"
    if period.kind is PeriodKind.SINCE_START:
        return f"since {wording.day(period.start)}, as of {wording.day(period.end)}{basis}"
    if period.kind is PeriodKind.DAY and period.start != period.end:
        return f"one day within {wording.span(period.start, period.end)}{basis}"
    if period.start is None:
        return f"up to {wording.day(period.end)}{basis}"
    if period.end is None:
        return f"from {wording.day(period.start)}{basis}"
    return f"{wording.span(period.start, period.end)}{basis}"


def period_cell(claim: Claim) -> str:
    """The days a claim is about, for a narrow cell."""
    dated = " (published)" if claim.basis is Basis.PUBLISHED else ""
    if claim.period.kind is PeriodKind.SINCE_START:
        return f"total to {wording.day(claim.period.end)}{dated}"
    return period_words(claim).replace(", by day of publication", dated)


def definition_words(claim: Claim) -> str:
    """What is counted, and whose: "Russia: killed and wounded"; "Russia: tanks"."""
    what = wording.definition(claim.casualty_types)
    if claim.category not in ("personnel", "civilians"):
        what = claim.category.replace("_", " ")
    elif claim.category == "civilians":
        what = f"civilians, {what}"
    named = ", by name only" if claim.named_only else ""
    return f"{claim.subject or 'side not stated'}: {what}{named}"


def claimant_words(claim: Claim, claimants: Mapping[str, Claimant]) -> str:
    """Who stands behind the figure, through whom it came, and from whose figures it is made."""
    relayed = f", as told by {claim.relayed_by}" if claim.relayed_by else ""
    source = source_of(claim, claimants)
    derived = f" (figures derived from those of {source})" if source else ""
    return f"{claim.claimant or 'not named'}{relayed}{derived}"


def source_of(claim: Claim, claimants: Mapping[str, Claimant]) -> str | None:
    """The claimant from whose figures this one is computed, or None where none is known."""
    known = claimants.get(claim.claimant or "")
    source = claim.derived_from or (known.derived_from if known else None)
    return None if source == claim.claimant else source


def claimant_tag(claim: Claim, claimants: Mapping[str, Claimant]) -> html.Span:
    """The claimant in words with the colour that stands for it; hollow and dashed where the figure is derived."""
    derived = source_of(claim, claimants) is not None
    return claimant_span(claimant_words(claim, claimants), hue_of(claim, claimants), derived=derived)


def claimant_cell(claim: Claim, claimants: Mapping[str, Claimant]) -> Component:
    """The claimant for a narrow cell: name and colour, and on its own line whose figures it is made from."""
    source = source_of(claim, claimants)
    named = claimant_span(claim.claimant or "not named", hue_of(claim, claimants), derived=source is not None)
    below = [html.Span(f"derived from {source}", className="derived-from")] if source else []
    return html.Span([named, *below])


def publisher_words(claim: Claim) -> str:
    """Where the claim appeared and when."""
    when = wording.day(claim.published) if claim.published else "date not known"
    return f"{claim.publisher or 'publisher not known'}, {when}"


def reading(
    checked: Check,
    claimants: Mapping[str, Claimant],
    *,
    selected: bool = False,
    number: int | None = None,
    cited: bool = False,
) -> Component:
    """A claim with its reading, its verdict and the arithmetic behind it; `cited` adds a button for its citation."""
    claim = checked.claim
    facts: list[tuple[Content, Content]] = [
        (term("casualty_types", "Counts"), definition_words(claim)),
        (term("period", "Period"), period_words(claim)),
        (term("claimant", "Claimant"), claimant_tag(claim, claimants)),
        (term("verdict", "Verdict"), term(str(checked.judgement.verdict))),
    ]
    if claim.record:
        facts.append((term("record", "Said to be"), "a record, a high or a peak"))
    lead = f"{number}. " if number else ""
    return html.Article(
        [
            html.H3([html.Span(f"{lead}{wording.figure(claim)}"), verdict_mark(checked)]),
            html.P(checked.explanation, className="arithmetic"),
            *([html.Blockquote(claim.evidence.text)] if claim.evidence else []),
            html.Dl([part for name, words in facts for part in (html.Dt(name), html.Dd(words))]),
            *([_cite(claim)] if cited else []),
        ],
        className="reading selected" if selected else "reading",
        **({"aria-current": "true"} if selected else {}),
    )


def _cite(claim: Claim) -> Component:
    told = {"data-copy": citation_of(claim), "data-path": View().address("/document", claim=claim.claim_id)}
    return html.Button("Copy citation", className="quiet small-button cite", type="button", **told)


def citation_of(claim: Claim) -> str:
    """The claim in one line to be quoted, with a place for the address of its page here."""
    source = f" {claim.url}." if claim.url else ""
    return (
        f"{claim.claimant or 'Claimant not named'}: {wording.figure(claim)} ({definition_words(claim)}), "
        f"{period_words(claim)}. In: {publisher_words(claim)}.{source} Reported figure, not a verified count. "
        f"Read in Reported Losses, {{address}}"
    )


def set_aside(rejections: Sequence[Rejection], kind: str = "plain-list") -> list[Component]:
    """The figures of a text that are no reported loss, each with its reason; nothing where there are none."""
    if not rejections:
        return []
    items = [html.Li([html.B(one.evidence.text), f": {one.reason}"]) for one in rejections]
    return [html.Div([html.H3("Figures set aside"), html.Ul(items, className=kind)], className="reading")]


def claim_link(claim: Claim, view: View) -> html.A:
    """The claim's figure as a link to the place where it is said."""
    return link(wording.figure(claim), view.shared().address("/document", claim=claim.claim_id))
