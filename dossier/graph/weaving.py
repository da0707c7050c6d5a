"""A graph of which only what is asked for is put together.

Owns the way from a question to the pages that answer it. Which pages these are, and what is in common to all, must have
been found once from the whole dossier (`Fabric`) and holds as long as that changes in nothing but what single pages
give. Every answer is the one that `connect` gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any, Generic, TypeVar, overload

from dossier.graph.chronology import Chronology, Entry, Key, key_of, told_by_events
from dossier.graph.connecting import Graph, supported
from dossier.graph.dependence import Dependence
from dossier.graph.evidence import Finder
from dossier.graph.links import Link, uses
from dossier.graph.mentions import Mention
from dossier.graph.names import Names
from dossier.graph.places import Places
from dossier.graph.statements import Statement
from dossier.graph.strands import Loom, Question, Strand, gifts, order_of_statements, reading_order
from dossier.model import Dossier
from dossier.prose import Prose

__all__ = ["Fabric", "Weave"]

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Fabric:
    """What is known of a graph without its pages.

    `names` gives the sheets that have a name, `told` what `told_by_events` gave, `order` the chronology. The rest is as
    in `Graph`.
    """

    names: Mapping[str, frozenset[str]]
    told: frozenset[tuple[str, str]]
    order: tuple[Key, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    gatherings: Mapping[str, tuple[str, ...]]
    dependence: Dependence
    places: Places
    claims: int

    @classmethod
    def of(cls, dossier: Dossier, graph: Graph) -> Fabric:
        """What is known of a graph that was made as a whole."""
        return cls(
            {name: frozenset(owners) for name, owners in graph.names.owners.items()},
            frozenset(told_by_events(dossier)),
            tuple(graph.chronology.keys),
            graph.mentions,
            graph.gatherings,
            graph.dependence,
            graph.places,
            graph.claims,
        )


class Weave:
    """A dossier whose fabric is known. Its pages are looked at when they are asked for.

    `reach` gives for each question the pages that give something to its answer, in any order.
    """

    def __init__(self, dossier: Dossier, fabric: Fabric, reach: Mapping[Question, Sequence[str]]) -> None:
        self._dossier = dossier
        self._fabric = fabric
        self._names, self._finder = Names(fabric.names), Finder(dossier)
        self._loom = Loom(dossier, self._names, self._finder, fabric.told)
        self._strands: dict[str, Strand] = {}
        self.reach = reach

    @cached_property
    def graph(self) -> Graph:
        """All of it."""
        return Graph(
            loom=self._loom,
            strands=_Strands(self),
            names=self._names,
            finder=self._finder,
            statements=_Listed(self.statements),
            by_id=_ById(self),
            of_sheet=_OfPage(self, attrgetter("statements")),
            prose=_Texts(self),
            uses=_Listed(lambda: uses(self._dossier)),
            links_from=_OfPage(self, attrgetter("links")),
            ties_from=_OfPage(self, attrgetter("relations")),
            links_to=_Answers(self, "links_to", self._links),
            mentions=self._fabric.mentions,
            chronology=Chronology(self._fabric.order, self._entry),
            chronology_of=_Answers(self, "chronology_of", self._entries),
            gatherings=self._fabric.gatherings,
            said_by=_Answers(self, "said_by", self._given),
            changed_by=_Answers(self, "changed_by", self._given),
            dependence=self._fabric.dependence,
            support=_Answers(self, "support", self._support),
            quoted=_Answers(self, "support", lambda question: frozenset(self._support(question))),
            citing=_Answers(self, "citing", self._given),
            places=self._fabric.places,
            claims=self._fabric.claims,
        )

    @cached_property
    def pages(self) -> dict[str, int]:
        """Every page, with its place in the order of reading."""
        return {page: place for place, page in enumerate(reading_order(self._dossier))}

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {page: place for place, page in enumerate(order_of_statements(self._dossier))}

    def strand(self, page: str) -> Strand:
        """What a page gives. Raises `KeyError` where there is no such page."""
        if page not in self._strands:
            if page not in self.pages:
                raise KeyError(page)
            self._strands[page] = self._loom.strand(page)
        return self._strands[page]

    def statements(self) -> Iterator[Statement]:
        """Every statement, in order."""
        for page in self._ranks:
            yield from self.strand(page).statements

    def _entry(self, statement: str) -> Entry:
        strand = self.strand(statement.partition("#")[0])
        return next(entry for entry in strand.entries if entry.statement.id == statement)

    def _links(self, question: Question) -> tuple[Link, ...]:
        """The links of relations come before those in texts."""
        strands = [self.strand(page) for page in sorted(self.reach[question], key=self.pages.__getitem__)]
        links = [link for strand in strands for link in strand.relations]
        links += [link for strand in strands for link in strand.texts]
        return tuple(link for link in links if link.end == question[1] and link.start != link.end)

    def _given(self, question: Question) -> tuple[Any, ...]:
        pages = sorted(self.reach[question], key=self._ranks.__getitem__)
        found = (gift for page in pages for gift in gifts(self.strand(page)))
        return tuple(gift.value for gift in found if gift.question == question)

    def _entries(self, question: Question) -> tuple[Entry, ...]:
        return tuple(sorted(self._given(question), key=key_of))

    def _support(self, question: Question) -> Mapping[int, tuple[Statement, ...]]:
        return supported(self._given(question))[question[1]]


class _Listed(Sequence[Value]):
    """What is only gone through when somebody does."""

    def __init__(self, make: Callable[[], Iterable[Value]]) -> None:
        self._make = make

    @cached_property
    def _all(self) -> tuple[Value, ...]:
        return tuple(self._make())

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Value]: ...
    def __getitem__(self, index: int | slice) -> Value | Sequence[Value]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)


class _Strands(Mapping[str, Strand]):
    """Every page."""

    def __init__(self, weave: Weave) -> None:
        self._weave = weave

    def __getitem__(self, page: str) -> Strand:
        return self._weave.strand(page)

    def __iter__(self) -> Iterator[str]:
        return iter(self._weave.pages)

    def __len__(self) -> int:
        return len(self._weave.pages)


class _OfPage(Mapping[str, Value]):
    """Something that each page has by itself; pages that have nothing of it are left out."""

    def __init__(self, weave: Weave, part: Callable[[Strand], Value]) -> None:
        self._weave = weave
        self._part = part

    def __getitem__(self, page: str) -> Value:
        if found := self._part(self._weave.strand(page)):
            return found
        raise KeyError(page)

    def __iter__(self) -> Iterator[str]:
        return (page for page in self._weave.pages if self._part(self._weave.strand(page)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _ById(Mapping[str, Any]):
    """Statements by their ids."""

    def __init__(self, weave: Weave) -> None:
        self._weave = weave

    def __getitem__(self, statement: str) -> Any:
        page = statement.partition("#")[0]
        for each in self._weave.strand(page).statements:
            if each.id == statement:
                return each
        raise KeyError(statement)

    def __iter__(self) -> Iterator[str]:
        return (statement.id for statement in self._weave.statements())

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Texts(Mapping[tuple[str, str], Prose]):
    """Texts by their pages and names."""

    def __init__(self, weave: Weave) -> None:
        self._weave = weave

    def __getitem__(self, key: tuple[str, str]) -> Prose:
        return self._weave.strand(key[0]).prose[key[1]]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((page, name) for page in self._weave.pages for name in self._weave.strand(page).prose)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Answers(Mapping[str, Value], Generic[Value]):
    """The answers to questions of one sort, each put together once."""

    def __init__(self, weave: Weave, name: str, answer: Callable[[Question], Value]) -> None:
        self._weave = weave
        self._name = name
        self._answer = answer
        self._known: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        if key not in self._known:
            question = (self._name, key)
            if question not in self._weave.reach:
                raise KeyError(key)
            self._known[key] = self._answer(question)
        return self._known[key]

    def __contains__(self, key: object) -> bool:
        return (self._name, key) in self._weave.reach

    def __iter__(self) -> Iterator[str]:
        return (key for name, key in self._weave.reach if name == self._name)

    def __len__(self) -> int:
        return sum(1 for _ in self)
