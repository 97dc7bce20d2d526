"""Numbers told in English words, exact ("seven hundred") and vague ("dozens")."""

from __future__ import annotations

import re

from dashboard.extract.sieve import Sieve

_UNITS = {
    word: float(value)
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        start=1,
    )
}
_UNITS |= {
    word: float(10 * n)
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"hundred": 100.0, "thousand": 1000.0, "million": 1e6, "dozen": 12.0}
VAGUE = {
    "several": 3.0,
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2000.0,
    "tens of thousands": 20000.0,
    "hundreds of thousands": 200000.0,
    "millions": 2e6,
    "several dozen": 36.0,
    "several hundred": 300.0,
    "several thousand": 3000.0,
    "several tens of thousands": 30000.0,
    "several hundred thousand": 300000.0,
    "a few hundred thousand": 200000.0,
    "many hundreds": 200.0,
    "many thousands": 2000.0,
    "many dozens": 24.0,
    "a few dozen": 24.0,
    "a few hundred": 200.0,
    "a few thousand": 2000.0,
}
VAGUE |= {
    f"a couple {of}{scale}": 2.0 * size
    for of in ("of ", "")
    for scale, size in (("dozen", 12), ("hundred", 100), ("thousand", 1000), ("million", 1e6))
}
_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "three quarters": 0.75, "two thirds": 2 / 3}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_SCALE = "hundred|thousand|million|dozen"
# Behind "thousand" another count of thousands is a number of its own: "between two thousand and four thousand".
_AND = rf"(?:(?<!thousand )and|and(?! (?:{_UNIT})(?:[ -]hundred)?[ -]thousand))"
WORD_NUMBER = (
    r"\b(?:"
    + "|".join(re.escape(v) for v in sorted(VAGUE, key=len, reverse=True))
    + r"|(?:half|(?:an? |one[ -])?quarter|three[ -]quarters|(?:a |one[ -])?third|two[ -]thirds)(?: of)?[ -]an?[ -]"
    + rf"(?:{_SCALE})"
    rf"|(?:a|{_UNIT})(?: (?:{_SCALE}))? and a (?:half|quarter)(?: (?:{_SCALE}))?"
    r"|a dozen"
    rf"|(?:a (?:hundred|thousand|million)|{_UNIT})(?:[ -](?:{_AND}[ -])?(?:{_UNIT}|{_SCALE})){{0,8}})\b(?!-)"
)
# The letters with which they start.
WORD_OPENING = r"(?:an? (?:few|co|qu|[dhtm])|do|e[il]|f[io]|h[au]|m[ai]|ni|one|qu|s[ceio]|t[ehw])"
_PART = re.compile(r"[a-z]+")
_PART_OF = re.compile(rf"(?:an? |one )?(?P<part>{'|'.join(_PARTS)})(?: of)? an? (?P<scale>{_SCALE})")
_AND_PART = re.compile(
    rf"(?P<unit>a|{_UNIT})(?: (?P<first>{_SCALE}))? and a (?P<part>half|quarter)(?: (?P<last>{_SCALE}))?"
)
# A digit, or a word of every number told in words; in linear time, so that most sentences are done with at once.
_WORD = 1
_FORMS = Sieve((r"\pN", "several|dozen|scores|hundred|thousand|million|" + _UNIT))


def may_hold_number(text: str) -> bool:
    """Whether a text can hold a number at all; false is certain."""
    return bool(_FORMS.passed(text))


def only_digits(text: str) -> bool | None:
    """Whether a text can hold numbers in digits alone; None where it holds no number at all, which is certain."""
    forms = _FORMS.passed(text)
    return _WORD not in forms if forms else None


def word_value(words: str) -> tuple[float | None, bool]:
    """The value of a number in words and whether it is vague, so that the value is a literal minimum."""
    plain = " ".join(words.lower().replace("-", " ").split())
    if plain in VAGUE:
        return VAGUE[plain], True
    if plain.endswith((" half", " quarter")):
        return None, False  # "one and a half" counts no persons
    part = _fraction(plain)
    return (_exact(_PART.findall(plain)) if part is None else part), False


def _fraction(plain: str) -> float | None:
    """The value of a part of a scale, "half a million", "one and a half thousand"; None where no part is told."""
    if match := _PART_OF.fullmatch(plain):
        return round(_PARTS[match["part"]] * _SCALES[match["scale"]])
    match = _AND_PART.fullmatch(plain)
    scale = match and (match["first"] or match["last"])
    if not match or not scale:
        return None
    whole = 1.0 if match["unit"] == "a" else _UNITS[match["unit"]]
    return (whole + _PARTS[match["part"]]) * _SCALES[scale]


def _exact(parts: list[str]) -> float | None:
    """The value of unit and scale words in order; None where they do not build one number ("two three")."""
    total, group, last = 0.0, 0.0, "scale"
    for part in parts:
        if part in ("and", "a"):
            group, last = (1.0, "unit") if part == "a" else (group, last)
        elif part in _UNITS:
            value = _UNITS[part]
            if last == "unit" and not (group % 100 >= 20 and group % 10 == 0 and value < 10):
                return None
            group, last = group + value, "unit"
        elif part in ("hundred", "dozen"):
            group, last = max(group, 1.0) * _SCALES[part], "scale"
        else:
            total, group, last = total + max(group, 1.0) * _SCALES[part], 0.0, "scale"
    return total + group or None
