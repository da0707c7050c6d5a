"""The raw HTML in Markdown: what md_in_html takes out of the text, and the anchors that MkDocs finds in it.

Markdown and MkDocs each read the whole page with a subclass of `html.parser`, tag by tag. Here one regular expression
finds the tags for both, and the handlers of md_in_html are called for those tags alone that can change anything: tags
of block-level elements, and what stands directly behind one. Everything else goes through as text.

`tags_of` only reads HTML on whose tags every version of `html.parser` agrees: no comments, declarations or scripts, all
values in quotation marks. Of any other text it says None, and the library's own parsers read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from typing import Final, TypeAlias, cast

from markdown import Markdown
from markdown.extensions.md_in_html import HtmlBlockPreprocessor, HTMLExtractorExtra
from markdown.preprocessors import Preprocessor
from mkdocs.structure.pages import _RawHTMLPreprocessor  # MkDocs has no other name for what we stand in for

Tag: TypeAlias = tuple[int, int, bool, str, str, bool]
"""Start and end in the text, whether it closes, name in lower case, attributes as written, whether it ends in `/>`."""

NAME: Final = "[a-zA-Z][a-zA-Z0-9-]*"
ATTRIBUTES: Final = r"""(?:[ \n]+[a-zA-Z_:][-a-zA-Z0-9_:.]*(?:=(?:"[^"<>]*"|'[^'<>]*'))?)*"""
TEXT_ONLY: Final = frozenset(
    ("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp")
)
"""Elements in which a parser may take tags for text. A title of an SVG is fine where it holds characters only."""

_NAME: Final = "mkdocs_raw_html"
_TAG: Final = re.compile(rf"<(?:/({NAME})>|({NAME})({ATTRIBUTES})[ \n]*(/?)>|([a-zA-Z/!?]))")
_ATTRIBUTE: Final = re.compile(r"""([^ \n=]+)(?:=(?:"([^"]*)"|'([^']*)'))?""")
_REFERENCE: Final = re.compile(r"&(?:#([0-9]+|[xX][0-9a-fA-F]+)|([a-zA-Z][-.a-zA-Z0-9]*));")
_OPEN_REFERENCE: Final = re.compile(r"&#(?!(?:[0-9]+|[xX][0-9a-fA-F]+);)|&\Z")


def tags_of(text: str) -> list[Tag] | None:
    """All tags, in order; None where the text holds something that parsers may read in different ways."""
    if _OPEN_REFERENCE.search(text):
        return None
    tags: list[Tag] = []
    for match in _TAG.finditer(text):
        closed, opened, attributes, empty, unusual = match.groups()
        if unusual:
            return None
        start, end = match.span()
        tag = (start, end, closed is not None, (closed or opened).lower(), attributes or "", bool(empty))
        if tag[3] in TEXT_ONLY and not _plain_title(tag, text, tags):
            return None
        tags.append(tag)
    return tags


def _plain_title(tag: Tag, text: str, before: list[Tag]) -> bool:
    """Whether this is a tag of an SVG title that holds nothing but characters, which all parsers read alike."""
    _, end, closing, name, _, empty = tag
    if name != "title" or empty:
        return False
    if closing:
        return bool(before) and before[-1][2:4] == (False, "title")
    stop = text.find("<", end)
    return text.startswith("</title>", stop) and "&" not in text[end:stop]


def attributes_in(written: str) -> list[tuple[str, str | None]]:
    """Names in lower case and values without references, as `html.parser` hands them to its handlers."""
    return [
        (match[1].lower(), _value(match[2] if match[2] is not None else match[3]))
        for match in _ATTRIBUTE.finditer(written)
    ]


def _value(written: str | None) -> str | None:
    return unescape(written) if written and "&" in written else written


def anchors_of(tags: list[Tag]) -> Iterator[str]:
    """What a link can point to: every id, and the name of every `a`."""
    for _, _, closing, name, written, _ in tags:
        if written and not closing:
            lowered = written.lower()
            if "id" in lowered or "name" in lowered:
                for key, value in attributes_in(written):
                    if key == "id" or (key == "name" and name == "a"):
                        yield cast("str", value)  # None, of an id without a value, as in MkDocs


class Anchors(Preprocessor):
    """MkDocs' `_RawHTMLPreprocessor`. It keeps the tags for the preprocessor behind it, which reads the same text."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.reset()

    def reset(self) -> None:
        """Forget the last page. Of a page without text nothing is read at all."""
        self.present_anchor_ids: set[str] = set()
        self._read: tuple[str, list[Tag] | None] = ("", [])

    def register(self) -> None:
        """Take the place of MkDocs' own: its name and its priority are those that it gives itself."""
        self.md.preprocessors.register(self, _NAME, priority=21)

    def run(self, lines: list[str]) -> list[str]:
        tags = self.tags("\n".join(lines))
        if tags is None:
            original = _RawHTMLPreprocessor()
            lines = original.run(lines)
            self.present_anchor_ids = set(original.present_anchor_ids)
        else:
            self.present_anchor_ids = set(anchors_of(tags))
        return lines

    def tags(self, text: str) -> list[Tag] | None:
        if self._read[0] != text:
            self._read = (text, tags_of(text))
        return self._read[1]


class HtmlBlocks(HtmlBlockPreprocessor):
    """md_in_html's preprocessor, driven by the tags that `Anchors` found."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        anchors = self.md.preprocessors[_NAME]
        tags = anchors.tags(text) if isinstance(anchors, Anchors) else None
        if tags is None:
            return super().run(lines)
        extractor = _Extractor(self.md)
        extractor.drive(text, tags)
        extractor.close()
        return "".join(extractor.cleandoc).split("\n")


class _Extractor(HTMLExtractorExtra):
    """md_in_html's own handlers, told by `drive` where they stand in the text."""

    mdstate: list[str | None]
    _at = 0
    _tag_text = ""

    @cached_property
    def block_level_tags(self) -> set[str]:
        return set(self.md.block_level_elements)

    @cached_property
    def block_tags(self) -> set[str]:
        return self.block_level_tags - (self.span_tags | self.raw_tags | self.empty_tags)

    @cached_property
    def span_and_blocks_tags(self) -> set[str]:
        return self.block_tags | self.span_tags

    @property
    def line_offset(self) -> int:
        return self._at  # the handlers add `offset` to it, which stays 0 here

    def at_line_start(self) -> bool:
        before = self.rawdata[max(0, self._at - 4) : self._at]
        line = before.rpartition("\n")[2]
        return len(line) <= 3 and not line.strip()

    def get_starttag_text(self) -> str:
        return self._tag_text

    def drive(self, text: str, tags: list[Tag]) -> None:
        """Read the whole text. Handlers see the tags of block-level elements; the rest is one run of text."""
        self.rawdata, done, blocks = text, 0, self.block_level_tags
        for tag in tags:
            start, end, _, name, _, _ = tag
            if self.inraw and not self.intail:
                if not self._closes_raw(tag):
                    continue
            elif name not in blocks and not self._careful():
                continue
            self._text(text[done:start])
            done = end
            self._handle(tag, text)
        self._text(text[done:])
        self.rawdata = ""

    def _careful(self) -> bool:
        """Whether even an inline tag is more than text here."""
        return self.intail or bool(self.mdstate and self.mdstate[-1] == "off")

    def _closes_raw(self, tag: Tag) -> bool:
        """Keep the stack of the open elements of a raw block; say whether the handlers must see this tag."""
        _, _, closing, name, _, empty = tag
        if name in self.empty_tags:
            return True
        if not closing:
            if not empty:
                self.stack.append(name)
            return False
        if name in self.stack:
            while self.stack.pop() != name:
                pass
            if not self.stack:
                self.stack.append(name)
                return True
        return False

    def _handle(self, tag: Tag, text: str) -> None:
        start, end, closing, name, written, empty = tag
        self._at = start
        if closing:
            self.handle_endtag(name)
            return
        self._tag_text = text[start:end]
        if empty:
            self.handle_startendtag(name, attributes_in(written))
        else:
            self.handle_starttag(name, attributes_in(written))

    def _text(self, text: str) -> None:
        """What stands between two tags; its references are handed over one by one where that makes a difference."""
        done = 0
        if "&" in text and self._careful():
            for match in _REFERENCE.finditer(text):
                self._piece(text[done : match.start()])
                done = match.end()
                if match[1]:
                    self.handle_charref(match[1])
                else:
                    self.handle_entityref(match[2])
        self._piece(text[done:])

    def _piece(self, text: str) -> None:
        if text:
            self.handle_data(text)
