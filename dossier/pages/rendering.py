"""Renders every page of a dossier. Owns the list of page types."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.pages import (
    briefing,
    changes,
    chronology_pages,
    entity,
    evidence,
    hand,
    indexes,
    positions,
    redirects,
    source,
)
from dossier.pages.desk import Desk
from dossier.pages.page import Page

__all__ = ["render"]


def render(desk: Desk) -> tuple[Page, ...]:
    """Render the pages of a dossier that has been found free of errors, in order of their paths."""
    return tuple(sorted(_pages(desk), key=lambda page: page.path))


def _pages(desk: Desk) -> Iterator[Page]:
    if desk.dossier.briefing:
        yield briefing.page(desk, desk.dossier.briefing)
    yield from chronology_pages.pages(desk)
    yield from positions.pages(desk)
    yield evidence.page(desk)
    yield changes.page(desk)
    yield from indexes.pages(desk)
    yield from hand.pages(desk)
    yield from redirects.pages(desk)
    for sheet in desk.dossier.sheets.values():
        yield source.page(desk, sheet) if sheet.is_source else entity.page(desk, sheet)
