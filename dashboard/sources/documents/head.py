"""What a page states of itself: title, publisher, day and address, those that it gives in a form that can be used."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lxml import html

from dashboard.sources.documents.fields import published_of
from dashboard.sources.reading import ADDRESS, Fault

DAYS = ("article:published_time", "datepublished", "date", "dc.date")
MAX_TITLE = 300


def stated(root: html.HtmlElement, found: Callable[[], dict[str, Any]]) -> dict[str, str]:
    """Title, publisher, published and url as the page's own tags say, else as `found` by other means; days ISO.

    `found` is asked only for what the tags leave open: it takes as long as the rest of the reading.
    """
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content", "")
        for meta in root.iter("meta")
    }
    links = [link.get("href", "") for link in root.iter("link") if link.get("rel", "").lower() == "canonical"]
    said = {
        "title": metas.get("og:title") or "",
        "publisher": metas.get("og:site_name") or "",
        "url": _address([*links, metas.get("og:url", "")]),
        "published": _first_day(metas.get(name, "") for name in DAYS),
    }
    if not all(said.values()):
        other = found()
        said["title"] = said["title"] or other.get("title") or root.findtext(".//title") or ""
        said["publisher"] = said["publisher"] or other.get("publisher") or ""
        said["url"] = said["url"] or _address([other.get("url") or ""])
        said["published"] = said["published"] or _first_day([other.get("published") or ""])
    for name in ("title", "publisher"):
        said[name] = " ".join(said[name].split())[:MAX_TITLE]
    return {name: value for name, value in said.items() if value}


def _address(urls: Iterable[str]) -> str:
    return next((url for url in urls if ADDRESS.fullmatch(url)), "")


def _first_day(texts: Iterable[str]) -> str:
    return next((day for text in texts if (day := _day(text))), "")


def _day(text: str) -> str:
    try:
        return published_of(text).isoformat()
    except Fault:
        return ""
