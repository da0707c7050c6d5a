"""Where something was found in a text, and the lines around it as people mean them. Owns no judgement of them."""

from __future__ import annotations

from typing import NamedTuple

from dossier.strict_yaml.source import Source
from dossier.strict_yaml.trouble import Line, Trouble

__all__ = ["Spot"]


class Spot(NamedTuple):
    """A stretch of a text, as indices into it."""

    source: Source
    start: int
    end: int

    @property
    def found(self) -> str:
        return self.source.text[self.start : self.end]

    @property
    def line(self) -> Line:
        return self._trouble.line_of(self.start)

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        return self.source.text[self.line.start : self.start]

    @property
    def after(self) -> str:
        """What stands after where it begins, to the end of the line."""
        return self.source.text[self.start : self.line.end]

    @property
    def parent(self) -> Line | None:
        return self._trouble.parent(self.line)

    @property
    def is_in_block(self) -> bool:
        return self._trouble.in_block(self.line)

    @property
    def goes_on(self) -> bool:
        """Whether the value on its line may have more lines."""
        line = self.line
        column = len(line.lead) if line.key else len(line.lead.rstrip(" ")) - 1
        below = self._below(line)
        return below is not None and below.indent > max(column, 0 if line.key else line.indent)

    def neighbours(self) -> list[Line]:
        """The lines above and below it that are not blank."""
        line = self.line
        return [each for each in (self._trouble.above(line), self._below(line)) if each]

    def _below(self, line: Line) -> Line | None:
        start = line.end + 1
        while start < len(self.source.text):
            below = self._trouble.line_of(start)
            if below.text.strip(" "):
                return below
            start = below.end + 1
        return None

    @property
    def _trouble(self) -> Trouble:
        return Trouble(self.source, "", self.start, "", self.start, None)
