"""Web pages: their running text, what their head says, and pages made to hurt."""

import time
from datetime import date

import pytest

from dashboard.model import Document
from dashboard.sources.documents import page
from dashboard.sources.documents.reader import page_reader
from dashboard.sources.reading import Fault

# For a busy machine; the reading process itself is killed below two seconds.
MARGIN = 1.0
PAGE = """<!doctype html><html><head><title>Losses rise</title>
<meta property="og:site_name" content="A &amp; B">
<meta property="article:published_time" content="2024-11-11T10:00:00Z">
<link rel="canonical" href="https://example.org/p"><script>if (a<b) document.write("<p>7,777 killed</p>")</script>
<style>p{content:"<p>"}</style></head><body><nav><p>Menu 5</p></nav>
<article><h1>Losses rise</h1><!-- 9,999 --><p class="a>b" onclick='x("<p>")'>One <b>thou</b>sand
 &lt;1&nbsp;770&gt;.</p><table><tr><td>12</td><td>34</td></tr></table><aside>Advert 6</aside>
<svg viewBox="0"/><p>End</article><footer>8</footer></body></html>"""


def test_a_page_gives_the_article_and_what_its_head_says():
    assert page.document(PAGE.encode(), "x") == Document(
        "x",
        "Losses rise\nOne thousand <1\u00a0770>.\n12 | 34\nEnd",
        publisher="A & B",
        published=date(2024, 11, 11),
        title="Losses rise",
        url="https://example.org/p",
    )


def test_a_headline_outside_the_text_is_put_before_it():
    text = page.document(b"<title>5,000 lost</title><main><p>Details follow.</p></main>", "x").text
    assert text == "5,000 lost\n\nDetails follow."


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="javascript:alert(1)">',
        '<meta name="date" content="soon">',
        '<meta property="article:published_time" content="2024-99-99">',
    ],
)
def test_a_head_that_says_nothing_usable_is_left_empty(head):
    read = page.document(f"<html><head>{head}</head><body><p>Text</p></body></html>".encode(), "x")
    assert (read.url, read.published) == (None, None)


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-u"])
def test_a_declared_encoding_is_believed_where_it_fits(encoding):
    text = f'<meta charset="{encoding}"><p>втрати ворога</p>'
    assert page.document(text.encode(encoding), "x").text == "втрати ворога"


@pytest.mark.parametrize("declared", ["", '<meta charset="utf-8">', '<meta charset="nonsense">'])
def test_an_encoding_that_is_not_declared_or_wrong_is_refused(declared):
    with pytest.raises(Fault, match=r"is not UTF-8|and is not"):
        page.document(f"{declared}<p>втрати ворога</p>".encode("cp1251"), "x")


def test_entities_of_the_page_itself_are_never_expanded():
    bomb = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "&x;&x;">]><p>a &y; b</p>'
    text = page.document(bomb.encode(), "x").text
    assert "&y;" in text
    assert len(text) < 100


@pytest.mark.parametrize(
    "hostile",
    [
        b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">text</p>",
        b"<p " + b" ".join(b'a%d="<>"' % n for n in range(100_000)) + b">text</p>",
        b"<div>" * 200_000 + b"text",
        b"<a " * 300_000 + b"text",
        b'<a x="' * 300_000 + b"text",
        b"<!--" * 300_000 + b"text",
        b"<script>" * 300_000 + b"text",
        b"<" * 300_000 + b"text",
        b"<meta content='" + b"=" * 1_000_000 + b"'>text",
        b"<p>" + b"word " * 900_000,
        b"&" * 1_000_000 + b"<p>text",
    ],
    ids=lambda hostile: hostile[:12].decode(),
)
def test_a_page_made_to_hurt_is_read_or_refused_within_two_seconds(hostile):
    page_reader().read("<p>The process is warm.</p>")
    began = time.perf_counter()
    try:
        read = page.document(hostile, "x").text
    except Fault:
        read = ""
    assert time.perf_counter() - began < 2 + MARGIN
    assert len(read) < 5_000_000
