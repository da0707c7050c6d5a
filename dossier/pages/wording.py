"""Words for pages that no sheet holds: a topic's heading, a sheet in one sentence."""

from __future__ import annotations

from dossier.graph import BRIEFING_ID
from dossier.graph.statements import page_id
from dossier.model import Dossier, Sheet
from dossier.pages.desk import Desk

__all__ = ["first_sentence", "page_name", "said_topic"]


def first_sentence(desk: Desk, sheet: Sheet) -> str:
    """The first sentence of a sheet's summary in plain words, or its name."""
    return desk.previews.in_one_sentence(sheet) or sheet.name


def said_topic(dossier: Dossier, topic: str) -> str:
    """A topic as a heading: the label the briefing gives it, or what it is called."""
    topics = dossier.briefing.topics if dossier.briefing else ()
    label = next((each.label for each in topics if each.id == topic), "")
    return label or topic.replace("-", " ").capitalize()


def page_name(dossier: Dossier, page: str) -> str:
    """What a page is called: a sheet's name, the briefing, the title of a hand-written page."""
    if page == BRIEFING_ID:
        return "Briefing"
    sheet = dossier.sheets.get(page)
    if sheet:
        return sheet.name
    return next((hand.title for hand in dossier.pages if page_id(hand.slug) == page), page)
