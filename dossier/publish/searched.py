"""What of a published page the search sees: its article, without the parts that only repeat other pages.

Owns the reading of a page for a search that is made from HTML. The marks are those that Material's own search reads:
`data-search-exclude` leaves out an element, and on a heading all up to the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

__all__ = ["searched"]

_HEADINGS = {f"h{level}" for level in range(1, 7)}
_VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr", "col"}
_EXCLUDE = "data-search-exclude"
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


def searched(page: str) -> str:
    """The page of HTML that is to be indexed for a published page; empty where it is not to be found."""
    reader = _Reader()
    # Most of a page is no text of its article. It is cut away first, as reading all of it takes several times as long.
    reader.feed(page[: page.find("</head>")])
    reader.feed(_DRAWING.sub("", page[page.find("<article") : page.find("</article>")]))
    reader.close()
    if not reader.weight or not reader.article:
        return ""
    names = escape(", ".join(reader.names))
    return (
        f'<!doctype html><html lang="{escape(reader.language)}"><head><title>{escape(reader.title)}</title></head>'
        f'<body><main data-pagefind-body data-pagefind-meta="weight:{reader.weight:g}">'
        f'<p data-pagefind-weight="10" data-pagefind-meta="names">{names}</p>'
        f'<div data-pagefind-weight="{reader.weight:g}">{"".join(reader.article)}</div></main></body></html>'
    )


def _is_left_out(tag: str, attributes: dict[str, str]) -> bool:
    """Whether an element repeats something, or is a mark, a note's number or a handle beside the words."""
    is_note = tag == "sup" and attributes.get("id", "").startswith("fnref")
    return _EXCLUDE in attributes or is_note or tag == "abbr" or attributes.get("class") == "headerlink"


@dataclass
class _Reader(HTMLParser):
    """Collects the article of a page, and what the theme's head says of it to the search."""

    language: str = "en"
    title: str = ""
    weight: float = 0
    names: list[str] = field(default_factory=list)
    article: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._depth = 0  # of elements within the article, itself counted
        self._left_out = 0  # the depth of the element that is left out
        self._in_repetition = False  # below a heading that is left out
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if not self._depth:
            self._outside(tag, values)
            return
        self._depth += tag not in _VOID
        if tag in _HEADINGS and not self._left_out:
            self._in_repetition = _EXCLUDE in values
        if _is_left_out(tag, values) and not self._left_out and tag not in _VOID:
            self._left_out = self._depth
        place = f' id="{escape(values["id"])}"' if "id" in values else ""
        self._put(f"<{tag}{place}>")

    def _outside(self, tag: str, values: dict[str, str]) -> None:
        match tag, values.get("name"):
            case "html", _:
                self.language = values.get("lang", "") or "en"
            case "meta", "search-weight":
                self.weight = float(values.get("content") or 0)
            case "meta", "search-name":
                self.names.append(values.get("content", ""))
            case "title", _:
                self._in_title = True
            case "article", _:
                self._depth = 1

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False
        if not self._depth or tag in _VOID:
            return
        if self._depth > 1:
            self._put(f"</{tag}>")
        if self._left_out == self._depth:
            self._left_out = 0
        self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        elif self._depth:
            self._put(escape(data))

    def _put(self, piece: str) -> None:
        if not self._left_out and not self._in_repetition:
            self.article.append(piece)
