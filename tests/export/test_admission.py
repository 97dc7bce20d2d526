"""Figures that are not drawn, each with its sentence."""

from __future__ import annotations

import pytest

from dashboard.export.admission import RefusedFigure, admitted

BARS = {"type": "bar", "x": [1], "y": [2]}


def figure(trace=None, **layout):
    return {"data": [BARS | (trace or {})], "layout": layout}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (figure(images=[{"source": "file:///etc/hostname"}]), "images"),
        (figure(images=[{"source": "http://127.0.0.1:9/x.png"}]), "images"),
        (figure(template={"layout": {"images": [{"source": "https://example.org/x.png"}]}}), "images"),
        (figure({"type": "image", "source": "http://127.0.0.1/x"}), "'image'"),
        (figure({"type": "scattergeo"}), "'scattergeo'"),
        (figure({"type": "choropleth"}), "'choropleth'"),
        (figure(title={"text": "x" * 1_000_000}), "too long"),
        (figure(title={"text": "x" * 301}), "too long"),
        (figure(annotations=[{"text": "a<br>" + "&lt;" * 301}]), "too long"),
        (figure(annotations=[{"text": "bell \x07"}]), "control"),
        (figure({"name": "zero \x00"}), "control"),
    ],
)
def test_a_figure_is_refused_with_the_reason(given, said: str) -> None:
    with pytest.raises(RefusedFigure, match=said):
        admitted(given, 800, 600)


@pytest.mark.parametrize("size", [(20_000, 20_000), (0, 100), (100, -1), (4001, 10)])
def test_a_size_that_no_picture_has_is_refused(size) -> None:
    with pytest.raises(RefusedFigure, match="px"):
        admitted(figure(), *size)


def test_what_only_a_pointer_asks_for_is_left_out_and_the_rest_stays() -> None:
    given = figure({"customdata": [["x" * 9000]], "hovertemplate": "\x07"}, title={"text": "<b>" + "y" * 300 + "</b>"})
    kept = admitted(given, 800, 600)
    assert kept["data"] == [BARS]
    assert kept["layout"] == given["layout"]
