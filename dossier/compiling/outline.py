"""What any page may show of any sheet without asking for it: names, addresses, places, dates, who acts for whom.

Owns what belongs to it. While the outline of a dossier is the same, an edit of a sheet can only change the pages that
were made from that sheet, or that have something of it to show now; with another outline every page is made anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.compiling.fingerprints import digest
from dossier.graph.chronology import concerned
from dossier.graph.strands import Strand
from dossier.kinds import FieldType
from dossier.model import DateValue, Sheet

__all__ = ["of_all", "of_claims", "of_counts", "of_others", "of_sheet"]

_ON_MAPS = (FieldType.GEOMETRY, FieldType.COORDINATES)
_OF_TEXTS = ("text", "language", "publish", "based_on", "received")


def of_all(others: bytes, sheets: Mapping[str, bytes]) -> bytes:
    """What stands for the outline of a dossier: for that of its sheets, by their ids, and for all its other files."""
    return _digest((others, sorted(sheets.items())))


def of_others(files: Mapping[str, bytes], sheets: Mapping[str, str]) -> bytes:
    """What stands for the files of a dossier that are no sheets, and for which ones are; `sheets` gives their ids."""
    ours = set(sheets.values())
    return _digest([(path, path in ours or digest(files[path])) for path in sorted(files)])


def of_sheet(sheet: Sheet) -> bytes:
    """What stands for the outline of a sheet."""
    return _digest(tuple(_of_sheet(sheet)))


def _of_sheet(sheet: Sheet) -> Iterator[object]:
    yield sheet.id, sheet.kind.id, sheet.name, [(name.language, name.text) for name in sheet.names]
    yield [alias for alias, _ in sheet.aliases], [old.id for old in sheet.formerly]
    type_, status = sheet.choice("type"), sheet.choice("status")
    yield type_ and type_.id, status and status.id
    if sheet.is_source:
        yield [(name, _plain(sheet, name)) for name in _OF_TEXTS]
    if sheet.is_event:
        date = sheet.date()
        yield date and date.text, concerned(sheet), _references(sheet)
    yield [
        (fact.id, fact.field.event, fact.value.date.text)
        for fact in sheet.facts
        if fact.field.event and isinstance(fact.value, DateValue)
    ]
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


def _references(sheet: Sheet) -> list[str]:
    return [reference.id for _, references in sheet.reference_fields() for reference in references]


def of_claims(sheet: Sheet) -> bytes:
    """What stands for all that claims of several sheets are held against each other by."""
    return _digest(
        [
            (claim.id, claim.topic, claim.when and claim.when.text, [each.id for each in claim.changes])
            for claim in sheet.claims
        ]
    )


def of_counts(strand: Strand) -> bytes:
    """What stands for all that is counted of what a page says: its statements, their evidence, its links."""
    statements = [
        (
            statement.anchor,
            statement.part,
            getattr(statement.item, "status", ""),
            [
                (
                    each.mark,
                    each.source and each.source.id,
                    each.contradicts,
                    each.found and each.found.sentences,
                )
                for each in statement.evidence
            ],
        )
        for statement in strand.statements
    ]
    return _digest((statements, [(link.end, link.kind) for link in strand.links]))


def _digest(value: object) -> bytes:
    return digest(repr(value).encode("utf-8", "surrogatepass"))
