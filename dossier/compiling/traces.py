"""What a page was made from. Owns how that is noticed: whatever a page function looks up in a dossier is written down.

A page is made from what it looked up in the graph, where another sheet may one day give something too, and from what it
was shown of the sheets that it looked at. One that goes through all sheets is made from all.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from dossier.compiling.differing import Lookup
from dossier.compiling.fingerprints import digest
from dossier.graph import Graph, Part, Statement
from dossier.model import Dossier
from dossier.pages import Desk

__all__ = ["SHEETS", "Trace", "Tracer", "numbers"]

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

SHEETS = ""
"""The name by which sheets are looked up: what all pages may show of them."""


class Trace(NamedTuple):
    """What a page was made from: the numbers of what was looked up, and those of statements looked up by their ids.

    `is_of_all`: from everything.
    """

    lookups: array[int]
    named: array[int]
    is_of_all: bool


def numbers(lookups: Iterable[Lookup]) -> set[int]:
    """What stands for look-ups: numbers take little room. Where two are the same, a page is made once too often."""
    return {_number(each) for each in lookups}


def _number(lookup: Lookup) -> int:
    return int.from_bytes(digest(repr(lookup).encode("utf-8", "surrogatepass"))[:8], "little")


class Tracer:
    """A dossier and its graph that write down what is looked up in them."""

    def __init__(self, dossier: Dossier, graph: Graph) -> None:
        self._graph = graph
        self._seen: set[tuple[str, Any]] = set()
        self._is_of_all = False
        self._known: dict[tuple[str, Any], tuple[int, ...]] = {}
        self._traced_dossier = replace(dossier, sheets=_Traced(SHEETS, dossier.sheets, self))
        traced: dict[str, Any] = {name: _Traced(name, getattr(graph, name), self) for name in _TRACED}
        self._traced_graph = replace(graph, **traced)

    def traced(self, desk: Desk) -> Desk:
        """A desk at which is written down what is looked up."""
        return replace(desk, dossier=self._traced_dossier, graph=self._traced_graph)

    def trace(self) -> Trace:
        """What was looked up since the last time."""
        seen, is_of_all = self._seen, self._is_of_all
        self._seen, self._is_of_all = set(), False
        lookups = set(chain.from_iterable(map(self._numbers_of, seen)))
        named = (self._numbers_of(each)[0] for each in seen if each[0] == "by_id")
        return Trace(array("Q", sorted(lookups)), array("Q", sorted(named)), is_of_all)

    def note(self, name: str, key: object) -> None:
        """Write down that something was looked up."""
        self._seen.add((name, key))

    def note_all(self) -> None:
        """Write down that everything was gone through."""
        self._is_of_all = True

    def _numbers_of(self, lookup: tuple[str, Any]) -> tuple[int, ...]:
        """What stands for a look-up, and for the sheets of which something is shown with what was found."""
        if lookup not in self._known:
            shown = [(SHEETS, each) for each in self._shown_with(*lookup)]
            self._known[lookup] = (_number(lookup), *numbers(shown))
        return self._known[lookup]

    def _shown_with(self, name: str, key: Any) -> Collection[str]:
        """The sources that are cited in what was found, and the events it tells of."""
        # What the paragraphs of a text cite is looked up without a question.
        name, key = ("of_sheet", key[0]) if name == "prose" else (name, key)
        value = getattr(self._graph, name).get(key) if name in _STATEMENTS else None
        said = list(_STATEMENTS[name](value)) if value is not None else []
        events = {one.sheet for one in said if one.part is Part.EVENT}
        return events | {each.source.id for one in said for each in one.evidence if each.source}


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
