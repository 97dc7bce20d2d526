"""Confidence in a claim, from named features whose weights were set on labelled passages."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.extract.linking import Link

_RULES = {
    "figure, participle": 0.97,
    "figure, noun of loss": 0.94,
    "figure, people, participle": 0.97,
    "figure, people, passive": 0.97,
    "figure, people, die": 0.95,
    "figure, people, lost": 0.94,
    "active verb, figure": 0.95,
    "lose, figure": 0.95,
    "coordinated object": 0.9,
    "noun of loss, measured": 0.92,
    "daily report list": 0.99,
}
_WEIGHTS = {
    "no side": -0.08,
    "no claimant": -0.08,
    "claimant carried over": -0.08,
    "side carried over": -0.06,
    "side inferred": -0.04,
    "period assumed": -0.02,
    "word number": -0.03,
    "vague": -0.06,
    "accident words nearby": -0.25,
    "long sentence": -0.03,
    "far from the loss word": -0.05,
    "small number": -0.02,
}


def confidence(link: Link, features: Iterable[str]) -> float:
    """A number from 0.05 to 0.99: the rule's share of right claims, less what weakens the reading."""
    score = _RULES.get(link.rule, 0.82) + sum(_WEIGHTS.get(feature, 0.0) for feature in features)
    return round(min(0.99, max(0.05, score)), 2)
