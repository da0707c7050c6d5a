"""What lies in a window, found without a look at everything. Owns the cells of the globe that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import floor
from typing import Generic, TypeVar

from dossier.figures.maps.cutting import Box

__all__ = ["Extent", "Grid"]

Extent = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""
K = TypeVar("K")
_CELL = 5  # degrees
_COLUMNS = 360 // _CELL


class Grid(Generic[K]):
    """Things by the cells they lie in, once round the globe."""

    def __init__(self, things: Iterable[tuple[K, Extent]]) -> None:
        self._order: dict[K, int] = {}
        self._cells: dict[tuple[int, int], dict[K, None]] = {}
        for each, extent in things:
            self._order.setdefault(each, len(self._order))
            for cell in _cells(*extent):
                self._cells.setdefault(cell, {})[each] = None

    def rank(self, each: K) -> int:
        """Where a thing stands in that order."""
        return self._order[each]

    def within(self, window: Box) -> list[K]:
        """All that may lie in a window, and some that lies close to it, in the order it was given in."""
        found: dict[K, None] = {}
        for cell in _cells(window.left, window.top, window.right, window.bottom):
            if cell in self._cells:
                found.update(self._cells[cell])
        return sorted(found, key=self._order.__getitem__)


def _cells(west: float, south: float, east: float, north: float) -> Iterator[tuple[int, int]]:
    first = floor(west / _CELL)
    columns = range(first, min(floor(east / _CELL) + 1, first + _COLUMNS))
    for row in range(floor(south / _CELL), floor(north / _CELL) + 1):
        yield from ((column % _COLUMNS, row) for column in columns)
