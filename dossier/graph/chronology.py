"""What happened when. Owns the list of dated things and their order; a date no one knows better stays as it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, overload

from dossier.edtf import Date, SortKey
from dossier.graph.statements import Part, Statement
from dossier.model import DateValue, Dossier, Fact, Sheet

__all__ = [
    "Chronology",
    "Entry",
    "Key",
    "chronology",
    "concerned",
    "entries_of",
    "key_of",
    "neighbours",
    "told_by_events",
]

Key: TypeAlias = tuple[SortKey, str]
"""What an entry is ordered by: its date, and the id of its statement, which is its own."""


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


class Chronology(Sequence[Entry]):
    """Every dated event and fact, earliest first; of two that begin on one day the less precise comes first.

    An entry is found when it is asked for: `keys` give their order and the ids of their statements, `find` gives the
    entry of a statement.
    """

    def __init__(self, keys: Sequence[Key], find: Callable[[str], Entry]) -> None:
        self.keys = keys
        self._find = find

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        if isinstance(index, slice):
            return [self._find(statement) for _, statement in self.keys[index]]
        return self._find(self.keys[index][1])

    def __len__(self) -> int:
        return len(self.keys)


def chronology(entries: Iterable[Entry]) -> Chronology:
    """Put entries in order."""
    by_statement = {entry.statement.id: entry for entry in entries}
    return Chronology(sorted(map(key_of, by_statement.values())), by_statement.__getitem__)


def key_of(entry: Entry) -> Key:
    """What an entry is ordered by."""
    return entry.date.sort_key, entry.statement.id


def entries_of(
    sheet: Sheet, statements: Iterable[Statement], told: Container[tuple[str, str]]
) -> Iterator[Entry]:
    """The dated event and facts among the statements of a sheet.

    A dated fact is left out where an event of that date concerns its sheet: the event says it. `told` holds the sheets
    and dates for which that is so.
    """
    for statement in statements:
        if statement.part is Part.EVENT:
            date = sheet.date()
            if date:
                yield Entry(date, sheet.id, "", _status(sheet), statement, concerned(sheet))
        elif isinstance(statement.item, Fact) and statement.item.field.event:
            value = statement.item.value
            if isinstance(value, DateValue) and (sheet.id, value.date.text) not in told:
                label = statement.item.field.event
                yield Entry(value.date, sheet.id, label, "happened", statement, (sheet.id,))


def told_by_events(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Sheets and dates for which an event stands in the chronology, so that a dated fact would only repeat it."""
    for sheet in dossier.sheets.values():
        date = sheet.date() if sheet.is_event else None
        if date:
            yield from ((each, date.text) for each in concerned(sheet))


def _status(sheet: Sheet) -> str:
    choice = sheet.choice("status")
    return choice.id if choice else "happened"


def concerned(sheet: Sheet) -> tuple[str, ...]:
    """The sheets to whose chronologies an event belongs."""
    named = [reference.id for _, references in sheet.reference_fields() for reference in references]
    return tuple(dict.fromkeys([sheet.id, *named, *(relation.to.id for relation in sheet.relations)]))


def neighbours(entries: Chronology, date: Date, statement: str) -> tuple[Entry | None, Entry | None]:
    """The events next to an event in a chronology, by the date and the statement of that one."""
    at = bisect_left(entries.keys, (date.sort_key, statement))
    before, after = range(at - 1, -1, -1), range(at + 1, len(entries))
    return _first_event(entries, before), _first_event(entries, after)


def _first_event(entries: Chronology, places: Iterable[int]) -> Entry | None:
    found = (entries[place] for place in places)
    return next((entry for entry in found if entry.statement.part is Part.EVENT), None)
