"""An archive gives the same claims however it is cut up and whoever reads it, and those of each page by itself."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace

import pyarrow as pa
import pytest
from pyarrow import parquet

from dashboard.archive import engine, pieces, running
from dashboard.archive.found import Page
from dashboard.archive.places import Folder
from dashboard.errors import ArchiveError
from dashboard.intake.adding import read_for_store
from dashboard.model import Document
from dashboard.sources.documents import page as pages
from tests.archive.conftest import PAGES, everything, rows
from tests.corpus.words import EVERY
from tests.corpus.writing import page

TEXT = "Russia lost 1,234 troops over the past day, the General Staff of Ukraine said on 12 November 2024."


def test_every_page_with_losses_is_found_and_no_other(undisturbed):
    found = {row["url"] for row in rows(undisturbed, "documents")}
    assert found == {page(number)[0] for number in range(0, PAGES, EVERY)}


def test_the_claims_are_those_of_each_page_by_itself(undisturbed, reader):
    held = {row["url"]: row for row in rows(undisturbed, "documents")}
    for number in range(0, PAGES, EVERY):
        url, html = page(number)
        alone = read_for_store(replace(pages.document(html.encode(), url), url=url), reader)
        row = held[url]
        assert (row["text"], row["claims"], row["title"]) == (
            alone.document.text,
            len(alone.claims),
            alone.document.title,
        )


def test_evidence_is_a_piece_of_the_document(undisturbed):
    texts = {row["document_id"]: row["text"] for row in rows(undisturbed, "documents")}
    claims = rows(undisturbed, "claims")
    assert claims
    for one in claims:
        assert texts[one["document_id"]][one["evidence_start"] : one["evidence_end"]] == one["evidence"]


def test_tables_lie_by_month_of_publication(undisturbed):
    for one in rows(undisturbed, "claims"):
        assert one["month"] == f"{one['published']:%Y-%m}"


def test_cut_into_small_spans_it_is_the_same(archive, undisturbed, read, tmp_path, monkeypatch):
    monkeypatch.setattr(pieces, "LEAST", 50_000)
    told, _ = read(tmp_path / "out", archive)
    assert len(told) > 10
    assert everything(tmp_path / "out") == everything(undisturbed)


def test_a_file_at_a_time_it_is_the_same(archive, undisturbed, read, tmp_path):
    for path in sorted(archive.iterdir(), reverse=True):
        read(tmp_path / "out", path)
    assert everything(tmp_path / "out") == everything(undisturbed)


def test_two_processes_give_the_same(archive, undisturbed, read, tmp_path):
    read(tmp_path / "out", archive, by=engine.processes(2))
    assert everything(tmp_path / "out") == everything(undisturbed)


def test_again_it_reads_nothing_and_adds_nothing(archive, undisturbed, read, monkeypatch):
    before = everything(undisturbed)
    monkeypatch.setattr(engine, "read_piece", lambda *_: pytest.fail("a piece was read again"))
    read(undisturbed, archive, archive)
    assert everything(undisturbed) == before


def test_a_page_seen_twice_is_one_document_from_its_first_place(archive, undisturbed, read, tmp_path):
    (tmp_path / "in").mkdir()
    for path in archive.iterdir():
        (tmp_path / "in" / path.name).write_bytes(path.read_bytes())
        (tmp_path / "in" / f"again-{path.name}").write_bytes(path.read_bytes())
    read(tmp_path / "out", tmp_path / "in")
    plain = [{k: v for k, v in row.items() if k not in ("file", "place")} for row in rows(undisturbed, "documents")]
    found = rows(tmp_path / "out", "documents")
    assert [{k: v for k, v in row.items() if k not in ("file", "place")} for row in found] == plain
    assert all("/again-" in row["file"] for row in found)
    assert rows(tmp_path / "out", "claims") == rows(undisturbed, "claims")


def test_of_a_file_that_changed_only_the_new_content_counts(read, tmp_path):
    file = tmp_path / "docs.jsonl"
    file.write_text(json.dumps({"id": "a", "text": TEXT, "published": "2024-11-13"}) + "\n")
    read(tmp_path / "out", file)
    file.write_text(json.dumps({"id": "a", "text": TEXT.replace("1,234", "1,345"), "published": "2024-10-13"}) + "\n")
    read(tmp_path / "out", file)
    assert [row["value"] for row in rows(tmp_path / "out", "claims")] == [1345]
    assert not (tmp_path / "out/claims/month=2024-11/claims.parquet").exists()


def lines(many: int) -> bytes:
    told = [
        {"id": f"d{n}", "text": TEXT.replace("1,234", f"1,{n + 100}"), "published": "2024-11-13"} for n in range(many)
    ]
    return b"".join(json.dumps(one).encode() + b"\n" for one in told)


@pytest.mark.parametrize("kind", ["jsonl", "jsonl.gz", "parquet", "html in parquet", "txt", "html"])
def test_documents_come_in_each_form(kind, read, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    html = f"<!doctype html><html><body><p>{TEXT}</p></body></html>"
    if kind == "jsonl":
        (folder / "a.jsonl").write_bytes(lines(3))
    elif kind == "jsonl.gz":
        (folder / "a.jsonl.gz").write_bytes(gzip.compress(lines(3)))
    elif kind == "parquet":
        parquet.write_table(
            pa.table({"id": ["a", "b", "c"], "text": [TEXT, TEXT + " So.", TEXT + " Yes."]}), folder / "a.parquet"
        )
    elif kind == "html in parquet":
        parquet.write_table(
            pa.table({"url": [f"https://a.example/{n}" for n in "abc"], "html": [html] * 3}), folder / "a.parquet"
        )
    else:
        for n in range(3):
            text = f"{TEXT} It was made up {n} times."
            (folder / f"{n}.{kind}").write_text(text if kind == "txt" else html.replace(TEXT, text))
    read(tmp_path / "out", folder)
    assert len(rows(tmp_path / "out", "claims")) == 3
    assert len(rows(tmp_path / "out", "errors")) == 0


def test_lines_cut_into_small_spans_are_each_read_once(read, tmp_path, monkeypatch):
    monkeypatch.setattr(pieces, "LEAST", 100)
    (tmp_path / "a.jsonl").write_bytes(lines(40))
    told, _ = read(tmp_path / "out", tmp_path / "a.jsonl")
    assert len(told) == 8
    assert len(rows(tmp_path / "out", "documents")) == 40


def test_a_document_that_breaks_the_reader_is_told_and_the_rest_is_read(archive, read, tmp_path, monkeypatch):
    from dashboard.archive import reading

    def breaks(document: Document, _reader):
        if "story-50" in (document.url or ""):
            raise ZeroDivisionError("made up")
        return read_for_store(document, _reader)

    monkeypatch.setattr(reading, "read_for_store", breaks)
    read(tmp_path / "out", archive)
    (error,) = rows(tmp_path / "out", "errors")
    assert (error["kind"], error["reason"]) == ("unreadable", "ZeroDivisionError: made up")
    assert error["url"].endswith("story-50")
    assert len(rows(tmp_path / "out", "documents")) == PAGES // EVERY - 1


def test_a_file_that_cannot_be_read_is_told_and_tried_again(archive, read, tmp_path, monkeypatch):
    from dashboard.archive import work

    bad = sorted(archive.iterdir())[2].name
    plain = work.opened

    def opened(address: str):
        if address.endswith(bad):
            raise OSError("made-up fault of a disk")
        return plain(address)

    monkeypatch.setattr(work, "opened", opened)
    _, report = read(tmp_path / "out", archive)
    assert [(bad in lost.piece.file, lost.reason) for lost in report.lost] == [
        (True, "OSError: made-up fault of a disk")
    ]
    assert (report.pieces, report.missing) == (4, 1)
    monkeypatch.undo()
    _, report = read(tmp_path / "out", archive)
    assert (report.pieces, report.missing, report.lost) == (5, 0, ())


def test_a_folder_of_other_things_is_not_written(archive, read, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ArchiveError, match="holds other files"):
        read(tmp_path, archive)


def test_one_archive_is_read_in_one_way(archive, reader, undisturbed):
    with pytest.raises(ArchiveError, match="another version or with other data"):
        running.run(running.plan([str(archive)]), str(undisturbed), reader, "other", engine.here, lambda _: None)


def test_nothing_at_an_address_is_told():
    with pytest.raises(ArchiveError, match="cannot be read"):
        running.plan(["/made/up/place"])
    with pytest.raises(ArchiveError, match="an address of file, s3, gs or https"):
        running.plan(["madeup://place"])


def test_links_and_hidden_files_are_not_followed(archive, tmp_path):
    (tmp_path / "link.warc.gz").symlink_to(next(archive.iterdir()))
    (tmp_path / ".hidden.jsonl").write_bytes(lines(1))
    (tmp_path / "note.pdf").write_bytes(b"made up")
    found = running.plan([str(tmp_path)])
    assert found.pieces == ()
    assert [one.rpartition("/")[2] for one in found.unread] == ["note.pdf"]


def test_a_half_written_file_is_never_seen(tmp_path, monkeypatch):
    import os

    folder = Folder(str(tmp_path))
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError("killed here")))
    with pytest.raises(OSError, match="killed here"):
        folder.put("a/b.json", b"whole")
    assert folder.get("a/b.json") is None
    assert list(folder.names("a")) == []


def test_a_page_names_its_publisher_or_its_host(reader):
    from dashboard.archive.reading import outcome

    html = f"<!doctype html><html><body><p>{TEXT}</p></body></html>".encode()
    found = outcome(Page("f", 0, "https://www.made-up.example/a", html), reader)
    assert found.extraction.document.publisher == "made-up.example"
