"""Where everything in a network stands. Owns geometry only: groups of names in, places and boxes out.

The centre stands in the middle; its neighbours stand in two bowed columns beside it, in groups under a heading, their
labels outside. So no line crosses a label, and a label's box is the room kept for it: columns are stacked, never
squeezed. Lengths are units of the figure, `WIDTH` of them wide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from typing import NamedTuple

from dossier.figures.lettering import lines, width

__all__ = ["LINE", "SIZE", "WIDTH", "Box", "Label", "Layout", "Spot", "lay_out"]

WIDTH = 380.0
SIZE = 11.0
"""The size of type: on a screen of 390 px the figure is about 358 px wide, which makes this 10.4 px."""
LINE = 12.6
RADIUS = 8.5
_CENTRE = WIDTH / 2
_SPREAD = 66.0  # from the middle to a column where it is farthest out
_BOW = 18.0  # how much nearer the ends of a column are
_GAP = 5.0
_ROOM = (_CENTRE - _SPREAD - RADIUS - _GAP - 2) / SIZE
_CENTRE_ROOM = 7.4
_MOST_LINES = 3
_ROW = 26.0  # targets to point at are 24 px apart on the narrowest screen
_ABOVE_HEADING = 9.0
_HEADING_TO_ROW = 3.0
_MARGIN = 6.0
_BORDER_WORTH = 44.0  # how much longer the longer column may get if that keeps a group whole


class Box(NamedTuple):
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share any area."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of words: `x` is where they begin, or end (`anchor`), `y` the base of the first line."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str

    @property
    def box(self) -> Box:
        """The room it takes at most."""
        wide = max((width(line) for line in self.lines), default=0.0) * SIZE
        left = {"start": self.x, "end": self.x - wide, "middle": self.x - wide / 2}[self.anchor]
        top = self.y - 0.8 * LINE
        return Box(left, top, left + wide, top + LINE * len(self.lines))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a neighbour stands. `side` is -1 on the left, 1 on the right."""

    x: float
    y: float
    side: int
    label: Label


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole figure: spots in the order of the neighbours given, headings, and the middle with its name."""

    height: float
    centre: tuple[float, float]
    name: Label
    headings: tuple[Label, ...]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A heading or a neighbour before it has a place."""

    words: tuple[str, ...]
    is_heading: bool

    @property
    def height(self) -> float:
        tall = LINE * len(self.words)
        return tall + _HEADING_TO_ROW if self.is_heading else max(_ROW, tall + 5)


def lay_out(name: str, groups: Sequence[tuple[str, Sequence[str]]]) -> Layout:
    """Place a name in the middle and, around it, groups of neighbours: a heading and names each."""
    rows = [list(_rows(heading, names)) for heading, names in groups]
    columns = _halves(rows)
    inside = max(_height(column) for column in columns)
    words = lines(name, _CENTRE_ROOM, 4)
    own = 2 * (RADIUS + 8) + LINE * len(words)
    height = max(inside, own) + 2 * _MARGIN
    headings: list[Label] = []
    spots: list[Spot] = []
    for side, column in zip((-1, 1), columns, strict=True):
        for row, y in _stacked(column, (height - _height(column)) / 2):
            placed = _place(row, y, side, height)
            if isinstance(placed, Spot):
                spots.append(placed)
            else:
                headings.append(placed)
    middle = (height - own) / 2 + RADIUS + 6
    label = Label(words, _CENTRE, middle + RADIUS + 8 + 0.8 * LINE, "middle")
    return Layout(height, (_CENTRE, middle), label, tuple(headings), tuple(spots))


def _rows(heading: str, names: Sequence[str]) -> Iterator[_Row]:
    yield _Row(lines(heading, _ROOM, 2), is_heading=True)
    yield from (_Row(lines(name, _ROOM, _MOST_LINES), is_heading=False) for name in names)


def _halves(groups: list[list[_Row]]) -> tuple[list[_Row], list[_Row]]:
    """The rows as two columns, the first read first; a group cut in two has its heading over both parts."""
    rows = [(row, group[0]) for group in groups for row in group]

    def cut(place: int) -> tuple[list[_Row], list[_Row]]:
        left, right = [row for row, _ in rows[:place]], [row for row, _ in rows[place:]]
        return left, (right if right[0].is_heading else [rows[place][1], *right])

    # No column ends with a heading, and none is empty as long as there are two neighbours.
    places = [place for place in range(2, len(rows)) if not rows[place - 1][0].is_heading]
    if not places:
        return [row for row, _ in rows], []

    def cost(place: int) -> tuple[float, int]:
        left, right = cut(place)
        broken = 0.0 if rows[place][0].is_heading else _BORDER_WORTH
        return max(_height(left), _height(right)) + broken, place

    return cut(min(places, key=cost))


def _height(column: list[_Row]) -> float:
    # Exact, as Python's own sum is from 3.12 on: two ways to cut that are alike must not differ by a rounding.
    return fsum(row.height for row in column) + _ABOVE_HEADING * sum(row.is_heading for row in column[1:])


def _stacked(column: list[_Row], top: float) -> Iterator[tuple[_Row, float]]:
    """Each row with its upper edge."""
    for number, row in enumerate(column):
        top += _ABOVE_HEADING if number and row.is_heading else 0
        yield row, top
        top += row.height


def _place(row: _Row, top: float, side: int, height: float) -> Spot | Label:
    middle = top + row.height / 2
    away = (middle - height / 2) / (height / 2)
    x = _CENTRE + side * (_SPREAD - _BOW * away * away * min(1.0, height / 300))
    tall = LINE * len(row.words)
    first = (top if row.is_heading else middle - tall / 2) + 0.8 * LINE
    outside = x + side * (RADIUS + _GAP)
    label = Label(row.words, outside, first, "end" if side < 0 else "start")
    return label if row.is_heading else Spot(x, middle, side, label)
