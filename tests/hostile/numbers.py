"""Two hundred ways to print a number, right and wrong: each is read as what it says, or is set aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

SIZES = (12, 999, 1770, 48240, 710660, 1234567)
# What stands between groups of three digits, in print and on the web.
MARKS = (
    ",",
    " ",
    "\u00a0",
    "\u202f",
    "\u2009",
    "’",
    "'",
    "\u066c",
    ".",
    "\u200b,",
    ",\u200b",
    "\u2060,",
    "\ufeff,",
    "",
)
# The zero of other scripts' digits: Arabic, Persian, Devanagari, Bengali, full width, bold, monospaced.
ZEROS = (0x660, 0x6F0, 0x966, 0x9E6, 0xFF10, 0x1D7CE, 0x1D7F6)
# Set around a number or into it: what turns the direction of writing, joins, or is not seen.
UNSEEN = ("\u200e", "\u200f", "\u202a", "\u202d", "\u202e", "\u2066", "\u2067", "\u2069", "\u00ad", "\u200d", "\ufe0f")
# What looks like one number and is none, or another one than it seems.
TRAPS = (
    *("1,77", "1,7,70", "1,770,66", "17,70", "1,2,3", "12,34,56", "1.2.3", "1 2 3", "1,,770", ",1770", "0x1770"),
    *("1e3", "1e999", "1_770", "1/770", "1:770", "1770/5", "-1,770", "−1,770", "1770%", "$1,770", "€ 1 770", "№1770"),
    *("#1770", "1770th", "T-1770", "1770°", "1770km", "NaN", "inf", "∞", "9" * 5_000, "1" + ",000" * 300),
    *("2024-11-12", "12.11.2024", "12/11/2024", "24.02.22", "1770-", "1,770...000", "1,770,", "1 77O", "l,770"),
    *("1,7 70", "½", "1½", "¾ 000", "①②③", "Ⅻ", "一千", "1770²", "1770³", "1,770\u0301", "1\u0301,770", "1,770\u20dd"),
    *("1,770\x00", "1\x00,770", "1,\n770", "1,\t770", "&#49;770", "1&nbsp;770", "1&#44;770", "1%2C770"),
)  # fmt: skip


class Row(NamedTuple):
    """A printed number and what it says; None where no count may be read out of it but one of `also`."""

    printed: str
    value: float | None
    also: tuple[float, ...] = ()


def rows() -> list[Row]:
    """All rows, each printed form once."""
    return list({row.printed: row for row in _made()}.values())


def _made() -> Iterator[Row]:
    for size in SIZES:
        for mark in MARKS:
            yield Row(f"{size:,}".replace(",", mark), size)
    for zero in ZEROS:
        for size in SIZES[2:]:
            yield Row(_in_digits(f"{size:,}", zero), size)
            yield Row(_in_digits(str(size), zero), size)
    for sign in UNSEEN:
        yield Row(f"{sign}1,770{sign}", 1770)
        yield Row(f"1,{sign}770", 1770)
    for words, value in (("1.77k", 1770), ("1.77 thousand", 1770), ("0.71m", 710_000), ("1.2 million", 1_200_000)):
        yield Row(words, value)
    for trap in TRAPS:
        yield Row(trap, None, _readable(trap))


def _in_digits(number: str, zero: int) -> str:
    return "".join(chr(zero + int(sign)) if sign.isdigit() else sign for sign in number)


def _readable(trap: str) -> tuple[float, ...]:
    """What a careful reader may still take a trap for: the number with a sign, a mark or a break taken off."""
    plain = (
        "-1,770",
        "−1,770",
        "1770²",
        "1770³",
        "1,770\x00",
        "1,770,",
        "1770-",
        "1&nbsp;770",
        "&#49;770",
        "1&#44;770",
    )
    noted = ("1770°", "1,770...000")
    marked = ("1,770\u0301", "1\u0301,770", "1,770\u20dd", "1\x00,770", "#1770", "1,\n770", "1,\t770", "1 77O", "l,770")
    return (1770.0,) if trap in plain + marked + noted else ()
