"""Words for pages that no sheet holds: a topic's heading, a sheet in one sentence."""

from __future__ import annotations

from dossier.articles.sentences import sentences
from dossier.graph import BRIEFING_ID
from dossier.graph.plain import plain
from dossier.graph.statements import page_id
from dossier.model import Dossier, Sheet
from dossier.pages.desk import Desk

__all__ = ["first_sentence", "page_name", "said_topic"]


def first_sentence(desk: Desk, sheet: Sheet) -> str:
    """The first sentence of a sheet's summary in plain words, or its name."""
    paragraph = next(sheet.summary.paragraphs(), None) if sheet.summary else None
    if paragraph is None:
        return sheet.name
    words = plain(paragraph.inlines, desk.dossier).text
    start, end = next(iter(sentences(words, "en")), (0, len(words)))
    return words[start:end].strip()


def said_topic(topic: str) -> str:
    """A topic as a heading."""
    return topic.replace("-", " ").capitalize()


def page_name(dossier: Dossier, page: str) -> str:
    """What a page is called: a sheet's name, the briefing, the title of a hand-written page."""
    if page == BRIEFING_ID:
        return "Briefing"
    sheet = dossier.sheets.get(page)
    titles = {page_id(hand.slug): hand.title for hand in dossier.pages}
    return sheet.name if sheet else titles.get(page, page)
