"""Pages as publishers make them, read by the reading process; and that process's end."""

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from dashboard.errors import Problem
from dashboard.model import Document
from dashboard.sources import documents
from dashboard.sources.documents import page
from dashboard.sources.documents.reader import PageReader, page_reader
from dashboard.sources.reading import Fault

MARGIN = 1.0
QUIET = (
    "Rain fell over the northern villages for the third day, and the road to the market stayed shut.",
    "Farmers brought what they could by cart, while the mayor asked the province for sandbags.",
    "A bridge that was mended in spring held, to the relief of those who live behind it.",
    "The school opens again on Monday, its head teacher told parents in a letter.",
)
TABLE = """<table><thead><tr><th>Kind</th><th>In all</th><th>Day</th></tr></thead><tbody>
<tr><td>Personnel</td><td>710,660</td><td>+1,770</td></tr>
<tr><td><p>Tanks</p></td><td><b>9,301</b></td><td>+12</td></tr></tbody></table>"""


def paper(body="", head="", times=3):
    """A page with a menu, an article in a plain `div`, other stories beside it and a foot."""
    quiet = "".join(f"<p>{line} That was week {n}.</p>" for n in range(times) for line in QUIET)
    return f"""<!doctype html><html><head><title>The toll | The Fen Paper</title>{head}</head><body>
<ul class="menu"><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul>
<div class="story"><h1>The toll</h1>{quiet}{body}<p>It rained on.</p></div>
<div class="related-posts"><h3>Read more</h3><a href="/o">9,999 soldiers killed elsewhere</a></div>
<div class="footer"><p>Copyright 2031 The Fen Paper</p></div></body></html>"""


def read(source):
    return page.document(source.encode(), "x")


@pytest.fixture(autouse=True)
def _warm():
    page_reader().read("<p>warm</p>")


def test_the_article_is_kept_and_the_stories_beside_it_are_not():
    text = read(paper("<p>The army lost 1,950 soldiers on Tuesday, the staff said.</p>")).text
    assert "lost 1,950 soldiers on Tuesday" in text
    assert QUIET[0] in text
    assert "9,999" not in text
    assert "Copyright" not in text


def test_a_row_of_a_table_is_a_line_with_bars():
    lines = read(paper(TABLE)).text.split("\n")
    assert [line for line in lines if "|" in line] == [
        "Kind | In all | Day",
        "Personnel | 710,660 | +1,770",
        "Tanks | 9,301 | +12",
    ]


def test_a_page_of_a_table_alone_is_read():
    assert "Personnel | 710,660 | +1,770" in read(f"<html><body>{TABLE}</body></html>").text


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_a_no_break_space_still_holds_a_number_together(space):
    assert f"lost 1{space}950 men" in read(paper(f"<p>The army lost 1{space}950 men.</p>")).text


def test_a_footnote_mark_does_not_join_the_number_before_it():
    assert "lost 1,770² men" in read(paper("<p>The army lost 1,770<sup>2</sup> men.</p>")).text


def test_inline_tags_do_not_part_a_number():
    assert "lost 1,770 men" in read(paper("<p>The army lost <b>1</b>,<span>770</span> <a href='/m'>men</a>.</p>")).text


JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "The toll", "datePublished": "2024-11-12T06:30:00+02:00",
"publisher": {"@type": "Organization", "name": "The Fen Paper"}}</script>"""


def test_publisher_and_day_are_found_in_the_json_of_the_head():
    found = read(paper(head=JSON_LD))
    assert (found.publisher, found.published) == ("The Fen Paper", date(2024, 11, 12))
    assert "datePublished" not in found.text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-11-12T10:00:00Z">',
        '<meta name="DC.date.issued" content="2024-11-12">',
        '<meta itemprop="datePublished" content="2024-11-12">',
    ],
)
def test_the_day_is_found_in_the_ways_that_pages_state_it(head):
    assert read(paper(head=head)).published == date(2024, 11, 12)


def test_the_day_is_found_in_a_time_tag_of_the_story():
    assert read(paper('<time datetime="2024-11-12T10:00:00Z">12 November</time>')).published == date(2024, 11, 12)


def test_a_day_is_never_guessed_from_the_running_text_or_the_foot():
    assert read(paper("<p>On 3 May 2023 the army lost 12 men.</p>")).published is None


def test_address_and_title_are_found():
    head = '<link rel="canonical" href="https://fen.example/toll"><meta property="og:title" content="The toll grows">'
    found = read(paper(head=head))
    assert (found.url, found.title) == ("https://fen.example/toll", "The toll grows")
    assert found.text.startswith("The toll grows\n\n")


HOSTILE = {
    "attributes": b"<html><p " + b" ".join(b"a%d=1" % n for n in range(40_000)) + b">text</p>",
    "kept attributes": b"<html><p " + b" ".join(b"class=a%d" % n for n in range(40_000)) + b">text</p>",
    "many tags with attributes": b"<p class=a id=b style=c role=d>word</p>" * 100_000,
    "10,000 nested": b"<html>" + b"<div>" * 10_000 + b"Russia lost 5 men",
    "nested tables": b"<html>" + b"<table><tr><td>" * 3_000 + b"Russia lost 5 men",
    "20 MB": b"<html><p>" + b"word " * 4_000_000,
    "one paragraph of 4 MB": b"<html><p>" + b"word " * 800_000,
    "breaks": b"<html><p>" + b"a<br>" * 800_000,
    "gzip-like": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff" + bytes(range(256)) * 4_000,
    "script only": b"<html><body><div id=root></div><script>render('5,000 killed')</script></body></html>",
    "empty": b"<html><body></body></html>",
    "blank": b"<html><body> &nbsp; \n </body></html>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_or_told_to_be_unreadable_in_two_seconds(name, tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(HOSTILE[name])
    began = time.perf_counter()
    [found] = documents.read_path(path)
    assert time.perf_counter() - began < 2 + MARGIN
    if isinstance(found, Problem):
        assert found.file == str(path)
        assert found.remedy
    else:
        assert found.text.strip()


@pytest.mark.parametrize("name", ["10,000 nested", "nested tables", "20 MB", "gzip-like", "script only", "empty"])
def test_what_cannot_be_read_is_a_problem_and_never_a_document_without_losses(name, tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(HOSTILE[name])
    [found] = documents.read_path(path)
    assert isinstance(found, Problem)


def test_entities_and_outside_files_are_never_read(tmp_path):
    (tmp_path / "secret").write_text("5,555 killed", encoding="utf-8")
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    source = (
        f'<!DOCTYPE html [<!ENTITY e0 "boom"><!ENTITY f SYSTEM "file://{tmp_path}/secret">{bomb}]>'
        f'<html><body><p>Quiet. &f; &e11;</p><iframe src="file://{tmp_path}/secret"></iframe></body></html>'
    )
    text = read(source).text
    assert "5,555" not in text
    assert len(text) < 2_000


def test_a_page_from_standard_input_is_read_as_a_page():
    found = documents.from_bytes(paper("<p>The army lost 12 men.</p>").encode())
    assert isinstance(found, Document)
    assert "<p>" not in found.text


def test_a_hundred_pages_share_one_process():
    reader = page_reader()
    reader.read("<p>one</p>")
    first = reader._process.pid
    began = time.perf_counter()
    for _ in range(100):
        reader.read(paper(times=1))
    assert reader._process.pid == first
    assert time.perf_counter() - began < 10


def test_a_page_beyond_the_limit_is_refused_and_the_next_one_is_read():
    reader = PageReader(limit=0.3)
    with pytest.raises(Fault, match="unreadable"):
        reader.read("<p>" + "<i>a</i> " * 400_000)
    reader.limit = 2.0
    assert reader.read("<p>Next page</p>")["text"] == "Next page"


@pytest.mark.skipif(sys.platform == "win32", reason="asks /proc or ps for processes")
@pytest.mark.parametrize("busy", [False, True], ids=["waiting", "reading"])
def test_no_process_is_left_behind_when_the_parent_is_killed(busy):
    script = (
        "import sys\nfrom dashboard.sources.documents.reader import PageReader\n"
        "reader = PageReader(60)\nreader.read('<p>a</p>')\nprint(reader._process.pid, flush=True)\n"
        + ("reader.read('<p>' + '<i>a</i> ' * 500_000)\n" if busy else "sys.stdin.read()\n")
    )
    root = Path(__file__).resolve().parents[2]
    parent = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
    )
    child = int(parent.stdout.readline())
    time.sleep(0.3 if busy else 0)
    parent.send_signal(signal.SIGKILL)
    parent.communicate()
    deadline = time.monotonic() + 10
    while _runs(child) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _runs(child)


def _runs(pid):
    """Whether a process runs: one that has ended and waits to be collected does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.strip().startswith("Z")
