"""Who is who: people by the side they act for, on the day the briefing speaks from. Owns their order and words."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.graph.sides import Sides
from dossier.model import Briefing, Relation, Sheet
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.templates import fill
from dossier.pages.writer import Writer

__all__ = ["by_side"]

_MOST = 12  # a side; a home page introduces, the list of actors has them all


def by_side(desk: Desk, writer: Writer, briefing: Briefing) -> Markdown:
    """The office-holders and envoys of each side; empty where the briefing names no sides."""
    sides = Sides(desk.dossier)
    posts = list(sides.posts(briefing.as_of))
    columns = [
        (
            writer.to(side),
            [_line(desk, writer, sheet, roles) for sheet, roles in _first(desk, sides, side, posts)],
        )
        for side in sides.ids
    ]
    return fill("who.md.j2", columns=columns, day=writer.date(briefing.as_of)) if posts else Markdown("")


def _first(
    desk: Desk, sides: Sides, side: str, posts: list[tuple[Sheet, tuple[Relation, ...]]]
) -> Iterator[tuple[Sheet, tuple[Relation, ...]]]:
    """Those of one side, the most linked first: whom the dossier tells most of."""
    own = [post for post in posts if sides.of(post[0].id) == side]
    own.sort(
        key=lambda post: (-len(desk.graph.links_to.get(post[0].id, ())), post[0].name.casefold(), post[0].id)
    )
    yield from own[:_MOST]


def _line(desk: Desk, writer: Writer, sheet: Sheet, roles: tuple[Relation, ...]) -> Markdown:
    statements = desk.statements(sheet.id)
    said = [join([escape(role.role), writer.cite(statements[role.id].evidence)]) for role in roles]
    return Markdown(f"**{writer.to(sheet.id)}**<br>{join(said, '; ')}")
