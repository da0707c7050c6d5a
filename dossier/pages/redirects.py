"""The old addresses of renamed sheets."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.pages.desk import Desk
from dossier.pages.markdown import front_matter
from dossier.pages.page import Page
from dossier.pages.templates import fill

__all__ = ["pages"]


def pages(desk: Desk) -> Iterator[Page]:
    """A page at every former address that leads to the sheet, by itself where the theme reads `redirect`."""
    for sheet in desk.dossier.sheets.values():
        for old in sheet.formerly:
            writer = desk.writer(desk.addresses.of_sheet(sheet, old.id))
            head = front_matter(
                {"title": sheet.name, "kind": "redirect", "redirect": f"{sheet.id}.html"}, searchable=False
            )
            yield Page(writer.path, f"{head}\n\n{fill('redirect.md.j2', w=writer, sheet=sheet)}")
