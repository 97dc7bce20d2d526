"""The stages in order: gate, clean, language, list post, sentences, assembly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.extract.assembly import claim_of, merged, rejection_of
from dashboard.extract.cleaning import Cleaned, clean
from dashboard.extract.drafts import Draft, Refusal
from dashboard.extract.gate import may_report_losses
from dashboard.extract.language import language_of
from dashboard.extract.linking import Link
from dashboard.extract.page import open_page
from dashboard.extract.ranges import Figure
from dashboard.extract.reading import read_page
from dashboard.extract.registry import registry_of
from dashboard.extract.reports import Line, list_post, reported_day
from dashboard.extract.slavic import Told, told_in
from dashboard.model import Basis, Claimant, Conflict, Document, Extraction, Hedge, Period, PeriodKind, Statistic

_READ = ("en", "uk", "ru")
_LIST_RULES = {
    "figure": "daily report list",
    "subject": "the enemy of the one who reports",
    "claimant": "the list is the General Staff's",
    "period": "total and increment of the report",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """The drafts and refusals of a document, with its cleaned text: what `extract` and `explain` both rest on."""

    cleaned: Cleaned
    drafts: tuple[Draft, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def extract(document: Document, claimants: Mapping[str, Claimant], conflict: Conflict) -> Extraction:
    """The claims of a document and the figures set aside, each in order of appearance."""
    found = read_document(document, claimants, conflict)
    claims = tuple(claim_of(draft, document, found.cleaned) for draft in found.drafts)
    rejections = tuple(rejection_of(refusal, document, found.cleaned) for refusal in found.refusals)
    return Extraction(document, claims, rejections)


def read_document(document: Document, claimants: Mapping[str, Claimant], conflict: Conflict) -> Reading:
    """The reading of a document; empty where its text cannot hold a loss or its language is not read."""
    if not may_report_losses(document.text):
        return Reading(Cleaned(document.text, ()))
    cleaned = clean(document.text)
    language = document.language or language_of(cleaned.text)
    if language[:2] not in _READ:
        reason = f"the text is not in a language that is read (English, Ukrainian, Russian): {language}"
        return Reading(cleaned, (), (Refusal(0, min(80, len(cleaned.text)), reason),))
    registry = registry_of(claimants, conflict)
    lines = list_post(cleaned.text)
    told = [] if language[:2] == "en" else told_in(cleaned.text, registry)
    page = open_page(document, cleaned, registry, conflict)
    taken = [line.span for line in lines]
    if language[:2] == "en":
        read_page(page, taken)
    told = [one for one in told if not _covered(one, lines)]
    spans = _reported(cleaned, document, conflict) if lines or told else {}
    drafts = [_list_draft(line, number, spans, conflict) for number, line in enumerate(lines)]
    drafts += [_told_draft(one, number, spans) for number, one in enumerate(told, len(lines))]
    drafts = merged(drafts + page.drafts)
    return Reading(cleaned, tuple(drafts), tuple(sorted(page.refusals, key=lambda r: r.start)))


def _covered(told: Told, lines: list[Line]) -> bool:
    return any(line.span[0] <= told.figure[0] < line.span[1] for line in lines)


def _reported(cleaned: Cleaned, document: Document, conflict: Conflict) -> Mapping[PeriodKind, Period]:
    """The periods of a daily report: its day, and all the time of the war up to it."""
    day = reported_day(cleaned.text, document.published)
    until = day if day and day >= conflict.start else None
    return {
        PeriodKind.DAY: Period(PeriodKind.DAY, day, day),
        PeriodKind.SINCE_START: Period(PeriodKind.SINCE_START, conflict.start, until),
    }


def _list_draft(line: Line, number: int, spans: Mapping[PeriodKind, Period], conflict: Conflict) -> Draft:
    """A line of the daily report as a draft: a total since the start, or the day's increment, dated by the report."""
    return Draft(
        figure=_figure(line.figure, line.value, line.hedge),
        link=Link(_LIST_RULES["figure"]),
        sentence=-1 - number,
        start=line.span[0],
        end=line.span[1],
        types=(),
        subject=conflict.reference_subject,
        category=line.category,
        statistic=Statistic.TOTAL,
        period=spans[PeriodKind.DAY if line.increment else PeriodKind.SINCE_START],
        basis=Basis.PUBLISHED,
        claimant=conflict.reference_claimant,
        relayed_by=None,
        record=False,
        headline=False,
        rules=dict(_LIST_RULES),
    )


def _told_draft(told: Told, number: int, spans: Mapping[PeriodKind, Period]) -> Draft:
    """A figure of a sentence in Ukrainian or Russian as a draft, dated where the kind of its period is."""
    return Draft(
        figure=_figure(told.figure, told.value, told.hedge),
        link=Link("sentence of the daily news"),
        sentence=-1 - number,
        start=told.span[0],
        end=told.span[1],
        types=told.types,
        subject=told.subject,
        category=told.category,
        statistic=Statistic.MEAN_PER_DAY if told.rate else Statistic.TOTAL,
        period=Period() if told.rate else spans.get(told.period, Period(told.period)),
        basis=Basis.PUBLISHED,
        claimant=told.claimant,
        relayed_by=None,
        record=False,
        headline=False,
        rules={
            "figure": "sentence of the daily news",
            "subject": "the side named nearest",
            "claimant": "who is named in the text",
            "period": "named in the sentence",
        },
    )


def _figure(span: tuple[int, int], value: float, hedge: Hedge) -> Figure:
    """A number with the bounds that its hedge gives."""
    low = value if hedge is Hedge.AT_LEAST else None
    high = value if hedge in (Hedge.NEARLY, Hedge.UP_TO) else None
    return Figure(*span, span[0], value, low, high, hedge)
