"""What a reviewer typed, as a claim: each field checked, each fault a sentence that names the field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dashboard.errors import ClaimError
from dashboard.model import (
    CASUALTY_TYPES,
    Basis,
    Claim,
    Claimant,
    Document,
    Evidence,
    Hedge,
    Period,
    PeriodKind,
    Span,
    Statistic,
)
from dashboard.web.moments import parse_day

_LONGEST = 200
_MOST = 10**9


def claim_with(claim: Claim, typed: Mapping[str, Any], claimants: Mapping[str, Claimant]) -> Claim:
    """The claim with the fields that were typed; those not given stay. Raises ClaimError naming the first fault."""
    hedge = _choice(typed, "hedge", Hedge, claim.hedge)
    value, low, high = _numbers(typed, hedge, claim)
    return replace(
        claim,
        hedge=hedge,
        value=value,
        low=low,
        high=high,
        subject=_words(typed, "subject", claim.subject),
        category=_words(typed, "category", claim.category) or claim.category,
        casualty_types=_types(typed, claim.casualty_types),
        statistic=_choice(typed, "statistic", Statistic, claim.statistic),
        period=_period(typed, claim.period),
        basis=_choice(typed, "basis", Basis, claim.basis),
        claimant=_claimant(typed, claim.claimant, claimants),
        record=bool(typed.get("record", claim.record)),
    )


def new_claim(
    document: Document, start: int, end: int, typed: Mapping[str, Any], claimants: Mapping[str, Claimant]
) -> Claim:
    """A claim about the figure that was selected in the text, its sentence as evidence. Raises ClaimError."""
    if not 0 <= start < end <= len(document.text) or end - start > _LONGEST:
        raise ClaimError("select the figure in the text, and no more than a line of it")
    first, last = _sentence(document.text, start, end)
    claim = Claim(
        claim_id=f"{document.id}:{start}",
        document_id=document.id,
        value=0,
        evidence=Evidence(document.text[first:last], first, last),
        figure=Span(start, end),
        publisher=document.publisher,
        published=document.published,
        url=document.url,
    )
    return claim_with(claim, {"value": document.text[start:end], **typed}, claimants)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The line or sentence around a selection, at most 300 characters of it."""
    first = max(text.rfind(mark, 0, start) for mark in ("\n", ". ", "! ", "? ")) + 1
    lasts = [at for mark in ("\n", ". ", "! ", "? ") if (at := text.find(mark, end)) >= 0]
    last = min(lasts, default=len(text) - 1) + 1
    first, last = max(first, start - 150), min(last, end + 150)
    while first < start and text[first].isspace():
        first += 1
    return first, len(text[:last].rstrip()) if last > end else end


def _numbers(typed: Mapping[str, Any], hedge: Hedge, claim: Claim) -> tuple[float | None, float | None, float | None]:
    """Value and bounds as the hedge wants them: see the public interface."""
    if "value" not in typed and "hedge" not in typed:
        return claim.value, claim.low, claim.high
    printed = _number(typed, "value", claim.value if claim.value is not None else claim.low)
    if printed is None:
        raise ClaimError("the figure is missing; write the number as the text prints it")
    if hedge is Hedge.RANGE:
        upper = _number(typed, "high", claim.high)
        if upper is None:
            raise ClaimError("a range needs its second number; write it, or choose another hedge")
        return None, printed, upper
    low = printed if hedge is Hedge.AT_LEAST else None
    return printed, low, printed if hedge in (Hedge.NEARLY, Hedge.UP_TO) else None


def _number(typed: Mapping[str, Any], name: str, now: float | None) -> float | None:
    told = typed.get(name)
    if told in (None, ""):
        return now
    plain = "".join(letter for letter in str(told) if not letter.isspace() and letter not in ",’'")
    try:
        number = float(plain)
    except ValueError:
        number = -1.0
    if not 0 <= number <= _MOST:
        raise ClaimError(f"{str(told)[:40]!r} is no number of losses; write it in digits, such as 1,950")
    return number


def _words(typed: Mapping[str, Any], name: str, now: str | None) -> str | None:
    if name not in typed:
        return now
    told = "".join(letter for letter in str(typed[name] or "") if letter.isprintable()).strip()
    if len(told) > _LONGEST:
        raise ClaimError(f"the {name} has more than {_LONGEST} letters; shorten it")
    return told or None


def _claimant(typed: Mapping[str, Any], now: str | None, claimants: Mapping[str, Claimant]) -> str | None:
    """The claimant by the canonical name where the one typed is known under another."""
    told = _words(typed, "claimant", now)
    lower = (told or "").lower()
    known = (one.name for one in claimants.values() if lower in {one.name.lower(), *map(str.lower, one.aliases)})
    return next(known, told) if told else None


def _types(typed: Mapping[str, Any], now: tuple[str, ...]) -> tuple[str, ...]:
    if "casualty_types" not in typed:
        return now
    told = typed["casualty_types"]
    if not isinstance(told, list) or any(one not in CASUALTY_TYPES for one in told):
        raise ClaimError(f"casualty types are {', '.join(CASUALTY_TYPES)}; choose among these")
    return tuple(sorted(set(told)))


def _choice(typed: Mapping[str, Any], name: str, kinds: Any, now: Any) -> Any:  # noqa: ANN401
    told = typed.get(name, now)
    try:
        return kinds(told)
    except ValueError:
        names = ", ".join(str(kind) for kind in kinds)
        raise ClaimError(f"{str(told)[:40]!r} is no {name}; choose among {names}") from None


def _period(typed: Mapping[str, Any], now: Period) -> Period:
    kind = _choice({"kind of period": typed.get("period_kind", now.kind)}, "kind of period", PeriodKind, now.kind)
    return Period(kind, _day(typed, "start", now.start), _day(typed, "end", now.end))


def _day(typed: Mapping[str, Any], name: str, now: date | None) -> date | None:
    if name not in typed:
        return now
    told = typed[name]
    if not told:
        return None
    day = parse_day(told)
    if day is None:
        raise ClaimError(f"{str(told)[:40]!r} is no date; write it as 11 Nov 2024")
    return day
