"""The pages written by hand."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.graph.statements import page_id
from dossier.pages.desk import Desk
from dossier.pages.page import Page

__all__ = ["pages"]


def pages(desk: Desk) -> Iterator[Page]:
    """Each hand-written page, its names linked and its citations as footnotes."""
    for hand in desk.dossier.pages:
        writer = desk.writer(f"{page_id(hand.slug)}.md")
        text = writer.linked(page_id(hand.slug), "text", below=1)
        yield desk.page(writer, "hand.md.j2", hand.title, "page", text=text)
