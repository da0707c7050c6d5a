"""What every page function works from. Owns the making of a page: its writer, its front matter, its footnotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.graph import Graph
from dossier.graph.statements import Statement
from dossier.kinds import Kind
from dossier.model import BRIEFING_FILE, Dossier, Sheet
from dossier.pages.addresses import Addresses
from dossier.pages.markdown import Markdown, front_matter
from dossier.pages.page import Page
from dossier.pages.templates import fill
from dossier.pages.writer import Writer

__all__ = ["Desk"]

_DESCRIPTION = 160  # characters; search engines show no more


@dataclass(frozen=True, slots=True)
class Desk:
    """A dossier, its graph, and what pages are written with.

    `changed` gives the day (ISO 8601) on which a file was last changed, where that is known.
    """

    dossier: Dossier
    graph: Graph
    addresses: Addresses
    changed: Mapping[str, str]

    def writer(self, path: str) -> Writer:
        return Writer(path, self.dossier, self.graph, self.addresses)

    def statements(self, page: str) -> dict[str, Statement]:
        """The statements of a page by their anchors."""
        return {statement.anchor: statement for statement in self.graph.of_sheet.get(page, ())}

    def page(
        self,
        writer: Writer,
        template: str,
        title: str,
        of: Sheet | Kind | str,
        description: str = "",
        **values: object,
    ) -> Page:
        """Fill a template and put front matter before and footnotes behind what came out.

        `of` is what the page is of: a sheet, the sheets of a kind, or a page type of its own.
        """
        told = {"title": title, "description": _shortened(description or title)}
        head = front_matter({**told, **_marks(of), **self._origin(of)})
        body = fill(template, w=writer, title=title, **values)
        foot = fill("notes.md.j2", notes=writer.notes) if writer.notes else Markdown("")
        return Page(writer.path, "\n\n".join(part.strip() for part in (head, body, foot) if part) + "\n")

    def _origin(self, of: Sheet | Kind | str) -> dict[str, str]:
        """Which file the page was made from, and when that was last changed."""
        path = of.path if isinstance(of, Sheet) else BRIEFING_FILE if of == "briefing" else ""
        return {"sheet": path, "changed": self.changed.get(path, "")}


def _marks(of: Sheet | Kind | str) -> dict[str, str]:
    """What the theme marks a page by."""
    if isinstance(of, str):
        return {"kind": of}
    kind = of.kind if isinstance(of, Sheet) else of
    listed = "" if isinstance(of, Sheet) else "list"
    return {"kind": kind.id, "colour": kind.colour, "icon": kind.icon, "listed": listed}


def _shortened(text: str) -> str:
    if len(text) <= _DESCRIPTION:
        return text
    return text[:_DESCRIPTION].rpartition(" ")[0] + " …"
