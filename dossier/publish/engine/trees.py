"""The tree of a page and the text made of it: table of contents, footnotes, escapes, serialization, the stash of HTML.

Each class is the library's, with a shorter way for what most pages need. Where the longer one could make a difference,
the library's method is called.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, Final
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown import Markdown, util
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.md_in_html import MarkdownInHTMLPostprocessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.serializers import RE_AMP, to_xhtml_string
from markdown.treeprocessors import UnescapeTreeprocessor

from dossier.publish.engine.unusual import Unusual

_STASHED: Final = util.HTML_PLACEHOLDER % "([0-9]+)"
_PLACES: Final = re.compile(f"<p>{_STASHED}</p>|{_STASHED}")


class OneMarkdown(Markdown):
    """A `Markdown` that remembers which elements are block-level."""

    @cached_property
    def _levels(self) -> dict[str, bool]:
        return {}

    def is_block_level(self, tag: object) -> bool:
        if not isinstance(tag, str):
            return False
        known = self._levels.get(tag)
        if known is None:
            known = self._levels[tag] = super().is_block_level(tag)
        return known


class Contents(TocTreeprocessor):
    """The table of contents is only laid out where a page has a place for it: MkDocs takes the list of headings."""

    _has_place = True

    def run(self, doc: Element) -> None:
        self._has_place = bool(self.marker) and any(self.marker in (each.text or "") for each in doc.iter())
        super().run(doc)

    def build_toc_div(self, toc_list: list[Any]) -> Element:
        return super().build_toc_div(toc_list) if self._has_place else Element("div")

    def replace_marker(self, root: Element, elem: Element) -> None:
        if self._has_place:
            super().replace_marker(root, elem)


class Footnotes(FootnoteExtension):
    """Looks for the place of the footnotes only where there is one, and counts every page as the first.

    The library also tries 2, 3, 4… for each mark of a note until it comes to one that is free.
    """

    def reset(self) -> None:
        prefix = self.unique_prefix
        super().reset()
        self.unique_prefix = prefix

    def unique_ref(self, reference: str, found: bool = False) -> str:
        count = self.found_refs.get(reference)
        if not found or count is None or self.get_separator() != ":":
            return super().unique_ref(reference, found)
        self.found_refs[reference] = count + 1
        unique = reference.replace("fnref:", f"fnref{count + 1}:", 1)
        self.used_refs.add(unique)
        return unique

    def findFootnotesPlaceholder(  # noqa: N802  # the library's name
        self, root: Element
    ) -> tuple[Element, Element, bool] | None:
        marker = self.getConfig("PLACE_MARKER")
        if any(marker in (each.text or "") or marker in (each.tail or "") for each in root.iter()):
            return super().findFootnotesPlaceholder(root)
        return None


class Unescape(UnescapeTreeprocessor):
    """Puts escaped characters back where there are any."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and util.STX in element.text and element.tag != "code":
                element.text = self.unescape(element.text)
            if element.tail and util.STX in element.tail:
                element.tail = self.unescape(element.tail)
            for name, value in element.items():
                if value is not None and util.STX in value:
                    element.set(name, self.unescape(value))

    def unescape(self, text: str) -> str:
        if util.INLINE_PLACEHOLDER_PREFIX in text:
            raise Unusual("a mark that was left over, whose number is the library's")
        return super().unescape(text)


class RawHtml(MarkdownInHTMLPostprocessor):
    """Puts raw HTML back."""

    def run(self, text: str) -> str:
        stash = self.md.htmlStash
        if not stash.html_counter:
            return text

        def restored(match: re.Match[str]) -> str:
            wrapped = match[1] is not None
            key = int(match[1] or match[2])
            if key >= stash.html_counter:
                return match[0]
            html = self.stash_to_string(stash.rawHtmlBlocks[key])
            if wrapped and not self.isblocklevel(html):
                html = f"<p>{html}</p>"
            return _PLACES.sub(restored, html) if util.STX in html else html

        return _PLACES.sub(restored, text)


def serialized(root: Element) -> str:
    """The same as `markdown.serializers.to_xhtml_string`."""
    pieces: list[str] = []
    write = pieces.append
    waiting: list[Element | str] = [root]
    while waiting:
        element = waiting.pop()
        if isinstance(element, str):
            write(element)
            continue
        tag: object = element.tag  # a comment's is a function
        text = element.text
        tail = _escaped(element.tail) if element.tail else ""
        if not isinstance(tag, str) or not _write_start(tag, element, write):
            return to_xhtml_string(root)
        if tag.lower() in HTML_EMPTY:
            write(f" />{tail}")
            continue
        if text and tag.lower() not in ("script", "style"):
            text = _escaped(text)
        if len(element):
            write(f">{text or ''}")
            waiting.append(f"</{tag}>{tail}")
            waiting.extend(reversed(element))
        else:
            write(f">{text or ''}</{tag}>{tail}")
    return "".join(pieces)


def _write_start(tag: str, element: Element, write: Callable[[str], None]) -> bool:
    """Write a tag up to its last sign. False where it holds anything but strings."""
    write(f"<{tag}")
    attributes: list[tuple[Any, Any]] = [*element.items()]
    if len(attributes) > 1:
        attributes.sort()
    for name, value in attributes:
        if not isinstance(value, str) or not isinstance(name, str):
            return False
        write(f' {name}="{_attribute(value)}"')
    return True


def _escaped(text: str) -> str:
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def _attribute(text: str) -> str:
    if "&" in text or "<" in text or ">" in text:
        text = _escaped(text)
    return text.replace('"', "&quot;") if '"' in text else text
