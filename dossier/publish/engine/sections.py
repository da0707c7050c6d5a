"""The sections of a page as Material's search sees them: headings, and the text below each, with a few of its tags.

Material reads every page with an `html.parser`. Here one regular expression finds the tags, and what follows is the
work of that parser's handlers, in one loop. `sections_of` reads only HTML on which every parser agrees (see `rawhtml`);
of any other it says None.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Final, TypeAlias

from material.plugins.search.plugin import Element, Section, void  # type: ignore[import-untyped]

from dossier.publish.engine.rawhtml import ATTRIBUTES, TEXT_ONLY, attributes_in

_TAG: Final = re.compile(rf"<(/?)([a-zA-Z][a-zA-Z0-9-]*)({ATTRIBUTES})[ \n]*(/?)>([^<]*)")
_Token: TypeAlias = tuple[str, str, str, str, str]
_KEPT: Final = frozenset(("p", "code", "pre", "li", "ol", "ul", "sub", "sup"))
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ALWAYS_SKIPPED: Final = frozenset(("object", "script", "style"))


def sections_of(html: str) -> list[Section] | None:
    """Every section in the order of the page, those that are left out of the index too."""
    tokens = _TAG.findall(html)
    if len(tokens) != html.count("<"):
        return None  # something begins with "<" and is no plain tag
    reading = _Reading()
    reading.text(html[: html.find("<")] if tokens else html)
    try:
        return reading.sections if reading.read(tokens) else None
    except ValueError:
        return None  # a tag closes that was opened in another section: Material's own parser says what comes of it


class _Reading:
    """Where the reading stands. `path` holds the names of the open elements, the outermost first."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self._section: Section | None = None
        self._path: list[str] = []
        self._skipped = set(_ALWAYS_SKIPPED)
        self._hidden = 0  # how many of the open elements are skipped
        self._headings = 0  # how many of them are headings
        self._permalinks: list[int] = []  # at which depths they are permalinks

    def read(self, tokens: list[_Token]) -> bool:
        """Read tags, each with the text behind it. False where one begins that not all parsers read alike."""
        title = False
        for closing, written, attributes, empty, text in tokens:
            name = written.lower()
            if title or name in TEXT_ONLY:
                # Within a title there is nothing but characters, and then its end.
                if name != "title" or empty or title is not bool(closing) or (not closing and "&" in text):
                    return False
                title = not closing
            if closing:
                self._close(name)
            elif name not in void:
                self._open(name, attributes)
                if empty:
                    self._close(name)
            if text:
                self.text(text)
        return not title

    def text(self, written: str) -> None:
        """Characters between two tags."""
        if self._hidden or not written:
            return
        text = unescape(written) if "&" in written else written
        blank = text.isspace()
        if "pre" not in self._path:
            text = " " if blank else text.replace("\n", " ")
        section = self._section or self._start(Section(Element("hx")))
        if self._in_title(section):
            if not self._permalinks:
                section.title.append(escape(text, quote=False))
        elif not blank:
            section.text.append(escape(text, quote=False))
        elif "pre" in self._path or not section.text or not section.text[-1].isspace():
            section.text.append(text)

    def _start(self, section: Section) -> Section:
        self._section = section
        self.sections.append(section)
        return section

    def _in_title(self, section: Section) -> bool:
        return self._headings > 0 and section.el.tag in self._path

    def _open(self, name: str, written: str) -> None:
        path = self._path
        path.append(name)
        attributes = _telling(name, written)
        if name in self._skipped:
            self._hidden += 1
        if name in _HEADINGS:
            self._headings += 1
            if "id" in attributes:
                self._heading(name, attributes)
        elif attributes.get("class") == "headerlink" and name == "a":
            self._permalinks.append(len(path))
        section = self._section or self._start(Section(Element("hx")))
        if "data-search-exclude" in attributes or attributes.get("class") == "linenodiv":
            self._skipped.add(name)
            self._hidden = sum(each in self._skipped for each in path)
        elif name in _KEPT and not self._hidden:
            (section.title if self._in_title(section) else section.text).append(f"<{name}>")

    def _heading(self, name: str, attributes: dict[str, str | None]) -> None:
        depth = len(self._path)
        if name != "h1" and not self.sections:
            self._start(Section(Element("hx"), depth))
        section = Section(Element(name, attributes), depth)
        if self.sections:
            section.id = attributes["id"]
        self._start(section)

    def _close(self, name: str) -> None:
        path = self._path
        if not path or path[-1] != name:
            return
        section = self._section or self._start(Section(Element("hx")))
        if section.depth > len(path):
            section = self._back(section)
        if self._permalinks and self._permalinks[-1] == len(path):
            self._permalinks.pop()
        path.pop()
        if name in _HEADINGS:
            self._headings -= 1
        if name in self._skipped:
            self._hidden -= 1
            if name not in _ALWAYS_SKIPPED:
                self._skipped.remove(name)
                self._hidden = sum(each in self._skipped for each in path)
        elif name in _KEPT and not self._hidden:
            _close_kept(name, section.title if self._in_title(section) else section.text)

    def _back(self, section: Section) -> Section:
        """An element closes that holds the heading of the section: the one before it goes on."""
        for earlier in reversed(self.sections):
            if earlier.depth <= len(self._path):
                section.depth = float("inf")
                self._section = earlier
                return earlier
        return section


def _telling(name: str, written: str) -> dict[str, str | None]:
    """The attributes of a tag, where they can matter; of most tags none does."""
    if written and (
        name in _HEADINGS
        or "headerlink" in written
        or "linenodiv" in written
        or "&" in written
        or "data-search-exclude" in written.lower()
    ):
        return dict(attributes_in(written))
    return {}


def _close_kept(name: str, pieces: list[str]) -> None:
    """Write the end of a tag that the index keeps; where nothing stands within, its beginning goes too."""
    first = pieces.index(f"<{name}>")
    if any(not piece.isspace() for piece in pieces[first + 1 :]):
        pieces.append(f"</{name}>")
    else:
        del pieces[first:]
