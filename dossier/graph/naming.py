"""Links the first mention of a known name in prose.

Owns where such a link may stand: never inside a quotation, never on the sheet it leads to, once a page.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.citations import Reference
from dossier.graph.names import Hit, Names
from dossier.graph.plain import words_of
from dossier.model import Dossier
from dossier.prose import Block, Inline, Listing, Paragraph, Prose, Styled, Text, WikiLink
from dossier.prose.values import walk

__all__ = ["NameLinker"]

_QUOTED = re.compile(r'“[^”]*”|"[^"]*"|«[^»]*»|„[^“”]*[“”]|「[^」]*」|『[^』]*』|‘[^’]*’(?!\w)')


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
        quoted = [match.span() for match in _QUOTED.finditer(words)]
        hits = []
        for hit in self._names.find(words):
            in_quotation = any(start < hit.end and hit.start < end for start, end in quoted)
            if hit.sheet not in self._linked and not in_quotation:
                self._linked.add(hit.sheet)
                hits.append(hit)
        return hits


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
