"""The list of a kind's sheets. Owns how a sheet is shown among its like."""

from __future__ import annotations

from collections.abc import Iterator

from dossier import edtf
from dossier.kinds import Kind, Role
from dossier.model import Sheet
from dossier.pages import languages
from dossier.pages.addresses import SOURCES_BIB, SOURCES_CSL, index_path
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.page import Page
from dossier.pages.writer import Writer

__all__ = ["pages"]

_DOWNLOADS = Markdown(f"[BibTeX](../{SOURCES_BIB}) · [CSL-JSON](../{SOURCES_CSL})")
_WITH_SUMMARIES = 200  # sheets; a longer list is for finding a name, and summaries would bury it


def pages(desk: Desk) -> Iterator[Page]:
    """A page for every kind that has sheets or comes with the package, so that navigation never leads nowhere."""
    for kind in desk.dossier.kinds:
        yield _page(desk, kind)


def _page(desk: Desk, kind: Kind) -> Page:
    writer = desk.writer(index_path(kind.folder), previews=False)
    sheets = desk.dossier.of_kind(kind.id)
    if kind.role is not Role.ENTITY:
        sheets.sort(key=lambda sheet: (_sort_date(sheet) is None, _sort_date(sheet), sheet.id))
    columns, cells = _COLUMNS[kind.role]
    with_summaries = len(sheets) <= _WITH_SUMMARIES
    return desk.page(
        writer,
        "index.md.j2",
        kind.plural,
        kind,
        kind.about,
        downloads=_DOWNLOADS if kind.id == Role.SOURCE else "",
        about=kind.about,
        columns=columns,
        rows=[cells(writer, sheet, with_summaries) for sheet in sheets],
    )


def _sort_date(sheet: Sheet) -> edtf.SortKey | None:
    date = sheet.date() or sheet.date("issued")
    return date.sort_key if date else None


def _entity(writer: Writer, sheet: Sheet, with_summary: bool) -> list[Markdown]:
    type_ = sheet.choice("type")
    names = writer.names(sheet)
    name = join([writer.to(sheet.id), Markdown(f"<br>{names}") if names else Markdown("")], "")
    summary = writer.inline(sheet.id, "summary") if sheet.summary and with_summary else Markdown("")
    return [name, escape(type_.label if type_ else sheet.kind.label), summary]


def _event(writer: Writer, sheet: Sheet, _: bool) -> list[Markdown]:
    date, status = sheet.date(), sheet.choice("status")
    statement = next((s for s in writer.graph.of_sheet.get(sheet.id, ()) if s.anchor == "event"), None)
    what = join([writer.to(sheet.id), writer.cite(statement.evidence) if statement else Markdown("")])
    return [writer.date(date) if date else Markdown(""), what, escape(status.label if status else "")]


def _source(writer: Writer, sheet: Sheet, _: bool) -> list[Markdown]:
    issued, reliability = sheet.date("issued"), sheet.choice("reliability")
    cited = len(writer.graph.citing.get(sheet.id, ()))
    return [
        writer.date(issued) if issued else Markdown(""),
        writer.to(sheet.id),
        languages.publisher(sheet, writer.language),
        escape(reliability.label if reliability else ""),
        escape(f"{cited:,} statement{'' if cited == 1 else 's'}"),
    ]


_COLUMNS = {
    Role.ENTITY: (["Name", "Type", "In short"], _entity),
    Role.EVENT: (["Date", "Event", "Status"], _event),
    Role.SOURCE: (["Issued", "Title", "Publisher", "Reliability", "Cited for"], _source),
}
