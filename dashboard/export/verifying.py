"""Whether a picture is as it was made, and whether today's data still give the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from dashboard.export.carried import changes, unpacked_table
from dashboard.export.png import PIXELS, SEAL, NotReadable, pixel_hash, seal, texts_of

TITLE, SOURCE, SOFTWARE = "Title", "Source", "Software"
VIEW, AS_OF, DATA, FIGURES, VERSION = (
    "losses:view",
    "losses:as_of",
    "losses:data",
    "losses:figures",
    "losses:version",
)
_NEEDED = (TITLE, SOURCE, SOFTWARE, VIEW, AS_OF, DATA, FIGURES, VERSION, PIXELS, SEAL)


class Standing(IntEnum):
    """What became of a picture, as the exit code of `losses verify`."""

    SAME = 0
    NOT_OURS = 1
    REVISED = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a picture stands, what it says of itself (empty where that cannot be trusted), and why, in sentences."""

    standing: Standing
    texts: Mapping[str, str]
    sentences: tuple[str, ...]


Today = Callable[[str, str], Mapping[str, str] | None]


def verify(png: bytes, today: Today) -> Verdict:
    """The verdict on a picture; `today` gives the texts that the same view has now, as of the picture's date.

    It is asked with the picture's view and as-of date, and returns None where no chart is meant. The hashes tell what
    was changed by accident or in passing; they are no signature, which only a secret key could make.
    """
    try:
        texts = texts_of(png)
        if fault := _fault(texts, png):
            return _not_ours(fault)
    except NotReadable as error:
        return _not_ours(f"This cannot be verified: {error}.")
    now = today(texts[VIEW], texts[AS_OF])
    if now is None:
        return _not_ours("Its view names no chart of ours, so the picture has been altered.")
    if now[DATA] != texts[DATA]:
        return _revised(texts, now)
    unlike = [name for name in (TITLE, SOURCE, AS_OF, FIGURES) if now[name] != texts[name]]
    if unlike and now[VERSION] == texts[VERSION]:
        return _not_ours(f"Its {', '.join(unlike)} do not belong to its data, so the picture has been altered.")
    return Verdict(Standing.SAME, texts, ("Today's data give the same figures.",))


def _fault(texts: Mapping[str, str], png: bytes) -> str:
    """What shows that the picture is not as it was made, else nothing."""
    missing = [name for name in _NEEDED if name not in texts]
    if len(missing) == len(_NEEDED) or VIEW in missing:
        return "This picture is not one of ours: it does not say what it shows."
    if missing:
        return f"The picture has been altered: its {', '.join(missing)} has been taken out."
    if seal(texts) != texts[SEAL]:
        return "The picture has been altered: what it says of itself was changed after it was made."
    if pixel_hash(png) != texts[PIXELS]:
        return "The picture has been altered: its pixels are not those that were drawn."
    return ""


def _not_ours(sentence: str) -> Verdict:
    return Verdict(Standing.NOT_OURS, {}, (sentence,))


def _revised(texts: Mapping[str, str], now: Mapping[str, str]) -> Verdict:
    """Which figures have changed; where none of those shown has, what else may have."""
    told = changes(unpacked_table(texts[FIGURES]), unpacked_table(now[FIGURES]))
    if not told:
        told = ["the figures listed are the same; what is worked out from them is not"]
    if now[VERSION] != texts[VERSION]:
        told.append(f"it was made by version {texts[VERSION]}, this is version {now[VERSION]}")
    return Verdict(Standing.REVISED, texts, ("Revised since the picture was made:", *told))
