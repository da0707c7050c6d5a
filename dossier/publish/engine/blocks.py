"""Blocks of Markdown: which processor takes a block.

Python-Markdown asks each processor in turn, most of them with a search through the whole block. Here a processor is
only asked where a character stands that it needs. The processors, and what they make of a block, are the library's;
one that is not listed here is always asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Final, TypeAlias
from xml.etree.ElementTree import Element

from markdown import blockprocessors as library
from markdown import util
from markdown.blockparser import BlockParser
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.md_in_html import MarkdownInHtmlProcessor
from markdown.extensions.tables import TableProcessor

_Test: TypeAlias = Callable[[str], bool]
_INDENT: Final = " " * 4


def _always(_block: str) -> bool:
    return True


def _a_line_starts(with_one_of: str) -> _Test:
    """Whether one of these characters begins a line, behind three spaces at most."""
    first = re.compile(f" {{0,3}}[{with_one_of}]")
    later = re.compile(f"\n {{0,3}}[{with_one_of}]")  # begins with a letter: found far quicker than with "^"
    return lambda block: first.match(block) is not None or later.search(block) is not None


_NEEDED: Final[dict[type, _Test]] = {
    MarkdownInHtmlProcessor: lambda block: block.startswith(util.STX),
    library.EmptyBlockProcessor: lambda block: not block or block[0] == "\n",
    library.ListIndentProcessor: lambda block: block.startswith(_INDENT),
    library.CodeBlockProcessor: lambda block: block.startswith(_INDENT),
    TableProcessor: lambda block: "|" in block and "\n" in block,
    library.HashHeaderProcessor: lambda block: block.startswith("#") or "\n#" in block,
    library.SetextHeaderProcessor: lambda block: "\n=" in block or "\n-" in block,
    library.HRProcessor: _a_line_starts("-_*"),
    library.BlockQuoteProcessor: _a_line_starts(">"),
    FootnoteBlockProcessor: lambda block: "]:" in block and "[^" in block,
    library.ReferenceProcessor: lambda block: "]:" in block,
}


class Blocks(BlockParser):
    """Takes the place of the library's parser, by being made its class."""

    @cached_property
    def _steps(self) -> list[tuple[_Test, library.BlockProcessor]]:
        known: dict[type, _Test] = {} if self.md.tab_length != len(_INDENT) else _NEEDED
        return [(known.get(type(each), _always), each) for each in self.blockprocessors]

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802  # the library's name
        while blocks:
            for needed, processor in self._steps:
                if (
                    needed(blocks[0])
                    and processor.test(parent, blocks[0])
                    and processor.run(parent, blocks) is not False
                ):
                    break
