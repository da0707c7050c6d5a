"""The pages of a list that is cut into parts. Owns their addresses, and the way from each to the others.

Where a list is cut is for `dividing`; what stands on a page that lists entries is for whoever has the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dossier.pages.dividing import Part
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.templates import fill
from dossier.pages.writer import Writer

__all__ = ["Leaf", "Parts"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """A page of a list: a part, the parts it lies in, the outermost first, and those beside it, itself among them."""

    path: str
    part: Part[T]
    above: tuple[Part[T], ...]
    beside: tuple[Part[T], ...]


@dataclass(frozen=True, slots=True)
class Parts(Generic[T]):
    """A list that is cut: the page above all parts, what that is called, the folder of the others, and the parts."""

    whole: str
    title: str
    folder: str
    parts: tuple[Part[T], ...]

    def pages(self) -> Iterator[Leaf[T]]:
        """The page of every part: of those that list entries, and of those that lead on to their own parts."""
        yield from self._below(self.parts, ())

    def _below(self, parts: tuple[Part[T], ...], above: tuple[Part[T], ...]) -> Iterator[Leaf[T]]:
        for part in parts:
            yield Leaf(self.path(part), part, above, parts)
            yield from self._below(part.parts, (*above, part))

    def path(self, part: Part[T]) -> str:
        return f"{self.folder}/{part.slug}.md"

    def contents(self, writer: Writer, parts: Sequence[Part[T]]) -> Markdown:
        """What the parts are, and how much is in each; of those that have parts of their own, these too."""
        lines = [
            (self._link(writer, part), len(part.items), [self._counted(writer, each) for each in part.parts])
            for part in parts
        ]
        return fill("parts.md.j2", parts=lines)

    def way(self, writer: Writer, leaf: Leaf[T]) -> Markdown:
        """The way up from a page, and to those beside it."""
        up = [writer.to_page(self.whole, self.title), *(self._link(writer, part) for part in leaf.above)]
        beside = [
            Markdown(f"**{escape(part.title)}**") if part is leaf.part else self._link(writer, part)
            for part in leaf.beside
        ]
        return fill("parts-way.md.j2", up=join(up, " › "), beside=join(beside, " · "))

    def _link(self, writer: Writer, part: Part[T]) -> Markdown:
        return writer.to_page(self.path(part), part.title)

    def _counted(self, writer: Writer, part: Part[T]) -> Markdown:
        return join([self._link(writer, part), Markdown(f'<span class="count">{len(part.items):,}</span>')])
