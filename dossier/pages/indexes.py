"""The list of a kind's sheets: one page, or where it is long one above and one for each part of it.

Owns how a sheet is shown among its like.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier import edtf
from dossier.edtf import Date
from dossier.kinds import Kind, Role
from dossier.model import Sheet
from dossier.pages import languages
from dossier.pages.addresses import SOURCES_BIB, SOURCES_CSL, index_path
from dossier.pages.desk import Desk
from dossier.pages.dividing import by_date, by_name, divided
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.page import Page
from dossier.pages.parts import Leaf, Parts
from dossier.pages.writer import Writer

__all__ = ["pages"]

_DOWNLOADS = Markdown(f"[BibTeX](../{SOURCES_BIB}) · [CSL-JSON](../{SOURCES_CSL})")


def pages(desk: Desk, kind: Kind) -> Iterator[Page]:
    """The list of a kind; one that has no sheets has a list too, so that navigation never leads nowhere."""
    sheets, whole = _in_order(desk, kind), index_path(kind.folder)
    by_names = kind.role is Role.ENTITY
    cuts = divided(sheets, by_name(_name) if by_names else by_date(_date))
    folder = f"{kind.folder}/{'by-name' if by_names else 'by-date'}"
    parts = Parts(whole, f"All {kind.plural.lower()}", folder, cuts)
    lister = _Lister(desk, kind, parts)
    if not cuts:
        yield lister.whole(whole, sheets)
        return
    said = f"{len(sheets):,} {kind.plural.lower()}, {'by initial letter' if by_names else 'by date'}."
    yield lister.contents(whole, said)
    for leaf in parts.pages():
        yield lister.part(leaf)


def _in_order(desk: Desk, kind: Kind) -> list[Sheet]:
    sheets = desk.dossier.of_kind(kind.id)
    if kind.role is not Role.ENTITY:
        sheets.sort(key=lambda sheet: (_sort_date(sheet) is None, _sort_date(sheet), sheet.id))
    return sheets


def _name(sheet: Sheet) -> str:
    return sheet.name


def _date(sheet: Sheet) -> Date | None:
    return sheet.date() or sheet.date("issued")


def _sort_date(sheet: Sheet) -> edtf.SortKey | None:
    date = _date(sheet)
    return date.sort_key if date else None


class _Lister:
    """Writes the pages of one kind's list."""

    def __init__(self, desk: Desk, kind: Kind, parts: Parts[Sheet]) -> None:
        self._desk = desk
        self._kind = kind
        self._parts = parts

    def whole(self, path: str, sheets: Sequence[Sheet]) -> Page:
        writer = self._writer(path)
        return self._page(writer, head=self._head(), rows=self._rows(writer, sheets))

    def contents(self, path: str, said: str) -> Page:
        """The page above the parts."""
        writer = self._writer(path)
        head = join([self._head(), escape(said)], "\n\n")
        return self._page(writer, head=head, parts=self._parts.contents(writer, self._parts.parts))

    def part(self, leaf: Leaf[Sheet]) -> Page:
        """One part, or where that has parts of its own the page above these."""
        writer, inner = self._writer(leaf.path), leaf.part.parts
        return self._page(
            writer,
            leaf,
            head=self._parts.way(writer, leaf),
            rows=[] if inner else self._rows(writer, leaf.part.items),
            parts=self._parts.contents(writer, inner) if inner else "",
        )

    def _writer(self, path: str) -> Writer:
        return self._desk.writer(path, previews=False)

    def _head(self) -> Markdown:
        all_of_them = Markdown(f"All of them for reference managers: {_DOWNLOADS}")
        downloads = all_of_them if self._kind.id == Role.SOURCE else Markdown("")
        return join([escape(self._kind.about), downloads], "\n\n")

    def _rows(self, writer: Writer, sheets: Sequence[Sheet]) -> list[list[Markdown]]:
        return [_COLUMNS[self._kind.role][1](writer, sheet) for sheet in sheets]

    def _page(
        self,
        writer: Writer,
        leaf: Leaf[Sheet] | None = None,
        *,
        head: Markdown,
        rows: Sequence[list[Markdown]] = (),
        parts: Markdown | str = "",
    ) -> Page:
        kind = self._kind
        return self._desk.page(
            writer,
            "index.md.j2",
            f"{kind.plural}: {leaf.part.title}" if leaf else kind.plural,
            kind,
            f"{len(leaf.part.items):,} of all {kind.plural.lower()}: {leaf.part.title}."
            if leaf
            else kind.about,
            searchable=leaf is None,
            head=head,
            columns=_COLUMNS[kind.role][0],
            rows=rows,
            parts=parts,
        )


def _entity(writer: Writer, sheet: Sheet) -> list[Markdown]:
    type_ = sheet.choice("type")
    names = writer.names(sheet)
    name = join([writer.to(sheet.id), Markdown(f"<br>{names}") if names else Markdown("")], "")
    summary = writer.inline(sheet.id, "summary") if sheet.summary else Markdown("")
    return [name, escape(type_.label if type_ else sheet.kind.label), summary]


def _event(writer: Writer, sheet: Sheet) -> list[Markdown]:
    date, status = sheet.date(), sheet.choice("status")
    statement = next((s for s in writer.graph.of_sheet.get(sheet.id, ()) if s.anchor == "event"), None)
    what = join([writer.to(sheet.id), writer.cite(statement.evidence) if statement else Markdown("")])
    return [writer.date(date) if date else Markdown(""), what, escape(status.label if status else "")]


def _source(writer: Writer, sheet: Sheet) -> list[Markdown]:
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
