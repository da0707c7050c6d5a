r"""From a character of a scalar's value back to the characters of the file that made it.

Owns the walk over a scalar as written beside its value: quotes, escapes, folded lines, indentation. It works
on indices; lines and columns are for `source`. The text has passed `text`: no tab, no line end but `\n`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

__all__ = ["Places"]

# Where file and value part ways in plain and quoted text: a line end with the white space around it, a
# doubled quote, an escape. The look-behind keeps a long run of spaces from being tried at each of them.
_FOLD = r"(?<! ) *+\n[ \n]*+"
_ESCAPE = r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)"
_PARTINGS = {
    "": re.compile(_FOLD),
    "'": re.compile(rf"{_FOLD}|''"),
    '"': re.compile(rf"(?P<joined>\\\n[ \n]*+)|{_FOLD}|(?<=\\ ) *+\n[ \n]*+|{_ESCAPE}"),
}


class _Piece(NamedTuple):
    """`length` characters of the value made by `width` of the file; one for one when the two are equal."""

    begin: int
    length: int
    width: int


class Places:
    """The pieces a scalar is made of, in order."""

    __slots__ = ("_pieces", "_starts")

    def __init__(self, pieces: list[_Piece]) -> None:
        self._pieces = pieces
        self._starts = list(accumulate((piece.length for piece in pieces), initial=0))[:-1]

    @classmethod
    def of(cls, text: str, value: str, start: int, end: int) -> Places | None:
        """Walk the scalar written in `text[start:end]`; None where it does not come out as `value`."""
        style = text[start : start + 1]
        if style == "|":
            pieces = list(_literal(text, value, start))
        elif style == ">":
            pieces = list(_folded(text, value, start))
        else:
            pieces = list(_flow(text, style if style in _PARTINGS else "", start, end))
        return cls(pieces) if pieces and _agree(pieces, text, value) else None

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The indices in the file of `value[start:end]`, which is taken to lie inside the value."""
        first = self._bounds(start)[0]
        return first, max(first, self._bounds(end - 1)[1]) if end > start else first

    def _bounds(self, at: int) -> tuple[int, int]:
        number = max(bisect_right(self._starts, at) - 1, 0)
        index, length, width = self._pieces[number]
        if length != width:
            return index, index + width
        index += min(at - self._starts[number], length)
        return index, index + 1


def _agree(pieces: list[_Piece], text: str, value: str) -> bool:
    at = 0
    for index, length, width in pieces:
        if length == width > 1 and text[index : index + width] != value[at : at + length]:
            return False
        at += length
    return at == len(value)


def _flow(text: str, style: str, start: int, end: int) -> Iterator[_Piece]:
    """Pieces of a plain or quoted scalar."""
    index = start + len(style)
    end -= len(style)
    for parting in _PARTINGS[style].finditer(text, index, end):
        if same := parting.start() - index:
            yield _Piece(index, same, same)
        index = parting.end()
        if length := _length(parting):
            yield _Piece(parting.start(), length, index - parting.start())
    if same := end - index:
        yield _Piece(index, same, same)


def _length(parting: re.Match[str]) -> int:
    """How many characters of the value a parting makes: n line ends make n - 1, a single one a space."""
    breaks = parting[0].count("\n")
    if parting.lastgroup == "joined":
        return breaks - 1
    return breaks - 1 if breaks > 1 else 1


def _literal(text: str, value: str, start: int) -> Iterator[_Piece]:
    """Pieces of a `|` scalar: each line of the value is the end of a line of the file."""
    at = 0
    for _, end in _lines(text, start):
        if at >= len(value):
            return
        stop = value.find("\n", at) + 1 or len(value)
        length = stop - at
        content = length - 1 if value[stop - 1] == "\n" else length
        yield _Piece(end - content, length, length)
        at = stop


def _folded(text: str, value: str, start: int) -> Iterator[_Piece]:
    """Pieces of a `>` scalar: lines of text, and between them the breaks that became a space or line ends."""
    indent = _indent(text, value, start)
    last = len(value.rstrip("\n"))
    at = breaks = 0
    done = text.find("\n", start) + 1
    spaced = True  # as after an indented line, each of whose breaks counts: so do those before the first line
    for begin, end in _lines(text, start):
        if at >= last:
            break
        content = min(begin + indent, end)
        if content == end:
            breaks += 1
            continue
        folded = breaks and not spaced and text[content] != " "
        if length := max(breaks - 1, 1) if folded else breaks:
            yield _Piece(done, length, content - done)
        yield _Piece(content, end - content, end - content)
        at += length + end - content
        spaced, breaks, done = text[content] == " ", 1, end
    if left := len(value) - at:
        yield _Piece(done, left, _width(text, done, left))


def _indent(text: str, value: str, start: int) -> int:
    """How many spaces the file has more than the value, before the first word of each."""
    word = len(value) - len(value.lstrip(" \n"))
    kept = word - (value.rfind("\n", 0, word) + 1)
    for begin, end in _lines(text, start):
        line = text[begin:end]
        if indented := line.lstrip(" "):
            return max(len(line) - len(indented) - kept, 0)
    return 0


def _width(text: str, index: int, breaks: int) -> int:
    """How many characters of the file hold the next so many line ends."""
    end = index
    for _ in range(breaks):
        end = text.find("\n", end) + 1 or len(text)
    return end - index


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The start and the end of each line after the one that holds `start`."""
    end = text.find("\n", start)
    while 0 <= end < len(text):
        begin = end + 1
        end = text.find("\n", begin)
        yield begin, end if end >= 0 else len(text)
