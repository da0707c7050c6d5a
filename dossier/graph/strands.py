"""What each page gives to the graph: its statements, its texts with their names linked, and the links it makes.

Owns the making of these from one page at a time, so that the graph of a dossier can be put together from parts, and in
which order they count.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count, repeat
from typing import NamedTuple, TypeAlias, cast

from dossier.graph.chronology import Entry, entries_of
from dossier.graph.evidence import Finder
from dossier.graph.links import Link, relation_links, text_links
from dossier.graph.names import Names
from dossier.graph.naming import NameLinker
from dossier.graph.statements import BRIEFING_ID, Lister, Statement, page_id, paragraph_anchor
from dossier.model import Claim, Dossier, Sheet
from dossier.prose import Prose

__all__ = ["Gift", "Loom", "Question", "Strand", "gifts", "order_of_statements", "reading_order"]

Question: TypeAlias = tuple[str, str]
"""The name of a mapping of the graph, and a key in it, to whose value several pages may give something."""


class Gift(NamedTuple):
    """What a page gives to the answer of a question: a link, a statement, or an entry of the chronology."""

    question: Question
    value: Link | Statement | Entry


@dataclass(frozen=True, slots=True)
class Strand:
    """What one page gives. `relations` are the links that fields and relations make, `texts` those in prose."""

    statements: tuple[Statement, ...]
    prose: Mapping[str, Prose]
    relations: tuple[Link, ...]
    texts: tuple[Link, ...]
    entries: tuple[Entry, ...]

    @property
    def links(self) -> tuple[Link, ...]:
        return (*self.relations, *self.texts)


class Loom:
    """Makes the strands of a dossier, each from its page and from what all pages may show of all sheets."""

    def __init__(
        self, dossier: Dossier, names: Names, finder: Finder, told: Container[tuple[str, str]]
    ) -> None:
        self._dossier = dossier
        self._names = names
        self._finder = finder
        self._told = told
        self._lister = Lister(dossier, finder)
        self._hand = {page_id(page.slug): page for page in dossier.pages}

    def strand(self, page: str) -> Strand:
        """What a page gives: a sheet's by its id, or what stands for one."""
        statements = tuple(self._statements(page))
        prose = dict(self._prose(page))
        relations, texts = self._relations(page, statements), self._texts(page, prose)
        sheet = self._dossier.sheets.get(page)
        entries = tuple(entries_of(sheet, statements, self._told)) if sheet else ()
        return Strand(statements, prose, self._known(relations), self._known(texts), entries)

    def strand_of(self, sheet: Sheet) -> Strand:
        """What the page of a sheet would give if this were the sheet of that id."""
        sheets = ChainMap({sheet.id: sheet}, cast("dict[str, Sheet]", self._dossier.sheets))
        dossier = replace(self._dossier, sheets=sheets)
        return Loom(dossier, self._names, self._finder, self._told).strand(sheet.id)

    def _statements(self, page: str) -> Iterator[Statement]:
        briefing, hand = self._dossier.briefing, self._hand.get(page)
        if page == BRIEFING_ID and briefing:
            return self._lister.briefing(briefing)
        return self._lister.hand(hand) if hand else self._lister.sheet(self._dossier.sheets[page])

    def _prose(self, page: str) -> Iterator[tuple[str, Prose]]:
        briefing, hand = self._dossier.briefing, self._hand.get(page)
        linker = NameLinker(self._dossier, self._names, "" if hand else page)
        if page == BRIEFING_ID and briefing:
            for number, section in enumerate(briefing.sections, 1):
                yield f"section-{number}", linker.link(section.body)
        elif hand:
            yield "text", linker.link(hand.body)
        else:
            for name, text in _texts(self._dossier.sheets[page]):
                yield name, linker.link(text)

    def _relations(self, page: str, statements: tuple[Statement, ...]) -> Iterator[Link]:
        sheet = self._dossier.sheets.get(page)
        own = {statement.anchor: statement for statement in statements}
        return relation_links(sheet, own) if sheet else iter(())

    def _texts(self, page: str, prose: Mapping[str, Prose]) -> Iterator[Link]:
        sheet = self._dossier.sheets.get(page)
        claims = {claim.id for claim in sheet.claims} if sheet else set[str]()
        for name, text in prose.items():
            anchors = repeat(name) if name in claims else (paragraph_anchor(name, n) for n in count(1))
            yield from text_links(page, text, anchors, self._dossier, self._dossier.language)

    def _known(self, links: Iterator[Link]) -> tuple[Link, ...]:
        return tuple(link for link in links if link.end in self._dossier.sheets)


def _texts(sheet: Sheet) -> Iterator[tuple[str, Prose]]:
    """The texts of a sheet as they are read on its page, each with its name there."""
    if sheet.summary:
        yield "summary", sheet.summary
    yield from ((claim.id, claim.text) for claim in sheet.claims)
    if sheet.body:
        yield "text", sheet.body


def gifts(strand: Strand) -> Iterator[Gift]:
    """What a strand gives to the answers of which questions."""
    for link in strand.links:
        if link.start != link.end:
            yield Gift(("links_to", link.end), link)
    for statement in strand.statements:
        yield from _gifts_of(statement)
    for entry in strand.entries:
        for concerned in entry.concerns:
            yield Gift(("chronology_of", concerned), entry)


def _gifts_of(statement: Statement) -> Iterator[Gift]:
    if isinstance(statement.item, Claim):
        if statement.item.by:
            yield Gift(("said_by", statement.item.by.id), statement)
        for earlier in statement.item.changes:
            yield Gift(("changed_by", earlier.id), statement)
    cited = [each for each in statement.evidence if each.source]
    for source in dict.fromkeys(each.source.id for each in cited if each.source):
        yield Gift(("citing", source), statement)
    for source in dict.fromkeys(each.source.id for each in cited if each.source and each.found):
        yield Gift(("support", source), statement)


def reading_order(dossier: Dossier) -> list[str]:
    """Every page that says something: the briefing, the pages written by hand, the sheets in the dossier's order."""
    briefing = [BRIEFING_ID] if dossier.briefing else []
    return [*briefing, *(page_id(page.slug) for page in dossier.pages), *dossier.sheets]


def order_of_statements(dossier: Dossier) -> list[str]:
    """The same pages in the order in which statements count: sheets in order of their ids."""
    pages = reading_order(dossier)
    others = len(pages) - len(dossier.sheets)
    return [*pages[:others], *sorted(pages[others:])]
