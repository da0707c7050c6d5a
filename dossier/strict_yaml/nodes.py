"""What a sheet holds: scalars, sequences and mappings that know where they stand in the file.

Owns the values `parse` gives out. They are made by the million, so they are tuples that keep an index into
the text and work out a `Span` only when asked. Nothing here gives a scalar a type: `NO`, `1956` and `~` stay
the strings they are; what they mean is for the kind's declaration.

Being tuples they can be iterated; iterate `.items` or `.entries` instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from dossier.diagnostics import Diagnostic, Span
from dossier.strict_yaml.source import Source

__all__ = ["Entry", "Mapping", "Node", "Parsed", "Scalar", "Sequence"]


class Scalar(NamedTuple):
    """A piece of text, always a string; `""` where nothing stands after `key:`.

    `plain` says it was written without quotes, `|` or `>`.
    """

    value: str
    plain: bool
    source: Source
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The whole scalar as written, with its quotes."""
        return self.source.span(self.start, self.end)

    def span_of(self, start: int, end: int) -> Span:
        """Where `value[start:end]` stands in the file, whatever the style: past escapes and folded lines."""
        return self.source.span(*self._stretch(start, end))

    def written(self, start: int, end: int) -> str:
        """The characters of the file that made `value[start:end]`: its escapes, not what they mean."""
        first, last = self._stretch(start, end)
        return self.source.text[first:last]

    def _stretch(self, start: int, end: int) -> tuple[int, int]:
        if self.plain and self.end - self.start == len(self.value):
            return self.start + start, self.start + end
        places = self.source.places(self.value, self.start, self.end)
        return places.stretch(start, end) if places else (self.start, self.end)


class Sequence(NamedTuple):
    """A list, written with dashes or in `[ ]`."""

    items: tuple[Node, ...]
    source: Source
    start: int
    end: int

    @property
    def span(self) -> Span:
        """From the first item or bracket to the last."""
        return self.source.span(self.start, self.end)


class Entry(NamedTuple):
    """One `key: value` of a mapping."""

    key: Scalar
    value: Node

    @property
    def name(self) -> str:
        """The words of the key."""
        return self.key.value

    @property
    def end(self) -> int:
        """Where the value ends; where it is nothing, the key or its colon."""
        return max(self.key.end, self.value.end)

    @property
    def span(self) -> Span:
        """From the key to the end of the value."""
        return self.key.source.span(self.key.start, self.end)


class Mapping(NamedTuple):
    """Keys and values in the order written; no key stands twice."""

    entries: tuple[Entry, ...]
    source: Source
    start: int
    end: int

    @property
    def span(self) -> Span:
        """From the first key or brace to the end of the last value."""
        return self.source.span(self.start, self.end)

    def get(self, name: str) -> Node | None:
        """The value under a key, or None."""
        entry = self.entry(name)
        return entry.value if entry else None

    def entry(self, name: str) -> Entry | None:
        """The key and value under a name, or None."""
        return next((entry for entry in self.entries if entry.key.value == name), None)

    def names(self) -> tuple[str, ...]:
        """The keys, in the order written."""
        return tuple(entry.key.value for entry in self.entries)


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Parsed:
    """What came of a file: its root, or, when anything at all was refused, None and the reasons."""

    root: Mapping | None
    diagnostics: tuple[Diagnostic, ...] = ()
