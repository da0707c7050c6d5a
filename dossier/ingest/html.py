"""The article in a web page, and what the page says of it.

Owns the dealings with trafilatura, which tells an article from what stands around it. Publisher and day of issue are
taken only where the page states them for machines (JSON-LD, OpenGraph, Dublin Core); trafilatura would also guess.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import trafilatura

from dossier.ingest.extracting import Taken

__all__ = ["read_html"]

_DAY = re.compile(r"[12]\d{3}-\d\d-\d\d")
_DATES = ("article:published_time", "datePublished", "dc.date.issued", "dc.date", "date", "pubdate")
_PUBLISHERS = ("og:site_name", "dc.publisher", "publisher")
_JSON_LD = "//script[@type='application/ld+json']"
_MOST_ITEMS = 2_000  # of JSON-LD; no page has as many


def read_html(data: bytes) -> Taken:
    """Take the article out of a page; its text is empty where the page holds none."""
    sys.setrecursionlimit(20_000)  # pages nest deeply, and the memory of the process is limited
    page = trafilatura.load_html(data)
    if page is None:
        return Taken()
    linked = list(_linked_data(page))
    meta = {name.lower(): content for name, content in _meta(page)}
    found = trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)
    said: dict[str, Any] = {} if found is None else found if isinstance(found, dict) else found.as_dict()
    lines = (line.strip() for line in str(said.get("text") or "").splitlines())
    published = (str(item["datePublished"]) for item in linked if "datePublished" in item)
    return Taken(
        text="\n\n".join(line for line in lines if line),
        title=str(said.get("title") or ""),
        publisher=next(_publishers(linked), "") or _first(meta, _PUBLISHERS),
        author=str(said.get("author") or ""),
        issued=next((day[0] for text in (*published, _first(meta, _DATES)) if (day := _DAY.match(text))), ""),
        language=str(page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or ""),
        url=_address(str(said.get("url") or "")),
    )


def _linked_data(page: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, outer before inner."""
    waiting: list[Any] = []
    for script in page.xpath(_JSON_LD):
        try:
            waiting.append(json.loads(script.text or ""))
        except (ValueError, RecursionError):
            continue
    count = 0
    while waiting and count < _MOST_ITEMS:
        item = waiting.pop(0)
        count += 1
        if isinstance(item, dict):
            yield item
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)


def _publishers(linked: list[dict[str, Any]]) -> Iterator[str]:
    for item in linked:
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip():
            yield name.strip()


def _meta(page: Any) -> Iterator[tuple[str, str]]:
    for element in page.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name:
            yield name, element.get("content").strip()


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name.lower()] for name in names if meta.get(name.lower())), "")


def _address(url: str) -> str:
    return url if urlsplit(url).scheme in ("http", "https") else ""
