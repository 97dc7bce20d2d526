"""Five made-up sites, each with markup of a kind that is common: menus, scripts, stated metadata, links, footers."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from random import Random
from typing import NamedTuple

MENU = "World Politics Business Opinion Culture Sport Weather Travel Science Health Food Letters Podcasts Video".split()

PLACES = "Northport Eastmoor Westfield Southam Midvale Highbridge Lowick Stonegate".split()


class Story(NamedTuple):
    """What a page shows: its title, its day, its paragraphs and the headlines beside them."""

    title: str
    day: date
    url: str
    paragraphs: list[str]
    beside: list[str]


def _scripts(seed: str, count: int, lines: int = 18) -> str:
    """Inline scripts of a measuring kind: long, full of numbers and of words that could be losses."""
    chance = Random(seed)
    made = []
    for block in range(count):
        body = "".join(
            f"w.push({{id:{chance.randrange(10**8)},missing:!1,captured:e.capture(t,{chance.randrange(999)}),"
            f"lost:n.lost||0,t:{chance.random():.6f}}});if(e.executed>{n}){{dead.kill({n})}}"
            for n in range(lines)
        )
        made.append(
            f"<script data-n={block}>(function(w,e,t,n,dead){{{body}}})(window.q{block}=window.q{block}||[]);</script>"
        )
    return "\n".join(made)


def _styles(seed: str, rules: int = 120) -> str:
    chance = Random(seed)
    return (
        "<style>"
        + "".join(
            f".c{chance.randrange(9999)}{{margin:{chance.randrange(40)}px;padding:{chance.randrange(20)}px;"
            f"color:#{chance.randrange(16**6):06x};font:400 1{chance.randrange(9)}px/1.5 serif}}"
            for _ in range(rules)
        )
        + "</style>"
    )


def _menu(item: str) -> str:
    """The menu with the sections below each of its parts, as large sites send it with every page."""
    parts = []
    for name in MENU:
        parts.append(item.format(name=name, path=name.lower()))
        parts += [item.format(name=f"{name} in {place}", path=f"{name}/{place}".lower()) for place in PLACES]
    return "".join(parts)


SCRIPTS, STYLES = _scripts("measuring", 6), _styles("site")
LINKS = "".join(
    f'<li class="f-{n}"><a href="/about/{n}" rel="nofollow" data-track="footer-{n}">{name} and more</a></li>'
    for n, name in enumerate(MENU * 6)
)


def broadsheet(story: Story) -> str:
    """A paper's page: header, figures, paragraphs with links and an aside in their midst."""
    text = "\n".join(
        f'<p class="story__p" data-n="{n}">{_linked(part)}</p>' + (_advert(n) if n % 4 == 2 else "")
        for n, part in enumerate(story.paragraphs)
    )
    more = "".join(
        f'<article class="teaser"><a href="/story/{n}"><img src="/img/{n}.jpg" alt="" width="320" height="180">'
        f"<h3>{head}</h3></a><time>0{n % 9}:15</time></article>"
        for n, head in enumerate(story.beside)
    )
    return _page(
        "The Made-up Courier", story,
        f'<header class="top"><nav><ul>{_menu("<li><a href=/{path}>{name}</a></li>")}</ul></nav></header>'
        f'<main id="main"><article class="story"><h1>{story.title}</h1>'
        '<p class="by">By <a href="/people/1">A Writer</a> '
        f'<time datetime="{story.day}T08:15:00Z">{story.day:%d %B %Y}</time></p>{text}</article>'
        f'<aside class="rail"><h2>Most read</h2>{more}</aside></main>',
    )  # fmt: skip


def weblog(story: Story) -> str:
    """A weblog: a post in nested boxes, a list of recent posts, comments below."""
    text = "".join(f"<p>{part}</p>\n" for part in story.paragraphs)
    recent = "".join(f'<li><a href="/?p={n}">{head}</a></li>' for n, head in enumerate(story.beside))
    notes = "".join(
        f'<li class="comment depth-{n % 3}"><div class="comment-body"><cite>reader {n}</cite> on day {n}: '
        f"<p>I read this {n + 2} times and still wonder about the benches.</p></div></li>"
        for n in range(25)
    )
    return _page(
        "Made-up Notes", story,
        f'<div id="page"><div id="masthead"><div class="menu">{_menu("<a href=/{path}/>{name}</a> | ")}</div></div>'
        f'<div id="content"><div class="post hentry"><h2 class="entry-title">{story.title}</h2>'
        f'<div class="entry-meta">Posted on <abbr title="{story.day}">{story.day:%d %B %Y}</abbr></div>'
        f'<div class="entry-content">{text}</div></div><ol class="commentlist">{notes}</ol></div>'
        f'<div id="secondary" class="widget-area"><h3>Recent posts</h3><ul>{recent}</ul></div></div>',
    )  # fmt: skip


