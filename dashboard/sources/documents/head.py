"""What a page states of itself: title, publisher, day and address, those that it gives in a form that can be used."""

from __future__ import annotations

from typing import Any

from lxml import html

from dashboard.sources.documents.fields import published_of
from dashboard.sources.reading import ADDRESS, Fault

DAYS = ("article:published_time", "datepublished", "date", "dc.date")
MAX_TITLE = 300


def stated(root: html.HtmlElement, found: dict[str, Any]) -> dict[str, str]:
    """Title, publisher, published and url as the page's own tags say, else as `found` by other means; days ISO."""
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content", "")
        for meta in root.iter("meta")
    }
    title = metas.get("og:title") or found.get("title") or root.findtext(".//title") or ""
    links = [link.get("href", "") for link in root.iter("link") if link.get("rel", "").lower() == "canonical"]
    urls = [*links, metas.get("og:url", ""), found.get("url") or ""]
    days = [*(metas.get(name, "") for name in DAYS), found.get("published") or ""]
    said = {
        "title": " ".join(title.split())[:MAX_TITLE],
        "publisher": " ".join((metas.get("og:site_name") or found.get("publisher") or "").split())[:MAX_TITLE],
        "url": next((url for url in urls if ADDRESS.fullmatch(url)), ""),
        "published": next((day for text in days if (day := _day(text))), ""),
    }
    return {name: value for name, value in said.items() if value}


def _day(text: str) -> str:
    try:
        return published_of(text).isoformat()
    except Fault:
        return ""
