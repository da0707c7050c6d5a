"""Where each page lives, and the way from one to another. Owns the layout of `build/pages`."""

from __future__ import annotations

from functools import cached_property

from dossier.graph import BRIEFING_ID
from dossier.model import Dossier, Sheet

__all__ = [
    "BRIEFING",
    "CHANGES",
    "CHRONOLOGY",
    "EVIDENCE",
    "FEED",
    "POSITIONS",
    "SOURCES_BIB",
    "SOURCES_CSL",
    "Addresses",
    "index_path",
    "published",
]

BRIEFING = "index.md"
CHRONOLOGY = "chronology.md"
POSITIONS = "positions.md"
EVIDENCE = "evidence.md"
CHANGES = "changes.md"
FEED = "feed.xml"
SOURCES_BIB = "sources.bib"
SOURCES_CSL = "sources.csl.json"


_CLAIMS_ON_ONE_PAGE = 300  # with more, the positions on every topic have a page of their own


def index_path(folder: str) -> str:
    """The page that lists the sheets of a folder."""
    return f"{folder}/index.md"


def published(path: str) -> str:
    """The path at which a page is published, for what Markdown does not see: HTML and SVG."""
    return f"{path.removesuffix('.md')}.html"


class Addresses:
    """The path of the page of every sheet, of the briefing and of every hand-written page.

    `claims` is how many claims the dossier has; where it is not given, they are counted when that matters.
    """

    def __init__(self, dossier: Dossier, claims: int | None = None) -> None:
        self._sheets = dossier.sheets
        self._claims = claims

    @cached_property
    def has_topic_pages(self) -> bool:
        """Whether the positions on every topic have a page of their own."""
        counted = self._claims
        if counted is None:
            counted = sum(len(sheet.claims) for sheet in self._sheets.values())
        return counted > _CLAIMS_ON_ONE_PAGE

    @staticmethod
    def of_sheet(sheet: Sheet, sheet_id: str) -> str:
        """Where a sheet of this sheet's kind lives under an id, its own or a former one."""
        return f"{sheet.kind.folder}/{sheet_id}.md"

    def of_topic(self, topic_id: str) -> tuple[str, str]:
        """The page with the positions on a topic, and its place there.

        No id and no heading's place has two hyphens in a row.
        """
        return (f"positions/{topic_id}.md", "") if self.has_topic_pages else (POSITIONS, f"topic--{topic_id}")

    def path(self, page: str) -> str:
        """The path of a page, by the id of its sheet or what stands for one (`pages/…` is its own path)."""
        if page == BRIEFING_ID:
            return BRIEFING
        sheet = self._sheets.get(page)
        return self.of_sheet(sheet, page) if sheet else f"{page}.md"

    def published(self, start: str, page: str, anchor: str = "") -> str:
        """The way from one path to the published page of a sheet."""
        way = published(self.between(start, self.path(page)))
        return f"{way}#{anchor}" if anchor else way

    def between(self, start: str, end: str, anchor: str = "") -> str:
        """The relative link from one path to another."""
        folder = start.rpartition("/")[0]
        if not folder:
            way = end
        elif end.startswith(f"{folder}/"):
            way = end.removeprefix(f"{folder}/")
        else:
            way = "../" * (folder.count("/") + 1) + end
        return f"{way}#{anchor}" if anchor else way
