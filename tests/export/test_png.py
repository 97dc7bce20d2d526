"""What a PNG says of itself: written, read, sealed; and what is told of damaged or foreign ones."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from dashboard.export.png import PIXELS, SEAL, NotReadable, pixel_hash, seal, texts_of, with_texts


def plain_png(colour=(10, 20, 30), size=(4, 3)) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, colour).save(made, "PNG", dpi=(72, 72))
    return made.getvalue()


@given(st.dictionaries(st.from_regex(r"[A-Za-z][A-Za-z:_]{0,20}", fullmatch=True), st.text(), max_size=5))
def test_every_text_comes_back_and_the_seal_fits_it(texts) -> None:
    readable = {name: text.replace("\0", "").encode("utf-8", "ignore").decode() for name, text in texts.items()}
    found = texts_of(with_texts(plain_png(), readable))
    assert {name: found[name] for name in readable} == readable
    assert found[SEAL] == seal(found)


def test_the_pixels_are_hashed_as_rgba_row_by_row() -> None:
    png = plain_png((1, 2, 3), (2, 1))
    assert pixel_hash(png) == hashlib.sha256(bytes([1, 2, 3, 255] * 2)).hexdigest()
    assert texts_of(with_texts(png, {}))[PIXELS] == pixel_hash(png)


def test_nothing_is_kept_but_pixels_and_our_texts() -> None:
    assert b"pHYs" in plain_png()
    assert b"pHYs" not in with_texts(plain_png(), {"Title": "a"})


@pytest.mark.parametrize("cut", [0, 5, 20, 40, 70])
def test_a_cut_file_is_told(cut: int) -> None:
    with pytest.raises(NotReadable):
        texts_of(plain_png()[:cut])


def test_a_flipped_bit_fails_its_checksum() -> None:
    png = bytearray(with_texts(plain_png(), {"Title": "abc"}))
    png[png.index(b"abc")] ^= 1
    with pytest.raises(NotReadable, match="checksum"):
        texts_of(bytes(png))


def test_a_text_that_stands_twice_is_told() -> None:
    data = b"Title\0other"
    again = struct.pack(">I", len(data)) + b"tEXt" + data + struct.pack(">I", zlib.crc32(b"tEXt" + data))
    made = with_texts(plain_png(), {"Title": "abc"})
    with pytest.raises(NotReadable, match="twice"):
        texts_of(made[:33] + again + made[33:])


def test_a_picture_larger_than_any_of_ours_is_not_decoded() -> None:
    with pytest.raises(NotReadable, match="larger"):
        pixel_hash(plain_png(size=(9000, 9000)))
