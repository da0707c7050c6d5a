"""What leads to what. Owns the edges between pages, each with the sentence that makes it, and every use of an id."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from dossier.articles.sentences import sentences
from dossier.citations import Citation, Reference
from dossier.graph.plain import plain
from dossier.graph.statements import Statement
from dossier.kinds import Role
from dossier.model import Claim, Dossier, Fact, Relation, Sheet
from dossier.prose import Cited, Prose, WikiLink

__all__ = ["Link", "LinkKind", "Use", "relation_links", "sheet_uses", "text_links", "uses"]


class LinkKind(StrEnum):
    """What makes the link."""

    RELATION = "relation"
    FIELD = "field"
    TEXT = "text"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Link:
    """A link from one page to another. `label` is what it is called there, `reverse` what it is called here.

    `start` is a sheet's id or what stands for one; `sentence` is the sentence that makes the link, in plain words, and
    `statement` the id of the statement it belongs to, where it does.
    """

    start: str
    end: str
    kind: LinkKind
    label: str
    reverse: str
    sentence: str
    statement: str = ""


class Use(NamedTuple):
    """An id somebody wrote: where, what kinds of sheet may answer to it (any, where empty), and for what."""

    reference: Reference
    kinds: tuple[str, ...]
    purpose: str


def relation_links(sheet: Sheet, statements: Mapping[str, Statement]) -> Iterator[Link]:
    """The links a sheet's relations and reference fields make. `statements` are the sheet's, by anchor."""
    for relation in sheet.relations:
        words = statements[relation.id].text
        kind = relation.type
        yield Link(
            sheet.id,
            relation.to.id,
            LinkKind.RELATION,
            kind.label,
            kind.reverse,
            words,
            f"{sheet.id}#{relation.id}",
        )
    event = statements.get("event")
    for declared, references in sheet.reference_fields():
        for reference in references:
            words = event.text if event else sheet.name
            statement = event.id if event else ""
            yield Link(
                sheet.id, reference.id, LinkKind.FIELD, declared.label, declared.reverse, words, statement
            )


def text_links(
    start: str, prose: Prose, anchors: Iterable[str], dossier: Dossier, language: str
) -> Iterator[Link]:
    """The links in prose, each with its sentence. `anchors` names the statement of each paragraph, in order."""
    for paragraph, anchor in zip(prose.paragraphs(), anchors, strict=False):
        said = plain(paragraph.inlines, dossier)
        spans = list(sentences(said.text, language)) if said.anchors else []
        for found in said.anchors:
            a, b = spans[max(bisect_right(spans, (found.start, len(said.text))) - 1, 0)]
            kind = LinkKind.NAME if found.link.by_name else LinkKind.TEXT
            yield Link(
                start,
                found.link.to.id,
                kind,
                "Mentions",
                "Mentioned in",
                said.text[a:b].strip(),
                f"{start}#{anchor}",
            )


def uses(dossier: Dossier) -> Iterator[Use]:
    """Every id that stands on a sheet, in the briefing or on a hand-written page, in order of sheets."""
    if dossier.briefing:
        yield from (Use(side, (Role.ENTITY,), '"sides"') for side in dossier.briefing.sides)
        for section in dossier.briefing.sections:
            yield from _prose_uses(section.body)
    for page in dossier.pages:
        yield from _prose_uses(page.body)
    for sheet_id in sorted(dossier.sheets):
        yield from sheet_uses(dossier.sheets[sheet_id])


def sheet_uses(sheet: Sheet) -> Iterator[Use]:
    """Every id that stands on one sheet."""
    for declared, references in sheet.reference_fields():
        for reference in references:
            yield Use(reference, declared.to, f'"{declared.name}"')
    for relation in sheet.relations:
        yield Use(relation.to, relation.type.to, f'the relation "{relation.type.name}"')
    for claim in sheet.claims:
        if claim.by:
            yield Use(claim.by, (Role.ENTITY,), '"by"')
        yield from _prose_uses(claim.text)
    for _, text in sheet.texts:
        yield from _prose_uses(text)
    evident: list[Fact | Relation | Claim | Sheet] = [sheet, *sheet.facts, *sheet.relations, *sheet.claims]
    for each in evident:
        yield from (_source_use(cite) for cite in each.cites if isinstance(cite, Citation))


def _prose_uses(prose: Prose) -> Iterator[Use]:
    for inline in prose.inlines():
        if isinstance(inline, WikiLink):
            yield Use(inline.to, (), "a link")
        elif isinstance(inline, Cited):
            yield from (_source_use(cite) for cite in inline.cites if isinstance(cite, Citation))


def _source_use(cite: Citation) -> Use:
    return Use(cite.source, (Role.SOURCE,), "a citation")
