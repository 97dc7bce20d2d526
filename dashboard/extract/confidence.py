"""Confidence in a claim: a logistic sum of named features, whose weights were fitted on labelled passages.

`python -m tests.eval.calibrate` fits them again and prints them in this form.
"""

from __future__ import annotations

import math

from dashboard.extract.drafts import CARRIED, Draft

_BASE = 2.47
_WEIGHTS = {
    "claimant by a preposition or a mark": -0.49,
    "claimant carried over": -0.14,
    "far from the loss word": -0.35,
    "loss measured at a distance": -0.59,
    "loss taken from another figure": -0.09,
    "no claimant": -0.36,
    "no period named": -0.35,
    "no side": -0.84,
    "nobody named as counted": -0.09,
    "period carried over": -0.11,
    "side carried over": -0.06,
    "side implied": -0.03,
    "small number": -0.13,
    "vague": -0.31,
    "word number": -0.22,
}
# A death by accident is no loss of war, whatever the labelled passages hold.
_ACCIDENT = -2.0

# Rules that tie a figure to the loss word right beside it.
_CLOSE = (
    "figure, people, p",
    "figure, people, die",
    "figure, people, lost",
    "figure, participle",
    "figure, noun",
    "figure, passive",
    "figure, group",
    "active verb, figure",
    "lose, figure",
    "daily report",
)
_SIDES = {
    "no side is named": "no side",
    "the side of the figure before": "side carried over",
    "the side of the figure it goes on with": "side carried over",
    "of the figure it belongs to": "side carried over",
    "more of the side told before": "side carried over",
    "the side spoken of before": "side carried over",
}
_NAMED_SIDES = frozenset(
    (
        "the side beside the figure",
        "the subject of lost or suffered",
        "the side of the noun of loss",
        "the claimant's own",
        "the side named instead of the verb",
        "both sides together",
        "the enemy of the one who reports",
    )
)
_PERIODS = {
    "an event": "no period named",
    "a rate": "no period named",
    "a rate without a period": "no period named",
    "a total of the war": "period of the war assumed",
    "a count until now": "period of the war assumed",
    "a toll that rises": "period of the war assumed",
    "more than fall in one blow": "period of the war assumed",
    "has lost until now": "period of the war assumed",
    "a running total": "period of the war assumed",
    "of the figure it belongs to": "period carried over",
    CARRIED: "period carried over",
}
_CARRIED = ("carried", "named in the next", "named before", "of the figure")


def features_of(draft: Draft) -> tuple[str, ...]:
    """The named features of a reading, in order of name: how far each field rests on more than the words beside it."""
    told = {_link(draft), _side(draft), _claimant(draft), _PERIODS.get(draft.rules.get("period", ""))}
    figure = draft.figure
    if draft.link.head is None and not draft.link.rule.startswith("daily report"):
        told.add("category implied")
    if figure.vague or figure.word:
        told.add("vague" if figure.vague else "word number")
    if figure.size < 10:
        told.add("small number")
    return tuple(sorted({name for name in told if name} | draft.features))


def confidence(draft: Draft) -> float:
    """A number from 0.05 to 0.99: how likely every field of the claim is right."""
    score = _BASE + sum(_WEIGHTS.get(name, 0.0) for name in features_of(draft))
    score += _ACCIDENT * ("accident words nearby" in draft.features)
    return round(min(0.99, max(0.05, 1 / (1 + math.exp(-score)))), 2)


def _link(draft: Draft) -> str | None:
    """How loosely the figure is tied to its loss."""
    rule = draft.link.rule
    if rule in ("noun of loss, measured", "part of those lost"):
        return "loss measured at a distance"
    if rule.startswith(("figure, passive", "figure, group")):
        return "nobody named as counted"
    return None if rule.startswith(_CLOSE) else "loss taken from another figure"


def _side(draft: Draft) -> str | None:
    """What the side rests on, where no word beside the figure names it."""
    rule = draft.rules.get("subject", "")
    return None if rule in _NAMED_SIDES else _SIDES.get(rule, "side implied")


def _claimant(draft: Draft) -> str | None:
    """What the claimant rests on, where it is not the subject of a verb of saying."""
    rule = draft.rules.get("claimant", "")
    if draft.claimant is None:
        return "no claimant"
    if rule.startswith(_CARRIED):
        return "claimant carried over"
    plain = rule.startswith(("subject of", "named where", "the list"))
    return None if plain else "claimant by a preposition or a mark"