def tables(story: Story) -> str:
    """An old page: everything in tables, breaks instead of paragraphs."""
    text = "<br><br>\n".join(f'<font face="serif" size="2">{part}</font>' for part in story.paragraphs)
    left = "".join(
        f'<tr><td bgcolor="#eeeeee"><a href="story.asp?id={n}">{head}</a></td></tr>'
        for n, head in enumerate(story.beside)
    )
    return _page(
        "The Made-up Gazette", story,
        f'<table width="990"><tr><td colspan="3">{_menu("<a href={path}.asp><b>{name}</b></a> &nbsp; ")}</td></tr>'
        f'<tr valign="top"><td width="180"><table>{left}</table></td><td><h1>{story.title}</h1>'
        f'<i>{story.day:%d %B %Y}</i><br>{text}</td><td width="160">{_advert(1)}</td></tr></table>',
    )  # fmt: skip


def application(story: Story) -> str:
    """A page made by a program: boxes without meaning, and the whole article once more as data."""
    data = {"props": {"story": {"title": story.title, "body": story.paragraphs, "related": story.beside}}, "page": "/s"}
    text = "".join(
        f'<div class="sc-{n}a css-{n}b"><p class="css-p{n % 3}">{_linked(part)}</p></div>'
        for n, part in enumerate(story.paragraphs)
    )
    cards = "".join(
        f'<div class="css-card"><a class="css-l" href="/s/{n}"><span class="css-t">{head}</span></a>'
        '<button aria-label="Save for later" class="css-b">'
        f'<svg viewBox="0 0 24 24"><path d="M12 {n}l3 4 5-{n} 2 9z"/></svg>'
        f"</button></div>"
        for n, head in enumerate(story.beside)
    )
    return _page(
        "Made-up Live", story,
        f'<div id="__next"><div class="css-h"><div>{_menu("<a class=css-m href=/{path}>{name}</a>")}</div></div>'
        f'<div class="css-main"><h1 class="css-1">{story.title}</h1><div class="css-body">{text}</div></div>'
        f'<div class="css-grid">{cards}</div></div>'
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>',
    )  # fmt: skip


def agency(story: Story) -> str:
    """An agency's page: little markup, a list of headlines, paragraphs with a dateline."""
    text = "".join(f"<p>{part}</p>" for part in story.paragraphs)
    wire = "".join(
        f"<dt>0{n % 9}:{n + 10}</dt><dd><a href=/w/{n}>{head}</a></dd>" for n, head in enumerate(story.beside)
    )
    return _page(
        "Made-up Agency", story,
        f"<nav>{_menu('<a href=/{path}>{name}</a> ')}</nav><article><h1>{story.title}</h1>"
        f"<p><strong>{story.day:%d %B}.</strong></p>{text}</article><aside><dl>{wire}</dl></aside>",
    )  # fmt: skip


SITES: tuple[Callable[[Story], str], ...] = (broadsheet, weblog, tables, application, agency)


def _page(site: str, story: Story, content: str) -> str:
    """The head, the scripts and the foot that all sites have, around their content."""
    stated = json.dumps(
        {"@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title, "url": story.url,
         "datePublished": f"{story.day}T08:15:00Z", "publisher": {"@type": "Organization", "name": site}}
    )  # fmt: skip
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{story.title} | {site}</title>'
        f'<meta property="og:title" content="{story.title}"><meta property="og:site_name" content="{site}">'
        f'<meta property="article:published_time" content="{story.day}T08:15:00Z">'
        f'<link rel="canonical" href="{story.url}"><script type="application/ld+json">{stated}</script>'
        f"{STYLES}{SCRIPTS}</head><body class='s1 s2'><!-- made up; served in 12 ms, 3 killed queries -->"
        f'{content}<footer><ul class="links">{LINKS}</ul><p>&copy; 2024 {site}. All of it is made up.</p></footer>'
        f"{SCRIPTS[:6000]}</script></body></html>"
    )


def _linked(part: str) -> str:
    """The paragraph with a link on its third word, as an editor sets it."""
    words = part.split(" ")
    words[2] = f'<a href="/topic/{words[2].lower().strip(".,")}" class="inline">{words[2]}</a>'
    return " ".join(words)


def _advert(number: int) -> str:
    return (
        f'<div class="ad ad-{number}" data-slot="/1234/{number}"><span>Advertisement</span>'
        f"<script>ads.cmd.push(function(){{ads.show('slot-{number}',[300,250])}});</script></div>"
    )
