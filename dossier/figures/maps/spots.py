"""Where a label could stand, if it were the only one. Owns the places around a shape and how bad each is.

They are found when they are asked for, and once: labels are tried in several orders, and what a place hides of shapes
and land stays the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import NamedTuple

from dossier.figures.maps.cells import CELL, Cells, cells_of
from dossier.figures.maps.cutting import Box, bounds
from dossier.figures.maps.lettering import Line
from dossier.figures.maps.outlines import Outline
from dossier.figures.maps.projection import Point

__all__ = ["FARTHEST", "LEADING", "Ground", "Placed", "Ray", "Spot", "Spots", "block"]

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


class Ground(NamedTuple):
    """What lies under the words of a drawing."""

    box: Box
    shapes: Cells
    land: Cells


class Spot:
    """A place for a label beside its shape, and how far away it is; `end` is the point of the shape nearest to it."""

    __slots__ = ("_badness", "_spots", "align", "away", "box", "end", "least")

    def __init__(self, spots: Spots, box: Box, align: str) -> None:
        self._spots, self.box, self.align = spots, box, align
        self.away, self.end = _nearest(spots.points, box)
        self.least = self.away + _BESIDE[align] + (2 * _LEADER if self.away > _LEADER else 0.0)
        self._badness: float | None = None

    @property
    def leader(self) -> tuple[Point, Point] | None:
        """The line to the shape, where it needs one."""
        if self.away <= _LEADER:
            return None
        box, (x, y) = self.box, self.end
        across = {"start": box.left, "middle": max(box.left, min(box.right, x)), "end": box.right}[self.align]
        return (across, max(box.top, min(box.bottom, y))), self.end

    @property
    def badness(self) -> float:
        """How bad it is, `least` or more."""
        if self._badness is None:
            ground = self._spots.ground
            self._badness = self.away + _BESIDE[self.align] + _LAND * ground.land.count(self.box)
            self._badness += _led_badly(self.leader, ground.shapes) if self.leader else 0.0
        return self._badness


class Ray:
    """The places in one direction, outward; those that hide a shape are none."""

    def __init__(self, spots: Spots, way: Point) -> None:
        right, down = way
        self._spots = spots
        self._step, self._way, self._known = 0, way, list[Spot]()
        self._align = "start" if right > 0.3 else "end" if right < -0.3 else "middle"
        (x, y), width, height = spots.middle, spots.width, spots.height
        self._start = x + (right * width - width) / 2, y + (down * height - height) / 2

    def within(self, limit: float) -> Iterator[Spot]:
        """The places that may be less bad than a limit."""
        yield from self._known
        spots, beside = self._spots, _BESIDE[self._align]
        if _GAP + beside >= limit:  # nearer than that each hides the shape itself
            return
        (x, y), (right, down), whole = self._start, self._way, spots.ground.box
        near_left, near_top, near_right, near_bottom = spots.around
        hides, width, height, reach = spots.ground.shapes.count_at, spots.width, spots.height, spots.reach
        for step in range(self._step, spots.steps):
            left, top = x + right * step * _STEP, y + down * step * _STEP
            east, south = left + width, top + height
            # Outward no place is nearer than this one to the box around the shape, nor to the shape itself.
            across = left - near_right if left > near_right else near_left - east if near_left > east else 0.0
            up = top - near_bottom if top > near_bottom else near_top - south if near_top > south else 0.0
            least = nearest = hypot(across, up)
            least += beside + (2 * _LEADER if nearest > _LEADER else 0.0)
            if nearest > reach or least >= limit:
                return
            self._step = step + 1
            if left < 0.0 or top < 0.0 or east > whole.right or south > whole.bottom:
                continue
            if hides(left - _GAP, top - _GAP, east + _GAP, south + _GAP):
                continue
            box = Box(left, top, east, south)
            if spots.is_free(box):
                self._known.append(Spot(spots, box, self._align))
                yield self._known[-1]


class Spots:
    """The places of one label: inside of its shape, the best first, and outward from it in every direction.

    `is_free` says where there may be words at all.
    """

    def __init__(
        self,
        outline: Outline,
        lines: tuple[Line, ...],
        reach: float,
        ground: Ground,
        is_free: Callable[[Box], bool],
    ) -> None:
        self.lines, self.reach, self.ground, self.is_free = lines, reach, ground, is_free
        self.width, self.height = block(lines)
        self.points = _sampled([point for point in outline.every_point() if ground.box.has(point)])
        self.inside: list[Box] = []
        self.rays: list[Ray] = []
        if self.points:
            self.inside = list(self._inside(outline))
            self.around, self.middle = bounds(self.points), _middle(self.points)
            size = max(self.around.width, self.around.height)
            self.steps = int(min(FARTHEST, reach + size) / _STEP)
            self.rays = [Ray(self, way) for way in _WAYS] if reach else []

    def _inside(self, outline: Outline) -> Iterator[Box]:
        """Places in large areas, those nearest to their middle first."""
        width, height = self.width, self.height
        rings = ((ring, bounds(ring)) for ring in outline.areas)
        held = [(ring, around) for ring, around in rings if around.width > width and around.height > height]
        if not held:
            return
        around = bounds([corner for _, each in held for corner in (each[:2], each[2:])])
        box, (x, y) = self.ground.box, around.middle
        cells = Cells(cells_of([ring for ring, _ in held], (), ()), box)
        places = sorted(
            (hypot(left + width / 2 - x, top + height / 2 - y), left, top)
            for left in _pitches(around.left, around.right - width, box.width)
            for top in _pitches(around.top, around.bottom - height, box.height)
        )
        for _, left, top in places:
            found = Box(left, top, left + width, top + height)
            if box.holds(found) and cells.fill(found) and self.is_free(found):
                yield found


def block(lines: Sequence[Line]) -> tuple[float, float]:
    """How wide and how high lines are under each other."""
    return max(line.width for line in lines), sum(line.size * LEADING for line in lines)


def _led_badly(leader: tuple[Point, Point], shapes: Cells) -> float:
    """A line is worse than none, and far worse where it runs over what it does not lead to."""
    (x, y), (right, down) = leader
    right, down = right - x, down - y
    steps = int(hypot(right, down) / CELL)
    over = [(x + right * n / steps, y + down * n / steps) for n in range(steps - 1)]
    crossed = sum(shapes.count_at(x - 0.1, y - 0.1, x + 0.1, y + 0.1) > 0 for x, y in over)
    return 2 * _LEADER + _CROSSED * crossed


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
