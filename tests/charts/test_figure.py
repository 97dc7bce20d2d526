from __future__ import annotations

import itertools
import json
import math
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figure import DARK, FORMATS, HUES, LIGHT, Style, Words, canonical, config, foot_sentences, template
from dashboard.figure.axes import Area, around_zero, between, from_zero, time_axis
from dashboard.figure.boxes import Box
from dashboard.figure.labels import Label, place
from dashboard.figure.palette import Palette, blend, channels
from dashboard.figure.sizes import label_size
from dashboard.figure.text import balanced, fit, lines_of, plain, width, wrap
from dashboard.figure.view import a_day, dependence, nothing_to_draw
from tests.charts.madeup import CLAIMANTS, COPIER, SINGLE, STAFF, selection

# Machado, Oliveira and Fernandes (2009), severity 1: how each dichromat sees linear RGB.
VISIONS = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> np.ndarray:
    share = np.array(channels(colour)) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    return float(linear(colour) @ [0.2126, 0.7152, 0.0722])


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lightness(colour: str) -> float:
    return 116 * luminance(colour) ** (1 / 3) - 16


def oklab(colour: str, vision: str) -> np.ndarray:
    seen = np.clip(np.array(VISIONS[vision]) @ linear(colour), 0, 1)
    cones = np.cbrt(np.array([[0.4122, 0.5363, 0.0514], [0.2119, 0.6807, 0.1074], [0.0883, 0.2817, 0.6300]]) @ seen)
    return np.array([[0.2105, 0.7936, -0.0041], [1.9780, -2.4286, 0.4506], [0.0259, 0.7828, -0.8087]]) @ cones


def apart(one: str, other: str) -> float:
    """The least difference of two colours in any vision, in hundredths of OKLab."""
    return min(100 * float(np.linalg.norm(oklab(one, v) - oklab(other, v))) for v in VISIONS)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_hues_stay_apart_for_colour_blind_readers(colours: Palette) -> None:
    for one, other in itertools.combinations(HUES, 2):
        assert apart(colours.hue(one), colours.hue(other)) > 6.5, (one, other)
    assert apart(colours.deep_blue, colours.burnt_orange) > 15


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_kyiv_and_the_uk_stay_apart_in_grey_print(colours: Palette) -> None:
    assert abs(lightness(colours.deep_blue) - lightness(colours.burnt_orange)) > 10


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_is_legible_on_its_surface(colours: Palette) -> None:
    for ink in (colours.ink, colours.muted, *(colours.hue(hue) for hue in HUES)):
        assert contrast(ink, colours.surface) >= 4.4, ink


def test_an_unknown_hue_is_drawn_as_one_of_the_others() -> None:
    assert LIGHT.hue("no such hue") == LIGHT.slate == LIGHT.of(None)


def test_blending_ends_at_the_colour_and_at_the_ground() -> None:
    assert blend("#102030", "#ffffff", 1) == "#102030"
    assert blend("#102030", "#ffffff", 0) == "#ffffff"


def test_nothing_is_offered_or_sent_to_any_cloud() -> None:
    assert config()["showSendToCloud"] is False
    assert config()["plotlyServerURL"] == ""
    assert config()["displaylogo"] is False
    assert config()["displayModeBar"] is False


def test_labels_are_at_least_twelve_px_at_every_size() -> None:
    for size in FORMATS:
        assert label_size(Style(size=size)) >= 12
        assert template(Style(size=size))["layout"]["xaxis"]["tickfont"]["size"] >= 12


@given(st.floats(0, 3e6, allow_nan=False))
def test_a_value_axis_starts_at_zero_and_has_at_most_five_gridlines(top: float) -> None:
    axis = from_zero(top)
    assert axis.low == 0
    assert axis.high >= top
    assert 1 <= len(axis.ticks) <= 5
    assert axis.ticks[0] == 0


@given(st.floats(1, 3e6), st.floats(0.001, 1))
def test_a_logarithmic_axis_holds_its_values_with_few_gridlines(top: float, share: float) -> None:
    axis = from_zero(top, lowest=top * share, log=True)
    assert 0 < axis.low <= top * share
    assert axis.high >= top
    assert len(axis.ticks) <= 6


