"""What every page function works from. Owns the making of a page: its writer, its front matter, its footnotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dossier.changes import History
from dossier.graph import Graph
from dossier.graph.statements import Statement
from dossier.kinds import Kind
from dossier.model import BRIEFING_FILE, Dossier, Sheet
from dossier.pages.addresses import FEED, Addresses
from dossier.pages.drawings import Drawings
from dossier.pages.gazetteer import Gazetteer
from dossier.pages.markdown import Markdown, front_matter
from dossier.pages.notes import Footnotes
from dossier.pages.page import Page
from dossier.pages.previews import Previews
from dossier.pages.templates import fill
from dossier.pages.writer import Writer

__all__ = ["Desk"]

_DESCRIPTION = 160  # characters; search engines show no more


@dataclass(frozen=True)
class Desk:
    """A dossier, its graph, and what pages are written with.

    `changed` gives the day (ISO 8601) on which a file was last changed, where that is known, and `history` the days on
    which the dossier came to say something else. `drawings` are those that were made before.
    """

    dossier: Dossier
    graph: Graph
    addresses: Addresses
    changed: Mapping[str, str]
    history: History
    drawings: Drawings = field(default_factory=Drawings)

    @cached_property
    def former(self) -> Mapping[str, str]:
        """The ids of sheets by the ids they had once."""
        sheets = self.dossier.sheets.values()
        return {old.id: sheet.id for sheet in sheets for old in sheet.formerly}

    @property
    def feed(self) -> str:
        """The path of the feed; empty where the dossier does not say where it is published, since a feed must."""
        briefing = self.dossier.briefing
        return FEED if briefing and briefing.address else ""

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """What all maps share."""
        return Gazetteer(self.dossier, self.graph.places)

    @cached_property
    def footnotes(self) -> Footnotes:
        """What the footnotes of all pages say."""
        return Footnotes(self.addresses, self.dossier.language)

    @cached_property
    def previews(self) -> Previews:
        """What links say of the sheets they lead to."""
        return Previews(self.dossier)

    def writer(self, path: str, *, previews: bool = True) -> Writer:
        shown = self.previews if previews else None
        return Writer(path, self.dossier, self.graph, self.addresses, self.footnotes, shown)

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
        *,
        searchable: bool = True,
        **values: object,
    ) -> Page:
        """Fill a template and put front matter before and footnotes behind what came out.

        `of` is what the page is of: a sheet, the sheets of a kind, or a page type of its own. One that only repeats
        other pages is better not `searchable`.
        """
        told = {"title": title, "description": _shortened(description or title)}
        fields: dict[str, str | tuple[str, ...]] = {
            **told,
            **self._marks(of),
            **self._origin(of),
            "tags": _names(of),
            "feed": self.feed if of in ("briefing", "changes") else "",
        }
        head = front_matter(fields, searchable=searchable, secondary=_is_secondary(of))
        body = fill(template, w=writer, title=title, **values)
        foot = fill("notes.md.j2", notes=writer.notes) if writer.notes else Markdown("")
        return Page(writer.path, "\n\n".join(part.strip() for part in (head, body, foot) if part) + "\n")

    def _marks(self, of: Sheet | Kind | str) -> dict[str, str]:
        """What the theme marks a page by, and says above its title."""
        if isinstance(of, str):
            return {"kind": of}
        if isinstance(of, Sheet):
            spoken = of.text("language") if of.is_source else ""
            return {**_signs(of.kind), "about": _sort_of(of), "title_language": spoken}
        count = len(self.dossier.of_kind(of.id))
        said = f"{count:,} {of.label if count == 1 else of.plural}"
        return {**_signs(of), "about": said, "listed": "list"}

    def _origin(self, of: Sheet | Kind | str) -> dict[str, str]:
        """Which file the page was made from, and when that was last changed."""
        path = of.path if isinstance(of, Sheet) else BRIEFING_FILE if of == "briefing" else ""
        return {"sheet": path, "changed": self.changed.get(path, "")}


def _signs(kind: Kind) -> dict[str, str]:
    return {"kind": kind.id, "colour": kind.colour, "icon": kind.icon}


def _sort_of(sheet: Sheet) -> str:
    """What a sheet is of: its kind, and its type where that says more."""
    type_ = sheet.choice("type")
    labels = (sheet.kind.label, type_.label if type_ else "")
    return " · ".join(dict.fromkeys(label for label in labels if label))


def _names(of: Sheet | Kind | str) -> tuple[str, ...]:
    """What else a page is searched by: every name of its sheet. Material's search reads them as tags."""
    if not isinstance(of, Sheet):
        return ()
    names = (*(name.text for name in of.names), *(alias for alias, _ in of.aliases))
    return tuple(name for name in dict.fromkeys(names) if name != of.name)


def _is_secondary(of: Sheet | Kind | str) -> bool:
    """Whether who searches wants other pages first: sources, and lists of what has pages of its own."""
    return of.is_source if isinstance(of, Sheet) else of not in ("briefing", "page")


def _shortened(text: str) -> str:
    if len(text) <= _DESCRIPTION:
        return text
    return text[:_DESCRIPTION].rpartition(" ")[0] + " …"
