"""The checked text of one file, and where a stretch of it stands.

Owns the way from an index in the text to a line and a column, and back to the words of a line. It does not
know YAML (`places` does) nor whether the text is acceptable (`text` does).
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from dossier.diagnostics import Span
from dossier.strict_yaml.places import Places

__all__ = ["Source", "brief"]

_BRIEF = 60


def brief(words: str) -> str:
    """Words of a file as a message shows them: on one line, and not all of them where they are many."""
    line = " ".join(words[: 2 * _BRIEF].split())
    return line if len(line) <= _BRIEF and len(words) <= 2 * _BRIEF else f"{line[:_BRIEF]}…"


class Source:
    r"""A file's name and its text, lines ended by `\n`; compared by identity.

    Nodes keep an index into it rather than a line and a column, which few of them are ever asked for.
    """

    __slots__ = ("_lines", "_places", "file", "text")

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._lines: list[int] | None = None
        self._places: tuple[int, Places | None] = (-1, None)

    def __repr__(self) -> str:
        return f"Source({self.file!r})"

    @property
    def lines(self) -> list[int]:
        """The index at which each line starts."""
        if self._lines is None:
            self._lines = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))][:-1]
        return self._lines

    def position(self, index: int) -> tuple[int, int]:
        """Line and column of an index, both counted from 1."""
        line = bisect_right(self.lines, index)
        return line, index - self.lines[line - 1] + 1

    def line_at(self, index: int) -> tuple[int, str]:
        """Where the line that holds an index starts, and its text without the line end."""
        start = self.text.rfind("\n", 0, index) + 1
        end = self.text.find("\n", index)
        return start, self.text[start : end if end >= 0 else None]

    def span(self, start: int, end: int) -> Span:
        """The stretch from `start` up to, not including, `end`."""
        return Span(self.file, *self.position(start), *self.position(end))

    def places(self, value: str, start: int, end: int) -> Places | None:
        """Where the characters of the scalar in `[start:end]` stand; None where it cannot be told.

        The last answer is kept: whoever asks about one citation of a long text asks about the next.
        """
        if self._places[0] != start:
            self._places = (start, Places.of(self.text, value, start, end))
        return self._places[1]
