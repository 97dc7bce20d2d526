"""What is damaged, false or boundless in an archive costs itself alone: it is counted, told, and the rest is read."""

from __future__ import annotations

import gzip
import os
import re
import resource
import time
import zlib
from pathlib import Path

import pytest

from dashboard.archive import warc
from dashboard.archive.found import Failure, Page, Passed
from tests.archive.conftest import rows
from tests.corpus.writing import packed, page, record

FEW = 6


def one(number: int) -> bytes:
    url, html = page(number)
    return record(url, html.encode())


def found(data: bytes, tmp_path: Path, name: str = "a.warc.gz", step: int | None = None):
    """What is found in the bytes as a file, read whole or in spans of `step` bytes."""
    (tmp_path / name).write_bytes(data)
    size = step or len(data)
    with (tmp_path / name).open("rb") as file:
        spans = [(at, min(at + size, len(data))) for at in range(0, len(data), size)]
        return [one for start, stop in spans for one in warc.pages(file, name, start, stop)]


def urls(told) -> list[str]:
    return [one.url for one in told if isinstance(one, Page)]


def failures(told) -> list[str]:
    return [one.kind for one in told if isinstance(one, Failure)]


def named(*numbers: int) -> list[str]:
    return [page(number)[0] for number in numbers]


GOOD = [packed(one(number)) for number in range(FEW)]
PLAIN = [one(number) for number in range(FEW)]
LENGTH = re.compile(rb"Content-Length: \d+\r\n\r\nHTTP")


def said(number: int, length: int) -> bytes:
    """The record with a made-up length."""
    return LENGTH.sub(b"Content-Length: %d\r\n\r\nHTTP" % length, one(number), count=1)


@pytest.mark.parametrize("step", [None, 3_000, 20_000])
def test_a_span_takes_the_records_that_begin_in_it(tmp_path, step):
    assert urls(found(b"".join(GOOD), tmp_path, step=step)) == named(*range(FEW))
    assert urls(found(b"".join(PLAIN), tmp_path, "a.warc", step)) == named(*range(FEW))


@pytest.mark.parametrize("step", [None, 10_000])
def test_a_file_that_is_compressed_as_a_whole_is_read_from_its_beginning(tmp_path, step):
    assert urls(found(gzip.compress(b"".join(PLAIN), 1), tmp_path, step=step)) == named(*range(FEW))


@pytest.mark.parametrize("step", [None, 10_000])
def test_a_corrupt_record_costs_itself(tmp_path, step):
    bad = bytearray(GOOD[2])
    bad[2_000:2_200] = bytes(200)
    told = found(b"".join([*GOOD[:2], bytes(bad), *GOOD[3:]]), tmp_path, step=step)
    assert urls(told) == named(0, 1, 3, 4, 5)
    assert len(failures(told)) == 1


def test_a_corrupt_beginning_costs_itself(tmp_path):
    told = found(b"\x1f\x8b\x08\x00nothing of the kind" + b"".join(GOOD), tmp_path)
    assert urls(told) == named(*range(FEW))


@pytest.mark.parametrize("many", [1, 3])
def test_rubbish_between_records_is_told_once(tmp_path, many):
    told = found(GOOD[0] + b"made-up rubbish\r\n" * 300 * many + GOOD[1] + GOOD[2], tmp_path)
    assert urls(told) == named(0, 1, 2)
    assert failures(told) == ["damaged_record"]


