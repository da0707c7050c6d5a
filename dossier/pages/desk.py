"""What every page function works from. Owns the making of a page: its writer, its front matter, its footnotes."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.graph import Graph
from dossier.graph.statements import Statement
from dossier.model import Dossier
from dossier.pages.addresses import Addresses
from dossier.pages.markdown import Markdown, front_matter
from dossier.pages.page import Page
from dossier.pages.templates import fill
from dossier.pages.writer import Writer

__all__ = ["Desk"]

_DESCRIPTION = 160  # characters; search engines show no more


@dataclass(frozen=True, slots=True)
class Desk:
    """A dossier, its graph, and what pages are written with."""

    dossier: Dossier
    graph: Graph
    addresses: Addresses

    def writer(self, path: str) -> Writer:
        return Writer(path, self.dossier, self.graph, self.addresses)

    def statements(self, page: str) -> dict[str, Statement]:
        """The statements of a page by their anchors."""
        return {statement.anchor: statement for statement in self.graph.of_sheet.get(page, ())}

    def page(
        self, writer: Writer, template: str, title: str, kind: str, description: str = "", **values: object
    ) -> Page:
        """Fill a template and put front matter before and footnotes behind what came out."""
        head = front_matter(title=title, description=_shortened(description or title), kind=kind)
        body = fill(template, w=writer, title=title, **values)
        foot = fill("notes.md.j2", notes=writer.notes) if writer.notes else Markdown("")
        return Page(writer.path, "\n\n".join(part.strip() for part in (head, body, foot) if part) + "\n")


def _shortened(text: str) -> str:
    if len(text) <= _DESCRIPTION:
        return text
    return text[:_DESCRIPTION].rpartition(" ")[0] + " …"
