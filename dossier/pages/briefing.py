"""The home page: the briefing. Owns what a reader meets first.

The bottom line comes first; beside it the map, the latest and next events, who is who, and the ways in.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.graph import BRIEFING_ID
from dossier.graph.statements import page_id
from dossier.model import Briefing
from dossier.pages import chronology, maps, who
from dossier.pages.addresses import BRIEFING, CHANGES, CHRONOLOGY, EVIDENCE, POSITIONS, index_path
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown
from dossier.pages.page import Page
from dossier.pages.writer import Writer

__all__ = ["page"]

Way = tuple[Markdown, Markdown, int]

_PAGES = (
    (CHRONOLOGY, "Chronology"),
    (POSITIONS, "Positions"),
    (EVIDENCE, "Evidence"),
    (CHANGES, "What changed"),
)


def page(desk: Desk, briefing: Briefing) -> Page:
    """The briefing, with the days it speaks from and the ways into the dossier."""
    writer = desk.writer(BRIEFING)
    texts = [f"section-{number}" for number, _ in enumerate(briefing.sections, 1)]
    # In the order of the page, so that footnotes are numbered as they are met.
    first = [writer.linked(BRIEFING_ID, name) for name in texts[:1]]
    overview, latest = maps.overview(desk, writer), chronology.latest(desk, writer)
    by_side = who.by_side(desk, writer, briefing)
    rest = [writer.linked(BRIEFING_ID, name) for name in texts[1:]]
    return desk.page(
        writer,
        "briefing.md.j2",
        briefing.title,
        "briefing",
        briefing.description,
        briefing=briefing,
        sections=list(zip([section.title for section in briefing.sections], first + rest, strict=True)),
        entries=list(_ways_in(desk, writer)),
        map=overview,
        latest=latest,
        who=by_side,
    )


def _ways_in(desk: Desk, writer: Writer) -> Iterator[Way]:
    """The lists of sheets, the pages over all of them, and those written by hand."""
    for kind in desk.dossier.kinds:
        sheets = desk.dossier.of_kind(kind.id)
        if sheets:
            yield writer.icon(kind), writer.to_page(index_path(kind.folder), kind.plural), len(sheets)
    for path, words in _PAGES:
        yield Markdown(""), writer.to_page(path, words), 0
    for hand in desk.dossier.pages:
        yield Markdown(""), writer.to_page(f"{page_id(hand.slug)}.md", hand.title), 0
