"""Renders every page of a dossier. Owns the list of page types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

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

__all__ = ["Task", "render", "tasks"]


class Task(NamedTuple):
    """The making of some pages, called by a name of its own. `sheet` is the id of the sheet whose pages they are.

    Pages that are of no one sheet, and go through all of them, may leave some fields of sheets `unread`.
    """

    name: str
    make: Callable[[], Iterable[Page]]
    sheet: str = ""
    unread: tuple[str, ...] = ()


def render(desk: Desk) -> tuple[Page, ...]:
    """Render the pages of a dossier that has been found free of errors, in order of their paths."""
    made = (page for task in tasks(desk) for page in task.make())
    return tuple(sorted(made, key=lambda page: page.path))


def tasks(desk: Desk) -> Iterator[Task]:
    """What there is to render, each task independent of the others; those that may take longest come first."""
    if desk.dossier.briefing:
        yield Task("briefing", partial(_one, briefing.page, desk, desk.dossier.briefing))
    yield Task("chronology", partial(chronology_pages.pages, desk), unread=("body", "claims"))
    yield Task("positions", partial(positions.pages, desk), unread=("body",))
    yield Task("evidence", partial(_one, evidence.page, desk))
    yield Task("changes", partial(_one, changes.page, desk))
    yield Task("indexes", partial(indexes.pages, desk))
    yield Task("hand", partial(hand.pages, desk))
    yield Task("redirects", partial(redirects.pages, desk))
    for sheet in desk.dossier.sheets.values():
        if sheet.is_source:
            yield Task(f"#{sheet.id}", partial(source.pages, desk, sheet), sheet.id)
        else:
            yield Task(f"#{sheet.id}", partial(_one, entity.page, desk, sheet), sheet.id)


def _one(make: Callable[..., Page], *values: object) -> tuple[Page]:
    return (make(*values),)
