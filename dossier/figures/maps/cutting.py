"""Lines and rings cut to a box. Owns plane geometry; it knows no degrees.

Rings are left open: the last point is followed by the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dossier.figures.maps.projection import Point

__all__ = ["Box", "bounds", "crosses", "cut_line", "cut_ring"]


class Box(NamedTuple):
    """A rectangle; its sides lie where coordinates are least and greatest."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, by: float) -> Box:
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def overlaps(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def has(self, point: Point) -> bool:
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


def bounds(points: Sequence[Point]) -> Box:
    """The smallest box around some points, of which there is at least one."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def cut_ring(ring: Sequence[Point], box: Box) -> list[Point]:
    """What of an area lies inside a box (Sutherland and Hodgman, "Reentrant Polygon Clipping", CACM 17, 1974)."""
    left = list(ring)
    if not left:
        return left
    around = bounds(left)
    if (
        around.left > box.right
        or around.right < box.left
        or around.top > box.bottom
        or around.bottom < box.top
    ):
        return []
    # Most rings lie beyond one side at most; the others need no look at every point.
    if around.left < box.left:
        left = _cut(left, 0, box.left, 1)
    if around.right > box.right:
        left = _cut(left, 0, box.right, -1)
    if around.top < box.top:
        left = _cut(left, 1, box.top, 1)
    if around.bottom > box.bottom:
        left = _cut(left, 1, box.bottom, -1)
    return left


def cut_line(line: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    """The pieces of a line that lie inside a box."""
    left, top, right, bottom = box
    piece: list[Point] = []
    was_inside = False
    for a, b in pairwise(line):
        is_inside = left <= b[0] <= right and top <= b[1] <= bottom
        if was_inside and is_inside:
            piece.append(b)
            continue
        was_inside = is_inside
        found = _segment(a, b, box)
        if found is None or (piece and found[0] != piece[-1]):
            if len(piece) > 1:
                yield piece
            piece = []
        if found:
            piece = piece or [found[0]]
            piece.append(found[1])
    if len(piece) > 1:
        yield piece


def crosses(line: tuple[Point, Point], box: Box) -> bool:
    """Whether a straight line has a point inside a box, or on its edge."""
    return _segment(*line, box) is not None


def _cut(ring: Sequence[Point], axis: int, side: float, sign: int) -> list[Point]:
    """What of an area lies beyond a side: where coordinates are greater, or less if the sign is negative."""
    left: list[Point] = []
    if not ring:
        return left
    a, limit = ring[-1], side * sign
    was_inside = a[axis] * sign >= limit
    for b in ring:
        is_inside = b[axis] * sign >= limit
        if was_inside != is_inside:
            left.append(_between(a, b, axis, side))
        if is_inside:
            left.append(b)
        a, was_inside = b, is_inside
    return left


def _between(a: Point, b: Point, axis: int, side: float) -> Point:
    """Where a line from one point to another crosses a side."""
    other = 1 - axis
    crossing = a[other] + (b[other] - a[other]) * (side - a[axis]) / (b[axis] - a[axis])
    return (crossing, side) if axis else (side, crossing)


def _segment(a: Point, b: Point, box: Box) -> tuple[Point, Point] | None:
    """What of a straight line lies inside a box (Liang and Barsky, 1984)."""
    (x, y), (right, down) = a, b
    if (x < box.left and right < box.left) or (x > box.right and right > box.right):
        return None
    if (y < box.top and down < box.top) or (y > box.bottom and down > box.bottom):
        return None
    if box.has(a) and box.has(b):
        return a, b
    dx, dy = right - x, down - y
    first, last = 0.0, 1.0
    for step, room in ((-dx, x - box.left), (dx, box.right - x), (-dy, y - box.top), (dy, box.bottom - y)):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first > last:
        return None
    start = a if first == 0 else (x + dx * first, y + dy * first)
    end = b if last == 1 else (x + dx * last, y + dy * last)
    return start, end
