"""The columns in which the lines of a sheet start: two spaces for each step, a dash two further in than its key.

Owns the arithmetic. What it cannot place for sure it leaves, with all the rest of the file, where it is.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import islice

from dossier.diagnostics import Edit
from dossier.editing.gaps import comments_alone
from dossier.strict_yaml import Mapping, Node, Scalar, Sequence, Source

__all__ = ["in_columns"]

_STEP = 2
_NUMBERED = re.compile(r"[|>]\S*\d")


class _OddError(Exception):
    """A way to write YAML that nobody uses who writes sheets."""


def in_columns(root: Mapping) -> Iterator[Edit]:
    """Move every line to the column it belongs in, and what follows a dash on its line next to it."""
    columns = _Columns(root.source)
    try:
        columns.place(root, 0)
    except _OddError:
        return
    yield from columns.edits(root)


class _Columns:
    """The lines of one file (counted from 0), and the columns (from 0) found for them so far."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lines = source.text.split("\n")
        self._new: dict[int, int] = {}
        self._anchors: list[int] = []  # the lines on which a key or a dash stands first
        self._beside: list[Edit] = []

    def place(self, node: Mapping | Sequence, column: int) -> None:
        """Place the lines of a mapping or a list without brackets."""
        moved = column - self._old_column(node)
        if isinstance(node, Mapping):
            for entry in node.entries:
                self._first(entry.key.start, column)
                self._inside(entry.key, column, moved, beside=True)
                self._inside(
                    entry.value, column, moved, beside=self._line(entry.value) == self._line(entry.key)
                )
            return
        for item in node.items:
            dash = self._dash(item)
            self._first(dash, column)
            if item.start != dash + 2:
                self._beside.append(Edit(self._source.span(dash + 1, item.start), " "))
            self._inside(item, column, moved, beside=True)

    def _inside(self, node: Node, column: int, moved: int, *, beside: bool) -> None:
        """Place what an entry in a column holds: all of its lines, or, `beside` a key or a dash, all but the first."""
        if isinstance(node, Scalar):
            self._scalar(node, column, moved, beside=beside)
        elif self._source.text[node.start : node.start + 1] in ("[", "{"):
            first = self._line(node)
            by = moved if beside else column + _STEP - self._indent(first)
            self._move(first + beside, self._last_line(node), by)
        else:
            self.place(node, column + _STEP)

    def _scalar(self, scalar: Scalar, column: int, moved: int, *, beside: bool) -> None:
        text, first, last = self._source.text, self._line(scalar), self._last_line(scalar)
        if text[scalar.start : scalar.start + 1] not in ("|", ">"):
            self._new |= {
                line: column + _STEP for line in range(first + beside, last + 1) if self._lines[line].strip()
            }
            return
        if not beside:
            raise _OddError
        content = [line for line in range(first + 1, last + 1) if self._lines[line].strip()]
        if content and not _NUMBERED.match(text, scalar.start, scalar.end):
            moved = column + _STEP - min(self._indent(line) for line in content)
        self._move(first + 1, last, moved)

    def _move(self, first: int, last: int, by: int) -> None:
        for line in range(first, last + 1):
            self._new[line] = max(self._indent(line) + by, 0)

    def _first(self, index: int, column: int) -> None:
        """Place the line on which a key or a dash stands, where it is the first on it."""
        start, line = self._source.line_at(index)
        lead = line[: index - start]
        if not lead.strip(" "):
            number = self._source.position(index)[0] - 1
            self._new[number] = column
            self._anchors.append(number)
        elif lead.strip(" -"):
            raise _OddError

    def _dash(self, item: Node) -> int:
        before = self._source.text[: item.start].rstrip(" ")
        if item.start == item.end or not before.endswith("-"):
            raise _OddError
        return len(before) - 1

    def _old_column(self, node: Mapping | Sequence) -> int:
        start = node.start
        if isinstance(node, Sequence):
            start = self._dash(node.items[0])
        return self._source.position(start)[1] - 1

    def _line(self, node: Node) -> int:
        return self._source.position(node.start)[0] - 1

    def _last_line(self, node: Node) -> int:
        return self._source.position(node.end)[0] - 1

    def _indent(self, line: int) -> int:
        return len(self._lines[line]) - len(self._lines[line].lstrip(" "))

    def edits(self, root: Mapping) -> Iterator[Edit]:
        """The edits that move every line that has been placed, and each comment with the line it belongs to."""
        self._place_comments(root)
        for line, column in self._new.items():
            if column != self._indent(line) and self._lines[line]:
                start = self._source.lines[line]
                yield Edit(self._source.span(start, start + self._indent(line)), " " * column)
        yield from self._beside

    def _place_comments(self, root: Mapping) -> None:
        """A comment stands in the column of the line below if it did, or else of one above that it was not left of."""
        for line in comments_alone(root):
            if line not in self._new:
                at, indent = bisect(self._anchors, line), self._indent(line)
                below = self._anchors[at : at + 1]
                above = (each for each in reversed(self._anchors[:at]) if self._indent(each) <= indent)
                is_same = below and self._indent(below[0]) == indent
                mates = below if is_same else [*islice(above, 1), *below]
                self._new[line] = self._new[mates[0]]
