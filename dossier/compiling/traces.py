"""What a page was made from. Owns how that is noticed: whatever a page function looks up in a dossier is written down.

A page is made from the sheets whose statements, links and texts it looked up (`owners`), from the fronts of sheets that
it only looked at (`seen`), and from the answers to its questions of the form "what leads here" (`questions`), to which
another sheet may one day belong. One that goes through all sheets is made from all.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from dossier.graph import Entry, Graph, Link, Statement
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
        self._known: dict[tuple[str, Any], frozenset[str]] = {}
        self._traced_dossier = replace(dossier, sheets=_Traced("", dossier.sheets, self))
        traced: dict[str, Any] = {name: _Traced(name, getattr(graph, name), self) for name in _OWNERS}
        self._traced_graph = replace(graph, **traced)

    def traced(self, desk: Desk) -> Desk:
        """A desk at which is written down what is looked up."""
        return replace(desk, dossier=self._traced_dossier, graph=self._traced_graph)

    def trace(self) -> Trace:
        """What was looked up since the last time."""
        seen, is_of_all = self._seen, self._is_of_all
        self._seen, self._is_of_all = set(), False
        owners = frozenset[str]().union(*(self._owners_of(each) for each in seen if each[0]))
        questions = frozenset(each for each in seen if each[0] in _QUESTIONS)
        fronts = frozenset(key for name, key in seen if not name) - owners
        named = frozenset(_asked(key) for name, key in seen if name == "by_id")
        return Trace(owners, fronts, questions, named, is_of_all)

    def note(self, name: str, key: object) -> None:
        """Write down that something was looked up."""
        self._seen.add((name, key))

    def note_all(self) -> None:
        """Write down that everything was gone through."""
        self._is_of_all = True

    def _owners_of(self, seen: tuple[str, Any]) -> frozenset[str]:
        if seen not in self._known:
            name, key = seen
            value = getattr(self._graph, name).get(key)
            own = set() if name in _QUESTIONS else {_asked(key)}
            if name == "prose":  # what its paragraphs cite is looked up without a question
                own |= self._owners_of(("of_sheet", key[0]))
            self._known[seen] = frozenset(own.union(_OWNERS[name](value)) if value is not None else own)
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


def _of_statement(statement: Statement) -> Iterator[str]:
    yield statement.sheet
    for each in statement.evidence:
        if each.source:
            yield each.source.id


def _of_statements(statements: Iterable[Statement]) -> Iterator[str]:
    for statement in statements:
        yield from _of_statement(statement)


def _of_sentences(sentences: Mapping[int, Iterable[Statement]]) -> Iterator[str]:
    for statements in sentences.values():
        yield from _of_statements(statements)


def _of_links(links: Iterable[Link]) -> Iterator[str]:
    return (link.start for link in links)


def _of_entries(entries: Iterable[Entry]) -> Iterator[str]:
    return _of_statements(entry.statement for entry in entries)


def _of_none(_: object) -> Iterator[str]:
    """What belongs to the sheet it was asked of alone."""
    return iter(())


_OWNERS: Mapping[str, Callable[[Any], Iterator[str]]] = {
    "by_id": _of_statement,
    "of_sheet": _of_statements,
    "prose": _of_none,
    "links_from": _of_links,
    "links_to": _of_links,
    "chronology_of": _of_entries,
    "said_by": _of_statements,
    "changed_by": _of_statements,
    "support": _of_sentences,
    "citing": _of_statements,
}
_QUESTIONS = frozenset(("links_to", "chronology_of", "said_by", "changed_by", "support", "citing"))
