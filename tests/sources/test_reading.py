"""Bytes to text, and texts to values: what is accepted, and how the rest is told."""

import os
import stat
from pathlib import Path

import pytest

from dashboard.sources.reading import Fault, address_of, day_of, decode, number_of, read_bytes

CYRILLIC = "Генеральний штаб повідомляє про втрати противника за добу. " * 20


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_utf_8_and_marked_encodings_give_the_same_text(encoding):
    assert decode(CYRILLIC.encode(encoding)) == CYRILLIC


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u"])
def test_another_encoding_is_refused_with_its_byte_its_line_and_the_one_it_looks_like(encoding):
    with pytest.raises(Fault, match=r"byte 0x[0-9a-f]{2} is not UTF-8") as fault:
        decode(b"plain\n" + CYRILLIC.encode(encoding))
    assert fault.value.line == 2
    assert "It looks like" in fault.value.remedy
    assert "save it as UTF-8" in fault.value.remedy


def test_utf_16_without_its_mark_is_called_binary():
    with pytest.raises(Fault, match="NUL"):
        decode("1,770 lost".encode("utf-16-le"))


def test_a_binary_file_is_refused():
    with pytest.raises(Fault, match="looks binary"):
        decode(b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe")


def test_half_a_utf_16_character_is_refused_not_guessed():
    with pytest.raises(Fault, match="is not UTF-16"):
        decode("ab".encode("utf-16") + b"\x00")


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "is empty"), (b" \n\t ", "is empty"), (b"x" * 11, "more than 10 bytes")]
)
def test_an_empty_or_large_file_is_told(file, content, words):
    with pytest.raises(Fault, match=words):
        read_bytes(file("a.txt", content), limit=10)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(Fault, match="missing"):
        read_bytes(tmp_path / "none.txt")


def test_a_pipe_that_nobody_writes_to_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(Fault, match="no regular file"):
        read_bytes(tmp_path / "pipe.txt")


def test_a_folder_and_a_device_are_no_files(tmp_path):
    for path in (tmp_path, Path("/dev/zero")):
        with pytest.raises(Fault, match="no regular file"):
            read_bytes(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may open every file")
def test_a_file_without_permission_is_told(file):
    path = file("a.txt", "x")
    path.chmod(stat.S_IWUSR)
    with pytest.raises(Fault, match="permission"):
        read_bytes(path)


@pytest.mark.parametrize(
    "text", ["2024-13-01", "2024-2-01", "11.11.2024", "20241111", "2024-W46-1", "", "٢٠٢٤-11-11", 5]
)
def test_only_a_full_iso_date_is_a_date(text):
    with pytest.raises(Fault, match="is no date") as fault:
        day_of(text, "published")
    assert str(text) in fault.value.what
    assert "YYYY-MM-DD" in fault.value.remedy


@pytest.mark.parametrize(
    "text", ["1,770", "1 770", "-5", "1e5", "١٧٧٠", "nan", "inf", "1_770", "9" * 5000, "1.", "1770²"]
)
def test_only_plain_digits_are_a_number(text):
    with pytest.raises(Fault, match="is no number"):
        number_of(text, "total")


@pytest.mark.parametrize("text", ["javascript:alert(1)", "data:text/html,x", "//x.org", "https://x.org/ y", "", None])
def test_only_web_addresses_may_become_links(text):
    with pytest.raises(Fault, match="is no web address"):
        address_of(text, "source_url")
