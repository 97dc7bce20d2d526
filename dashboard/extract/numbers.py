"""Printed numbers of a sentence as figures: digits in any style, words, vague words and ranges.

What a number can never be (a list of digits, a date, an ordinal, part of a name) is told at once as `reason`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.extract.hedges import hedge_after, hedge_before
from dashboard.extract.number_words import WORD_NUMBER, WORD_OPENING, only_digits, word_value
from dashboard.extract.ranges import TOO_MANY, Figure, joined
from dashboard.extract.refusals import reason_by_form
from dashboard.model import Hedge

_SCALES = {
    "k": 1e3, "thousand": 1e3, "thousands": 1e3, "тис": 1e3, "тисяч": 1e3, "тисячі": 1e3, "тыс": 1e3, "тысяч": 1e3,
    "тысячи": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6, "millions": 1e6, "bn": 1e9, "billion": 1e9,
    "hundred": 1e2, "dozen": 12.0,
}  # fmt: skip
_SCALE = (
    r"(?P<scale>(?<=\d)(?:[kK]|[mM]n?|mln|bn)(?![\w])"
    r"|[ -](?:hundred|thousand|million|billion|mln|dozen|тис|тисяч|тисячі|тыс|тысяч|тысячи)(?!\w))"
)
_MORE_DIGITS = r"\d*(?:[.,']\d+)*(?:(?<!\d{4})(?<!\d[.,']\d)(?: \d{3}(?!\d|[.,]\d))+)?"
_DIGITS = rf"(?<![\d.,])\d{_MORE_DIGITS}"
# The look ahead at the first letters spares most places of a text the longer try.
_NUMBER = re.compile(
    rf"(?=\d)(?P<digits>{_DIGITS}){_SCALE}?|\b(?={WORD_OPENING})(?P<words>{WORD_NUMBER})", re.IGNORECASE
)
# The same for a text without number words: it begins with a digit, for which a text is looked through at once.
_IN_DIGITS = re.compile(rf"(?P<digits>\d(?<![\d.,]\d){_MORE_DIGITS}){_SCALE}?(?P<words>(?!))?", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:([,.' ])\d{3})(?:\1\d{3}){0,4}")
_DECIMAL = re.compile(r"\d{1,9}[.,]\d{1,2}")
_LONGEST = 15
# A sentence with more numbers than this is a table run together, for which no grammar holds.
MOST = 30
_VERBAL = re.compile(r"(?:top|pass|exceed|surpass|cross|breach|approach|near(?:s|ing)\b|not )", re.IGNORECASE)


def figures(text: str, start: int, end: int) -> list[Figure]:
    """The figures of the sentence text[start:end], ranges joined and hedges read, in order."""
    plain = only_digits(text[start:end])
    if plain is None:
        return []
    matches = list((_IN_DIGITS if plain else _NUMBER).finditer(text, start, end))
    found = [figure for match in matches[:MOST] for figure in _figures(text, match)]
    found += [Figure(m.start(), m.end(), m.start(), 0.0, reason=TOO_MANY) for m in matches[MOST:]]
    return [_hedged(text, figure, start, end) for figure in joined(text, found, start)]


def _figures(text: str, match: re.Match[str]) -> list[Figure]:
    """The figures of one match without their hedges: none, one, or two words in a row ("lost one and three")."""
    if not match["words"]:
        return [_figure(text, match)]
    if one := _word_figure(text, *match.span()):
        return [one]
    first, joint, _ = match["words"].rpartition(" and ")
    stop = match.start() + len(first)
    both = [_word_figure(text, match.start(), stop), _word_figure(text, stop + len(joint), match.end())]
    return [figure for figure in both if figure and joint]


def _figure(text: str, match: re.Match[str]) -> Figure:
    """One figure in digits without its hedge."""
    scale = _SCALES.get((match["scale"] or "").strip(" -").lower(), 0.0)
    digits, (begin, stop) = match["digits"], match.span()
    value = plain_number(digits, scaled=bool(scale))
    if scale and match["scale"].lower() == "m" and not _is_million(text, match):
        return Figure(begin, stop, begin, value, reason="a distance or a length")
    bare = digits.isdigit()
    if value is None:
        return Figure(begin, stop, begin, 0.0, reason=_malformed(digits), bare=bare, scaled=bool(scale))
    value *= scale or 1.0
    reason = reason_by_form(text, begin, stop, value, bare=bare and not scale)
    if reason is None and not value.is_integer():
        reason = "a fraction"
    return Figure(begin, stop, begin, value, reason=reason, bare=bare, scaled=bool(scale))


def _word_figure(text: str, start: int, end: int) -> Figure | None:
    """A number told in the words text[start:end]; vague ones have a literal minimum and no value."""
    value, vague = word_value(text[start:end])
    if value is None:
        return None
    reason = reason_by_form(text, start, end, value, bare=False)
    if vague:
        reason = None if reason == "part of a name" else reason  # "every day thousands": no Day Thousand
        return Figure(start, end, start, None, value, None, Hedge.AT_LEAST, reason, True, True)
    return Figure(start, end, start, value, reason=reason, word=True)


def _is_million(text: str, match: re.Match[str]) -> bool:
    """Whether the m glued to a number means million rather than metres: a fraction, or people after it."""
    if "." in match["digits"] or text[match.end() - 1] == "M":
        return True
    return bool(
        re.match(
            r"\s(?:[A-Z][a-z]{2,12}\s){0,2}(?:people|troops|soldiers|casualties|dead|killed|losses|lives|men)\b",
            text[match.end() : match.end() + 40],
        )
    )


def plain_number(digits: str, *, scaled: bool = False) -> float | None:
    """The value of digits with separators, None where they are not one number; `scaled` if a word like million
    follows."""
    if len(digits) > _LONGEST:
        return None
    if digits.isdigit():
        return float(digits)
    if scaled and re.fullmatch(r"\d{1,4}[.,]\d{1,3}", digits):
        return float(digits.replace(",", "."))
    if _GROUPED.fullmatch(digits):
        return float(re.sub(r"[,.' ]", "", digits))
    return float(digits.replace(",", ".")) if _DECIMAL.fullmatch(digits) and "." in digits else None


def _malformed(digits: str) -> str:
    """Why separated digits are no count."""
    if len(digits) > _LONGEST:
        return "too long to be a count"
    return "a date" if re.fullmatch(r"\d{1,4}\.\d{1,2}\.\d{2,4}", digits) else "digits that are not one number"


def _hedged(text: str, figure: Figure, start: int, end: int) -> Figure:
    """The figure with the hedge that stands before or after it; a range and a vague word keep their own."""
    if figure.reason or figure.hedge is Hedge.RANGE:
        return figure
    hedge, hull = hedge_before(text, start, figure.start, figure.size)
    if figure.vague:
        return replace(figure, hull=hull)
    if hedge is None:
        hedge, _ = hedge_after(text, figure.start, figure.end, end), hull
    if hedge is None and hull == figure.hull:
        return figure
    bounds = {
        Hedge.AT_LEAST: (figure.value, None),
        Hedge.NEARLY: (None, figure.value),
        Hedge.UP_TO: (None, figure.value),
    }
    low, high = bounds.get(hedge or Hedge.EXACT, (None, None))
    verbal = bool(_VERBAL.match(text, hull, figure.start)) if hull < figure.start else False
    return replace(figure, hedge=hedge or Hedge.EXACT, low=low, high=high, hull=hull, verbal=verbal)
