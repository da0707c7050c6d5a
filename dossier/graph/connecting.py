"""Builds the graph of a dossier. Owns the order in which its parts are found; each part has a module of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, repeat
from typing import TypeVar

from dossier.graph.chronology import Entry, chronology
from dossier.graph.dependence import Dependence
from dossier.graph.evidence import Finder
from dossier.graph.gatherings import gatherings
from dossier.graph.links import Link, Use, relation_links, text_links, uses
from dossier.graph.mentions import Mention, find_mentions
from dossier.graph.names import Names
from dossier.graph.naming import NameLinker
from dossier.graph.places import Places, find_places
from dossier.graph.statements import BRIEFING_ID, Statement, enumerate_statements, page_id, paragraph_anchor
from dossier.model import Claim, Dossier, Sheet
from dossier.prose import Prose

__all__ = ["Graph", "connect"]

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything that leads somewhere.

    `prose` holds each text with its names linked, by the page's id and the text's name (`summary`, `text`, a
    claim's id, `section-1`). `links_to` leaves out links to what has no sheet; `uses` has every id as written,
    known or not. `chronology_of` gives the entries that concern a sheet, `said_by` what an actor is said to say.
    `changed_by` gives, by the id of a claim's statement, the later claims that change it.
    `gatherings` gives the events that brought a sheet together with others.
    `support` gives, for a source and a sentence of it, the statements that quote it.
    """

    names: Names
    finder: Finder
    statements: tuple[Statement, ...]
    by_id: Mapping[str, Statement]
    of_sheet: Mapping[str, tuple[Statement, ...]]
    prose: Mapping[tuple[str, str], Prose]
    uses: tuple[Use, ...]
    links_from: Mapping[str, tuple[Link, ...]]
    links_to: Mapping[str, tuple[Link, ...]]
    mentions: Mapping[str, tuple[Mention, ...]]
    chronology: tuple[Entry, ...]
    chronology_of: Mapping[str, tuple[Entry, ...]]
    gatherings: Mapping[str, tuple[str, ...]]
    said_by: Mapping[str, tuple[Statement, ...]]
    changed_by: Mapping[str, tuple[Statement, ...]]
    dependence: Dependence
    support: Mapping[str, Mapping[int, tuple[Statement, ...]]]
    citing: Mapping[str, tuple[Statement, ...]]
    places: Places


def connect(dossier: Dossier) -> Graph:
    """Find everything in a dossier that leads somewhere."""
    names = Names(dossier)
    finder = Finder(dossier)
    statements = tuple(enumerate_statements(dossier, finder))
    of_sheet = _grouped((statement.sheet, statement) for statement in statements)
    prose = dict(_linked_prose(dossier, names))
    links = tuple(link for link in _links(dossier, of_sheet, prose) if link.end in dossier.sheets)
    entries = chronology(dossier, statements)
    return Graph(
        names=names,
        finder=finder,
        statements=statements,
        by_id={statement.id: statement for statement in statements},
        of_sheet=of_sheet,
        prose=prose,
        uses=tuple(uses(dossier)),
        links_from=_grouped((link.start, link) for link in links),
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
        support=_support(statements),
        citing=_grouped(
            (source, statement)
            for statement in statements
            for source in dict.fromkeys(each.source.id for each in statement.evidence if each.source)
        ),
        places=find_places(dossier),
    )


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _linked_prose(dossier: Dossier, names: Names) -> Iterator[tuple[tuple[str, str], Prose]]:
    if dossier.briefing:
        linker = NameLinker(dossier, names, BRIEFING_ID)
        for number, section in enumerate(dossier.briefing.sections, 1):
            yield (BRIEFING_ID, f"section-{number}"), linker.link(section.body)
    for page in dossier.pages:
        yield (page_id(page.slug), "text"), NameLinker(dossier, names, "").link(page.body)
    for sheet in dossier.sheets.values():
        yield from _linked_sheet(sheet, NameLinker(dossier, names, sheet.id))


def _linked_sheet(sheet: Sheet, linker: NameLinker) -> Iterator[tuple[tuple[str, str], Prose]]:
    if sheet.summary:
        yield (sheet.id, "summary"), linker.link(sheet.summary)
    for claim in sheet.claims:
        yield (sheet.id, claim.id), linker.link(claim.text)
    if sheet.body:
        yield (sheet.id, "text"), linker.link(sheet.body)


def _links(
    dossier: Dossier, of_sheet: Mapping[str, tuple[Statement, ...]], prose: Mapping[tuple[str, str], Prose]
) -> Iterator[Link]:
    claims = {sheet.id: {claim.id for claim in sheet.claims} for sheet in dossier.sheets.values()}
    for sheet in dossier.sheets.values():
        own = {statement.anchor: statement for statement in of_sheet.get(sheet.id, ())}
        yield from relation_links(sheet, own)
    for (page, name), text in prose.items():
        anchors = (
            repeat(name) if name in claims.get(page, ()) else (paragraph_anchor(name, n) for n in count(1))
        )
        yield from text_links(page, text, anchors, dossier, dossier.language)


def _support(statements: tuple[Statement, ...]) -> dict[str, dict[int, tuple[Statement, ...]]]:
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
