"""The look at a page's bytes stops what cannot hold a loss, and never a sentence that tells one."""

from __future__ import annotations

import pytest

from dashboard.archive.gate import seen, telling

SENTENCE = "Some 1,234 troops were killed on Tuesday."


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{SENTENCE}</p>",
        f"<P CLASS=lost>{SENTENCE}</P>",
        "<p>Some <b>1,234</b> troops were <a href='/killed'>killed</a> on Tuesday, the made-up ministry said.</p>",
        "<p>Some 1,234 troops were<br>killed on Tuesday.</p>",
        "<table><tr><td>killed</td><td>1,234</td></tr></table>",
        "<li>killed: about 1,234</li>",
        f"<script>x</script><p>{SENTENCE}</p><script>y",
        f"<!-- a --><p>{SENTENCE}</p>",
        "<p>Some 1,234 troops were &#107;illed and others &quot;w&#111;unded&quot; &amp; killed.</p>",
        "<p>S&#111;me 1,234 tr&#x6F;ops were &#X6b;illed.</p>",
        "<p>&#1087;&#1086;&#1090;&#1077;&#1088;&#1103;&#1083;&#1080; 1234 человека</p>",
        "<p>За добу знищено близько 1234 осіб особового складу</p>",
        "<p>Уничтожено 1234 военнослужащих</p>",
        "<p>Twelve soldiers were killed.</p>",
        f"{SENTENCE}",
        f"<p>{'word ' * 2000}. {SENTENCE}</p>",
        f"<p>{SENTENCE} {'Plain words follow. ' * 2000}</p>",
        "<title>1,234 killed on Tuesday</title>",
        f"<p>{'He was killed. ' * 500}{SENTENCE}</p>",
    ],
)
def test_what_may_tell_a_loss_passes(body):
    assert telling(seen(page(body)))


@pytest.mark.parametrize(
    "body",
    [
        "<p>The fair drew 1,234 people.</p>",
        "<p>He lost his way.</p><p>It was 1,234 metres.</p>",
        "<p>Nobody was killed. It cost 1,234 crowns.</p>",
        "<script>var killed = 1234; lost(5)</script>",
        "<SCRIPT>killed(1234)</SCRIPT><p>fine</p>",
        "<style>.lost-12 { width: 34px }</style>",
        "<!-- 12 killed -->",
        "<div class='lost-12' data-killed='34'>fine</div>",
        "<li><a href='/x'>Two dead after crash</a></li>",
        "<h3><a href='/x'><img src='1.jpg'>5 killed in a fire</a></h3>",
        "<p>It&#39;s lost.</p>",
        "",
    ],
)
def test_what_cannot_tell_a_loss_is_stopped(body):
    assert telling(seen(page(body))) == []


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16"])
def test_pages_in_other_encodings_are_looked_at_as_text(encoding):
    declared = f'<meta charset="{encoding}">' if encoding != "utf-16" else ""
    body = f"<html><head>{declared}</head><p>Уничтожено около 1234 человек личного состава</p></html>"
    assert telling(seen(body.encode(encoding)))


def test_a_page_of_nothing_but_words_of_loss_is_looked_at_once():
    assert len(telling(seen(page("killed 5 " * 200_000)))) < 50_000
