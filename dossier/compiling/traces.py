"""What a page was made from. Owns how that is noticed: whatever a page function looks up in a dossier is written down.

A page is made from what it looked up in the graph (`lookups`), where another sheet may one day give something too, and
from the fronts of sheets that it looked at (`seen`). One that goes through all sheets is made from all.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from dossier.compiling.differing import Lookup
from dossier.graph import Graph, Part, Statement
from dossier.model import Dossier
from dossier.pages import Desk

__all__ = ["Trace", "Tracer"]

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Trace(NamedTuple):
    """What a page was made from. `is_of_all`: from everything."""

    lookups: frozenset[Lookup]
    seen: frozenset[str]
    is_of_all: bool

    @property
    def named(self) -> Trace:
        """What alone of it matters where all sheets were gone through: the statements looked up by their ids."""
        return Trace(
            frozenset(each for each in self.lookups if each[0] == "by_id"), frozenset(), self.is_of_all
        )


class Tracer:
    """A dossier and its graph that write down what is looked up in them."""

    def __init__(self, dossier: Dossier, graph: Graph) -> None:
        self._graph = graph
        self._seen: set[tuple[str, Any]] = set()
        self._is_of_all = False
        self._known: dict[tuple[str, Any], frozenset[str]] = {}
        self._traced_dossier = replace(dossier, sheets=_Traced("", dossier.sheets, self))
        traced: dict[str, Any] = {name: _Traced(name, getattr(graph, name), self) for name in _TRACED}
        self._traced_graph = replace(graph, **traced)

    def traced(self, desk: Desk) -> Desk:
        """A desk at which is written down what is looked up."""
        return replace(desk, dossier=self._traced_dossier, graph=self._traced_graph)

    def trace(self) -> Trace:
        """What was looked up since the last time."""
        seen, is_of_all = self._seen, self._is_of_all
        self._seen, self._is_of_all = set(), False
        fronts = frozenset(key for name, key in seen if not name)
        lookups = frozenset(each for each in seen if each[0])
        return Trace(lookups, fronts.union(*map(self._told_of, lookups)), is_of_all)

    def note(self, name: str, key: object) -> None:
        """Write down that something was looked up."""
        self._seen.add((name, key))

    def note_all(self) -> None:
        """Write down that everything was gone through."""
        self._is_of_all = True

    def _told_of(self, lookup: tuple[str, Any]) -> frozenset[str]:
        """The sheets of which something is shown with what was found: sources that are cited, and events."""
        if lookup not in self._known:
            name, key = lookup
            # What the paragraphs of a text cite is looked up without a question.
            name, key = ("of_sheet", key[0]) if name == "prose" else (name, key)
            value = getattr(self._graph, name).get(key)
            said = list(_STATEMENTS[name](value)) if name in _STATEMENTS and value is not None else []
            events = (one.sheet for one in said if one.part is Part.EVENT)
            cited = (each.source.id for one in said for each in one.evidence if each.source)
            self._known[lookup] = frozenset((*events, *cited))
        return self._known[lookup]


class _Traced(Mapping[Key, Value]):
    """A mapping that tells what was looked up in it."""

    def __init__(self, name: str, held: Mapping[Key, Value], tracer: Tracer) -> None:
        self._name = name
        self._held = held
        self._tracer = tracer

    def __getitem__(self, key: Key) -> Value:
        self._tracer.note(self._name, key)
        return self._held[key]

    def get(self, key: Key, default: Any = None) -> Any:
        self._tracer.note(self._name, key)
        return self._held.get(key, default)

    def __contains__(self, key: object) -> bool:
        if self._name:  # which sheets there are is a matter of the outline
            self._tracer.note(self._name, key)
        return key in self._held

    def __iter__(self) -> Iterator[Key]:
        self._tracer.note_all()
        return iter(self._held)

    def __len__(self) -> int:
        self._tracer.note_all()
        return len(self._held)


_STATEMENTS: Mapping[str, Callable[[Any], Iterable[Statement]]] = {
    "by_id": lambda statement: (statement,),
    "of_sheet": tuple,
    "said_by": tuple,
    "changed_by": tuple,
    "citing": tuple,
    "chronology_of": lambda entries: (entry.statement for entry in entries),
    "support": lambda sentences: chain.from_iterable(sentences.values()),
}
"""The statements in what the mappings of the graph hold."""
_TRACED = ("prose", "quoted", "links_from", "ties_from", "links_to", *_STATEMENTS)
