"""The home page: the briefing. Owns what a reader meets first."""

from __future__ import annotations

from dossier.graph import BRIEFING_ID
from dossier.graph.statements import page_id
from dossier.model import Briefing
from dossier.pages.addresses import BRIEFING, CHRONOLOGY, EVIDENCE, index_path
from dossier.pages.desk import Desk
from dossier.pages.page import Page

__all__ = ["page"]


def page(desk: Desk, briefing: Briefing) -> Page:
    """The briefing, with the days it speaks from and the ways into the dossier."""
    writer = desk.writer(BRIEFING)
    sections = [
        (section.title, writer.linked(BRIEFING_ID, f"section-{number}"))
        for number, section in enumerate(briefing.sections, 1)
    ]
    entries = [
        (kind, index_path(kind.folder), len(sheets))
        for kind in desk.dossier.kinds
        if (sheets := desk.dossier.of_kind(kind.id))
    ]
    return desk.page(
        writer,
        "briefing.md.j2",
        briefing.title,
        "briefing",
        briefing.description,
        briefing=briefing,
        sections=sections,
        entries=entries,
        pages=[(f"{page_id(page.slug)}.md", page.title) for page in desk.dossier.pages],
        chronology=CHRONOLOGY,
        evidence=EVIDENCE,
    )
