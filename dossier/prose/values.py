"""The values prose is made of. Owns their shapes; `parsing` makes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.citations import Cite, Place, Reference

__all__ = [
    "Block",
    "Break",
    "Cited",
    "Heading",
    "Inline",
    "Listing",
    "Paragraph",
    "Prose",
    "Styled",
    "Text",
    "WebLink",
    "WikiLink",
    "walk",
]


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class WikiLink:
    """`[[id]]` or `[[id|words]]`; without words the name of what it leads to is shown.

    `by_name` says that no editor wrote it: the words are a known name, linked where first mentioned.
    """

    to: Reference
    words: str = ""
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class WebLink:
    """`[words](https://…)`."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Cited:
    """`[@source "exact words"]` or `[inferred: why]`: what supports the words before it."""

    cites: tuple[Cite, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Styled:
    """Words in `strong` or `em`."""

    style: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph; it reads as a space."""


Inline = Text | WikiLink | WebLink | Cited | Styled | Break


def walk(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Every inline in reading order, those inside styled words included."""
    for inline in inlines:
        if isinstance(inline, Styled):
            yield from walk(inline.inlines)
        else:
            yield inline


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of inlines: one statement of the dossier. `place` is where it stands."""

    inlines: tuple[Inline, ...]
    place: Place

    @property
    def cites(self) -> tuple[Cite, ...]:
        return tuple(
            cite for inline in walk(self.inlines) if isinstance(inline, Cited) for cite in inline.cites
        )


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest."""

    level: int
    inlines: tuple[Inline, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; each item is a run of blocks."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]


Block = Paragraph | Heading | Listing


@dataclass(frozen=True, slots=True)
class Prose:
    """A whole text."""

    blocks: tuple[Block, ...]

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order, those of list items included."""
        return _paragraphs(self.blocks)

    def inlines(self) -> Iterator[Inline]:
        """Every inline in reading order, those of headings included."""
        return _inlines(self.blocks)


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _paragraphs(item)


def _inlines(blocks: tuple[Block, ...]) -> Iterator[Inline]:
    for block in blocks:
        if isinstance(block, Listing):
            for item in block.items:
                yield from _inlines(item)
        else:
            yield from walk(block.inlines)
