"""Where a plain text's paragraphs begin and end.

Owns the reading of line breaks; it does not know what stands in a paragraph.

A blank line always parts paragraphs. What a single line break means depends on the text:

- Where most of it stands in lines longer than 100 columns, it was copied with one paragraph a line: every
  line break ends a paragraph.
- Otherwise lines were broken to a width, and a line runs on into the next where it had to be broken: the next
  line's first word had no room left, or begins in lower case. It does not run on into an indented line, nor
  where no line of the block reaches 40 columns (a list, a heading over a heading).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dossier.articles.folding import BLANK
from dossier.articles.words import SPACELESS

__all__ = ["paragraphs"]

WIDEST = 100
NARROWEST = 40

_BREAK = re.compile("\r\n|[\n\r\f\u2028\u2029]")
_LINE = re.compile(rf"[^{BLANK}](?:[^\n\r\f\u2028\u2029]*[^{BLANK}])?")
_FIRST_WORD = re.compile(rf"[{SPACELESS}]|[^\s{SPACELESS}]+")
_WIDE = re.compile(f"[{SPACELESS}]")

_Stretch = tuple[int, int]


def paragraphs(text: str) -> Iterator[_Stretch]:
    """Yield start and end of each paragraph, without the blanks around it."""
    lines = [line.span() for line in _LINE.finditer(text)]
    long = sum(end - start for start, end in lines if _columns(text, start, end) > WIDEST)
    one_a_line = 2 * long > sum(end - start for start, end in lines)
    for block in _blocks(text, lines):
        yield from block if one_a_line else _joined(text, block)


def _blocks(text: str, lines: list[_Stretch]) -> Iterator[list[_Stretch]]:
    """Yield the lines between two blank lines."""
    block = lines[:1]
    for (_, end), line in pairwise(lines):
        gap = text[end : line[0]]
        if "\u2029" in gap or len(_BREAK.findall(gap)) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _joined(text: str, block: list[_Stretch]) -> Iterator[_Stretch]:
    """Yield the paragraphs of a block whose lines were broken to a width."""
    width = max((w for line in block if (w := _columns(text, *line)) <= WIDEST), default=0)
    first = block[0][0]
    for line, following in pairwise(block):
        if not _runs_on(text, line, following, width):
            yield first, line[1]
            first = following[0]
    yield first, block[-1][1]


def _runs_on(text: str, line: _Stretch, following: _Stretch, width: int) -> bool:
    columns = _columns(text, *line)
    if columns > WIDEST or (_is_indented(text, following) and not _is_indented(text, line)):
        return False
    if text[following[0]].islower():
        return True
    word = _FIRST_WORD.match(text, *following)
    needed = columns + 1 + (_columns(text, *word.span()) if word else 0)
    return width >= NARROWEST and needed > width


def _columns(text: str, start: int, end: int) -> int:
    """Return the width of a stretch; the letters of Han, Kana and their like count double."""
    part = text[start:end]
    return len(part) + (0 if part.isascii() else len(_WIDE.findall(part)))


def _is_indented(text: str, line: _Stretch) -> bool:
    return line[0] > 0 and text[line[0] - 1] in " \t\u3000"
