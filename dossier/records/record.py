"""The mapping being read. Owns what is asked of it and what nobody asked for; the words are in `rules`."""

from __future__ import annotations

from collections import abc
from collections.abc import Callable
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from dossier.diagnostics import Diagnostic, Span
from dossier.records.rules import (
    LONGEST,
    MAPPING,
    SCALAR,
    as_typed,
    empty_value,
    long_value,
    missing_field,
    shape_of,
    unknown_field,
    wrong_shape,
)
from dossier.strict_yaml import Mapping, Node, Scalar, Sequence
from dossier.strict_yaml.syntax_rules import wrong_indentation
from dossier.suggestions import nearest

__all__ = ["Record"]

T = TypeVar("T")
Names: TypeAlias = abc.Mapping[str, str]


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.value.strip()


class Record:
    """A mapping being read. Ask for each name that may stand in it, then `close`: what nobody asked for is reported."""

    def __init__(self, node: Mapping, what: str, report: list[Diagnostic]) -> None:
        """Take the mapping, what to call it in a message ("an event") and the list that findings are added to."""
        self.node = node
        self.what = what
        self.report = report
        self._values = {entry.key.value: entry for entry in node.entries}
        self._asked: list[str] = []
        self._required: dict[str, str] = {}
        self._missing: dict[str, Diagnostic] = {}
        self._holders: set[str] = set()

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
        if _is_empty(entry.value):
            self.report.append(empty_value(entry.key.span, name, self._required.get(name)))
            return None
        return entry.value

    def scalar(self, name: str) -> Scalar | None:
        """One value of ordinary length."""
        scalar = self.prose(name)
        return scalar if scalar and self._is_short(name, scalar) else None

    def prose(self, name: str) -> Scalar | None:
        """One value of any length."""
        return self._shaped(name, Scalar, SCALAR)

    def _is_short(self, name: str, scalar: Scalar) -> bool:
        if len(scalar.value) <= LONGEST:
            return True
        self.report.append(long_value(scalar.span, name, len(scalar.value)))
        return False

    def text(self, name: str, default: str = "") -> str:
        scalar = self.scalar(name)
        return scalar.value.strip() if scalar else default

    def mapping(self, name: str, example: str = "") -> Mapping | None:
        """Fields of its own; the example shows how they are written, for a message."""
        self._holders.add(name)
        return self._shaped(name, Mapping, MAPPING, example)

    def scalars(self, name: str) -> tuple[Scalar, ...]:
        """A list of single values; one value alone counts as a list of one."""
        found = []
        for item in self.items(name):
            if not isinstance(item, Scalar):
                self.report.append(wrong_shape(item.span, name, SCALAR, shape_of(item)))
            elif not item.value.strip():
                self.report.append(empty_value(item.span, name))
            elif self._is_short(name, item):
                found.append(item)
        return tuple(found)

    def records(self, name: str, what: str, example: str = "") -> tuple[Record, ...]:
        """A list of records; one record alone counts as a list of one. The example shows one, for a message."""
        found = []
        for item in self.items(name):
            if isinstance(item, Mapping):
                found.append(Record(item, what, self.report))
            else:
                self.report.append(wrong_shape(item.span, name, MAPPING, shape_of(item), example))
        return tuple(found)

    def items(self, name: str) -> tuple[Node, ...]:
        """A list of anything; what stands alone counts as a list of one."""
        self._holders.add(name)
        node = self.node_of(name)
        if node is None:
            return ()
        return node.items if isinstance(node, Sequence) else (node,)

    def require(self, name: str, read: Callable[[str], T], about: str = "") -> T:
        """Read a field with one of the methods above and report where it is absent."""
        if name not in self._values:
            start = self.node.span
            head = Span(start.file, start.line, start.column, start.line, start.column)
            self._missing[name] = missing_field(head, name, self.what, about)
            self.report.append(self._missing[name])
        self._required[name] = about
        return read(name)

    def misspelt(self, name: str) -> Node | None:
        """What stands under a name that differs from this one only in case or by an s; `close` reports that name."""
        if name in self._values:
            return None
        meant = (entry for key, entry in self._values.items() if as_typed(key).casefold().rstrip("s") == name)
        return next((entry.value for entry in meant), None)

    def close(self, below: Names = MappingProxyType({})) -> None:
        """Report every field that nobody asked for. `below` names, for some, the field that they belong to."""
        known = list(dict.fromkeys(self._asked))
        holder, told = (
            "",
            False,
        )  # a field left empty: what stands right below it was probably meant to be its own
        for name, entry in self._values.items():
            if name in known:
                holder, told = name if name in self._holders and _is_empty(entry.value) else "", False
                continue
            meant = nearest(as_typed(name), known)
            if not holder or (name in below and below[name] != holder) or (meant and name not in below):
                self._forget(self._missing.get(meant or ""))
                self.report.append(
                    unknown_field(entry.key, self.what, known, below.get(name, ""), self._values)
                )
            elif not told:
                told = True
                self._not_indented(entry.key, holder)

    def _forget(self, reported: Diagnostic | None) -> None:
        """Take a finding back of which another says more."""
        if reported in self.report:
            self.report.remove(reported)

    def _not_indented(self, key: Scalar, holder: str) -> None:
        """Report one slip, not that the one field is empty and that the others are unknown."""
        self._forget(empty_value(self._values[holder].key.span, holder, self._required.get(holder)))
        self.report.append(
            wrong_indentation(
                key.span,
                f'"{key.value[:60]}" stands beside "{holder}", which is empty',
                f'if it belongs to "{holder}", indent this line, and those that go with it, by two spaces more',
            )
        )

    def _shaped(self, name: str, shape: type[T], expected: str, example: str = "") -> T | None:
        node = self.node_of(name)
        if node is None or isinstance(node, shape):
            return node
        self.report.append(wrong_shape(node.span, name, expected, shape_of(node), example))
        return None