def test_a_file_that_breaks_off_gives_what_stands_before(tmp_path):
    data = b"".join(GOOD)
    told = found(data[: -len(GOOD[5]) // 2], tmp_path)
    assert urls(told) == named(*range(5))
    assert failures(told) == ["wrong_length"]


@pytest.mark.parametrize("length", [999_999, 10**15])
def test_a_length_too_long_costs_its_record(tmp_path, length):
    told = found(GOOD[0] + packed(said(1, length)) + GOOD[2] + GOOD[3], tmp_path)
    assert urls(told) == named(0, 2, 3)
    assert failures(told) == ["wrong_length"]


@pytest.mark.parametrize("length", [5_000, 0, -5])
def test_a_length_too_short_loses_no_other_record(tmp_path, length):
    told = found(GOOD[0] + packed(said(1, length)) + GOOD[2] + GOOD[3], tmp_path)
    assert set(named(0, 2, 3)) <= set(urls(told))
    assert failures(told) == ["damaged_record"]


def test_false_lengths_in_a_plain_file_lose_no_other_record(tmp_path):
    told = found(PLAIN[0] + said(1, 5_000) + PLAIN[2] + said(3, 10**15) + PLAIN[4], tmp_path, "a.warc")
    assert set(named(0, 2, 4)) <= set(urls(told))
    assert len(failures(told)) == 2


def test_what_is_no_archive_is_told(tmp_path):
    assert failures(found(b"made up\n" * 1000, tmp_path)) == ["damaged_file"]
    assert failures(found(b"made up\n" * 1000, tmp_path, "a.warc")) == ["damaged_file"]


@pytest.mark.parametrize("zipped", [True, False])
def test_a_page_beyond_all_bounds_is_passed_over_in_little_time_and_memory(tmp_path, zipped):
    """300 MB here, 2 GB in `make soak`."""
    size = int(os.environ.get("SOAK_PAGE_BYTES", "300000000"))
    path = tmp_path / ("a.warc.gz" if zipped else "a.warc")
    huge = record("https://huge.example/", b"")
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>9 killed "
    head = LENGTH.sub(b"Content-Length: %d\r\n\r\nHTTP" % (size + len(body)), huge).split(b"HTTP/1.1", 1)[0]
    with path.open("wb") as file:
        file.write(GOOD[0] if zipped else PLAIN[0])
        if zipped:
            packer = zlib.compressobj(9, zlib.DEFLATED, 31)
            file.write(packer.compress(head + body))
            for _ in range(size // 10_000_000):
                file.write(packer.compress(bytes(10_000_000)))
            file.write(packer.compress(bytes(size % 10_000_000) + b"\r\n\r\n") + packer.flush())
        else:
            file.write(head + body)
            file.seek(size, os.SEEK_CUR)  # a hole: nothing is written
            file.write(b"\r\n\r\n")
        file.write(GOOD[1] if zipped else PLAIN[1])
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    with path.open("rb") as file:
        told = list(warc.pages(file, path.name, 0, path.stat().st_size))
    assert urls(told) == named(0, 1)
    assert failures(told) == ["too_large"]
    assert time.process_time() - began < 5 * max(1, size / 1e9)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def served(number: int, header: bytes, content: bytes) -> bytes:
    """The record of a page with another header of HTTP and another body."""
    head, http = one(number).split(b"HTTP/1.1", 1)
    lines = http.partition(b"\r\n\r\n")[0]
    answer = b"HTTP/1.1" + lines + b"\r\n" + header + b"\r\n\r\n" + content
    return re.sub(rb"Content-Length: \d+", b"Content-Length: %d" % len(answer), head) + answer + b"\r\n\r\n"


def test_a_page_that_unpacks_without_end_is_passed_over(tmp_path):
    bomb = gzip.compress(bytes(500_000_000), 1)
    began = time.process_time()
    told = found(GOOD[0] + packed(served(2, b"Content-Encoding: gzip", bomb)) + GOOD[1], tmp_path)
    assert urls(told) == named(0, 1)
    assert failures(told) == ["too_large"]
    assert time.process_time() - began < 2


def test_pages_that_are_packed_or_chunked_are_read(tmp_path):
    body = page(0)[1].encode()
    parts = [body[n : n + 9_000] for n in range(0, len(body), 9_000)]
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)
    told = found(
        packed(served(0, b"Content-Encoding: gzip", gzip.compress(body)))
        + packed(served(0, b"Transfer-Encoding: chunked", chunks + b"0\r\n\r\n"))
        + packed(served(0, b"Content-Encoding: gzip", body)),
        tmp_path,
    )
    assert [one.data for one in told] == [body] * 3


def test_what_is_no_page_is_passed_over(tmp_path):
    picture = record("https://a.example/p.png", b"\x89PNG", "image/png")
    gone = one(1).replace(b"200 OK", b"404 NO")
    told = found(packed(picture) + packed(gone) + GOOD[2], tmp_path)
    assert [one.kind for one in told if isinstance(one, Passed)] == ["not_a_page", "not_answered"]
    assert urls(told) == named(2)


def test_damaged_lines_and_tables_are_told_and_the_rest_is_read(read, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    good = b'{"id": "a", "text": "Russia lost 1,234 troops over the past day, Kyiv said.", "published": "2024-11-13"}\n'
    huge = b'"' + b"x" * 6_000_000 + b'"\n'
    (folder / "a.jsonl").write_bytes(b"{broken\n" + good + b'{"id": "x"}\n' + huge + good[:-1])
    many = b"".join(good.replace(b"1,234", b"1,%03d" % (n % 999)).replace(b"Kyiv", b"Kyiv %d" % n) for n in range(900))
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(many, 1)[:-2_000])
    (folder / "c.parquet").write_bytes(b"PAR1 made up")
    (folder / "d.jsonl.gz").write_bytes(b"made up")
    read(tmp_path / "out", folder)
    told = [(row["file"].rpartition("/")[2], row["kind"]) for row in rows(tmp_path / "out", "errors")]
    assert told == [
        ("a.jsonl", "bad_line"),
        ("a.jsonl", "bad_line"),
        ("a.jsonl", "too_large"),
        ("b.jsonl.gz", "damaged_file"),
        ("c.parquet", "damaged_file"),
        ("d.jsonl.gz", "damaged_file"),
    ]
    assert {1234, 1001, 1500} <= {row["value"] for row in rows(tmp_path / "out", "claims")}


@pytest.mark.parametrize("name", ["empty.warc", "empty.warc.gz", "empty.parquet"])
def test_an_empty_file_is_told(name, read, tmp_path):
    (tmp_path / name).write_bytes(b"")
    read(tmp_path / "out", tmp_path / name)
    assert [one["kind"] for one in rows(tmp_path / "out", "errors")] == ["damaged_file"]
