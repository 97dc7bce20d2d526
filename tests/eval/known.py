"""The conflict and claimants that tests read with: the project's own data where it is there, else a small
made-up set."""

from __future__ import annotations

from datetime import date

from dashboard.model import Claimant, Conflict, Side

RUSSIA = (
    "Russian Moscow Kremlin Putin Russians Kremlin-backed invaders occupiers Vladimir-Putin Russian-Federation Mad-Vlad Muscovites Wagnerites"  # noqa: E501
).split()
UKRAINE = "Ukrainian Kyiv Kiev Ukrainians Zelensky Zelenskyy Zelenskiy".split()


def conflict() -> Conflict:
    """The war that the tests are about."""
    return Conflict(
        name="Russia's war on Ukraine",
        start=date(2022, 2, 24),
        start_words=("full-scale invasion",),
        sides=(
            Side("Russia", tuple(a.replace("-", " ") for a in RUSSIA)),
            Side("Ukraine", tuple(a.replace("-", " ") for a in UKRAINE)),
        ),
        reference_claimant="General Staff of Ukraine",
        reference_subject="Russia",
        regular_since=date(2022, 3, 16),
        compare_with="UK Defence Intelligence",
    )


def claimants() -> dict[str, Claimant]:
    """A few claimants under their canonical names."""
    rows = [
        Claimant(
            "General Staff of Ukraine",
            ("Ukraine General Staff", "General Staff", "Ukrainian General Staff"),
            country="Ukraine",
            reporting_lag_days=1,
        ),
        Claimant(
            "UK Defence Intelligence",
            ("UK Ministry of Defence", "British military intelligence"),
            country="United Kingdom",
        ),
        Claimant("Tony Radakin", ("Anthony Radakin", "Admiral Radakin", "Radakin"), country="United Kingdom"),
        Claimant("John Healey", ("Healey",), country="United Kingdom"),
        Claimant(
            "Volodymyr Zelensky",
            ("Zelensky", "Zelenskyy", "Zelenskiy"),
            country="Ukraine",
            role="President",
            organisation="Office of the President",
        ),
        Claimant(
            "Russian Ministry of Defence",
            ("Russian defence ministry", "Russian Defense Ministry", "Russian MoD"),
            country="Russia",
        ),
        Claimant("Sergei Shoigu", ("Shoigu", "Sergey Shoigu"), country="Russia", organisation="Ministry of Defence"),
        Claimant("Mediazona / BBC News Russian", ("Mediazona",), country="Russia"),
    ]
    return {row.name: row for row in rows}
