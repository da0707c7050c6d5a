"""What any page may show of any sheet without asking for it: names, addresses, places, dates, who acts for whom.

Owns what belongs to it. While the outline of a dossier is the same, an edit of a sheet can only change the pages that
were made from that sheet, or that have something of it to show now; with another outline every page is made anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.compiling.fingerprints import digest
from dossier.graph import Graph
from dossier.kinds import FieldType
from dossier.model import Dossier, Sheet
from dossier.pages.addresses import Addresses

__all__ = ["outline"]

_ON_MAPS = (FieldType.GEOMETRY, FieldType.COORDINATES)
_OF_TEXTS = ("text", "language", "publish", "based_on", "received")


def outline(files: Mapping[str, bytes], dossier: Dossier, graph: Graph, addresses: Addresses) -> bytes:
    """What stands for the outline of a dossier. `files` are all of it; those that are no sheets count as a whole."""
    sheets = {sheet.path for sheet in dossier.sheets.values()}
    parts: list[object] = [(path, path in sheets or digest(files[path])) for path in sorted(files)]
    parts += (part for sheet in dossier.sheets.values() for part in _of_sheet(sheet))
    parts += (
        (entry.date.text, entry.sheet, entry.label, entry.status, entry.statement.id, entry.concerns)
        for entry in graph.chronology
    )
    parts += [
        sorted(graph.gatherings.items()),
        sorted((sheet, [shape.id for shape in shapes]) for sheet, shapes in graph.places.named.items()),
        sorted(graph.places.parts.items()),
        addresses.has_topic_pages,
    ]
    return digest("\n".join(map(repr, parts)).encode("utf-8", "surrogatepass"))


def _of_sheet(sheet: Sheet) -> Iterator[object]:
    yield sheet.id, sheet.kind.id, sheet.name, [(name.language, name.text) for name in sheet.names]
    yield [alias for alias, _ in sheet.aliases], [old.id for old in sheet.formerly]
    type_, status = sheet.choice("type"), sheet.choice("status")
    yield type_ and type_.id, status and status.id
    if sheet.is_source:
        yield [(name, _plain(sheet, name)) for name in _OF_TEXTS]
    yield [repr(fact.value) for fact in sheet.facts if fact.field.type in _ON_MAPS]
    yield [repr(value) for declared, value, _ in sheet.fields.values() if declared.type in _ON_MAPS]
    yield [
        (relation.id, relation.type.name, relation.to.id, relation.role, relation.when and relation.when.text)
        for relation in sheet.relations
        if relation.type.acts_for or relation.type.map
    ]


def _plain(sheet: Sheet, name: str) -> object:
    choice = sheet.choice(name)
    return (sheet.text(name), choice and choice.id, [each.id for each in sheet.references(name)])
