"""The made-up archive as files: WARC, each record compressed by itself as crawlers do it."""

from __future__ import annotations

import zlib
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.corpus.sites import SITES, Story
from tests.corpus.words import body, headlines

PER_FILE = 10_000
FIRST_DAY = date(2024, 10, 1)
# One page in this many is a copy of the page of losses before it, on another site.
COPIES = 200


def page(number: int) -> tuple[str, str]:
    """Address and HTML of the page of that number: always the same."""
    told = number - 50 if number % COPIES == 50 else number
    chance = Random(told)
    paragraphs = body(told, chance)
    day = FIRST_DAY + timedelta(days=chance.randrange(92))
    url = f"https://site{number % len(SITES)}.example/{day:%Y/%m/%d}/story-{number}"
    title = " ".join(paragraphs[0].split()[:9]).rstrip(".,")
    story = Story(title, day, url, paragraphs, headlines(number, Random(-number)))
    return url, SITES[(number // 3) % len(SITES)](story)


def record(url: str, html: bytes, kind: str = "text/html; charset=utf-8") -> bytes:
    """A response as a WARC record, not compressed."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(html)}\r\n\r\n".encode() + html
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{zlib.crc32(url.encode()):012d}>\r\n"
        f"WARC-Date: 2025-01-02T03:04:05Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def packed(data: bytes) -> bytes:
    """The bytes as one member of gzip."""
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


def write(path: Path, first: int, count: int) -> Path:
    """A WARC file with pages from the number given on."""
    half = path.with_suffix(".half")
    with half.open("wb") as file:
        for number in range(first, first + count):
            url, html = page(number)
            file.write(packed(record(url, html.encode())))
    half.rename(path)
    return path


def corpus(folder: Path, size: int, per_file: int = PER_FILE, processes: int = 2) -> list[Path]:
    """The files of an archive of `size` pages in the folder; those that are there already stay."""
    folder.mkdir(parents=True, exist_ok=True)
    spans = [(n, min(per_file, size - n)) for n in range(0, size, per_file)]
    paths = [folder / f"made-up-{first:08d}-{count}.warc.gz" for first, count in spans]
    due = [(path, *span) for path, span in zip(paths, spans, strict=True) if not path.exists()]
    if len(due) < 2:
        for one in due:
            write(*one)
    else:
        with ProcessPoolExecutor(processes) as pool:
            list(pool.map(write, *zip(*due, strict=True)))
    return paths
