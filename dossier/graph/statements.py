"""Every statement the dossier makes, in one form: whose sheet, which part, what words, what evidence.

Owns the enumeration. A fact, a relation, a claim, an event and a paragraph of prose come out alike, so that
whoever asks "is it supported" or "what does this sentence support" need not know the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossier import edtf
from dossier.citations import Cite, Place
from dossier.graph.evidence import Evidence, Finder, Mark, best_mark
from dossier.graph.plain import plain
from dossier.model import Briefing, Claim, Dossier, Fact, HandPage, Relation, Sheet
from dossier.model.wording import say_value
from dossier.prose import Paragraph

__all__ = [
    "BRIEFING_ID",
    "Lister",
    "Part",
    "Statement",
    "enumerate_statements",
    "page_id",
    "paragraph_anchor",
    "say_fact",
]

BRIEFING_ID = "briefing"
"""Stands where the id of a sheet does for what the briefing says."""


class Part(StrEnum):
    """What sort of statement it is."""

    FACT = "fact"
    RELATION = "relation"
    CLAIM = "claim"
    EVENT = "event"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. `id` is unique in the dossier: the sheet's id, `#`, and `anchor`, unique on its page.

    `item` is the value of the model it came from; for an event, its sheet.
    """

    sheet: str
    anchor: str
    part: Part
    text: str
    place: Place
    evidence: tuple[Evidence, ...]
    item: Fact | Relation | Claim | Sheet | Paragraph

    @property
    def id(self) -> str:
        return f"{self.sheet}#{self.anchor}"

    @property
    def mark(self) -> Mark | None:
        """The best mark among what supports it."""
        return best_mark(self.evidence)


def page_id(slug: str) -> str:
    """Stands where the id of a sheet does for what a hand-written page says."""
    return f"pages/{slug}"


def paragraph_anchor(name: str, number: int) -> str:
    """The anchor of a text's paragraph, counted from 1."""
    return name if number == 1 else f"{name}-{number}"


def enumerate_statements(dossier: Dossier, finder: Finder) -> Iterator[Statement]:
    """Every statement of the dossier: the briefing's, the hand-written pages', then each sheet's in order of ids."""
    lister = Lister(dossier, finder)
    if dossier.briefing:
        yield from lister.briefing(dossier.briefing)
    for page in dossier.pages:
        yield from lister.hand(page)
    for sheet_id in sorted(dossier.sheets):
        yield from lister.sheet(dossier.sheets[sheet_id])


def say_fact(fact: Fact) -> str:
    """Say a fact in words: its label, its value and, in brackets, the day it holds for and the editor's note."""
    details = [edtf.say(fact.as_of)] if fact.as_of else []
    details += [fact.note] if fact.note else []
    return f"{fact.field.label}: {say_value(fact.value)}" + (f" ({'; '.join(details)})" if details else "")


class Lister:
    """Lists the statements of one page after the other."""

    def __init__(self, dossier: Dossier, finder: Finder) -> None:
        self._dossier = dossier
        self._finder = finder

    def briefing(self, briefing: Briefing) -> Iterator[Statement]:
        """What the briefing says."""
        for number, section in enumerate(briefing.sections, 1):
            yield from self._paragraphs(BRIEFING_ID, f"section-{number}", section.body.paragraphs())

    def hand(self, page: HandPage) -> Iterator[Statement]:
        """What a hand-written page says with evidence; the rest of it may speak of the site itself."""
        said = self._paragraphs(page_id(page.slug), "text", page.body.paragraphs())
        yield from (statement for statement in said if statement.evidence)

    def sheet(self, sheet: Sheet) -> Iterator[Statement]:
        """What a sheet says."""
        if sheet.summary:
            yield from self._paragraphs(sheet.id, "summary", sheet.summary.paragraphs())
        if sheet.is_event:
            yield self._made(
                sheet.id, "event", Part.EVENT, self._say_event(sheet), sheet.place, sheet.cites, sheet
            )
        for fact in sheet.facts:
            if fact.field.needs_evidence or fact.cites:
                text = f"{sheet.name}. {say_fact(fact)}"
                yield self._made(sheet.id, fact.id, Part.FACT, text, fact.place, fact.cites, fact)
        for relation in sheet.relations:
            text = self._say_relation(sheet, relation)
            yield self._made(
                sheet.id, relation.id, Part.RELATION, text, relation.place, relation.cites, relation
            )
        for claim in sheet.claims:
            text = self._say_claim(claim)
            yield self._made(sheet.id, claim.id, Part.CLAIM, text, claim.place, claim.cites, claim)
        if sheet.body:
            yield from self._paragraphs(sheet.id, "text", sheet.body.paragraphs())

    def _paragraphs(self, sheet: str, name: str, paragraphs: Iterator[Paragraph]) -> Iterator[Statement]:
        for number, paragraph in enumerate(paragraphs, 1):
            anchor = paragraph_anchor(name, number)
            text = plain(paragraph.inlines, self._dossier).text
            yield self._made(sheet, anchor, Part.PROSE, text, paragraph.place, paragraph.cites, paragraph)

    def _made(
        self,
        sheet: str,
        anchor: str,
        part: Part,
        text: str,
        place: Place,
        cites: tuple[Cite, ...],
        item: Fact | Relation | Claim | Sheet | Paragraph,
    ) -> Statement:
        in_text = item.text.paragraphs() if isinstance(item, Claim) else ()
        cites += tuple(cite for paragraph in in_text for cite in paragraph.cites)
        return Statement(sheet, anchor, part, text, place, self._finder.evidence(cites), item)

    def _name(self, sheet_id: str) -> str:
        sheet = self._dossier.sheets.get(sheet_id)
        return sheet.name if sheet else sheet_id

    def _say_relation(self, sheet: Sheet, relation: Relation) -> str:
        words = f"{sheet.name}. {relation.type.label}: {self._name(relation.to.id)}"
        details = [relation.role] if relation.role else []
        details += [edtf.say(relation.when)] if relation.when else []
        details += [relation.note] if relation.note else []
        return words + (f" ({'; '.join(details)})" if details else "")

    def _say_claim(self, claim: Claim) -> str:
        words = " ".join(
            plain(paragraph.inlines, self._dossier).text for paragraph in claim.text.paragraphs()
        )
        return f"{self._name(claim.by.id)}: {words}" if claim.by else words

    def _say_event(self, sheet: Sheet) -> str:
        date = sheet.date()
        status = sheet.choice("status")
        planned = f", {status.label.lower()}" if status and status.id != "happened" else ""
        return f"{sheet.name} ({edtf.say(date)}{planned})" if date else sheet.name
