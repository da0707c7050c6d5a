"""Reads a YAML mapping as a record: names asked for by the reader, shapes as expected, everything else reported.

Owns the findings on the shape of a sheet (a missing field, an unknown one, a list where one value belongs). It does
not know what any field means.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dossier.diagnostics import Diagnostic, Finding, Rule, Span, rule
from dossier.strict_yaml import Mapping, Node, Scalar, Sequence
from dossier.suggestions import did_you_mean

__all__ = ["RULES", "Record"]

T = TypeVar("T")

_LONGEST = 2_000  # characters of a value that is no prose; renderers take time with the square of some
_FIELDS_NAMED = 12  # a hint that lists more names than this is not read


@rule()
def unknown_field(key: Scalar, what: str, known: list[str]) -> Finding:
    """A field stands where no field of that name belongs.

    What a sheet may hold is set by its kind. Most often the name is misspelt or the line is indented wrongly.

    Bad:

        name: Shikotan
        sumary: An island.

    Good:

        name: Shikotan
        summary: An island.
    """
    names = ", ".join(known[:_FIELDS_NAMED]) + (", …" if len(known) > _FIELDS_NAMED else "")
    return Finding(
        key.span,
        f'there is no field "{key.value[:60]}" in {what}',
        did_you_mean(key.value, known, f"Fields that may stand here: {names}."),
    )


@rule()
def missing_field(span: Span, name: str, what: str, about: str) -> Finding:
    """A field that must be there is not.

    Bad:

        # content/islands/shikotan.yml
        type: island

    Good:

        # content/islands/shikotan.yml
        name: Shikotan
        type: island
    """
    return Finding(span, f'{what} has no "{name}"', f'Add a line "{name}: …". {about}'.rstrip())


@rule()
def empty_value(span: Span, name: str) -> Finding:
    """A field is named but holds nothing.

    Bad:

        place:

    Good:

        place: Munich, Germany
    """
    return Finding(span, f'"{name}" is empty', "Write its value after the colon, or delete the line.")


@rule()
def long_value(span: Span, name: str, length: int) -> Finding:
    """A value that is no prose is longer than anybody reads.

    Bad:

        note: (a whole report)

    Good:

        note: with islets
        # and the report in the body
    """
    return Finding(
        span,
        f'"{name}" is {length:,} characters long; at most {_LONGEST:,} are read',
        "Say it in short, and the rest in the body.",
    )


@rule()
def wrong_shape(span: Span, name: str, expected: str, found: str) -> Finding:
    """A field holds a list, fields of its own or one value where something else belongs.

    Bad:

        names: Шикотан

    Good:

        names: {ru: Шикотан}
    """
    hint = _SHAPE_HINTS[expected]
    if (expected, found) == (_SCALAR, _SEQUENCE):
        hint += " Text that begins with a square bracket goes in quotes."
    belongs = "belong" if expected == _MAPPING else "belongs"
    return Finding(span, f'"{name}" holds {found} where {expected} {belongs}', hint)


_SCALAR, _SEQUENCE, _MAPPING = "one value", "a list", "fields of its own"
_SHAPE_HINTS = {
    _SCALAR: "Write the value on the same line, after the colon.",
    _SEQUENCE: 'Write the values in square brackets, [a, b], or one a line, each after "- ".',
    _MAPPING: 'Write its fields below it, each on a line of its own and indented by two spaces, as "name: value".',
}


def _shape(node: Node) -> str:
    if isinstance(node, Scalar):
        return _SCALAR
    return _SEQUENCE if isinstance(node, Sequence) else _MAPPING


class Record:
    """A mapping being read. Ask for each name that may stand in it, then `close`: what nobody asked for is reported."""

    def __init__(self, node: Mapping, what: str, report: list[Diagnostic]) -> None:
        """Take the mapping, what to call it in a message ("an event") and the list that findings are added to."""
        self.node = node
        self.what = what
        self.report = report
        self._values = {entry.key.value: entry for entry in node.entries}
        self._asked: list[str] = []

    @property
    def span(self) -> Span:
        return self.node.span

    def key_span(self, name: str) -> Span:
        """Where the name of a field stands; the record's own place where it is absent."""
        entry = self._values.get(name)
        return entry.key.span if entry else self.node.span

    def has(self, name: str) -> bool:
        return name in self._values

    def node_of(self, name: str) -> Node | None:
        """The field's value of any shape, or None where it is absent or (reported) empty."""
        self._asked.append(name)
        entry = self._values.get(name)
        if entry is None:
            return None
        if isinstance(entry.value, Scalar) and not entry.value.value.strip():
            self.report.append(empty_value(entry.key.span, name))
            return None
        return entry.value

    def scalar(self, name: str) -> Scalar | None:
        """One value of ordinary length."""
        scalar = self.prose(name)
        return scalar if scalar and self._is_short(name, scalar) else None

    def prose(self, name: str) -> Scalar | None:
        """One value of any length."""
        return self._shaped(name, Scalar, _SCALAR)

    def _is_short(self, name: str, scalar: Scalar) -> bool:
        if len(scalar.value) <= _LONGEST:
            return True
        self.report.append(long_value(scalar.span, name, len(scalar.value)))
        return False

    def text(self, name: str, default: str = "") -> str:
        scalar = self.scalar(name)
        return scalar.value.strip() if scalar else default

    def mapping(self, name: str) -> Mapping | None:
        return self._shaped(name, Mapping, _MAPPING)

    def scalars(self, name: str) -> tuple[Scalar, ...]:
        """A list of single values; one value alone counts as a list of one."""
        found = []
        for item in self.items(name):
            if not isinstance(item, Scalar):
                self.report.append(wrong_shape(item.span, name, _SCALAR, _shape(item)))
            elif not item.value.strip():
                self.report.append(empty_value(item.span, name))
            elif self._is_short(name, item):
                found.append(item)
        return tuple(found)

    def records(self, name: str, what: str) -> tuple[Record, ...]:
        """A list of records; one record alone counts as a list of one."""
        found = []
        for item in self.items(name):
            if isinstance(item, Mapping):
                found.append(Record(item, what, self.report))
            else:
                self.report.append(wrong_shape(item.span, name, _MAPPING, _shape(item)))
        return tuple(found)

    def items(self, name: str) -> tuple[Node, ...]:
        """A list of anything; what stands alone counts as a list of one."""
        node = self.node_of(name)
        if node is None:
            return ()
        return node.items if isinstance(node, Sequence) else (node,)

    def require(self, name: str, read: Callable[[str], T], about: str = "") -> T:
        """Read a field with one of the methods above and report where it is absent."""
        if name not in self._values:
            start = self.node.span
            head = Span(start.file, start.line, start.column, start.line, start.column)
            self.report.append(missing_field(head, name, self.what, about))
        return read(name)

    def close(self) -> None:
        """Report every field that nobody asked for."""
        known = list(dict.fromkeys(self._asked))
        for name, entry in self._values.items():
            if name not in known:
                self.report.append(unknown_field(entry.key, self.what, known))

    def _shaped(self, name: str, shape: type[T], expected: str) -> T | None:
        node = self.node_of(name)
        if node is None or isinstance(node, shape):
            return node
        self.report.append(wrong_shape(node.span, name, expected, _shape(node)))
        return None


RULES: tuple[Rule[...], ...] = (unknown_field, missing_field, empty_value, long_value, wrong_shape)
