"""The page "What changed". Owns how a day of changes is shown to readers, and how much of it.

What changed is told by `changes`; a line leads to the statement where that still stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dossier import edtf
from dossier.changes import Changes, Day, Piece, Said, SheetChange
from dossier.changes.telling import Line, counted, lines, whole_sheets
from dossier.graph import BRIEFING_ID, Mark, Part
from dossier.graph.statements import page_id
from dossier.pages.addresses import CHANGES
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown, escape, join, link
from dossier.pages.notes import mark
from dossier.pages.page import Page
from dossier.pages.writer import Writer

__all__ = ["Whereabouts", "day_anchor", "page", "said_day", "said_first"]

_LINES = 120  # of a day; of what is beyond only the number is told
_NAMES = 40  # of what came or went as a whole
_ABOUT = "On which days this dossier came to say something else, and what."


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where that stands today which a day tells of."""

    desk: Desk

    def page(self, sheet_id: str) -> str:
        """The path of a page, by the id it had then; empty where there is none any more."""
        dossier, named = self.desk.dossier, self._named(sheet_id)
        others = (BRIEFING_ID, *(page_id(page.slug) for page in dossier.pages))
        return self.desk.addresses.path(named) if named in dossier.sheets or named in others else ""

    def place(self, sheet_id: str, said: Said | None) -> str:
        """The anchor of a statement on its page; empty where it is gone, or where another one has its number now."""
        statement = self.desk.graph.by_id.get(f"{self._named(sheet_id)}#{said.anchor}") if said else None
        if said is None or statement is None:
            return ""
        is_it = statement.part is Part.CLAIM or statement.text.endswith(said.words)
        return said.anchor if is_it or said.part == Part.EVENT else ""

    def _named(self, sheet_id: str) -> str:
        """The id that a sheet has now, by the one it had then."""
        is_there = sheet_id in self.desk.dossier.sheets
        return sheet_id if is_there else self.desk.former.get(sheet_id, sheet_id)


def page(desk: Desk) -> Page:
    """The newest days on which the dossier came to say something else."""
    writer = desk.writer(CHANGES)
    shown = _Shown(desk, writer)
    return desk.page(
        writer,
        "changes.md.j2",
        "What changed",
        "changes",
        _ABOUT,
        known=desk.history.known,
        days=[(day_anchor(day), said_day(day), shown.day(day)) for day in desk.history.days],
        feed=link("Atom feed", desk.feed) if desk.feed else "",
    )


def day_anchor(day: Day) -> str:
    """The place of a day on the page. No heading's place begins so."""
    return f"day_{day.day}"


def said_day(day: Day) -> str:
    """A day in words."""
    date = edtf.parse(day.day)
    return edtf.say(date) if isinstance(date, edtf.Date) else day.day


def said_first(day: Day) -> str:
    """What is told of a day on which changes are not listed; empty where they are."""
    if day.first:
        sheets, sources = counted(day.first.sheets, "sheet"), counted(day.first.sources, "source")
        return f"The dossier first appeared, with {sheets} and {sources}."
    return f"{day.too_many:,} files changed, too many to be listed." if day.too_many else ""


class _Shown:
    """Days as the template wants them."""

    def __init__(self, desk: Desk, writer: Writer) -> None:
        self._writer = writer
        self._where = Whereabouts(desk)

    def day(self, day: Day) -> list[Markdown]:
        """The lines of a day, those of a sheet indented below its name."""
        if said := said_first(day):
            return [Markdown(f"- {escape(said)}")]
        found = [Markdown(f"- {line}") for line in self._whole(day.changes)]
        for change in day.changes.sheets:
            if change.what is None:
                found.append(Markdown(f"- {self._name(change)}"))
                found += [Markdown(f"    - {self._line(change, line)}") for line in lines(change)]
        if (rest := len(found) - _LINES) > 1:
            found[_LINES:] = [Markdown(f"- And {counted(rest, 'more line')}.")]
        return found

    def _whole(self, changes: Changes) -> Iterator[Markdown]:
        for label, sheets in whole_sheets(changes):
            names = join([self._name(each) for each in islice(sheets, _NAMES)], "; ")
            rest = escape(f"and {len(sheets) - _NAMES:,} more" if len(sheets) > _NAMES else "")
            yield join([Markdown(f"**{escape(label)}:**"), names, rest])

    def _name(self, change: SheetChange) -> Markdown:
        path = self._where.page(change.sheet.id)
        return self._writer.to_page(path, change.sheet.name) if path else escape(change.sheet.name)

    def _line(self, change: SheetChange, line: Line) -> Markdown:
        anchor = self._where.place(change.sheet.id, line.statement)
        label = escape(line.label)
        if anchor:
            label = self._writer.to_page(self._where.page(change.sheet.id), label, anchor)
        sign = mark(Mark(line.statement.mark)) if line.statement and line.statement.mark else Markdown("")
        aside = escape(f"({line.aside})" if line.after and line.aside else line.aside)
        before = Markdown(f"“{_pieces(line.before, 'del')}”" if line.before else "")
        if line.after and before:
            before = Markdown(f"<br>Before: {before}")
        return join([Markdown(f"**{label}:**"), _pieces(line.after, "ins"), sign, aside, before])


def _pieces(pieces: tuple[Piece, ...], element: str) -> Markdown:
    """A wording; what the other one has not stands in an element."""
    return join(
        [
            Markdown(f"<{element}>{escape(piece.words)}</{element}>")
            if piece.differs
            else escape(piece.words)
            for piece in pieces
        ]
    )
