"""A noun or participle of loss whose measure the figure is: "casualties averaged N", "put the losses at N"."""

from __future__ import annotations

import re

from dashboard.extract.ties import Link, Row

_MEASURED = re.compile(
    r"N[daDw]{0,3}(?:(?:[TAOMBb:(\-][daMBbO]{0,3}){1,3}|x(?=[aw]{0,2}[XK]|,)|I(?=M)|i(?=[aDdwPCO]{0,9}[XKC]))"
)
# "gave the number of soldiers killed as N".
_GIVEN_AS = re.compile(r"N[daDw]{0,2}I[aDdwPCGIO]{0,5}(?P<t>[KX](?:J?[KX]){0,2})[aDdwPCGBb]{0,4}O?[daw]{0,2}[xX]?")
_INCLUDE = frozenset("include includes included".split())
_NUMBER = frozenset("number numbers count total".split())
_TOLLS = frozenset(("toll", "death toll", "losses", "casualties"))
_OWN = frozenset("its their his her".split())
_FURTHEST = 26


def measured(row: Row, index: int) -> Link | None:
    """The link of a figure that measures a loss named before it."""
    if found := _counted(row, index):
        return Link("noun of loss, measured", found)
    match = row.back(_MEASURED, index, 14)
    verbal = row.tokens[index].data.verbal
    if not (match or verbal) or row.unrelated(index):
        return None
    begin = len(row.symbols) - match.end() if match else index - 1
    if match and row.symbol(begin) == "i" and row.word(begin) not in _INCLUDE:
        return None
    if match and row.symbol(begin) == "I" and row.word(begin) != "from":
        return None
    joint = row.symbols[begin:index]
    if _bare_of(row, begin, joint):
        return None
    loss = _loss_before(row, begin, index, strong=verbal or bool(set(joint) & set("MBbTA:xi")), verbal=verbal)
    if loss is None:
        return None
    return Link("part of those lost" if _among(row, loss, index) else "noun of loss, measured", _chain(row, loss))


def _counted(row: Row, index: int) -> list[int]:
    """The words of loss that a figure right behind them counts: "losses above N", "the number killed N", "as N"."""
    if row.symbol(index - 1) == "X" and row.tokens[index].data.hull < row.tokens[index].data.start:
        return [index - 1]
    if row.symbol(index - 1) == "K" and index > 2 and row.word(index - 3) in _NUMBER:
        return [index - 1]
    given = row.back(_GIVEN_AS, index, 16) if "as" in row.words(index - 3, index) else None
    counts = given and row.symbols[len(row.symbols) - given.end()] in "xX" and row.head(index) is None
    counts = counts or (given and row.word(row.places(given, "t", "KX", reverse=True)[0]) in _TOLLS)
    return row.places(given, "t", "KX", reverse=True) if given and counts else []


def _bare_of(row: Row, begin: int, joint: str) -> bool:
    """Whether only "of" stands before the figure, behind a word that tells no loss: "a group of 40"."""
    return (
        bool(joint)
        and set(joint) <= set("Oda")
        and row.symbols[begin] == "O"
        and row.symbol(begin - 1) not in ("X", "x", "K", "a")
    )


def _loss_before(row: Row, begin: int, index: int, *, strong: bool, verbal: bool) -> int | None:
    """Where the loss stands that a figure measures; `strong` if a verb or "at" says that it does, `verbal` if that
    verb is part of the figure's hedge ("those killed passed N")."""
    for k in range(begin, max(-1, begin - _FURTHEST), -1):
        symbol, behind = row.symbols[k], row.symbol(k + 1)
        if row.word(k) in ("fell", "fallen") and "T" in row.symbols[k + 1 : k + 3]:
            continue
        if symbol == "X" or ((symbol in "KY" or row.word(k) == "victims") and k < index - (not verbal) and strong):
            return k
        if symbol == "V" and row.word(k).endswith(" of") and strong and "N" not in row.symbols[k:index]:
            return k
        if symbol == "L" and k < index - 1 and strong and _whom_lost(row, k):
            return k
        if row.word(k) == "there" and row.symbol(k + 1) in ("B", "b") and row.symbol(k - 1) in ("", ",", ":", "J"):
            return None
        if symbol == ";" and row.word(k + 1) in _OWN and "x" in row.symbols[k:index]:
            continue
        if symbol == ";" or (symbol == "L" and behind == "T"):
            return None
        if symbol == "N" and behind not in ("T", "P", "C") and row.size(k) >= 10:
            return None
    return None


def _whom_lost(row: Row, lost: int) -> bool:
    """Whether people stand before a verb of losing as those whom it lost: "the fighters it lost"."""
    by = lost - 1 - (row.word(lost - 1) in _LOSERS)
    return row.symbol(by) in ("P", "C", "G")


_LOSERS = frozenset("it they he she".split())


def _among(row: Row, loss: int, index: int) -> bool:
    """Whether a figure tells who the lost were: "among the dead were three officers", "the dead include N"."""
    between = row.symbols[loss + 1 : index]
    told = between.strip("a") in ("B", "i", "bB") or (row.symbol(0) == "i" and between.endswith(("B", "Ba")))
    return told and row.head(index) is not None and row.symbols[loss] in "KX"


def _chain(row: Row, loss: int) -> list[int]:
    """The words of loss coordinated with one: "the killed and wounded"."""
    symbol = row.symbols[loss]
    near = [k for k in range(max(0, loss - 6), loss + 1) if row.symbols[k] in "XK" or k == loss]
    return [k for k in near if (k == loss or row.symbols[k] == symbol) and "N" not in row.symbols[k:loss]]
