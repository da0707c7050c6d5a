"""What happened when. Owns the list of dated things and their order; a date no one knows better stays as it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.edtf import Date, SortKey
from dossier.graph.statements import Part, Statement
from dossier.model import DateValue, Dossier, Fact, Sheet

__all__ = ["Entry", "chronology", "neighbours"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a date: an event, or a date among a sheet's facts that its kind calls an event.

    `label` is what the kind calls it ("Signed"), empty for an event; `concerns` are the sheets whose chronologies it
    belongs to; `status` is happened, planned or cancelled.
    """

    date: Date
    sheet: str
    label: str
    status: str
    statement: Statement
    concerns: tuple[str, ...]


def chronology(dossier: Dossier, statements: tuple[Statement, ...]) -> tuple[Entry, ...]:
    """Every dated event and fact, earliest first; of two that begin on one day the less precise comes first.

    A dated fact is left out where an event of that date concerns its sheet: the event says it.
    """
    return tuple(sorted(_entries(dossier, statements), key=_order))


def _entries(dossier: Dossier, statements: tuple[Statement, ...]) -> Iterator[Entry]:
    told = set(_told_by_events(dossier))
    for statement in statements:
        sheet = dossier.sheets.get(statement.sheet)
        if sheet is None:
            continue
        if statement.part is Part.EVENT:
            date = sheet.date()
            if date:
                yield Entry(date, sheet.id, "", _status(sheet), statement, _concerned(sheet))
        elif isinstance(statement.item, Fact) and statement.item.field.event:
            value = statement.item.value
            if isinstance(value, DateValue) and (sheet.id, value.date.text) not in told:
                label = statement.item.field.event
                yield Entry(value.date, sheet.id, label, "happened", statement, (sheet.id,))


def _told_by_events(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Sheets and dates for which an event stands in the chronology, so that a dated fact would only repeat it."""
    for sheet in dossier.sheets.values():
        date = sheet.date() if sheet.is_event else None
        if date:
            yield from ((concerned, date.text) for concerned in _concerned(sheet))


def _status(sheet: Sheet) -> str:
    choice = sheet.choice("status")
    return choice.id if choice else "happened"


def _concerned(sheet: Sheet) -> tuple[str, ...]:
    named = [reference.id for _, references in sheet.reference_fields() for reference in references]
    return tuple(dict.fromkeys([sheet.id, *named, *(relation.to.id for relation in sheet.relations)]))


def neighbours(entries: tuple[Entry, ...], date: Date, statement: str) -> tuple[Entry | None, Entry | None]:
    """The events next to an event in a chronology, by the date and the statement of that one."""
    at = bisect_left(entries, (date.sort_key, statement), key=_order)
    events = (
        next((entry for entry in side if entry.statement.part is Part.EVENT), None)
        for side in (reversed(entries[:at]), entries[at + 1 :])
    )
    return next(events), next(events)


def _order(entry: Entry) -> tuple[SortKey, str]:
    return entry.date.sort_key, entry.statement.id
