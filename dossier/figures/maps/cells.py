"""A drawing in coarse cells: how much of a box is covered. Owns the counting, equally fast for every box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from math import ceil
from operator import add

from dossier.figures.maps.cutting import Box
from dossier.figures.maps.projection import Point

__all__ = ["CELL", "Cells", "cells_of"]

CELL = 5.0
Cell = tuple[int, int]


class Cells:
    """Which cells of a drawing are covered, as sums from its corner (Crow, "Summed-Area Tables", SIGGRAPH 1984)."""

    def __init__(self, covered: Iterable[Cell], box: Box) -> None:
        self._columns, self._rows = ceil(box.width / CELL), ceil(box.height / CELL)
        found: dict[int, list[int]] = {}
        for column, row in covered:
            if 0 <= column < self._columns:
                found.setdefault(row, []).append(column)
        self._sums = [[0] * (self._columns + 1)]
        for row in range(self._rows):
            above = self._sums[-1]
            self._sums.append(_added(above, found[row]) if row in found else above)

    def count(self, box: Box) -> int:
        """How many covered cells a box touches."""
        return self.count_at(*box)

    def count_at(self, left: float, top: float, right: float, bottom: float) -> int:
        """The same of a box that is not made one: thousands are tried for a map."""
        columns, rows, sums = self._columns, self._rows, self._sums
        west, east = int(left // CELL), ceil(right / CELL)
        north, south = int(top // CELL), ceil(bottom / CELL)
        # `min` and `max` would take twice as long.
        west = 0 if west < 0 else columns if west > columns else west
        east = 0 if east < 0 else columns if east > columns else east
        upper = sums[0 if north < 0 else rows if north > rows else north]
        lower = sums[0 if south < 0 else rows if south > rows else south]
        if upper is lower:  # rows with nothing new in them
            return 0
        return lower[east] - upper[east] - lower[west] + upper[west]

    def fill(self, box: Box) -> bool:
        """Whether every cell a box touches is covered."""
        across = ceil(box.right / CELL) - int(box.left // CELL)
        return self.count(box) == across * (ceil(box.bottom / CELL) - int(box.top // CELL))


def cells_of(
    areas: Sequence[Sequence[Point]], lines: Sequence[Sequence[Point]], points: Sequence[Point]
) -> set[Cell]:
    """The cells that areas (with holes, each ring by itself), lines and points cover."""
    found = {_cell(point) for each in (points, *areas, *lines) for point in each}
    for line in (*([*ring, *ring[:1]] for ring in areas), *lines):
        for (x, y), (right, down) in pairwise(line):
            steps = int(max(abs(right - x), abs(down - y)) / CELL) + 1
            for step in range(1, steps):
                found.add(_cell((x + (right - x) * step / steps, y + (down - y) * step / steps)))
    found.update(_inside(areas))
    return found


def _inside(areas: Sequence[Sequence[Point]]) -> Iterator[Cell]:
    """The cells whose middle lies in an area, by the rule of even and odd."""
    crossings: dict[int, list[float]] = {}
    for ring in areas:
        for a, b in zip(ring, [*ring[1:], *ring[:1]], strict=True):
            (x, y), (right, down) = sorted((a, b), key=lambda point: point[1])
            for row in range(ceil(y / CELL - 0.5), ceil(down / CELL - 0.5)):
                crossings.setdefault(row, []).append(x + (right - x) * ((row + 0.5) * CELL - y) / (down - y))
    for row, found in crossings.items():
        found.sort()
        for left, right in zip(found[::2], found[1::2], strict=False):
            yield from ((column, row) for column in range(ceil(left / CELL - 0.5), ceil(right / CELL - 0.5)))


def _added(above: Sequence[int], columns: Iterable[int]) -> list[int]:
    """The sums of a row below those of the row above it."""
    line = [0] * (len(above) - 1)
    for column in columns:
        line[column] = 1
    return list(map(add, above, accumulate(line, initial=0)))


def _cell(point: Point) -> Cell:
    return int(point[0] // CELL), int(point[1] // CELL)
