"""The style sheet: every file of it is in, in one answer whose address changes with its content."""

import re

from dashboard.web import styling
from dashboard.web.application import ASSETS


def test_every_file_of_styles_is_joined():
    assert sorted(styling.PARTS) == sorted(path.stem for path in (ASSETS / "styles").glob("*.css"))


def test_a_page_asks_for_one_sheet_that_browsers_keep_for_good(client):
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', client.get("/").text)
    assert sheets == [styling.address(styling.joined(ASSETS))]
    answer = client.get(sheets[0])
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.mimetype == "text/css"
    assert ".term-note" in answer.text


def test_the_address_of_the_sheet_changes_with_its_content():
    assert styling.address(b"a") != styling.address(b"b")
