"""Renders every page of a dossier. Owns the list of page types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Generic, NamedTuple, TypeVar

from dossier.kinds import Role
from dossier.model import Briefing
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

Made = TypeVar("Made")


class Task(NamedTuple, Generic[Made]):
    """The making of something, called by a name of its own. `sheet` is the id of the sheet whose pages it makes.

    What is of no one sheet goes through all of them, and `reads` what parts of each: fields of `Sheet`, or `sentence`,
    by which links tell what they lead to; `lists` are those it reads only of the sheets of one kind, each with the id
    of that. Of statements it takes no words but of those that it looks up by their ids; where it is not `counted`, nor
    how many there are, what supports them, or what links to what.
    """

    name: str
    make: Callable[[], Made]
    sheet: str = ""
    reads: tuple[str, ...] = ()
    counted: bool = False
    lists: tuple[tuple[str, str], ...] = ()


def render(desk: Desk) -> tuple[Page, ...]:
    """Render the pages of a dossier that has been found free of errors, in order of their paths."""
    made = (page for task in tasks(desk) for page in task.make())
    return tuple(sorted(made, key=lambda page: page.path))


def tasks(desk: Desk) -> Iterator[Task[Iterable[Page]]]:
    """What there is to render, each task independent of the others; those that may take longest come first."""
    if desk.dossier.briefing:
        yield Task("briefing", partial(_briefing, desk, desk.dossier.briefing), "", _DATED, counted=True)
    yield Task("chronology", partial(chronology_pages.pages, desk), "", _DATED)
    yield Task("positions", partial(positions.pages, desk), "", (*_LINKED, "claims"))
    yield Task("evidence", partial(_evidence, desk), "", (*_LINKED, "reviewed"), counted=True)
    yield Task("changes", partial(_changes, desk), "", _LINKED)
    for kind in desk.dossier.kinds:
        counted = kind.role is Role.SOURCE  # a list of sources tells for how much each is cited
        listed = ((kind.id, "summary"), (kind.id, "cites"))
        yield Task(f"list {kind.id}", partial(indexes.pages, desk, kind), "", _LINKED, counted, listed)
    yield Task("hand", partial(hand.pages, desk), "", _LINKED)
    yield Task("redirects", partial(redirects.pages, desk), "", _LINKED)
    for sheet_id in desk.dossier.sheets:
        yield Task(f"#{sheet_id}", partial(_of_sheet, desk, sheet_id), sheet_id)


_LINKED = ("fields", "sentence")
_DATED = (*_LINKED, "facts", "relations", "cites")


def _briefing(desk: Desk, told: Briefing) -> tuple[Page]:
    return (briefing.page(desk, told),)


def _evidence(desk: Desk) -> tuple[Page]:
    return (evidence.page(desk),)


def _changes(desk: Desk) -> tuple[Page]:
    return (changes.page(desk),)


def _of_sheet(desk: Desk, sheet_id: str) -> Iterable[Page]:
    sheet = desk.dossier.sheets[sheet_id]
    return source.pages(desk, sheet) if sheet.is_source else (entity.page(desk, sheet),)
