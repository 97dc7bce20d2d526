"""How the verdicts on claims read in charts and their tables."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

VERDICTS: Mapping[str, str] = MappingProxyType(
    {
        "equal": "equal",
        "equal_rounded": "equal to the digits printed",
        "within_hedge": "within its hedge",
        "equal_other_basis": "equal a day earlier or later",
        "differs": "differs",
        "no_reference": "no reference for these days",
    }
)
