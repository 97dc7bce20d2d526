"""Same, revised, altered and foreign are told apart, and the figures that were revised are named."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

import pandas as pd
import pytest
from PIL import Image

from dashboard.export.carried import changes, packed_table, unpacked_table
from dashboard.export.png import PIXELS, SEAL, pixel_hash, texts_of, with_texts
from dashboard.export.verifying import AS_OF, DATA, FIGURES, TITLE, VIEW, Standing, verify

from .test_png import plain_png

TABLE = pd.DataFrame({"day": ["2031-05-01", "2031-05-02"], "reported": [100.0, 250.0], "note": ["", "late"]})


def texts(**other) -> dict[str, str]:
    made = {
        "Title": "250 reported",
        "Source": "made up",
        "Software": "Reported Losses 1",
        "losses:view": "chart=daily",
        "losses:as_of": "2031-05-03",
        "losses:data": "a" * 64,
        "losses:figures": packed_table(TABLE),
        "losses:version": "1",
    }
    return made | other


@dataclass
class Today:
    now: dict[str, str] | None = field(default_factory=texts)
    asked: list[tuple[str, str]] = field(default_factory=list)

    def __call__(self, query: str, as_of: str):
        self.asked.append((query, as_of))
        return self.now


def mended(png: bytes, **changed: str) -> bytes:
    """The picture with texts exchanged and every checksum right, but seal and hashes as they were."""
    held = texts_of(png)
    made = with_texts(plain_png(), held | changed)
    after = texts_of(made)
    for name in (PIXELS, SEAL):
        wrong, right = after[name].encode(), (held | changed)[name].encode()
        made = recoded(made, wrong, right)
    return made


def recoded(png: bytes, old: bytes, new: bytes) -> bytes:
    import struct
    import zlib

    at = png.index(old)
    start = png.rindex(b"tEXt", 0, at) - 4
    (length,) = struct.unpack(">I", png[start : start + 4])
    body = png[start + 4 : start + 8 + length].replace(old, new)
    return png[: start + 4] + body + struct.pack(">I", zlib.crc32(body)) + png[start + 12 + length :]


def repainted(png: bytes) -> bytes:
    """The picture with one pixel changed by one step, and all its texts."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    image.putpixel((0, 0), (11, 20, 30))
    made = io.BytesIO()
    image.save(made, "PNG")
    held = texts_of(png)
    other = with_texts(made.getvalue(), held)
    for name in (PIXELS, SEAL):
        other = recoded(other, texts_of(other)[name].encode(), held[name].encode())
    return other


def test_the_same_data_give_the_same() -> None:
    today = Today()
    verdict = verify(with_texts(plain_png(), texts()), today)
    assert verdict.standing is Standing.SAME
    assert verdict.texts[TITLE] == "250 reported"
    assert today.asked == [("chart=daily", "2031-05-03")]


def test_revised_figures_are_named() -> None:
    later = TABLE.assign(reported=[100.0, 260.0])
    verdict = verify(with_texts(plain_png(), texts()), Today(texts(**{DATA: "b" * 64, FIGURES: packed_table(later)})))
    assert verdict.standing is Standing.REVISED
    assert "2031-05-02, reported: 250 then, 260 now" in verdict.sentences


def test_one_changed_pixel_is_told() -> None:
    png = repainted(with_texts(plain_png(), texts()))
    assert pixel_hash(png) != texts_of(png)[PIXELS]
    verdict = verify(png, Today())
    assert verdict.standing is Standing.NOT_OURS
    assert "pixels" in verdict.sentences[0]


@pytest.mark.parametrize(
    "changed",
    [{TITLE: "9,999 reported"}, {VIEW: "chart=total"}, {AS_OF: "2031-05-04"}, {DATA: "c" * 64}, {PIXELS: "d" * 64}],
    ids=lambda changed: next(iter(changed)),
)
def test_a_text_changed_with_its_checksum_mended_is_told(changed) -> None:
    png = mended(with_texts(plain_png(), texts()), **changed)
    assert texts_of(png)[next(iter(changed))] == next(iter(changed.values()))
    verdict = verify(png, Today())
    assert verdict.standing is Standing.NOT_OURS
    assert "altered" in verdict.sentences[0]
    assert verdict.texts == {}


def test_a_title_that_does_not_belong_to_the_data_is_told_even_where_all_hashes_fit() -> None:
    verdict = verify(with_texts(plain_png(), texts(Title="9,999 reported")), Today())
    assert verdict.standing is Standing.NOT_OURS
    assert "Title" in verdict.sentences[0]


@pytest.mark.parametrize("name", list(texts()))
def test_a_picture_without_one_of_its_texts_is_not_taken(name: str) -> None:
    left = {key: text for key, text in texts().items() if key != name}
    assert verify(with_texts(plain_png(), left), Today()).standing is Standing.NOT_OURS


@pytest.mark.parametrize("content", [plain_png(), b"", b"GIF89a....", plain_png()[:50]])
def test_foreign_and_broken_files_are_not_ours(content: bytes) -> None:
    assert verify(content, Today()).standing is Standing.NOT_OURS


def test_a_view_without_a_chart_of_ours_is_told() -> None:
    assert verify(with_texts(plain_png(), texts()), Today(None)).standing is Standing.NOT_OURS


def test_tables_come_back_from_their_text() -> None:
    back = unpacked_table(packed_table(TABLE))
    assert back["reported"].tolist() == ["100", "250"]
    assert changes(back, back) == []


def test_new_and_missing_rows_are_named() -> None:
    now = pd.DataFrame({"day": ["2031-05-02", "2031-05-03"], "reported": ["250", "7"], "note": ["late", ""]})
    assert changes(unpacked_table(packed_table(TABLE)), now) == ["2031-05-01: not there any more", "2031-05-03: new"]
