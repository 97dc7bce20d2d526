"""What a made-up series and the checks of what ships come to, line by line; `--update-golden` rewrites it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from dashboard.checks import check_claims
from dashboard.consistency import findings
from dashboard.counted import by_calendar, counted, highest, record_days, rolling_mean
from dashboard.model import Basis, Hedge, Period, PeriodKind, Statistic
from dashboard.observations import observations
from dashboard.pipeline import build
from dashboard.series import daily_series
from tests.core.frames import CLAIMANTS, FIRST, QUERY, anomaly, quoted, totals
from tests.core.invented import by_ministry, losses_of

HERE = Path(__file__).parent
# Ninety days: gaps, a fall, a lump, a repeat that is registered and one that is not, and a revision of one report.
STEPS = [310, 290, 410, 0, 520, 505, 515, 700, -40, 610, 620, 1900, 640, 650, 650, 660, 0, 690, 700, 905]
RUNNING = [1000 + sum((STEPS * 5)[:n]) for n in range(90)]
MISSING = {5, 6, 33, 47, 48, 49, 71}
ANOMALIES = (
    anomaly("correction", FIRST + timedelta(days=12), amount=1200, omit_from_records=True, expected=1900),
    anomaly("irregular", FIRST + timedelta(days=20), FIRST + timedelta(days=22), omit_from_records=True),
    anomaly("no_update", FIRST + timedelta(days=24)),
    anomaly("correction", FIRST + timedelta(days=72), amount=300),
)


def day(number):
    return FIRST + timedelta(days=number)


def quotes():
    """Increments quoted of single days and of several, agreeing and not."""
    return [
        *(quoted(STEPS[n - 1], day(n), claim_id=f"q{n:02}:1") for n in range(1, 20, 3)),
        quoted(411, day(3), claim_id="r03:1"),
        quoted(411, day(3), claim_id="s03:1"),
        quoted(1700, day(4), day(7), claim_id="t04:1", period=Period(PeriodKind.OTHER, day(4), day(7))),
        quoted(515, day(7), claim_id="u07:1", hedge=Hedge.ABOUT),
    ]


def observed():
    reports = totals([None if n in MISSING else value for n, value in enumerate(RUNNING)])
    stamped = [one | {"recorded_at": pd.Timestamp(one["published"], tz="UTC")} for one in reports]
    revised = next(one for one in reports if one["published"] == day(40))
    late = revised | {"total": revised["total"] - 15, "recorded_at": pd.Timestamp(day(60), tz="UTC")}
    return observations([*stamped, late], quotes(), CLAIMANTS)


def table(name, frame):
    return [f"== {name}", *frame.to_csv(index=False, float_format="%.6g").splitlines()]


def test_a_made_up_series_comes_to_what_it_did(request):
    got = []
    for query in (QUERY, replace(QUERY, basis=Basis.PUBLISHED), replace(QUERY, as_of=day(58))):
        series = daily_series(observed(), query, ANOMALIES)
        rows = counted(series, ANOMALIES, query)
        got += table(f"series {query.basis} {query.as_of}", series)
        got += table("counted", rows[["end", "counted", "correction", "reason", "in_records", "in_means"]])
        for unit in ("week", "month", "quarter", "year"):
            got += table(unit, by_calendar(rows, unit))
        got += table("mean of 7 days", rolling_mean(rows))
        got += table("records", record_days(rows, day(15))[["end", "losses"]])
        got += [f"== highest {highest(rows, day(15))} {highest(rows, day(15), day(40))}"]
    hold(HERE / "series.read.txt", got, request)


def test_the_claims_that_ship_are_checked_as_they_were(request):
    shipped = build(HERE.parents[1] / "data")
    frame = check_claims(shipped)
    columns = "claim_id verdict reference difference percent record explanation".split()
    early = check_claims(shipped, as_of=date(2024, 11, 12))
    hold(
        HERE / "checks.read.txt",
        [
            *table("checks", frame[columns]),
            *table("as of 12 November 2024", early[early["reference"].notna()][columns[:-1]]),
            *table("findings", findings(shipped)),
        ],
        request,
    )


def test_claims_about_a_made_up_war_are_checked_as_they_were(request):
    losses = losses_of([None if n in MISSING else v for n, v in enumerate(RUNNING)], told(), ANOMALIES)
    frame = check_claims(losses)
    hold(
        HERE / "told.read.txt",
        [
            *table("checks", frame),
            *table("as of the 40th day", check_claims(losses, as_of=day(40)).drop(columns="explanation")),
            *table("findings", findings(losses)),
        ],
        request,
    )


def told():
    """Claims of every kind about the series, right and wrong, by the staff and by the ministry."""
    month = Period(PeriodKind.MONTH, date(2030, 1, 1), date(2030, 1, 31))
    week = Period(PeriodKind.WEEK, day(28), day(34))
    rate = {"statistic": Statistic.MEAN_PER_DAY, "basis": Basis.COVERS}

    def since(n):
        return Period(PeriodKind.SINCE_START, FIRST, day(n))

    claims = [
        *quotes(),
        quoted(620, day(11), claim_id="a01:1", record=True),
        quoted(1900, day(12), claim_id="a02:1", record=True),
        quoted(905, day(40), claim_id="a03:1", record=True),
        quoted(905, day(20), claim_id="a04:1", record=True, basis=Basis.COVERS),
        quoted(610, day(11), claim_id="a05:1", basis=Basis.COVERS),
        quoted(RUNNING[30], day(30), claim_id="b01:1", period=since(30)),
        quoted(RUNNING[29], day(29), claim_id="b01:2", period=since(29)),
        quoted(STEPS[9], day(30), claim_id="b01:3"),
        quoted(STEPS[10], day(31), claim_id="b02:1"),
        quoted(RUNNING[30], day(31), claim_id="b02:2", period=since(31)),
        quoted(13000, day(33), claim_id="b03:1", period=since(33), hedge=Hedge.AT_LEAST, low=13000),
        quoted(16000, day(31), claim_id="b04:1", period=month, basis=Basis.COVERS),
        quoted(500, day(31), claim_id="b04:2", period=month, **rate),
        quoted(400, day(90), claim_id="b05:1", period=since(89), **rate),
        quoted(3400, day(34), claim_id="b06:1", period=week, hedge=Hedge.ABOUT),
        *(quoted(max(STEPS[(n - 1) % 20], 0), day(n), claim_id=f"b06:{n}") for n in range(28, 35)),
        quoted(905, day(60), claim_id="b07:1", period=Period(PeriodKind.DAY, day(30), day(62)), record=True),
        quoted(691, day(60), claim_id="b08:1", period=Period(PeriodKind.DAY, day(30), day(62))),
        quoted(700, day(60), claim_id="b09:1", period=Period(PeriodKind.DAY)),
        quoted(650, day(60), claim_id="b09:2", period=Period(PeriodKind.DAY)),
        quoted(123, day(60), claim_id="b09:3", period=Period(PeriodKind.DAY)),
        quoted(None, day(60), claim_id="b09:4", period=Period(PeriodKind.DAY), hedge=Hedge.AT_LEAST, low=200),
        quoted(500, day(60), claim_id="b10:1", period=Period(PeriodKind.WEEK, None, day(60))),
        quoted(640, day(410), claim_id="b14:1", period=Period(PeriodKind.DAY, day(400), day(410))),
        quoted(480, day(31), claim_id="b04:4", period=month, claimant=None, **rate),
        quoted(16200, day(31), claim_id="b04:5", period=month, claimant=None, basis=Basis.COVERS),
        quoted(500.25, day(31), claim_id="b15:1", period=month, **rate),
        quoted(15000, day(31), claim_id="b15:2", period=month, basis=Basis.COVERS),
        quoted(1020, day(2), claim_id="b16:1", period=Period(PeriodKind.OTHER, day(1), day(3)), hedge=Hedge.ABOUT),
        quoted(99, day(400), claim_id="b11:1"),
        quoted(9000, day(48), claim_id="b12:1", period=since(48)),
        quoted(20, day(30), claim_id="b13:1", casualty_types=("killed",), category="tanks"),
        quoted(900, day(50), claim_id="c01:1", casualty_types=("killed", "wounded"), period=month),
        quoted(300, day(50), claim_id="c01:2", casualty_types=("killed",), period=month),
        quoted(580, day(50), claim_id="c01:3", casualty_types=("wounded",), period=month),
    ]
    ministry = [
        quoted(30000, day(50), claim_id="m01:1", period=since(50), casualty_types=("killed", "wounded")),
        quoted(28000, day(70), claim_id="m02:1", period=since(70), casualty_types=("killed", "wounded")),
        quoted(90000, day(80), claim_id="m03:1", period=since(80), casualty_types=("killed", "wounded")),
        quoted(
            600, day(80), claim_id="m04:1", period=Period(PeriodKind.OTHER, day(70), day(80)),
            casualty_types=("killed", "wounded"), **rate
        ),
        quoted(550, day(31), claim_id="b04:3", period=month, **rate),
        quoted(None, day(31), claim_id="m05:1", period=month, hedge=Hedge.RANGE, low=15000, high=17000),
        quoted(17000, day(31), claim_id="m06:1", period=month, hedge=Hedge.UP_TO, high=17000),
        quoted(15800, day(31), claim_id="m07:1", period=month, basis=Basis.COVERS),
        quoted(15900, day(31), claim_id="m08:1", period=month, basis=Basis.COVERS),
    ]  # fmt: skip
    return [*claims, *(by_ministry(one) for one in ministry)]


def hold(golden, got, request):
    if request.config.getoption("--update-golden", default=False):
        golden.write_text("".join(f"{line}\n" for line in got), encoding="utf-8")
    assert got == golden.read_text(encoding="utf-8").splitlines()
