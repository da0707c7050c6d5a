"""One YAML error as the parser reports it, with the lines of the file around it taken apart.

Owns the reading of those lines: where a key ends, where a value starts. What the error means is for `habits`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from yaml.error import MarkedYAMLError, YAMLError

from dossier.diagnostics import Span
from dossier.strict_yaml.nodes import Scalar
from dossier.strict_yaml.source import Source, brief

__all__ = ["Line", "Trouble", "in_quotes"]

_SHOWN = 70  # characters of a line in a hint: more would hide the advice

_LINE = re.compile(
    r"(?P<lead> *(?:- +)*)"
    r"(?P<key>(?:\"[^\"]*\"|'[^']*'|[^\s:：\"'\[{#-][^:：\"'\[{]*+)(?=:(?: |$)))?"
    r"(?P<colon>: *)?(?P<value>.*)"
)
_BLOCK = re.compile(r"[|>][-+\d]{0,2} *(?: #.*)?")


class Line(NamedTuple):
    """A line as people mean it: spaces and dashes, a key with its colon, a value; any may be empty."""

    start: int
    text: str
    lead: str
    key: str
    colon: str
    value: str

    @property
    def colon_index(self) -> int:
        """Where in the file the colon after the key stands."""
        return self.start + len(self.lead) + len(self.key)

    @property
    def value_index(self) -> int:
        """Where in the file the value starts."""
        return self.colon_index + len(self.colon)

    @property
    def content_index(self) -> int:
        """Where in the file the line's first character that is no space stands."""
        return self.start + self.indent

    @property
    def indent(self) -> int:
        """How many spaces the line starts with."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def opens_block(self) -> bool:
        """Whether nothing but `|` or `>` stands after the key or the dash."""
        return bool(self.key or self.lead.strip()) and _BLOCK.fullmatch(self.value) is not None

    @property
    def end(self) -> int:
        """Where in the file the line ends."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the parser said: the problem and where; what it was reading, and since where."""

    source: Source
    problem: str
    at: int
    context: str
    since: int
    quoted: Scalar | None

    @classmethod
    def of(cls, error: YAMLError, source: Source, quoted: Scalar | None) -> Trouble:
        """Take an error of PyYAML apart; `quoted` is the last quoted scalar read before it."""
        if not isinstance(error, MarkedYAMLError):
            return cls(source, str(error).partition("\n")[0], 0, "", 0, quoted)
        at = error.problem_mark.index if error.problem_mark else 0
        since = error.context_mark.index if error.context_mark else at
        return cls(source, error.problem or "", at, error.context or "", since, quoted)

    @property
    def character(self) -> str:
        """The character at the problem; nothing at the end of the file."""
        return self.source.text[self.at : self.at + 1]

    @property
    def line(self) -> Line:
        """The line of the problem."""
        return self.line_of(self.at)

    def line_of(self, index: int) -> Line:
        """The line that holds an index."""
        start, text = self.source.line_at(index)
        found = _LINE.match(text)
        groups = found.groupdict("") if found else {"lead": "", "key": "", "colon": "", "value": text}
        if not groups["key"]:
            groups |= {"colon": "", "value": groups["colon"] + groups["value"]}
        return Line(start, text, **groups)

    def parent(self, line: Line) -> Line | None:
        """The nearest line above that starts further left."""
        above = self.above(line)
        while above and above.indent >= line.indent:
            above = self.above(above)
        return above

    def in_block(self, line: Line) -> bool:
        """Whether a line is text below a key or dash with `|` or `>`."""
        parent = self.parent(line)
        while parent and not parent.opens_block:
            parent = self.parent(parent)
        return parent is not None

    def above(self, line: Line) -> Line | None:
        """The nearest line above that is not blank."""
        start = line.start
        while start:
            start, text = self.source.line_at(start - 1)
            if text.strip(" "):
                return self.line_of(start)
        return None

    def span(self, start: int, end: int | None = None) -> Span:
        """From `start` to `end`, or one character, and not past the end of the file."""
        length = len(self.source.text)
        start = min(start, length)
        return self.source.span(start, min(end if end is not None else start + 1, length))


def in_quotes(line: Line) -> str:
    """What to type instead of a line whose value needs quotes: the line with them, where it is short."""
    key = f"{brief(line.key)}: " if line.key else ""
    value = line.value.strip()
    mark = next((mark for mark in "\"'" if mark not in value and not (mark == '"' and "\\" in value)), "")
    if not mark:
        return f"type {key}| and put the text on the next line, two spaces further in"
    if len(key) + len(value) > _SHOWN:
        return f"put the whole value in quotes: {key}{mark}…{mark}"
    return f"put the whole value in quotes: {key}{mark}{value}{mark}"
