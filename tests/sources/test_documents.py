"""Documents of every form: what is read, and how each fault is told while the rest is read."""

import gzip
import json
import os
from datetime import date

import pytest

from dashboard.errors import Problem
from dashboard.model import Document
from dashboard.sources import documents

NOTE = """---
id: n1
title: "A note: made up"
publisher: Paper
published: 2024-11-11
url: https://example.org/n
note: true
---

The Staff put losses at 5,000.
"""


def read(path):
    found = list(documents.read_path(path))
    good = [one for one in found if isinstance(one, Document)]
    return good, [one for one in found if isinstance(one, Problem)]


def test_a_text_file_is_its_whole_text_under_its_name(file):
    assert read(file("a.b.txt", "---\nNo front matter here.\r\n")) == (
        [Document("a.b", "---\nNo front matter here.\r\n")],
        [],
    )


def test_front_matter_is_taken_off_and_the_text_stays_as_written(file):
    found, problems = read(file("n.md", NOTE))
    assert not problems
    assert found == [
        Document(
            "n1",
            "The Staff put losses at 5,000.\n",
            publisher="Paper",
            published=date(2024, 11, 11),
            title="A note: made up",
            url="https://example.org/n",
            own_note=True,
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("2024-11-11", "11 November", 5, "published '11 November' is no date"),
        ("https:", "javascript:", 6, "is no web address"),
        ("publisher", "publihser", 4, "key 'publihser' is not known"),
        ('"A note: made up"', "A note: made up", 3, "is no YAML"),
        ("note: true", "note: maybe", 7, "note 'maybe' is neither true nor false"),
        ("\n---\n\nThe", "\n\nThe", 1, "the front matter is not closed"),
        ("The Staff put losses at 5,000.\n", " \n", None, "there is no text"),
        ("id: n1", "id: [1]", 2, "id '[1]' is no text"),
    ],
)
def test_bad_front_matter_is_told_with_its_line(file, told, old, new, line, words):
    found, problems = read(file("n.md", NOTE.replace(old, new)))
    assert found == []
    told(problems, line, words)
    assert problems[0].file.endswith("n.md")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b"\x7fELF\x00\x00", "NUL"),
        ("a.txt", "втрати ворога".encode("cp1251"), "is not UTF-8"),
        ("a.txt", "losses".encode("utf-16-be"), "NUL"),
        ("a.txt", b"x" * 5_000_001, "more than 5,000,000 bytes"),
        ("a.docx", b"PK", "files ending in '.docx' are not read"),
        ("a", b"text", "files ending in '' are not read"),
        ("a.md", b"\x00", "NUL"),
        ("a.html", b"<html><body></body></html>", "no text was found"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(file, told, name, content, words):
    found, problems = read(file(name, content))
    assert found == []
    told(problems, problems[0].line, words)


def test_a_missing_file_is_told(tmp_path, told):
    told(read(tmp_path / "none.txt")[1], None, "the file is missing")
    told(read(tmp_path / "none.jsonl")[1], None, "the file is missing")


def test_utf_16_with_its_mark_is_read(file):
    assert read(file("a.txt", "втрати".encode("utf-16")))[0] == [Document("a", "втрати")]


LINES = [
    json.dumps({"id": "a", "text": "one", "published": "2024-11-11T23:30:00-05:00", "title": "T", "kind": "x"}),
    "",
    "{broken",
    json.dumps({"id": "b"}),
    json.dumps({"text": "two"}),
    json.dumps({"id": "a", "text": "again"}),
    json.dumps({"id": "c", "text": "three", "published": "yesterday"}),
    '{"id": "d", "text": "half \\ud800"}',
    json.dumps(["e"]),
    json.dumps({"id": 6, "text": "last", "language": "en"}),
]


@pytest.mark.parametrize("zipped", [False, True])
def test_each_bad_line_is_told_with_its_number_and_the_others_are_read(file, zipped):
    content = "\n".join(LINES).encode()
    name = "x.jsonl.gz" if zipped else "x.jsonl"
    found, problems = read(file(name, gzip.compress(content) if zipped else content))
    assert found == [
        Document("a", "one", published=date(2024, 11, 11), title="T"),
        Document("6", "last", language="en"),
    ]
    assert [(problem.line, problem.what.split("'")[-1].strip()) for problem in problems] == [
        (3, "is no JSON"),
        (4, "has no text"),
        (5, "has no id"),
        (6, "is already on line 1"),
        (7, "is no date"),
        (8, "the text holds half a character (a lone surrogate)"),
        (9, "has no text"),
    ]


def test_nesting_without_end_is_no_json(file, told):
    told(read(file("x.jsonl", "[" * 100_000))[1], 1, "is no JSON")


def test_a_damaged_archive_tells_where_it_breaks_and_keeps_what_came_before(file, told):
    packed = gzip.compress(
        b"\n".join(b'{"id": "%d", "text": "%s"}' % (n, os.urandom(40).hex().encode()) for n in range(2000))
    )
    found, problems = read(file("x.jsonl.gz", packed[: len(packed) // 2]))
    assert len(found) > 100
    told(problems, len(found) + 1, "breaks off or is damaged")


def test_what_is_no_archive_is_told(file, told):
    told(read(file("x.jsonl.gz", b"plain text"))[1], 1, "damaged")


def test_a_line_that_unpacks_to_gigabytes_is_never_held_whole(file):
    bomb = gzip.compress(b'{"id": "a", "text": "' + b"x" * 30_000_000 + b'"}\n{"id": "b", "text": "y"}')
    found, problems = read(file("x.jsonl.gz", bomb))
    assert [document.id for document in found] == ["b"]
    assert "more than 5,000,000 bytes" in problems[0].what


def test_a_folder_is_read_by_name_and_links_and_pipes_are_told(tmp_path, file):
    file("b.txt", "B")
    file("a.md", NOTE)
    file(".hidden.txt", "no")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.txt").write_text("C")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "out.txt").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "pipe.txt")
    found, problems = read(tmp_path)
    assert [document.id for document in found] == ["n1", "b", "c"]
    assert [problem.what for problem in problems] == [
        "this is a link and was not followed",
        "this is a link and was not followed",
        "this is no regular file",
    ]


def test_a_second_document_of_the_same_id_is_told(tmp_path, file, told):
    file("a.txt", "one")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_text("two")
    found, problems = read(tmp_path)
    assert [document.text for document in found] == ["one"]
    told(problems, None, "id 'a' is already that of")


def test_a_missing_folder_is_told(tmp_path, told):
    told(list(documents.read_folder(tmp_path / "none")), None, "the folder is missing")


def test_standard_input_is_read_with_or_without_front_matter(told):
    assert documents.from_bytes(b"5,000 lost") == Document("stdin", "5,000 lost")
    assert documents.from_bytes(NOTE.encode()).publisher == "Paper"
    for data, words in ((b" ", "there is no text"), (b"\x00", "NUL"), (b"\xd0", "not UTF-8")):
        told([documents.from_bytes(data)], documents.from_bytes(data).line, words)


def test_a_pasted_text_keeps_what_is_said_of_it():
    made = documents.from_text("5,000 lost", publisher="Paper", published=date(2024, 11, 11))
    assert made == Document("stdin", "5,000 lost", publisher="Paper", published=date(2024, 11, 11))
