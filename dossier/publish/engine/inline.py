"""Inline Markdown: links, footnote marks, raw HTML, emphasis within the text of an element.

Python-Markdown tries each of its patterns on each text, and puts the text together anew for each match. Here a pattern
is only tried where a character stands that it needs, the frequent ones take all their matches in one pass, and a text
without any such character is left alone. The patterns and what they make of a match are the library's.

It is made for the patterns that `patterns` knows; with any other, the library's own processor stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias, cast
from xml.etree.ElementTree import Element

from markdown import inlinepatterns, util
from markdown.treeprocessors import InlineProcessor

from dossier.publish.engine.patterns import NEEDED, REFERENCES, Test
from dossier.publish.engine.unusual import Unusual

_Step: TypeAlias = Callable[[str, int, bool], str]
"""What is done to a text by the pattern of this place in the order; whether the text is within what a pattern made."""
_MARK: Final = util.INLINE_PLACEHOLDER_PREFIX
_MARKS: Final = re.compile(_MARK + "([0-9]{4,})" + util.ETX)
_SPECIAL: Final = re.compile(r"[`\\\[<&*_]|  \n|" + _MARK)
_LINK: Final = re.compile(
    r"""\[([^\[\]]*)\]\(
    ([^\s()<>"'\x02]+)                                # the address
    (?:[ ]"([^"'\x02]*(?:'[^"'\x02]*)?)")?            # and a title, in which one apostrophe is clear
    \)""",
    re.VERBOSE,
)


class Inline(InlineProcessor):
    """Takes the place of the library's processor, by being made its class."""

    stashed_nodes: dict[str, Element | str]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply all patterns to all texts below `tree`, in the library's order: footnotes are counted in it."""
        self.stashed_nodes, self.ancestors = {}, ancestors or []
        self._steps = self._make_steps()
        waiting = [tree]
        for element in waiting:  # grows while it is read
            made = []
            position = 0
            while position < len(element):
                child = element[position]
                if _is_open(child.text):
                    text, child.text = cast("str", child.text), None
                    nodes = self._place(self._handle(text), child, in_text=True)
                    waiting += nodes
                    made.append((child, nodes))
                if _is_open(child.tail):
                    self._split_tail(element, child, position)
                if len(child):
                    waiting.append(child)
                position += 1
            for child, nodes in made:
                child[0:0] = nodes
        return tree

    def _split_tail(self, parent: Element, child: Element, position: int) -> None:
        text, holder = self._handle(cast("str", child.tail)), Element("d")
        child.tail = None
        nodes = self._place(text, holder, in_text=False)
        if holder.tail:
            child.tail = holder.tail
        parent[position + 1 : position + 1] = nodes

    def _make_steps(self) -> list[tuple[Test, _Step]]:
        """Each pattern in its turn: what must stand in the text, and what is done to it then."""
        patterns = self.md.inlinePatterns
        steps: list[tuple[Test, _Step]] = []
        names = sorted((name for name in NEEDED if name in patterns), key=patterns.get_index_for_name)
        for name in names:
            if name in REFERENCES and not self.md.references:
                continue  # every label is unknown: the pattern changes nothing
            steps.append((NEEDED[name], self._step(name, patterns[name])))
        return steps

    def _step(self, name: str, pattern: Any) -> _Step:  # Any: the types of patterns are wrong in typeshed
        if name == "link":
            return lambda text, index, _: self._links(pattern, text, index)
        if name in ("html", "entity"):
            return lambda text, index, within: self._raw(pattern, text, index, within=within)
        if name in ("escape", "footnote", "linebreak"):
            return lambda text, index, _: self._each(pattern, text, index)
        return lambda text, index, _: self._one_by_one(pattern, text, index)

    def _handle(self, text: str, first: int = 0) -> str:
        """The text with marks in place of what the patterns from `first` on make of it."""
        if isinstance(text, util.AtomicString):
            return text
        for index in range(first, len(self._steps)):
            needed, step = self._steps[index]
            if needed(text):
                text = step(text, index, first > 0)
        return text

    # The library's own loop, with which it comes back to us for the text within what a pattern has made.
    def _one_by_one(self, pattern: Any, text: str, index: int) -> str:
        found, start = True, 0
        while found:
            text, found, start = self._InlineProcessor__applyPattern(pattern, text, index, start)  # type: ignore[attr-defined]
        return text

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        return self._handle(data, patternIndex)

    def _each(self, pattern: Any, text: str, index: int) -> str:
        """All matches of a pattern that takes exactly what its expression matches."""

        def replaced(match: re.Match[str]) -> str:
            node, start, _end = pattern.handleMatch(match, text)
            return match[0] if node is None or start is None else self._mark(node, index)

        return cast("str", pattern.compiled_re.sub(replaced, text))

    def _raw(self, pattern: Any, text: str, index: int, *, within: bool) -> str:
        """Raw HTML and references. Their place in the stash of HTML stands in the text at once, without a mark.

        Not so within an element: another pattern may still read that element's text, marks and all.
        """
        store = self.md.htmlStash.store

        def replaced(match: re.Match[str]) -> str:
            html = match[1]
            if util.STX in html:
                if any(not isinstance(self.stashed_nodes.get(key), str) for key in _MARKS.findall(html)):
                    raise Unusual("an element inside the attribute of another")
                html = pattern.backslash_unescape(pattern.unescape(html))
            return self._mark(store(html), index) if within else store(html)

        return cast("str", pattern.compiled_re.sub(replaced, text))

    def _links(self, pattern: Any, text: str, index: int) -> str:
        """`[text](address "title")`, read at once where nothing in it is nested or quoted in another way."""
        pieces, done = [], 0
        position = text.find("[")
        while position >= 0:
            if position and text[position - 1] == "!":
                position = text.find("[", position + 1)
                continue
            node, end = self._link(pattern, text, position)
            if node is None:
                position = text.find("[", position + 1)
                continue
            pieces += [text[done:position], self._mark(node, index)]
            done = end
            position = text.find("[", end)
        return "".join([*pieces, text[done:]])

    def _link(self, pattern: Any, text: str, position: int) -> tuple[Element | None, int]:
        if match := _LINK.match(text, position):
            words, address, title = match.groups()
            node = Element("a", {"href": address})
            node.text = words
            if title is not None:
                node.set("title", pattern.RE_TITLE_CLEAN.sub(" ", inlinepatterns.dequote(title.strip())))
            return node, match.end()
        node, start, end = pattern.handleMatch(pattern.compiled_re.match(text, position), text)
        return (None, 0) if start is None else (node, end)

    def _mark(self, node: Element | str, index: int) -> str:
        """Keep what a pattern has made, once the texts within it went through the patterns that follow."""
        if not isinstance(node, str) and not isinstance(node.text, util.AtomicString):
            for each in [node, *node]:
                if each.text:
                    each.text = self._handle(each.text, index + 1)
                if each.tail:
                    each.tail = self._handle(each.tail, index)
        key = f"{len(self.stashed_nodes):04d}"
        self.stashed_nodes[key] = node
        return util.INLINE_PLACEHOLDER % key

    def _place(self, text: str, parent: Element, *, in_text: bool) -> list[Element]:
        """Put a text with marks into `parent`, before its children or behind it; give what the marks stand for."""
        nodes: list[Element] = []
        parts = _MARKS.split(text)
        if isinstance(text, util.AtomicString):
            raise Unusual("a mark in a text that is closed")
        for number, part in enumerate(parts):
            node = self.stashed_nodes[part] if number % 2 else part
            if not isinstance(node, str):
                self._place_within(node)
                nodes.append(node)
            elif node:
                _append(node, nodes[-1] if nodes else parent, in_text=in_text and not nodes)
        return nodes

    def _place_within(self, node: Element) -> None:
        for child in [node, *node]:
            if child.tail and _MARK in child.tail:
                text, child.tail = child.tail, None
                made = self._place(text, child, in_text=False)
                at = list(node).index(child) + 1 if child is not node else 0
                node[at:at] = made
            if child.text and _MARK in child.text:
                text, child.text = child.text, None
                child[0:0] = self._place(text, child, in_text=True)


def _is_open(text: str | None) -> bool:
    """Whether a pattern may make anything of the text."""
    return bool(text and _SPECIAL.search(text)) and not isinstance(text, util.AtomicString)


def _append(text: str, element: Element, *, in_text: bool) -> None:
    if in_text:
        element.text = element.text + text if element.text else text
    else:
        element.tail = element.tail + text if element.tail else text
