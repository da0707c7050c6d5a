"""Who says what: claims by topic, on the page of a sheet and on the page over all of them.

Owns these two views. Which claims stand in one column is for `topics`, how one claim is shown for `claims`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dossier.graph import Statement
from dossier.graph.sides import Sides
from dossier.model import Sheet
from dossier.pages.addresses import POSITIONS, published
from dossier.pages.claims import ClaimWriter, attribute
from dossier.pages.desk import Desk
from dossier.pages.dividing import MOST
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.page import Page
from dossier.pages.parts import Leaf, Parts
from dossier.pages.templates import fill
from dossier.pages.topics import OTHERS, OWN, Column, Topic, by_time, claim_of, is_claim, topics
from dossier.pages.writer import Writer

__all__ = ["of_sheet", "pages"]

_VOICES = 12  # that the overview names in a line
_NOTHING = Markdown("")
_UNFOLDED = 8  # statements made on other pages that are shown without a click

Shown = tuple[Markdown, list[Markdown]]
"""A column as readers see it: its title and its claims."""


def of_sheet(desk: Desk, writer: Writer, sheet: Sheet) -> Markdown:
    """What is claimed on a sheet, and what it is said to say on others."""
    board = _Board(desk, writer)
    own = board.topics(list(filter(is_claim, desk.graph.of_sheet.get(sheet.id, ()))), all_sides=False)
    said = [each for each in desk.graph.said_by.get(sheet.id, ()) if each.sheet != sheet.id]
    # In the order of the page, so that footnotes are numbered as they are met.
    return fill(
        "claims.md.j2",
        claims=[(t.label, board.own(t.columns[0], alone=True)) for t in own if len(t.columns) == 1],
        positions=[
            (t.label, [(board.title(column), board.own(column)) for column in t.columns])
            for t in own
            if len(t.columns) > 1
        ],
        also=join([board.place(topic) for topic in own], ", "),
        said=[(t.label, *board.unnamed(t, len(said))) for t in board.topics(said, all_sides=False)],
        folded=len(said) > _UNFOLDED,
    )


def pages(desk: Desk) -> Iterator[Page]:
    """The page over all claims; in a large dossier every topic has a page of its own besides."""
    writer = desk.writer(POSITIONS)
    divided = desk.addresses.has_topic_pages
    board = _Board(desk, writer)
    found = board.topics(list(filter(is_claim, desk.graph.statements)), all_sides=True)
    found.sort(key=lambda topic: (not topic.is_contested, topic.label.casefold(), topic.id))
    yield desk.page(
        writer,
        "positions.md.j2",
        "Positions",
        "positions",
        "Who says what on each topic, side by side: since when, and on what evidence.",
        count=sum(len(topic.statements) for topic in found),
        sides=board.sides_named(),
        heads=board.heads(found),
        rows=[board.row(topic, found) for topic in found],
        changes=list(islice(board.changes(found), MOST)),
        rest_of_changes=max(0, _changes(found) - MOST),
        topics=[] if divided else [board.section(topic) for topic in found],
    )
    for topic in found if divided else ():
        yield from _topic_pages(desk, topic)


def _changes(found: list[Topic]) -> int:
    return sum(bool(claim_of(each).changes) for topic in found for each in topic.statements)


def _topic_pages(desk: Desk, topic: Topic) -> Iterator[Page]:
    """The page of a topic, or where much is said on it one above and one for each stretch of time."""
    path, _ = desk.addresses.of_topic(topic.id)
    parts = _parts(path, topic)
    writer = desk.writer(path)
    if not parts.parts:
        yield _topic_page(desk, writer, topic)
        return
    yield _topic_page(desk, writer, topic, contents=parts.contents(writer, parts.parts))
    for leaf in parts.pages():
        writer, inner = desk.writer(leaf.path), leaf.part.parts
        contents = parts.contents(writer, inner) if inner else Markdown("")
        yield _topic_page(desk, writer, topic, leaf=leaf, way=parts.way(writer, leaf), contents=contents)


def _parts(path: str, topic: Topic) -> Parts[Statement]:
    return Parts(path, topic.label, path.removesuffix(".md"), by_time(topic))


def _topic_page(
    desk: Desk,
    writer: Writer,
    topic: Topic,
    *,
    leaf: Leaf[Statement] | None = None,
    way: Markdown = _NOTHING,
    contents: Markdown = _NOTHING,
) -> Page:
    """All that is said on a topic, the part of it on a leaf, or where its parts are."""
    title = f"Positions: {topic.label}" + (f", {leaf.part.title}" if leaf else "")
    board = _Board(desk, writer)
    [shown] = board.topics(list(leaf.part.items), all_sides=True) if leaf else [topic]
    return desk.page(
        writer,
        "topic.md.j2",
        title,
        "positions",
        title,
        searchable=leaf is None,
        positions=POSITIONS,
        way=way,
        count=len(shown.statements),
        contents=contents,
        topic=None if contents else board.section(shown),
    )


def _anchor(topic_id: str, key: str = "") -> str:
    """The place of a topic, or of a column of it."""
    return f"topic--{topic_id}--{key.removeprefix('--')}" if key else f"topic--{topic_id}"


@dataclass(frozen=True, slots=True)
class _Section:
    """A topic as its template wants it."""

    anchor: str
    label: str
    columns: list[tuple[str, Markdown, list[Markdown]]]


class _Board:
    """Claims by topic and side for one page."""

    def __init__(self, desk: Desk, writer: Writer) -> None:
        self._desk = desk
        self._writer = writer
        self._claims = ClaimWriter(desk, writer)
        self._sides = Sides(desk.dossier)
        self._part_paths: dict[str, dict[str, str]] = {}

    def topics(self, claims: list[Statement], *, all_sides: bool) -> list[Topic]:
        return topics(self._desk.dossier, self._sides, claims, all_sides=all_sides)

    def title(self, column: Column) -> Markdown:
        titles = {OTHERS: Markdown("Others"), OWN: Markdown("This dossier")}
        return titles.get(column.key) or self._writer.to(column.key)

    def own(self, column: Column, *, alone: bool = False) -> list[Markdown]:
        """Claims on the page of their sheet; a column that stands `alone` has no title to say whose they are."""
        return [
            self._claims.own(each, named=alone or not self._is_voice(column, each))
            for each in column.statements
        ]

    def unnamed(self, topic: Topic, of: int) -> tuple[list[Markdown], int, Markdown]:
        """Claims on the page of the one who makes them, their number, and where they are if there are too many."""
        statements = topic.statements
        shown = statements if of <= MOST else statements[-_UNFOLDED:]
        elsewhere = self.place(topic) if len(shown) < len(statements) else _NOTHING
        return [self._claims.elsewhere(each, named=False) for each in shown], len(statements), elsewhere

    def section(self, topic: Topic) -> _Section:
        columns = [(_anchor(topic.id, c.key), self.title(c), self._column(c)) for c in topic.columns]
        return _Section(_anchor(topic.id), topic.label, columns)

    def place(self, topic: Topic) -> Markdown:
        """A link to a topic's section of the page over all claims."""
        path, anchor = self._desk.addresses.of_topic(topic.id)
        return self._writer.to_page(path, topic.label, anchor)

    def sides_named(self) -> list[Markdown]:
        return [self._writer.to(side) for side in self._sides.ids]

    def heads(self, found: list[Topic]) -> list[Markdown]:
        """What stands over the columns of the overview."""
        if not self._sides.ids:
            return [Markdown("Who speaks")]
        return [self.title(Column(key, ())) for key in self._keys(found)]

    def row(self, topic: Topic, found: list[Topic]) -> list[Markdown]:
        """A line of the overview: a topic, and how many statements of each side it has."""
        columns = {column.key: column for column in topic.columns if column.statements}
        if not self._sides.ids:
            named = list(columns.values())[:_VOICES]
            voices = [self._count(topic, column, said=True) for column in named]
            rest = [Markdown(f"and {len(columns) - _VOICES} more")] if len(columns) > _VOICES else []
            return [self.place(topic), join([*voices, *rest], ", ")]
        cells = [
            self._count(topic, columns[key]) if key in columns else Markdown("–") for key in self._keys(found)
        ]
        return [self.place(topic), *cells]

    def changes(self, found: list[Topic]) -> Iterator[Markdown]:
        """Every claim that changed an earlier one."""
        for topic in found:
            for each in topic.statements:
                if claim_of(each).changes:
                    yield join([Markdown(f"{self.place(topic)}:"), self._claims.change(each)])

    def _path(self, topic: Topic, statement: Statement) -> str:
        """The page on which a statement stands among all on its topic."""
        path, _ = self._desk.addresses.of_topic(topic.id)
        if topic.id not in self._part_paths:
            divided = self._desk.addresses.has_topic_pages
            leaves = list(_parts(path, topic).pages()) if divided else []
            self._part_paths[topic.id] = {each.id: leaf.path for leaf in leaves for each in leaf.part.items}
        return self._part_paths[topic.id].get(statement.id, path)

    def _keys(self, found: list[Topic]) -> list[str]:
        used = {column.key for topic in found for column in topic.columns}
        return [*self._sides.ids, *(key for key in (OTHERS, OWN) if key in used)]

    def _column(self, column: Column) -> list[Markdown]:
        return [
            self._claims.elsewhere(each, named=not self._is_voice(column, each)) for each in column.statements
        ]

    @staticmethod
    def _is_voice(column: Column, statement: Statement) -> bool:
        by = claim_of(statement).by
        return by is not None and by.id == column.key

    def _count(self, topic: Topic, column: Column, *, said: bool = False) -> Markdown:
        """The number of statements in a column, leading there."""
        sheet = self._desk.dossier.sheets.get(column.key)
        name = sheet.name if sheet else {OTHERS: "Others", OWN: "This dossier"}[column.key]
        number = len(column.statements)
        label = attribute(f"{name} on {topic.label}: {number} {'statement' if number == 1 else 'statements'}")
        path = self._path(topic, column.statements[0])
        own = self._writer.path
        page = published(self._desk.addresses.between(own, path)) if path != own else ""
        words = f"{escape(name)} ({number})" if said else str(number)
        return Markdown(f'<a href="{page}#{_anchor(topic.id, column.key)}" aria-label="{label}">{words}</a>')
