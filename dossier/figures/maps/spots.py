"""Where a label could stand, if it were the only one. Owns the places around a shape and how bad each is.

They are found when they are asked for, and once: labels are tried in several orders, and what a place hides of shapes
and land stays the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import cos, hypot, pi, sin
from typing import NamedTuple

from dossier.figures.maps.cells import CELL, Cells, cells_of
from dossier.figures.maps.cutting import Box, bounds
from dossier.figures.maps.lettering import Line
from dossier.figures.maps.outlines import Outline
from dossier.figures.maps.projection import Point

__all__ = ["FARTHEST", "LEADING", "Ground", "Placed", "Rest", "Spot", "Spots", "block"]

LEADING = 1.2
"""The height of a line, in sizes of its letters."""
FARTHEST = 240.0
_GAP = 4.0  # between a shape and its label
_LEADER = 15.0  # from here on a label needs a line to what it names
_STEP = 6.0
_DIRECTIONS = 32
_SAMPLES = 60  # points of an outline that distances are taken from
_LAND = 0.8  # how much worse a label is for each cell of land under it
_CROSSED = 30.0  # and for each cell of another shape under its line
_UPRIGHT = 5.0  # and for standing above or below, where it is centred, or on the left
_BESIDE = {"start": 0.0, "end": _UPRIGHT / 2, "middle": _UPRIGHT}
_WAYS = [
    (cos(2 * pi * number / _DIRECTIONS), sin(2 * pi * number / _DIRECTIONS)) for number in range(_DIRECTIONS)
]


@dataclass(frozen=True, slots=True)
class Placed:
    """Words and the box they stay inside of. `align` is which side of the box they begin at, as in `text-anchor`."""

    box: Box
    lines: tuple[Line, ...]
    align: str = "middle"
    leader: tuple[Point, Point] | None = None


class Spot(NamedTuple):
    """A place for a label, how bad it is, and how far it is from its shape."""

    placed: Placed
    badness: float
    away: float


class Ground(NamedTuple):
    """What lies under the words of a drawing."""

    box: Box
    shapes: Cells
    land: Cells


class Rest:
    """What an iterator gives, as often as it is wanted."""

    def __init__(self, spots: Iterator[Spot]) -> None:
        self._known: list[Spot] = []
        self._left = spots

    def __iter__(self) -> Iterator[Spot]:
        return chain(self._known, self._more())

    def _more(self) -> Iterator[Spot]:
        for spot in self._left:
            self._known.append(spot)
            yield spot


class Spots:
    """The places of one label: inside of its shape, the best first, and outward from it in every direction.

    `is_free` says where there may be words at all.
    """

    def __init__(
        self, outline: Outline, lines: tuple[Line, ...], reach: float, ground: Ground, is_free: Callable[[Box], bool]
    ) -> None:
        self._lines, self._ground, self._is_free = lines, ground, is_free
        self._width, self._height = block(lines)
        self._points = _sampled([point for point in outline.every_point() if ground.box.has(point)])
        self.inside = Rest(self._inside(outline) if self._points else iter(()))
        self.beside = [Rest(each) for each in self._beside(reach)] if self._points and reach else []

    def _inside(self, outline: Outline) -> Iterator[Spot]:
        """Places in large areas, those nearest to their middle first."""
        width, height = self._width, self._height
        rings = ((ring, bounds(ring)) for ring in outline.areas)
        held = [(ring, around) for ring, around in rings if around.width > width and around.height > height]
        if not held:
            return
        around = bounds([corner for _, each in held for corner in (each[:2], each[2:])])
        box, (x, y) = self._ground.box, around.middle
        cells = Cells(cells_of([ring for ring, _ in held], (), ()), box)
        places = sorted(
            (hypot(left + width / 2 - x, top + height / 2 - y), left, top)
            for left in _pitches(around.left, around.right - width, box.width)
            for top in _pitches(around.top, around.bottom - height, box.height)
        )
        for away, left, top in places:
            found = Box(left, top, left + width, top + height)
            if box.holds(found) and cells.fill(found) and self._is_free(found):
                yield Spot(Placed(found, self._lines), away, 0.0)

    def _beside(self, reach: float) -> Iterator[Iterator[Spot]]:
        around = bounds(self._points)
        middle = _middle(self._points)
        steps = int(min(FARTHEST, reach + max(around.width, around.height)) / _STEP)
        return (self._outward(middle, way, steps) for way in _WAYS)

    def _outward(self, middle: Point, way: Point, steps: int) -> Iterator[Spot]:
        """The places in a direction that hide no shape."""
        (right, down), (width, height), whole = way, (self._width, self._height), self._ground.box
        align = "start" if right > 0.3 else "end" if right < -0.3 else "middle"
        x, y = middle[0] + (right * width - width) / 2, middle[1] + (down * height - height) / 2
        count = self._ground.shapes.count_at
        for step in range(steps):
            left, top = x + right * step * _STEP, y + down * step * _STEP
            if left < 0 or top < 0 or left + width > whole.right or top + height > whole.bottom:
                continue
            if count(left - _GAP, top - _GAP, left + width + _GAP, top + height + _GAP):
                continue
            box = Box(left, top, left + width, top + height)
            if self._is_free(box):
                yield self._spot(box, align)

    def _spot(self, box: Box, align: str) -> Spot:
        """A place, with a line to the shape where it needs one."""
        away, end = _nearest(self._points, box)
        bad = away + _BESIDE[align] + _LAND * self._ground.land.count(box)
        if away <= _LEADER:
            return Spot(Placed(box, self._lines, align), bad, away)
        at = max(box.left, min(box.right, end[0])) if align == "middle" else box.left
        start = (box.right if align == "end" else at, max(box.top, min(box.bottom, end[1])))
        return Spot(Placed(box, self._lines, align, (start, end)), bad + self._led_badly(start, end), away)

    def _led_badly(self, start: Point, end: Point) -> float:
        """A line is worse than none, and far worse where it runs over what it does not lead to."""
        (x, y), right, down = start, end[0] - start[0], end[1] - start[1]
        steps, count = int(hypot(right, down) / CELL), self._ground.shapes.count_at
        over = [(x + right * n / steps, y + down * n / steps) for n in range(steps - 1)]
        crossed = sum(count(x - 0.1, y - 0.1, x + 0.1, y + 0.1) > 0 for x, y in over)
        return 2 * _LEADER + _CROSSED * crossed


def block(lines: Sequence[Line]) -> tuple[float, float]:
    """How wide and how high lines are under each other."""
    return max(line.width for line in lines), sum(line.size * LEADING for line in lines)


def _pitches(first: float, last: float, size: float) -> Iterator[float]:
    """Every second cell of a drawing at which something between these two could begin."""
    pitch = 2 * CELL
    for number in range(max(0, int(first / pitch) - 1), min(int(size / pitch), int(last / pitch) + 2)):
        yield number * pitch


def _sampled(points: list[Point]) -> list[Point]:
    return points[:: len(points) // _SAMPLES + 1]


def _middle(points: list[Point]) -> Point:
    """The point of an outline that is nearest to its middle, so that the middle of a chain is one of its links."""
    x, y = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    return min(points, key=lambda point: hypot(point[0] - x, point[1] - y))


def _nearest(points: list[Point], box: Box) -> tuple[float, Point]:
    """The point of an outline that is nearest to a box, and how far away it is."""
    left, top, right, bottom = box
    return min(
        (hypot(max(left - x, 0.0, x - right), max(top - y, 0.0, y - bottom)), (x, y)) for x, y in points
    )
