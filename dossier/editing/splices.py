"""Edits to the bytes of a file. Owns the way from lines and columns to bytes, line ends and all.

Whatever no edit names stays as it is, byte for byte. Only a byte order mark goes with the first edit: findings and
their remedies do not count it, and no file needs one.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from dossier.diagnostics import Edit

__all__ = ["overlap", "spliced"]

_MARK = "\ufeff"


def spliced(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a file, in UTF-8, with edits made that do not `overlap`. What they insert takes its line ends."""
    text = data.decode().removeprefix(_MARK)
    line_end = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    pieces, end = [], 0
    for span, new in sorted(dict.fromkeys(edits)):
        start = lines[span.line - 1] + span.column - 1
        pieces += [text[end:start], new.replace("\n", line_end)]
        end = lines[span.end_line - 1] + span.end_column - 1
    return "".join([*pieces, text[end:]]).encode()


def overlap(one: Iterable[Edit], other: Iterable[Edit]) -> bool:
    """Whether edits touch the same stretch of a file, or the same place, in different ways."""
    return any(_collide(a, b) for a in one for b in other if a != b)


def _collide(a: Edit, b: Edit) -> bool:
    if a.span.file != b.span.file:
        return False
    first, second = sorted((a.span, b.span))
    return first[3:] > second[1:3] or first[1:3] == second[1:3]
