"""What a page was made from. Owns how that is noticed: whatever a page function looks up in a dossier is written down.

A page is made from the sheets whose statements, links and texts it looked up (`owners`), from the fronts of sheets that
it only looked at (`seen`), and from the answers to its questions of the form "what leads here" (`questions`), to which
another sheet may one day belong. One that goes through all sheets is made from all.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, TypeVar

from dossier.graph import Graph, Statement
from dossier.graph.strands import Question
from dossier.model import Dossier
from dossier.pages import Desk

__all__ = ["Trace", "Tracer"]

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Trace:
    """What a page was made from. `is_of_all`: from everything. `named` are the owners of statements looked up by id."""

    owners: frozenset[str]
    seen: frozenset[str]
    questions: frozenset[Question]
    named: frozenset[str]
    is_of_all: bool


class Tracer:
    """A dossier and its graph that write down what is looked up in them."""

    def __init__(self, dossier: Dossier, graph: Graph) -> None:
        self._graph = graph
        self._seen: set[tuple[str, Any]] = set()
        self._is_of_all = False
        self._known: dict[tuple[str, Any], tuple[frozenset[str], frozenset[str]]] = {}
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
        origins = [self._origin_of(each) for each in seen if each[0]]
        owners = frozenset[str]().union(*(owners for owners, _ in origins))
        questions = frozenset(each for each in seen if each[0] in _QUESTIONS)
        fronts = frozenset(key for name, key in seen if not name).union(*(cited for _, cited in origins))
        named = frozenset(_asked(key) for name, key in seen if name == "by_id")
        return Trace(owners, fronts - owners, questions, named, is_of_all)

    def note(self, name: str, key: object) -> None:
        """Write down that something was looked up."""
        self._seen.add((name, key))

    def note_all(self) -> None:
        """Write down that everything was gone through."""
        self._is_of_all = True

    def _origin_of(self, seen: tuple[str, Any]) -> tuple[frozenset[str], frozenset[str]]:
        """The sheets of which something was found, and the sources cited there, of which only the fronts are shown."""
        if seen not in self._known:
            name, key = seen
            value = getattr(self._graph, name).get(key)
            owners = set() if name in _QUESTIONS else {_asked(key)}
            if name in _LINKS:
                self._known[seen] = frozenset(owners.union(link.start for link in value or ())), frozenset()
            elif name == "prose":  # what its paragraphs cite is looked up without a question
                of_page, cited = self._origin_of(("of_sheet", key[0]))
                self._known[seen] = of_page | owners, cited
            else:
                said = list(_STATEMENTS[name](value)) if value is not None else []
                cited = frozenset(each.source.id for one in said for each in one.evidence if each.source)
                self._known[seen] = frozenset(owners.union(one.sheet for one in said)), cited
        return self._known[seen]


def _asked(key: str | tuple[str, str]) -> str:
    """The sheet that something was asked of: by its id, by that of a statement, or by that of a text on it."""
    return key.partition("#")[0] if isinstance(key, str) else key[0]


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


_LINKS = frozenset(("links_from", "links_to"))
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
_TRACED = ("prose", *_LINKS, *_STATEMENTS)
_QUESTIONS = frozenset(("links_to", "chronology_of", "said_by", "changed_by", "support", "citing"))
