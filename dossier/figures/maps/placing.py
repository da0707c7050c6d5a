"""Where the words of a map stand. Owns that no two of them touch, and that each is near what it names.

A label is tried inside what it names, then in 32 directions from it, outward until it lies on the open; the nearest
place that is free wins, the right before the left, as Imhof has it ("Positioning Names on Maps", The American
Cartographer 2, 1975). What stands apart from its shape gets a line to it. What finds no place is left out; the list
beside the map has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import NamedTuple

from dossier.figures.maps.cells import CELL, Cells, cells_of
from dossier.figures.maps.cutting import Box, bounds, cut_line
from dossier.figures.maps.lettering import Line
from dossier.figures.maps.outlines import Outline
from dossier.figures.maps.projection import Point

__all__ = ["FARTHEST", "LEADING", "Board", "Placed", "Wanted", "block"]

LEADING = 1.2
"""The height of a line, in sizes of its letters."""
_GAP = 4.0  # between a shape and its label
_APART = 3.0  # between labels
_LEADER = 15.0  # from here on a label needs a line to what it names
FARTHEST = 240.0
_STEP = 6.0
_TRIED = 40  # labels; with more, other orders cost too much and gain too little
_DIRECTIONS = 32
_SAMPLES = 60  # points of an outline that distances are taken from
_LAND = 0.8  # how much worse a label is for each cell of land under it
_CROSSED = 30.0  # and for each cell of another shape under its line
_UPRIGHT = 5.0  # and for standing above or below, where it is centred, or on the left


@dataclass(frozen=True, slots=True)
class Placed:
    """Words and the box they stay inside of. `align` is which side of the box they begin at, as in `text-anchor`."""

    box: Box
    lines: tuple[Line, ...]
    align: str = "middle"
    leader: tuple[Point, Point] | None = None


def block(lines: Sequence[Line]) -> tuple[float, float]:
    """How wide and how high lines are under each other."""
    return max(line.width for line in lines), sum(line.size * LEADING for line in lines)


class Wanted(NamedTuple):
    """A name to be placed: whose it is, what it names, its lines, and how far away from its shape it may stand."""

    id: str
    outline: Outline
    lines: tuple[Line, ...]
    reach: float = FARTHEST


class Board:
    """A drawing on which words are placed one after another."""

    def __init__(self, box: Box, shapes: Sequence[Outline], land: Sequence[Outline]) -> None:
        self._box = box
        self._shapes = Cells(set().union(*map(_cells, shapes)), box)
        self._land = Cells(set().union(*map(_cells, land)), box)
        self._taken: list[Box] = []
        self._leaders: list[tuple[Point, Point]] = []

    def take(self, box: Box) -> None:
        """Keep a box free of words."""
        self._taken.append(box)

    def cover(self, box: Box) -> int:
        """How much a box would hide: shapes count more than land, and what is taken already more than all."""
        taken = sum(box.overlaps(other) for other in self._taken)
        return 100_000 * taken + 4 * self._shapes.count(box) + self._land.count(box)

    def is_free(self, box: Box) -> bool:
        """Whether a box lies on the drawing and touches no words and no lines to them."""
        return (
            self._box.holds(box)
            and not any(box.overlaps(other) for other in self._taken)
            and not any(_crosses(leader, box) for leader in self._leaders)
        )

    def name_all(self, wanted: Sequence[Wanted]) -> dict[str, Placed]:
        """Place the names of shapes: in the order given, and where that leaves one out, in others, keeping the best."""
        orders = [wanted, sorted(wanted, key=_size), sorted(wanted, key=_size, reverse=True)]
        taken, leaders = self._taken, self._leaders
        best: tuple[int, dict[str, Placed], list[Box], list[tuple[Point, Point]]] | None = None
        for order in orders if len(wanted) <= _TRIED else orders[:1]:
            self._taken, self._leaders = list(taken), list(leaders)
            named = {each.id: self.name(each.outline, each.lines, reach=each.reach) for each in order}
            placed = {each: found for each, found in named.items() if found}
            if best is None or len(placed) > best[0]:
                best = (len(placed), placed, self._taken, self._leaders)
            if len(placed) == len(wanted):
                break
        if best is None:
            return {}
        _, placed, self._taken, self._leaders = best
        return placed

    def name(self, outline: Outline, lines: tuple[Line, ...], *, reach: float = FARTHEST) -> Placed | None:
        """Place the name of a shape; None where there is no room."""
        points = _sampled([point for point in outline.every_point() if self._box.has(point)])
        if not points:
            return None
        found = self._inside(outline, lines)
        if found is None and reach:
            found = min(self._beside(points, lines, reach), key=lambda each: each[0], default=(0.0, None))[1]
        if found:
            self._taken.append(found.box.grown(_APART))
            if found.leader:
                self._leaders.append(found.leader)
        return found

    def _inside(self, outline: Outline, lines: tuple[Line, ...]) -> Placed | None:
        """The place inside a large area that is nearest to its middle."""
        width, height = block(lines)
        held = [ring for ring in outline.areas if bounds(ring).width > width and bounds(ring).height > height]
        if not held:
            return None
        around = bounds([point for ring in held for point in ring])
        cells = Cells(cells_of(held, (), ()), self._box)
        x, y = around.middle
        best: tuple[float, Box] | None = None
        for column in range(int(self._box.width / CELL / 2)):
            for row in range(int(self._box.height / CELL / 2)):
                left, top = column * CELL * 2, row * CELL * 2
                box = Box(left, top, left + width, top + height)
                away = hypot(left + width / 2 - x, top + height / 2 - y)
                if (best is None or away < best[0]) and cells.fill(box) and self.is_free(box):
                    best = (away, box)
        return Placed(best[1], lines) if best else None

    def _beside(
        self, points: list[Point], lines: tuple[Line, ...], reach: float
    ) -> Iterator[tuple[float, Placed]]:
        """Places around a shape, each with how bad it is."""
        width, height = block(lines)
        middle, around = _middle(points), bounds(points)
        steps = int(min(FARTHEST, reach + max(around.width, around.height)) / _STEP)
        for number in range(_DIRECTIONS):
            right, down = cos(2 * pi * number / _DIRECTIONS), sin(2 * pi * number / _DIRECTIONS)
            align = "start" if right > 0.3 else "end" if right < -0.3 else "middle"
            x, y = middle[0] + (right * width - width) / 2, middle[1] + (down * height - height) / 2
            for step in range(steps):
                left, top = x + right * step * _STEP, y + down * step * _STEP
                box = Box(left, top, left + width, top + height)
                if self._shapes.count(box.grown(_GAP)) or not self.is_free(box):
                    continue
                placed = self._led(box, lines, align, points)
                if placed and _nearest(points, box)[0] <= reach:
                    yield self._badness(placed, points, align), placed
                break

    def _led(self, box: Box, lines: tuple[Line, ...], align: str, points: list[Point]) -> Placed | None:
        """A label with its line, where it needs one; None where the line would cross other words."""
        away, end = _nearest(points, box)
        if away <= _LEADER:
            return Placed(box, lines, align)
        start = (
            max(box.left, min(box.right, end[0]))
            if align == "middle"
            else box.left
            if align == "start"
            else box.right,
            max(box.top, min(box.bottom, end[1])),
        )
        leader = (start, end)
        if any(_crosses(leader, other) for other in self._taken):
            return None
        return Placed(box, lines, align, leader)

    def _badness(self, placed: Placed, points: list[Point], align: str) -> float:
        turned = {"start": 0.0, "end": _UPRIGHT / 2, "middle": _UPRIGHT}[align]
        bad = _nearest(points, placed.box)[0] + turned + _LAND * self._land.count(placed.box)
        return bad + (self._led_badly(placed.leader) if placed.leader else 0.0)

    def _led_badly(self, leader: tuple[Point, Point]) -> float:
        """A line is worse than none, and far worse where it runs over what it does not lead to."""
        (x, y), (right, down) = leader
        steps = int(hypot(right - x, down - y) / CELL)
        over = [(x + (right - x) * n / steps, y + (down - y) * n / steps) for n in range(steps - 1)]
        crossed = sum(self._shapes.count(Box(*point, *point).grown(0.1)) > 0 for point in over)
        return 2 * _LEADER + _CROSSED * crossed


def _cells(outline: Outline) -> set[tuple[int, int]]:
    return cells_of(outline.areas, outline.lines, outline.points)


def _size(wanted: Wanted) -> tuple[float, str]:
    """Across and down; ids settle what is equal."""
    around = bounds(list(wanted.outline.every_point()))
    return around.width + around.height, wanted.id


def _sampled(points: list[Point]) -> list[Point]:
    return points[:: len(points) // _SAMPLES + 1]


def _middle(points: list[Point]) -> Point:
    """The point of an outline that is nearest to its middle, so that the middle of a chain is one of its links."""
    x, y = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    return min(points, key=lambda point: hypot(point[0] - x, point[1] - y))


def _nearest(points: list[Point], box: Box) -> tuple[float, Point]:
    """The point of an outline that is nearest to a box, and how far away it is."""
    return min((_distance(point, box), point) for point in points)


def _distance(point: Point, box: Box) -> float:
    across = max(box.left - point[0], 0.0, point[0] - box.right)
    return hypot(across, max(box.top - point[1], 0.0, point[1] - box.bottom))


def _crosses(line: tuple[Point, Point], box: Box) -> bool:
    return any(True for _ in cut_line(line, box))
