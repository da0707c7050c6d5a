"""The network of a sheet: whom it is tied to, drawn, and how its neighbours are tied to each other, in words.

Owns the choice of what is drawn where there is too much for a figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier import edtf
from dossier.edtf import Date
from dossier.figures.network import Chord, Line, Node, network
from dossier.graph.ties import Bond, Neighbour, Tie, Ties
from dossier.kinds import Kinds
from dossier.model import Sheet
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.notes import mark
from dossier.pages.writer import Writer

__all__ = ["Network", "events_label", "of_sheet", "strongest"]

_MOST = 24
_FOR_EVENTS = 6  # of these, places kept for those that only events tie to it
_ENOUGH = 16  # no more such are added where this many are drawn already
_LEAST = 2
_LEAST_OF_EVENT = 6  # fewer stand in the infobox of an event, and a figure would say no more
_EVENTS = 3  # named of those in common
_CHORDS_A_NODE = 1.25  # more lines between neighbours than this is a thicket


@dataclass(frozen=True, slots=True)
class Network:
    """A figure of a sheet's ties and, in words, the ties between its neighbours that are drawn."""

    figure: Markdown
    bonds: tuple[Markdown, ...]


def of_sheet(
    desk: Desk, writer: Writer, sheet: Sheet, ties: Sequence[Tie], neighbours: Sequence[Neighbour]
) -> Network | None:
    """The network of a sheet, or None where there is too little to draw. `neighbours` are in order of strength."""
    if len(neighbours) < (_LEAST_OF_EVENT if sheet.is_event else _LEAST):
        return None
    view = _View(desk, writer, sheet)
    drawn = strongest(neighbours)
    found = Ties(desk.dossier, desk.graph).between(each.sheet for each in drawn)
    bonds = found[: max(6, int(len(drawn) * _CHORDS_A_NODE))]
    share = f" ({len(bonds)} of {len(found)})" if len(bonds) < len(found) else ""
    rest = len(neighbours) - len(drawn)
    figure = network(
        view.node(sheet.id),
        [view.neighbour(each) for each in _in_order(drawn, ties)],
        [Chord(bond.start, bond.end, view.line(bond.tie)) for bond in bonds],
        view.said(),
        f"between two neighbours{share}",
        f"And {rest} more below." if rest else "",
    )
    return Network(Markdown(figure), tuple(view.bond(bond) for bond in bonds))


def events_label(kinds: Kinds) -> str:
    """What events in common are called in a dossier."""
    event = kinds.get("event")
    return f"{event.plural if event else 'Events'} in common"


def strongest(neighbours: Sequence[Neighbour]) -> list[Neighbour]:
    """The strongest, with some places kept for those that events alone tie to it: they may be its counterparts."""
    named = [each for each in neighbours if each.ties]
    met = [each for each in neighbours if not each.ties]
    for_events = min(len(met), max(_FOR_EVENTS, _ENOUGH - len(named)))
    return named[: _MOST - for_events] + met[:for_events]


def _in_order(neighbours: Sequence[Neighbour], ties: Sequence[Tie]) -> list[Neighbour]:
    """As the table has them, each at its first tie; those that events alone tie to it come last."""
    places = {tie.to: place for place, tie in reversed(list(enumerate(ties)))}
    return sorted(neighbours, key=lambda each: places.get(each.sheet, len(ties)))


class _View:
    """What a figure shows of sheets and ties, seen from one sheet."""

    def __init__(self, desk: Desk, writer: Writer, sheet: Sheet) -> None:
        self._desk = desk
        self._writer = writer
        self._sheet = sheet
        briefing = desk.dossier.briefing
        self._updated: Date | None = briefing.updated if briefing else None

    def node(self, sheet_id: str, heading: str = "", line: Line = Line.RELATION, more: str = "") -> Node:
        sheet = self._desk.dossier.sheets[sheet_id]
        href = self._desk.addresses.published(self._writer.path, sheet_id)
        kind = sheet.kind
        return Node(sheet_id, sheet.name, href, kind.icon, kind.colour, kind.label, heading, line, more)

    def neighbour(self, each: Neighbour) -> Node:
        if not each.ties:
            heading = events_label(self._desk.dossier.kinds)
            return self.node(each.sheet, heading, Line.EVENTS, f"({len(each.events)})")
        lines = {self.line(tie) for tie in each.ties}
        return self.node(
            each.sheet, each.ties[0].label, Line.RELATION if Line.RELATION in lines else Line.ENDED
        )

    def line(self, tie: Tie | None) -> Line:
        if tie is None:
            return Line.EVENTS
        return Line.ENDED if self._updated and tie.ended_by(self._updated) else Line.RELATION

    def said(self) -> list[tuple[Line, str]]:
        ended = f"relation that was over by {edtf.say(self._updated)}" if self._updated else ""
        events = events_label(self._desk.dossier.kinds)
        return [
            (Line.RELATION, "relation"),
            (Line.ENDED, ended),
            (Line.EVENTS, f"{events[:1].lower()}{events[1:]} (how many)"),
        ]

    def bond(self, bond: Bond) -> Markdown:
        """A tie between two neighbours in words, with links to what says so."""
        start = self._writer.to(bond.start)
        if bond.tie is None:
            events = join([self._writer.to(event, anchor="event") for event in bond.events[:_EVENTS]], "; ")
            rest = len(bond.events) - _EVENTS
            more = escape(f"and {rest} more") if rest > 0 else Markdown("")
            return join([start, Markdown("and"), Markdown(f"{self._writer.to(bond.end)}:"), events, more])
        statement = self._desk.graph.by_id.get(bond.tie.statement)
        label = escape(bond.tie.label)
        said = self._writer.to_statement(statement, label) if statement else label
        when = escape(f"({edtf.say(bond.tie.when)})") if bond.tie.when else Markdown("")
        sign = mark(statement.mark) if statement else Markdown("")
        return join([Markdown(f"{start}:"), Markdown(f"{said}:"), self._writer.to(bond.end), when, sign])
