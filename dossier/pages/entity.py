"""The page of an actor, a treaty, an island, an event, or of a dossier's own kind.

Owns the order of such a page, and its infobox. What else stands on it is written by the modules named in `page`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dossier import edtf
from dossier.kinds import FieldType
from dossier.model import Fact, Relation, Sheet
from dossier.pages import chronology, citing, maps, positions, relations
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.page import Page
from dossier.pages.wording import first_sentence
from dossier.pages.writer import Writer

__all__ = ["page"]

Row = tuple[str, list[Markdown]]


def page(desk: Desk, sheet: Sheet) -> Page:
    """Everything the dossier says of one thing, and everything that leads to it."""
    writer = desk.writer(desk.addresses.path(sheet.id))
    # In the order of the page, so that footnotes are numbered as they are met.
    return desk.page(
        writer,
        "entity.md.j2",
        sheet.name,
        sheet,
        first_sentence(desk, sheet),
        sheet=sheet,
        summary=writer.linked(sheet.id, "summary") if sheet.summary else "",
        rows=list(_Box(desk, writer, sheet).rows()),
        map=maps.locator(desk, writer, sheet),
        body=writer.linked(sheet.id, "text") if sheet.body else "",
        positions=positions.of_sheet(desk, writer, sheet),
        chronology=chronology.of_sheet(desk, writer, sheet),
        relations=relations.of_sheet(desk, writer, sheet),
        sequence=chronology.sequence(desk, writer, sheet),
        cite=citing.of_sheet(desk, writer, sheet),
    )


class _Box:
    """The infobox: fields, facts and relations, several values of one under each other."""

    def __init__(self, desk: Desk, writer: Writer, sheet: Sheet) -> None:
        self._writer = writer
        self._sheet = sheet
        self._statements = desk.statements(sheet.id)

    def rows(self) -> Iterator[Row]:
        event = self._statements.get("event")
        for declared, value, _ in self._sheet.fields.values():
            if declared.name == "type":
                continue
            shown = self._writer.value(value)
            if event and declared.name == "date":
                shown = join([self._writer.anchor("event"), shown], "")
                shown = join([shown, self._writer.cite(event.evidence)])
            yield declared.label, [shown]
        in_words = (fact for fact in self._sheet.facts if not self._is_drawn(fact))
        for _, facts in groupby(in_words, key=lambda fact: fact.field.name):
            values = list(facts)
            yield values[0].field.label, [self._fact(fact) for fact in values]
        for _, group in groupby(self._sheet.relations, key=lambda relation: relation.type.name):
            edges = list(group)
            yield edges[0].type.label, [self._relation(relation) for relation in edges]

    def _is_drawn(self, fact: Fact) -> bool:
        """Whether the map says it: the id of a shape tells readers nothing."""
        return fact.field.type is FieldType.GEOMETRY and fact.id not in self._statements

    def _fact(self, fact: Fact) -> Markdown:
        statement = self._statements.get(fact.id)
        details = [edtf.say(fact.as_of)] if fact.as_of else []
        details += [fact.note] if fact.note else []
        anchor = self._writer.anchor(fact.id)
        cite = self._writer.cite(statement.evidence) if statement else Markdown("")
        return join([join([anchor, self._writer.value(fact.value)], ""), _bracketed(details), cite])

    def _relation(self, relation: Relation) -> Markdown:
        details = [edtf.say(relation.when)] if relation.when else []
        details += [relation.note] if relation.note else []
        role = Markdown(f"{escape(relation.role)}, ") if relation.role else Markdown("")
        target = self._writer.to(relation.to.id)
        cite = self._writer.cite(self._statements[relation.id].evidence)
        return join([join([self._writer.anchor(relation.id), role, target], ""), _bracketed(details), cite])


def _bracketed(details: list[str]) -> Markdown:
    return Markdown(f"<small>({escape('; '.join(details))})</small>") if details else Markdown("")
