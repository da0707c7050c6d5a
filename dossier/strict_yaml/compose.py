"""The events of a YAML parser to nodes, refusing what a sheet may not use while it counts depth and size.

Owns the walk over the events of one file. It builds nothing past the limits, and it goes on past a refusal
where it can, so that one reading finds them all. Broken YAML is for `habits`; the words are in `rules`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from dossier.diagnostics import Diagnostic, Span
from dossier.strict_yaml import rules
from dossier.strict_yaml.brackets import comma_faults
from dossier.strict_yaml.characters import name_of
from dossier.strict_yaml.nodes import Entry, Mapping, Node, Scalar, Sequence
from dossier.strict_yaml.plain import list_faults, plain_faults
from dossier.strict_yaml.source import Source, brief
from dossier.strict_yaml.text import MAX_FINDINGS, text_faults

__all__ = ["Composer", "EnoughError"]

_new: Any = tuple.__new__  # a third cheaper than calling the class, and there are a million to make
_PROPERTY = re.compile(r"(?P<written>!<[^>\s]*>|[&!][^\s,\[\]{}]*)\s*")


class EnoughError(Exception):
    """The rest of the file is not read: a limit was passed, or enough was found."""


class Composer:
    """One pass over the events of one file; what it refuses gathers in `diagnostics`."""

    def __init__(self, source: Source, next_event: Callable[[], Any]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.last_quoted: Scalar | None = None
        self._source = source
        self._next = next_event
        self._hash = " #" in source.text
        self._left = rules.MAX_NODES
        self._depth = 0

    def document(self) -> Node | None:
        """The root of the only document, None where there is none; raises `EnoughError` to stop early."""
        self._next()  # the stream starts
        event = self._next()
        if type(event) is not DocumentStartEvent:
            return None
        if event.version or event.tags:
            self._refuse(rules.directive(self._span(event)))
        root = self._node(self._next())
        self._next()  # the document ends
        event = self._next()
        if type(event) is DocumentStartEvent:
            self._refuse(rules.several_documents(self._span(event)))
        return root

    def _node(self, event: Any) -> Node:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            self._refuse(rules.alias(self._span(event), f"*{event.anchor}"))
            return self._nothing(event)
        return self._collection(event)

    def _scalar(self, event: Any) -> Scalar:
        self._count(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        style = event.style
        scalar: Scalar = _new(
            Scalar, (event.value, not style, self._source, event.start_mark.index, event.end_mark.index)
        )
        if style:
            return self._finish(scalar, style)
        for fault in plain_faults(scalar, hash_in_file=self._hash):
            self._refuse(fault)
        return scalar

    def _finish(self, scalar: Scalar, style: str) -> Scalar:
        """See to what only scalars with quotes, `|` or `>` have: escapes, and blank lines after the end."""
        written = self._source.text[scalar.start : scalar.end]
        if style in "|>":
            return scalar._replace(end=scalar.start + len(written.rstrip(" \n")))
        self.last_quoted = scalar
        if style == '"' and "\\" in written:
            for fault in self._escape_faults(scalar):
                self._refuse(fault)
        return scalar

    def _escape_faults(self, scalar: Scalar) -> Iterator[Diagnostic]:
        """What an escape puts in the value that may not stand in the text either."""

        def place(start: int, end: int) -> tuple[Span, str]:
            return scalar.span_of(start, end), brief(scalar.written(start, end))

        yield from text_faults(scalar.value, place)
        for tab in re.finditer("\t", scalar.value):
            yield rules.tab_in_text(*place(tab.start(), tab.end()))

    def _collection(self, event: Any) -> Node:
        self._count(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        self._depth += 1
        if self._depth > rules.MAX_DEPTH:
            self._stop(rules.too_deep(self._span(event)))
        collect = self._mapping if type(event) is MappingStartEvent else self._sequence
        node = collect(event)
        self._depth -= 1
        return node

    def _sequence(self, event: Any) -> Sequence:
        start = event.start_mark.index
        items: list[Node] = []
        flow = event.flow_style
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._node(event))
        if flow:
            for fault in list_faults(start, items):
                self._refuse(fault)
        end = self._end(event, flow, items)
        sequence: Sequence = _new(Sequence, (tuple(items), self._source, start, end))
        return sequence

    def _end(self, event: Any, flow: bool, inside: list[Any]) -> int:
        """Where a collection ends: for one without brackets the parser only knows where the next starts."""
        end: int = event.end_mark.index if flow or not inside else inside[-1].end
        return end

    def _mapping(self, event: Any) -> Mapping:
        start = event.start_mark.index
        entries: list[Entry] = []
        flow = event.flow_style
        seen: dict[str, Scalar] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key = self._key(event)
            entry: Entry = _new(Entry, (key, self._node(self._next())))
            entries.append(entry)
            first = seen.setdefault(key.value, key)
            if first is not key and key.value:
                self._refuse(rules.duplicate_key(key.span, key.value, first.span))
        if flow:
            for fault in comma_faults(entries):
                self._refuse(fault)
        end = self._end(event, flow, entries)
        mapping: Mapping = _new(Mapping, (tuple(entries), self._source, start, end))
        return mapping

    def _key(self, event: Any) -> Scalar:
        key = self._node(event)
        if not isinstance(key, Scalar):
            self._refuse(rules.key_not_text(key.span))
            return self._nothing(event)
        name = key.value
        if not name and type(event) is ScalarEvent:
            self._refuse(rules.empty_key(self._source.span(key.start, max(key.end, key.start + 1))))
        elif name == "<<" and key.plain:
            self._refuse(rules.merge_key(key.span))
        elif not name.isascii() and name != name.strip():
            at = 0 if name[0].isspace() else len(name) - 1
            self._refuse(rules.unusual_space(key.span_of(at, at + 1), name_of(name[at])))
        return key

    def _nothing(self, event: Any) -> Scalar:
        """What stands in for something refused, so that the rest can be read."""
        return Scalar("", True, self._source, event.start_mark.index, event.end_mark.index)

    def _refuse_properties(self, event: Any) -> None:
        at = event.start_mark.index
        while written := _PROPERTY.match(self._source.text, at):
            name = written["written"]
            refuse = rules.anchor if name.startswith("&") else rules.tag
            self._refuse(refuse(self._source.span(at, at + len(name)), name))
            at = written.end()

    def _count(self, event: Any) -> None:
        self._left -= 1
        if self._left < 0:
            self._stop(rules.too_many_nodes(self._span(event)))

    def _span(self, event: Any) -> Span:
        return self._source.span(event.start_mark.index, event.end_mark.index)

    def _refuse(self, diagnostic: Diagnostic) -> None:
        self.diagnostics.append(diagnostic)
        if len(self.diagnostics) >= MAX_FINDINGS:
            raise EnoughError

    def _stop(self, diagnostic: Diagnostic) -> NoReturn:
        self._refuse(diagnostic)
        raise EnoughError
