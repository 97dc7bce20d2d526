"""Many marks drawn as one shape: the same heights at the same days, and the same answers to a pointer."""

import numpy as np
import plotly.graph_objects as go

from dashboard.figure.outline import MANY, outlined

DAY = 86_400_000.0


def bars(count: int, **more) -> dict:
    middle = np.arange(count) * DAY + DAY / 2
    trace = {
        "type": "bar",
        "name": "days",
        "x": middle,
        "y": np.arange(count) % 7 + 1.0,
        "width": np.full(count, DAY),
        "marker": {"color": "#123456"},
        "customdata": [[f"r{n}", f"{n}"] for n in range(count)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }
    return trace | more


def drawn(*traces: dict, **layout) -> list[dict]:
    return outlined(go.Figure({"data": list(traces), "layout": layout}, _validate=False))["data"]


def height_at(shape: dict, when: float) -> float:
    """The height of the outline just where it runs level."""
    place = np.searchsorted(shape["x"], when)
    assert shape["y"][place - 1] == shape["y"][place]
    return float(shape["y"][place])


def test_many_bars_become_a_filled_outline_of_the_same_heights():
    source = bars(MANY)
    shape, told = drawn(source)
    assert (shape["fill"], shape["fillcolor"], shape["hoverinfo"]) == ("tozeroy", "#123456", "skip")
    assert [height_at(shape, when) for when in source["x"]] == source["y"].tolist()
    assert told["customdata"] == source["customdata"]
    np.testing.assert_array_equal(told["x"], source["x"])


def test_few_bars_stay_bars():
    assert [trace["type"] for trace in drawn(bars(MANY - 1))] == ["bar"]


def test_between_bars_that_do_not_touch_the_outline_goes_down():
    source = bars(MANY)
    source["x"] = np.where(np.arange(MANY) >= 100, source["x"] + 3 * DAY, source["x"])
    shape = drawn(source)[0]
    assert height_at(shape, 101 * DAY) == 0
    assert height_at(shape, source["x"][100]) == source["y"][100]


def test_on_a_logarithmic_scale_it_goes_down_to_next_to_nothing():
    source = bars(MANY)
    source["x"] = np.where(np.arange(MANY) >= 100, source["x"] + 3 * DAY, source["x"])
    assert 0 < drawn(source, yaxis={"type": "log"})[0]["y"].min() < 0.01


def test_hatched_based_many_coloured_and_negative_bars_stay_bars():
    kinds = (
        {"marker": {"color": "red", "pattern": {"shape": "/"}}},
        {"base": np.ones(MANY)},
        {"marker": {"color": ["red"] * MANY}},
        {"y": np.full(MANY, -1.0)},
    )
    for kind in kinds:
        assert [trace["type"] for trace in drawn(bars(MANY, **kind))] == ["bar"]


def test_points_without_size_become_one_line_that_answers_and_the_seen_ones_stay():
    sizes = np.where(np.arange(MANY + 2) < 2, 6.0, 0.0)
    points = bars(MANY + 2, type="scatter", mode="markers", marker={"color": "red", "size": sizes})
    del points["width"]
    line, seen = drawn(points)
    assert (line["mode"], len(line["x"]), line["customdata"]) == ("lines", MANY + 2, points["customdata"])
    assert (len(seen["x"]), seen["marker"]["size"].tolist(), seen["hoverinfo"]) == (2, [6.0, 6.0], "skip")
    assert "customdata" not in seen
