"""Charts as pages fetch them: the same numbers and words in fewer bytes, told apart by view, style and data."""

import json

import brotli
import numpy as np
import pytest

from dashboard.figure import Style
from dashboard.web.editions import Editions, fixed
from dashboard.web.figures import style_of
from dashboard.web.packing import packed
from dashboard.web.view import View

ROWS = 30


def numbers_of(told):
    total, numbers = 0, []
    for step in told["steps"]:
        total += 0 if step is None else step * told["unit"]
        numbers.append(np.nan if step is None else total / told["per"])
    return numbers


def texts_of(told):
    columns = [numbers_of(column) if isinstance(column, dict) else column for column in told["numbers"]]
    shapes = numbers_of(told["form"]) if isinstance(told["form"], dict) else told["form"]
    queues, texts = [list(column) for column in columns], []
    for shape in shapes:
        text, place = "", 0
        for character in told["forms"][int(shape)]:
            ways = {"\x01": "{:d}", "\x02": "{:,d}", "\x03": "{:02d}"}
            text += ways[character].format(int(queues[place].pop(0))) if character in ways else character
            place += character in ways
        texts.append(text)
    return texts


def sent(**trace):
    return json.loads(packed({"data": [trace]}))["data"][0]


@pytest.mark.parametrize(
    "values",
    [
        np.arange(ROWS) * 86_400_000.0 + 43_200_000,
        np.array([1770, 1950, np.nan, -30] * 10, dtype="float64"),
        np.linspace(0, 300, ROWS).round(1),
        np.zeros(ROWS),
        np.arange(ROWS, dtype="int16")[::-1],
    ],
)
def test_numbers_are_the_same_after_the_journey(values):
    np.testing.assert_array_equal(numbers_of(sent(y=values)["y"]), values.astype("float64"))


def test_numbers_with_many_digits_and_short_rows_travel_as_they_are():
    many = np.linspace(0, 1, ROWS)
    assert sent(y=many)["y"] == many.tolist()
    assert sent(y=np.array([1.0, np.nan]))["y"] == [1.0, None]


def test_evenly_spaced_days_cost_next_to_nothing():
    days = np.arange(1600) * 86_400_000.0
    assert len(brotli.compress(packed({"data": [{"x": days}]}).encode())) < 100


def test_texts_are_the_same_after_the_journey():
    texts = [f"<b>{n:,}</b> on {n % 28:02} May, 0{n}, {n}" for n in range(900, 900 + ROWS)]
    ids = [f"R-2031-05-{n % 28:02}" for n in range(ROWS)]
    columns = sent(customdata=[list(row) for row in zip(ids, texts, strict=True)])["customdata"]["columns"]
    assert [texts_of(column) for column in columns] == [ids, texts]


def test_cells_that_are_not_all_texts_travel_as_they_are():
    cells = [["a", 1]] * ROWS
    assert sent(customdata=cells)["customdata"] == cells
    marked = [["a\x01b", "c"]] * ROWS
    assert sent(customdata=marked)["customdata"] == marked


def test_a_chart_is_fetched_with_its_words(client, losses):
    answer = client.get("/figures/daily?start=2024-11-01&end=2024-11-30&width=900")
    told = answer.get_json()
    words = Editions(fixed(losses)).newest().drawn.words("daily", View())
    assert told["label"] == f"Chart. {told['title']}. {told['subtitle']}"
    assert any("not verified counts" in sentence for sentence in told["foot"])
    assert told["title"] != words.title
    assert [trace["type"] for trace in told["figure"]["data"]].count("bar") >= 1


def test_a_browser_gets_it_compressed_and_keeps_what_it_has(client):
    plain = client.get("/figures/total")
    small = client.get("/figures/total", headers={"Accept-Encoding": "gzip, br"})
    assert small.headers["Content-Encoding"] == "br"
    assert brotli.decompress(small.data) == plain.data
    again = client.get("/figures/total", headers={"If-None-Match": plain.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data


def test_a_chart_that_does_not_exist_is_told(client):
    assert client.get("/figures/nothing").status_code == 404


def test_a_view_of_the_page_that_the_chart_does_not_go_by_gives_the_same_chart(client):
    tag = client.get("/figures/total").headers["ETag"]
    assert client.get("/figures/total?claimant=Tony+Radakin&q=x&unit=year").headers["ETag"] == tag
    assert client.get("/figures/total?log=1").headers["ETag"] != tag
    assert client.get("/figures/total?theme=dark").headers["ETag"] != tag


@pytest.mark.parametrize("width", ["", "wide", "-900", "٩٠٠", "9" * 400, "12"])
def test_a_width_that_no_page_has_is_left_out(width):
    assert style_of({"width": width, "theme": "loud", "size": "huge"}) == Style()


def test_the_same_chart_is_made_once(losses):
    drawn = Editions(fixed(losses)).newest().drawn
    assert drawn.sent("total", View(), Style()) is drawn.sent("total", View(), Style())
