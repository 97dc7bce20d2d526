"""Every row of the table of numbers is read as what it says, or set aside: never as another number."""

from __future__ import annotations

from datetime import date

from dashboard.extract import extract
from dashboard.model import Document
from tests.eval.known import claimants, conflict
from tests.hostile.numbers import SIZES, rows

PEOPLE, WAR = claimants(), conflict()
# Of the rows that say a number, how many are read and not merely set aside; a fall would be a reader grown timid.
READ = 0.9


def read(printed):
    text = f"Russia lost {printed} soldiers in a day, the General Staff of Ukraine said."
    found = extract(Document("row", text, published=date(2024, 11, 12)), PEOPLE, WAR)
    return [n for claim in found.claims for n in (claim.value, claim.low, claim.high) if n is not None]


def test_there_are_two_hundred_rows_or_more():
    assert len(rows()) >= 200


def test_each_row_is_right_or_flagged():
    wrong = []
    for row in rows():
        allowed = {*row.also, *([] if row.value is None else [row.value])}
        if any(number not in allowed for number in read(row.printed)):
            wrong.append((row.printed[:40], row.value, read(row.printed)))
    assert not wrong


def test_most_rows_that_say_a_number_are_read():
    said = [row for row in rows() if row.value is not None]
    unread = [row.printed for row in said if read(row.printed) != [row.value]]
    assert len(unread) <= (1 - READ) * len(said), unread


def test_plain_groups_of_three_are_always_read():
    assert [read(f"{size:,}") for size in SIZES] == [[size] for size in SIZES]
