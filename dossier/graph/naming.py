"""Links the first mention of a known name in prose.

Owns where such a link may stand: never inside a quotation, never on the sheet it leads to, once a page.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from dossier.citations import Reference
from dossier.graph.names import Hit, Names
from dossier.graph.plain import words_of
from dossier.model import Dossier
from dossier.prose import Block, Inline, Listing, Paragraph, Prose, Styled, Text, WikiLink
from dossier.prose.values import walk

__all__ = ["NameLinker"]

_OPENING = re.compile('[“"«„「『‘]')
_CLOSING = {
    opening: re.compile(closing)
    for opening, closing in {
        "“": "”",
        '"': '"',
        "«": "»",
        "„": "[“”]",
        "「": "」",
        "『": "』",
        "‘": r"’(?!\w)",
    }.items()
}


class NameLinker:
    """Links names on one page, its texts given in reading order."""

    def __init__(self, dossier: Dossier, names: Names, own: str) -> None:
        self._dossier = dossier
        self._names = names
        self._linked = {own}

    def link(self, prose: Prose) -> Prose:
        """Return the prose with the first mention of each name linked."""
        return Prose(tuple(self._block(block) for block in prose.blocks))

    def _block(self, block: Block) -> Block:
        if isinstance(block, Listing):
            return replace(
                block, items=tuple(tuple(self._block(inner) for inner in item) for item in block.items)
            )
        return self._paragraph(block) if isinstance(block, Paragraph) else block

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        words = "".join(words_of(inline, self._dossier) for inline in walk(paragraph.inlines))
        hits = self._first_mentions(paragraph, words)
        return (
            replace(paragraph, inlines=_Placer(paragraph, hits, self._dossier).placed())
            if hits
            else paragraph
        )

    def _first_mentions(self, paragraph: Paragraph, words: str) -> list[Hit]:
        self._linked |= {inline.to.id for inline in walk(paragraph.inlines) if isinstance(inline, WikiLink)}
        places = _places(paragraph.inlines, self._dossier)
        quoted = list(_quotations(words))
        hits = []
        for hit in self._names.find(words):
            is_free = _inside(hit, places) and not _meets(hit, quoted)
            if is_free and hit.sheet not in self._linked:
                self._linked.add(hit.sheet)
                hits.append(hit)
        return hits


_Stretch = tuple[int, int]


def _places(inlines: tuple[Inline, ...], dossier: Dossier) -> list[_Stretch]:
    """Where in the plain words of inlines there is mere text, into which a link can be put."""
    found = []
    start = 0
    for inline in walk(inlines):
        end = start + len(words_of(inline, dossier))
        if isinstance(inline, Text):
            found.append((start, end))
        start = end
    return found


def _quotations(words: str) -> Iterator[_Stretch]:
    """Where words stand in quotation marks of some kind; a mark that is never closed opens nothing."""
    unclosed: set[str] = set()
    start = 0
    while opening := _OPENING.search(words, start):
        start = opening.end()
        closing = None if opening[0] in unclosed else _CLOSING[opening[0]].search(words, start)
        if closing is None:
            unclosed.add(opening[0])  # no later one of its kind is closed either
            continue
        start = closing.end()
        yield opening.start(), start


def _inside(hit: Hit, stretches: list[_Stretch]) -> bool:
    index = bisect_right(stretches, (hit.start, sys.maxsize)) - 1
    return index >= 0 and hit.end <= stretches[index][1]


def _meets(hit: Hit, stretches: list[_Stretch]) -> bool:
    index = bisect_left(stretches, (hit.end, 0)) - 1
    return index >= 0 and hit.start < stretches[index][1]


class _Placer:
    """Puts links into the inlines of a paragraph at given stretches of its plain words."""

    def __init__(self, paragraph: Paragraph, hits: list[Hit], dossier: Dossier) -> None:
        self._paragraph = paragraph
        self._hits = hits
        self._dossier = dossier
        self._offset = 0

    def placed(self) -> tuple[Inline, ...]:
        return self._inlines(self._paragraph.inlines)

    def _inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for inline in inlines:
            if isinstance(inline, Styled):
                found.append(replace(inline, inlines=self._inlines(inline.inlines)))
                continue
            length = len(words_of(inline, self._dossier))
            found.extend(self._cut(inline.text) if isinstance(inline, Text) else [inline])
            self._offset += length
        return tuple(found)

    def _cut(self, text: str) -> list[Inline]:
        found: list[Inline] = []
        end = 0
        for hit in self._hits:
            start, stop = hit.start - self._offset, hit.end - self._offset
            if start < end or stop > len(text):
                continue
            if start > end:
                found.append(Text(text[end:start]))
            found.append(
                WikiLink(Reference(hit.sheet, self._paragraph.place), text[start:stop], by_name=True)
            )
            end = stop
        return [*found, Text(text[end:])] if end < len(text) else found
