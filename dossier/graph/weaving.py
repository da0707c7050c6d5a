"""A graph of which only what is asked for is put together.

Owns the way from a question to the pages that answer it. Which pages these are, and what is in common to all, must have
been found once from the whole dossier (`Fabric`) and holds as long as that changes in nothing but what single pages
give. Every answer is the one that `connect` gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any

from dossier.graph.asking import Answers, ById, Listed, OfPage, Strands, Texts
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

__all__ = ["Fabric", "Weave"]


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
            strands=Strands(self),
            names=self._names,
            finder=self._finder,
            statements=Listed(self.statements),
            by_id=ById(self),
            of_sheet=OfPage(self, attrgetter("statements")),
            prose=Texts(self),
            uses=Listed(lambda: uses(self._dossier)),
            links_from=OfPage(self, attrgetter("links")),
            ties_from=OfPage(self, attrgetter("relations")),
            links_to=Answers(self, "links_to", self._links),
            mentions=self._fabric.mentions,
            chronology=Chronology(self._fabric.order, self._entry),
            chronology_of=Answers(self, "chronology_of", self._entries),
            gatherings=self._fabric.gatherings,
            said_by=Answers(self, "said_by", self._given),
            changed_by=Answers(self, "changed_by", self._given),
            dependence=self._fabric.dependence,
            support=Answers(self, "support", self._support),
            quoted=Answers(self, "support", lambda question: frozenset(self._support(question))),
            citing=Answers(self, "citing", self._given),
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
