"""Words for pages that no sheet holds: a topic's heading, a sheet in one sentence."""

from __future__ import annotations

from dossier.articles.sentences import sentences
from dossier.graph.plain import plain
from dossier.model import Sheet
from dossier.pages.desk import Desk

__all__ = ["first_sentence", "said_topic"]


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
