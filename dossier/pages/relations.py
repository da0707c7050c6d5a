"""What a sheet has to do with others. Owns the order of that part of a page, and the table of its relations."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.graph.ties import Neighbour, Tie, Ties
from dossier.model import Sheet
from dossier.pages import mentions, network
from dossier.pages.desk import Desk
from dossier.pages.folds import Folded, folded
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.notes import mark
from dossier.pages.templates import fill
from dossier.pages.writer import Writer

__all__ = ["of_sheet"]

Row = tuple[Markdown, Markdown, Markdown, Markdown]

_MOST = 200  # rows or lines; the rest is counted by kind
_EVENTS = 3  # named of those in common


def of_sheet(desk: Desk, writer: Writer, sheet: Sheet) -> Markdown:
    """The network of a sheet, the same as a table, what names it on other pages, and where held texts do."""
    view = _View(desk, writer, sheet)
    return fill(
        "relations.md.j2",
        network=view.network,
        rows=[view.row(tie) for tie in view.ties[:_MOST]],
        rest=mentions.rest(desk, writer, [tie.to for tie in view.ties[_MOST:]]),
        folds=[fold for fold in view.folds() if fold],
        sources=mentions.in_sources(desk, writer, sheet),
    )


class _View:
    """The relations of one sheet, as its template wants them."""

    def __init__(self, desk: Desk, writer: Writer, sheet: Sheet) -> None:
        self._desk = desk
        self._writer = writer
        self._sheet = sheet
        found = Ties(desk.dossier, desk.graph)
        ties = found.of(sheet)
        neighbours = found.neighbours(sheet, ties)
        self.network = network.of_sheet(desk, writer, sheet, ties, neighbours)
        # What the figure shows stands in the table; without one, a tie of its own is told by the infobox alone.
        self.ties = ties if self.network else tuple(tie for tie in ties if self._is_news(tie))
        self._met = tuple(each for each in neighbours if each.events) if self.network else ()

    def row(self, tie: Tie) -> Row:
        """What it is called, with whom, when, and the evidence."""
        statement = self._desk.graph.by_id.get(tie.statement)
        label = escape(tie.label)
        if statement:
            label = self._writer.to(statement.sheet, tie.label, statement.anchor)
        with_whom = join(
            [self._writer.to(tie.to), escape(f"({'; '.join(tie.details)})") if tie.details else _NOTHING]
        )
        when = self._writer.date(tie.when) if tie.when else _NOTHING
        return label, with_whom, when, self._writer.cite(statement.evidence) if statement else _NOTHING

    def folds(self) -> tuple[Folded | None, ...]:
        """The lists below the table."""
        bonds = self.network.bonds if self.network else ()
        told = {tie.to for tie in self.ties if not tie.is_own} | self._dated()
        return (
            self._events_in_common(self._met),
            Folded(f"Ties between these neighbours ({len(bonds)})", bonds, is_open=False) if bonds else None,
            mentions.in_prose(self._desk, self._writer, self._sheet, told),
        )

    def _is_news(self, tie: Tie) -> bool:
        return not (tie.is_own or (self._sheet.is_event and tie.to in self._dated()))

    def _dated(self) -> set[str]:
        """The pages that its chronology leads to."""
        return {entry.sheet for entry in self._desk.graph.chronology_of.get(self._sheet.id, ())}

    def _events_in_common(self, neighbours: Sequence[Neighbour]) -> Folded | None:
        met = sorted(neighbours, key=lambda each: (-len(each.events), each.sheet))
        label = network.events_label(self._desk.dossier.kinds)
        return folded(
            f"{label} with {len(met):,} others" if len(met) > 1 else label,
            [self._met_at(each) for each in met[:_MOST]],
            mentions.rest(self._desk, self._writer, [each.sheet for each in met[_MOST:]]),
        )

    def _met_at(self, neighbour: Neighbour) -> Markdown:
        """With whom, how often, and the latest of these events, each with the mark of its evidence."""
        latest = list(reversed(neighbour.events))[:_EVENTS]
        rest = len(neighbour.events) - len(latest)
        more = escape(f"and {rest} before") if rest else _NOTHING
        who = Markdown(f"{self._writer.to(neighbour.sheet)} ({len(neighbour.events)}):")
        return join([who, join([self._event(event) for event in latest], "; "), more])

    def _event(self, event: str) -> Markdown:
        statement = self._desk.graph.by_id.get(f"{event}#event")
        sign = mark(statement.mark) if statement else _NOTHING
        return join([self._writer.to(event, anchor="event"), sign])


_NOTHING = Markdown("")