@given(st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_an_axis_of_differences_holds_zero(one: float, other: float) -> None:
    low, high = sorted((one, other))
    axis = around_zero(low, high)
    assert axis.low < 0 < axis.high or low == high == 0
    assert axis.low <= low
    assert axis.high >= high
    assert 0.0 in axis.ticks


@given(st.floats(0, 2e6), st.floats(1, 1e5))
def test_an_axis_without_zero_holds_its_values_with_few_gridlines(low: float, more: float) -> None:
    axis = between(low, low + more)
    assert axis.low <= low
    assert axis.high >= low + more
    assert 2 <= len(axis.ticks) <= 6


def test_counts_have_no_gridlines_between_whole_numbers() -> None:
    assert from_zero(2).ticks == (0, 1, 2)


@given(st.text(st.characters(codec="ascii"), max_size=300), st.integers(60, 900))
def test_balanced_lines_are_as_few_and_say_the_same(text: str, limit: int) -> None:
    lines = balanced(text, 15, limit)
    assert len(lines) == len(wrap(text, 15, limit))
    assert " ".join(lines) == " ".join(wrap(text, 15, limit))
    assert all(width(line, 15) <= limit for line in lines)


def test_no_word_stands_alone_in_a_balanced_title() -> None:
    title = "2,200 reported for 19 Dec 2024, the highest since regular reporting began in March 2022"
    first, second = balanced(title, 36, 1488, bold=True)
    assert width(second, 36) > 0.6 * width(first, 36)


@pytest.mark.parametrize(
    ("rate", "words"),
    [(0.0, "0 a day"), (0.02, "less than 0.1 a day"), (0.25, "0.2 a day"), (7.0, "7 a day"), (1284.4, "1,284 a day")],
)
def test_a_rate_is_told_as_finely_as_it_needs(rate: float, words: str) -> None:
    assert a_day(rate) == words


def test_a_few_days_are_ticked_one_by_one_without_hours() -> None:
    axis = time_axis(pd.Timestamp(2030, 1, 1), pd.Timestamp(2030, 1, 2), narrow=False)
    assert axis["range"] == ["2030-01-01", "2030-01-03"]
    assert axis["ticktext"] == ["1 Jan<br>2030", "2 Jan"]


@given(st.text(st.characters(codec="utf-8"), max_size=400), st.integers(60, 900))
def test_wrapped_lines_fit_and_lose_no_word_that_fits(text: str, limit: int) -> None:
    lines = wrap(text, 15, limit)
    assert all(width(line, 15) <= limit for line in lines)
    if all(width(word, 15) <= limit for word in text.split()):
        assert " ".join(lines).split() == text.split()


def test_a_word_too_long_is_cut_with_an_ellipsis() -> None:
    assert fit("unbreakable" * 9, 15, 120).endswith("…")
    assert fit("short", 15, 120) == "short"


def test_foreign_text_is_shown_literally_and_cut() -> None:
    assert plain("<b>1 & 2</b>\x00\x1b") == "&lt;b&gt;1 &amp; 2&lt;/b&gt;"
    assert len(plain("x" * 10_000)) == 300
    assert "<script" not in lines_of("<script>alert(1)</script> and more", 14, 200)


def test_labels_keep_clear_of_each_other_and_inside() -> None:
    first, last = pd.Timestamp(2030, 1, 1), pd.Timestamp(2030, 1, 31)
    area = Area(50, 20, 650, 320, first, last, from_zero(100))
    room = Box(50, 6, 650, 320)
    labels = [
        Label((f"label {n}", "of two lines"), first + pd.Timedelta(days=n), 50, "#000000", leader=True)
        for n in range(30)
    ]
    placed = place(labels, area, room)
    assert len(placed) > 3
    assert all(item.box.inside(room) for item in placed)
    assert not any(a.box.meets(b.box) for a, b in itertools.combinations(placed, 2))


def test_a_label_that_must_stand_says_that_it_covers_something() -> None:
    first = pd.Timestamp(2030, 1, 1)
    area = Area(0, 0, 400, 200, first, first, from_zero(100))
    everything = Box(0, 0, 400, 200)
    kept, dropped = Label(("kept",), first, 50, "#000000", must=True), Label(("dropped",), first, 50, "#000000")
    (placed,) = place([kept, dropped], area, everything, [everything])
    assert placed.label is kept
    assert placed.covering


@dataclass(frozen=True)
class Sample:
    frame: pd.DataFrame
    when: date
    value: float | None
    words: Words


def words(title: str) -> Words:
    return Words(title, "", "made-up", (), None, "", ("A",), "")


def test_canonical_bytes_are_the_same_for_the_same_numbers_and_leave_words_out() -> None:
    frame = pd.DataFrame({"a": [1.0, math.nan, 2.5], "b": ["x", "y", "z"], "c": pd.to_datetime(["2030-01-01"] * 3)})
    one = canonical(Sample(frame, date(2030, 1, 2), None, words("one title")))
    other = canonical(Sample(frame.copy(), date(2030, 1, 2), None, words("another title")))
    assert one == other
    read = json.loads(one)
    assert read["frame"] == {"a": [1, None, 2.5], "b": ["x", "y", "z"], "c": ["2030-01-01"] * 3}
    assert read["when"] == "2030-01-02"
    assert "words" in read or "title" not in one.decode()


def test_canonical_bytes_change_with_one_number() -> None:
    frame = pd.DataFrame({"a": [1.0, 2.0]})
    changed = frame.assign(a=[1.0, 2.0000001])
    sample = Sample(frame, date(2030, 1, 2), 3.0, words(""))
    assert canonical(sample) != canonical(Sample(changed, date(2030, 1, 2), 3.0, words("")))


def test_the_foot_never_calls_a_claim_verified_and_names_dependence() -> None:
    told = Words(
        "t", "s", "made-up source", ("One left out.",), date(2030, 1, 2), "Dated by x.", ("A", "B (of A)"), "d"
    )
    foot = " ".join(foot_sentences(told))
    assert foot.startswith("Reported figures, not verified counts. As of 2 Jan 2030.")
    assert "Claimants: A; B (of A)." in foot
    assert "One left out." in foot
    assert "Source: made-up source" in foot


def test_dependence_is_told_with_the_name() -> None:
    assert dependence(COPIER, CLAIMANTS) == f"{COPIER} (figures derived from those of {STAFF})"
    assert dependence(SINGLE, CLAIMANTS) == SINGLE


def test_an_empty_chart_says_what_to_do() -> None:
    said = nothing_to_draw(selection(date(2031, 1, 1), date(2031, 1, 3)))
    assert said == (
        "No figure for 1–3 Jan 2031 among the reports published by 31 Dec 2030. "
        "Widen the dates, or check the as-of date."
    )
