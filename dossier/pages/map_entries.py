"""The list beside a map: who is on it, in words. Owns its entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier import edtf
from dossier.model import Relation, Sheet
from dossier.pages.desk import Desk
from dossier.pages.holders import shown
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.writer import Writer

__all__ = ["entries"]


def entries(desk: Desk, writer: Writer, ids: Iterable[str]) -> Iterator[Markdown]:
    """An entry for each sheet: its names, and who holds and claims it, with the evidence."""
    sheets, places = desk.dossier.sheets, desk.graph.places
    for sheet in sorted(map(sheets.__getitem__, ids), key=lambda each: (each.name.casefold(), each.id)):
        name = Markdown(f"**{writer.to(sheet.id)}**")
        told = [_relations(desk, writer, sheet, label, relations) for label, relations in shown(sheet)]
        parts = [writer.to(each) for each in places.parts.get(sheet.id, ())]
        told += [join([Markdown(f"{escape(_reverse(desk, sheet))}:"), join(parts, ", ")])] if parts else []
        yield join([join([name, writer.names(sheet)], " "), *told], "<br>")


def _relations(desk: Desk, writer: Writer, sheet: Sheet, label: str, relations: list[Relation]) -> Markdown:
    statements = desk.statements(sheet.id)
    said = []
    for relation in sorted(relations, key=lambda each: _name(desk, each.to.id)):
        when = Markdown(f"({edtf.say(relation.when)})") if relation.when else Markdown("")
        cite = writer.cite(statements[relation.id].evidence)
        said.append(join([writer.to(relation.to.id), when, cite]))
    return join([Markdown(f"{escape(label)}"), join(said, ", ")])


def _reverse(desk: Desk, sheet: Sheet) -> str:
    """What the relation of its parts to a sheet is called on the sheet's page."""
    parts = (desk.dossier.sheets[part] for part in desk.graph.places.parts[sheet.id])
    return next(
        relation.type.reverse
        for part in parts
        for relation in part.relations
        if relation.type.map == "part" and relation.to.id == sheet.id
    )


def _name(desk: Desk, sheet_id: str) -> str:
    sheet = desk.dossier.sheets.get(sheet_id)
    return sheet.name if sheet else sheet_id
