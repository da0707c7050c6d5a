"""Builds the graph of a dossier. Owns the order in which its parts are found; each part has a module of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dossier.graph.chronology import Chronology, Entry, chronology, told_by_events
from dossier.graph.dependence import Dependence
from dossier.graph.evidence import Finder
from dossier.graph.gatherings import gatherings
from dossier.graph.links import Link, Use, uses
from dossier.graph.mentions import Mention, find_mentions
from dossier.graph.names import Names
from dossier.graph.places import Places, find_places
from dossier.graph.statements import Part, Statement
from dossier.graph.strands import Loom, Strand, order_of_statements, reading_order
from dossier.model import Claim, Dossier
from dossier.prose import Prose

__all__ = ["Graph", "connect", "supported"]

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything that leads somewhere.

    `strands` gives what each page gives to the rest, and `loom` made them. `prose` holds each text with its names
    linked, by the page's id and the text's name (`summary`, `text`, a claim's id, `section-1`). Links to what has no
    sheet are left out; `ties_from` has those alone that relations and fields make. `uses` has every id as written,
    known or not. `chronology_of` gives the entries that concern a sheet, `said_by` what an actor is said to say.
    `changed_by` gives, by the id of a claim's statement, the later claims that change it. `gatherings` gives the events
    that brought a sheet together with others. `support` gives, for a source and a sentence of it, the statements that
    quote it; `quoted` has the sentences alone. `claims` is how many there are.
    """

    loom: Loom
    strands: Mapping[str, Strand]
    names: Names
    finder: Finder
    statements: Sequence[Statement]
    by_id: Mapping[str, Statement]
    of_sheet: Mapping[str, tuple[Statement, ...]]
    prose: Mapping[tuple[str, str], Prose]
    uses: Sequence[Use]
    links_from: Mapping[str, tuple[Link, ...]]
    ties_from: Mapping[str, tuple[Link, ...]]
    links_to: Mapping[str, tuple[Link, ...]]
    mentions: Mapping[str, tuple[Mention, ...]]
    chronology: Chronology
    chronology_of: Mapping[str, tuple[Entry, ...]]
    gatherings: Mapping[str, tuple[str, ...]]
    said_by: Mapping[str, tuple[Statement, ...]]
    changed_by: Mapping[str, tuple[Statement, ...]]
    dependence: Dependence
    support: Mapping[str, Mapping[int, tuple[Statement, ...]]]
    quoted: Mapping[str, frozenset[int]]
    citing: Mapping[str, tuple[Statement, ...]]
    places: Places
    claims: int


def connect(dossier: Dossier) -> Graph:
    """Find everything in a dossier that leads somewhere."""
    names = Names.of(dossier)
    finder = Finder(dossier)
    loom = Loom(dossier, names, finder, set(told_by_events(dossier)))
    strands = {page: loom.strand(page) for page in reading_order(dossier)}
    by_id = [strands[page] for page in order_of_statements(dossier)]
    statements = tuple(statement for strand in by_id for statement in strand.statements)
    # The links of relations come before those in texts, wherever what leads to a sheet is listed.
    links = [
        *(link for strand in strands.values() for link in strand.relations),
        *(link for strand in strands.values() for link in strand.texts),
    ]
    support = supported(statements)
    entries = chronology(entry for strand in strands.values() for entry in strand.entries)
    return Graph(
        loom=loom,
        strands=strands,
        names=names,
        finder=finder,
        statements=statements,
        by_id={statement.id: statement for statement in statements},
        of_sheet={page: strand.statements for page, strand in strands.items() if strand.statements},
        prose={(page, name): text for page, strand in strands.items() for name, text in strand.prose.items()},
        uses=tuple(uses(dossier)),
        links_from={page: strand.links for page, strand in strands.items() if strand.links},
        ties_from={page: strand.relations for page, strand in strands.items() if strand.relations},
        links_to=_grouped((link.end, link) for link in links if link.start != link.end),
        mentions=find_mentions(dossier, names),
        chronology=entries,
        chronology_of=_grouped((concerned, entry) for entry in entries for concerned in entry.concerns),
        gatherings=gatherings(dossier),
        said_by=_grouped(
            (statement.item.by.id, statement)
            for statement in statements
            if isinstance(statement.item, Claim) and statement.item.by
        ),
        changed_by=_grouped(
            (earlier.id, statement)
            for statement in statements
            if isinstance(statement.item, Claim)
            for earlier in statement.item.changes
        ),
        dependence=Dependence(dossier),
        support=support,
        quoted={source: frozenset(numbers) for source, numbers in support.items()},
        citing=_grouped(
            (source, statement)
            for statement in statements
            for source in dict.fromkeys(each.source.id for each in statement.evidence if each.source)
        ),
        places=find_places(dossier),
        claims=sum(statement.part is Part.CLAIM for statement in statements),
    )


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def supported(statements: Iterable[Statement]) -> dict[str, dict[int, tuple[Statement, ...]]]:
    """The statements that quote each sentence of each source."""
    found: defaultdict[str, defaultdict[int, dict[str, Statement]]] = defaultdict(lambda: defaultdict(dict))
    for statement in statements:
        for each in statement.evidence:
            if each.found and each.source:
                for number in each.found.sentences:
                    found[each.source.id][number][statement.id] = statement
    return {
        source: {number: tuple(by_id.values()) for number, by_id in sorted(numbers.items())}
        for source, numbers in found.items()
    }
