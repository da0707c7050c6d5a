"""Who is tied to whom. Owns the neighbours of a sheet, which of them matter most, and the ties between them.

A tie is a relation or a reference seen from one of its ends. Two sheets also have events in common: see `gatherings`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dossier import edtf
from dossier.edtf import Date
from dossier.graph.connecting import Graph
from dossier.graph.gatherings import participants
from dossier.graph.links import Link, LinkKind
from dossier.model import Dossier, Relation, Sheet

__all__ = ["Bond", "Neighbour", "Tie", "Ties"]

_NAMED = (LinkKind.RELATION, LinkKind.FIELD)


@dataclass(frozen=True, slots=True)
class Tie:
    """A named tie, seen from one end. `label` is what the end `to` is to it, `statement` what says so (or empty).

    `is_own`: the statement stands on the sheet it is seen from. `details` are a role and a note, in that order.
    """

    to: str
    label: str
    statement: str
    is_own: bool
    when: Date | None = None
    details: tuple[str, ...] = ()

    def ended_by(self, day: Date) -> bool:
        """Whether it lasted for a while that was over on that day. What is dated to one moment does not end."""
        return (
            self.when is not None and self.when.kind is edtf.Kind.INTERVAL and edtf.is_before(self.when, day)
        )


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A sheet with all that ties it to another: named ties, and events in common, earliest first."""

    sheet: str
    ties: tuple[Tie, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """What ties two neighbours to each other: a named tie of the first, or events in common."""

    start: str
    end: str
    tie: Tie | None
    events: tuple[str, ...]


class Ties:
    """The ties of a dossier, found when asked for."""

    def __init__(self, dossier: Dossier, graph: Graph) -> None:
        self._dossier = dossier
        self._graph = graph

    def of(self, sheet: Sheet) -> tuple[Tie, ...]:
        """The named ties of a sheet: by what they are called, its own first, then by date and name.

        What events name is left out where the sheet is no event itself: that is its chronology.
        """
        found = list(dict.fromkeys((*self._own(sheet), *self._others(sheet))))
        order = {label: place for place, label in enumerate(dict.fromkeys(tie.label for tie in found))}
        return tuple(sorted(found, key=lambda tie: (order[tie.label], *self._by_date(tie))))

    def neighbours(self, sheet: Sheet, ties: Sequence[Tie]) -> tuple[Neighbour, ...]:
        """The sheets on the other end of these ties or with events in common, in the order of `strongest`."""
        events = self._common_events(sheet)
        named: dict[str, list[Tie]] = {}
        for tie in ties:
            named.setdefault(tie.to, []).append(tie)
        found = [
            Neighbour(other, tuple(named.get(other, ())), events.get(other, ()))
            for other in dict.fromkeys((*named, *events))
        ]
        return tuple(sorted(found, key=_strength))

    def between(self, sheets: Iterable[str]) -> tuple[Bond, ...]:
        """What ties these sheets to each other, the strongest first; events where no relation says more."""
        ids = tuple(dict.fromkeys(sheets))
        named: dict[frozenset[str], Bond] = {}
        for start in ids:
            for tie in self._own(self._dossier.sheets[start]):
                if tie.to in ids:
                    named.setdefault(frozenset((start, tie.to)), Bond(start, tie.to, tie, ()))
        events = {each: dict.fromkeys(self._graph.gatherings.get(each, ())) for each in ids}
        shared = [
            Bond(start, end, None, tuple(event for event in events[start] if event in events[end]))
            for start, end in combinations(ids, 2)
            if frozenset((start, end)) not in named
        ]
        met = sorted(
            (bond for bond in shared if bond.events),
            key=lambda bond: (-len(bond.events), bond.start, bond.end),
        )
        return (*sorted(named.values(), key=lambda bond: (bond.start, bond.end)), *met)

    def _own(self, sheet: Sheet) -> Iterator[Tie]:
        for link in self._graph.ties_from.get(sheet.id, ()):
            if link.end != sheet.id:
                yield self._tie(link, link.end, link.label, is_own=True)

    def _others(self, sheet: Sheet) -> Iterator[Tie]:
        for link in self._graph.links_to.get(sheet.id, ()):
            from_event = link.kind is LinkKind.FIELD and self._dossier.sheets[link.start].is_event
            if link.kind in _NAMED and (sheet.is_event or not from_event):
                yield self._tie(link, link.start, link.reverse, is_own=False)

    def _tie(self, link: Link, to: str, label: str, *, is_own: bool) -> Tie:
        statement = self._graph.by_id.get(link.statement)
        item = statement.item if statement else None
        if isinstance(item, Relation):
            details = tuple(words for words in (item.role, item.note) if words)
            return Tie(to, label, link.statement, is_own, item.when, details)
        # A field is told by the event that has it; seen from another event, that event's date says when.
        when = None if is_own else self._dossier.sheets[link.start].date()
        return Tie(to, label, link.statement, is_own, when)

    def _by_date(self, tie: Tie) -> tuple[bool, object, str, str]:
        when = tie.when.sort_key if tie.when else ()
        return tie.when is None, when, self._dossier.sheets[tie.to].name.casefold(), tie.statement

    def _common_events(self, sheet: Sheet) -> Mapping[str, tuple[str, ...]]:
        shared: dict[str, list[str]] = {}
        for event in self._graph.gatherings.get(sheet.id, ()):
            for other in participants(self._dossier, self._dossier.sheets[event]):
                if other != sheet.id:
                    shared.setdefault(other, []).append(event)
        return {other: tuple(events) for other, events in shared.items()}


def _strength(neighbour: Neighbour) -> tuple[bool, int, int, str]:
    return not neighbour.ties, -len(neighbour.ties), -len(neighbour.events), neighbour.sheet
