"""The script that writes a picture's text chunks, held against Python's own zlib and hashlib. Runs in a browser."""

import hashlib
import random
import struct
import zlib

import pytest

from .conftest import ROOT

pytestmark = pytest.mark.browser
ONE_PIXEL = [
    ("IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0)),
    ("sRGB", b"\0"),
    ("IDAT", zlib.compress(b"\0" + b"\x10\x20\x30\xff")),
    ("IEND", b""),
]


def png(chunks=ONE_PIXEL) -> bytes:
    parts = [
        struct.pack(">I", len(d)) + t.encode() + d + struct.pack(">I", zlib.crc32(t.encode() + d)) for t, d in chunks
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.fixture(scope="module")
def script(browser):
    page = browser.new_page()
    page.add_script_tag(path=ROOT / "assets" / "png.js")
    yield lambda expression, *given: page.evaluate(expression, list(given))
    page.close()


@pytest.mark.parametrize("length", [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 128, 5000])
def test_the_hash_is_sha256(script, length):
    data = random.Random(length).randbytes(length)
    assert script("([b]) => lossesPng.sha256(Uint8Array.from(b))", list(data)) == hashlib.sha256(data).hexdigest()


def test_the_checksum_is_crc32(script):
    assert script("([b]) => lossesPng.crc32(Uint8Array.from(b))", list(b"123456789")) == 0xCBF43926


def test_texts_are_readable_and_nothing_else_is_kept(script):
    texts = {"Title": "1,950 reported – the “highest”", "Source": "café", "losses:view": "a=1"}
    made = bytes(script("([b, t]) => [...lossesPng.withTexts(Uint8Array.from(b), t)]", list(png()), texts))
    kinds, found = [], {}
    at = 8
    while at < len(made):
        (length,), kind = struct.unpack(">I", made[at : at + 4]), made[at + 4 : at + 8].decode()
        data = made[at + 8 : at + 8 + length]
        assert struct.unpack(">I", made[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind.encode() + data)
        kinds.append(kind)
        if kind == "tEXt":
            name, _, text = data.partition(b"\0")
            found[name.decode("latin-1")] = text.decode("latin-1")
        if kind == "iTXt":
            name, _, rest = data.partition(b"\0")
            found[name.decode("latin-1")] = rest[4:].decode("utf-8")
        at += 12 + length
    assert found == texts
    assert kinds == ["IHDR", "iTXt", "tEXt", "tEXt", "IDAT", "IEND"]


@pytest.mark.parametrize("keyword", ["", "x" * 80, "Tïtle", "a\nb"])
def test_a_keyword_that_no_png_may_have_is_refused(script, keyword):
    with pytest.raises(Exception, match="not a PNG keyword"):
        script("([k]) => lossesPng.textChunk(k, 'x')", keyword)


def test_bytes_that_are_no_png_are_refused(script):
    with pytest.raises(Exception, match="these bytes are no PNG"):
        script("([b]) => lossesPng.withTexts(Uint8Array.from(b), {})", list(b"GIF89a..............."))
