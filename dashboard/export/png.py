"""PNG files as bytes: the texts in them, written and read, and the SHA-256 of their pixels."""

from __future__ import annotations

import hashlib
import io
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping

from PIL import Image

from dashboard.errors import ExportError

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PIXELS, SEAL = "losses:pixels", "losses:seal"
_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_MOST_PIXELS = 40_000_000


class NotReadable(ExportError):
    """Bytes that are no PNG, or a damaged one; the text says what is wrong."""


def with_texts(png: bytes, texts: Mapping[str, str]) -> bytes:
    """The PNG with only what its pixels need and the texts, to which the hash of its pixels and the seal are added."""
    whole = dict(texts) | {PIXELS: pixel_hash(png)}
    whole |= {SEAL: seal(whole)}
    parts = [SIGNATURE]
    for kind, data in _chunks(png):
        if kind in _KEPT:
            parts.append(_chunk(kind, data))
        if kind == b"IHDR":
            parts += [_text_chunk(name, text) for name, text in whole.items()]
    return b"".join(parts)


def texts_of(png: bytes) -> dict[str, str]:
    """The texts of a PNG by their names; raises NotReadable where it is no whole PNG or a name stands twice."""
    found: dict[str, str] = {}
    for kind, data in _chunks(png):
        if kind not in (b"tEXt", b"iTXt"):
            continue
        name, _, rest = data.partition(b"\0")
        key = name.decode("latin-1")
        if key in found:
            raise NotReadable(f"the text {key!r} stands in it twice")
        found[key] = rest.decode("latin-1") if kind == b"tEXt" else _international(rest)
    return found


def pixel_hash(png: bytes) -> str:
    """SHA-256 of the decoded pixels, four bytes each (red, green, blue, opacity), row by row."""
    return hashlib.sha256(_pixels(png)).hexdigest()


def seal(texts: Mapping[str, str]) -> str:
    """SHA-256 of all texts but the seal itself, by name: no text can be changed without it."""
    lines = [f"{name}\0{text}\0" for name, text in sorted(texts.items()) if name != SEAL]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _pixels(png: bytes) -> bytes:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(png), formats=["PNG"])
            if image.width * image.height > _MOST_PIXELS:
                raise NotReadable("its picture is larger than any of ours")
            return image.convert("RGBA").tobytes()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NotReadable(f"its pixels cannot be read ({error})") from error


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not png.startswith(SIGNATURE):
        raise NotReadable("it is no PNG")
    at, kind = len(SIGNATURE), b""
    while at + 12 <= len(png) and kind != b"IEND":
        (length,), kind = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        data, check = png[at + 8 : at + 8 + length], png[at + 8 + length : at + 12 + length]
        if len(check) != 4 or struct.unpack(">I", check)[0] != zlib.crc32(kind + data):
            raise NotReadable(f"its part {kind.decode('latin-1')!r} is cut short or fails its checksum")
        yield kind, data
        at += 12 + length
    if kind != b"IEND":
        raise NotReadable("it is cut short")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _text_chunk(name: str, text: str) -> bytes:
    """A tEXt where Latin-1 holds the words, an uncompressed iTXt in UTF-8 where it does not."""
    words, key = text.replace("\0", ""), name.encode("latin-1")
    try:
        return _chunk(b"tEXt", key + b"\0" + words.encode("latin-1"))
    except UnicodeEncodeError:
        return _chunk(b"iTXt", key + b"\0\0\0\0\0" + words.encode())


def _international(rest: bytes) -> str:
    compressed, _method, tail = rest[:1], rest[1:2], rest[2:]
    _language, _, tail = tail.partition(b"\0")
    _translated, _, text = tail.partition(b"\0")
    if compressed == b"\1":
        raise NotReadable("a text in it is compressed, which ours never are")
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotReadable("a text in it is no UTF-8") from error
