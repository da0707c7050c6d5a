"""Where the words of a map stand. Owns that no two of them touch, and that each is near what it names.

A label is tried inside what it names, then in 32 directions from it, outward until it lies on the open; the nearest
place that is free wins, the right before the left, as Imhof has it ("Positioning Names on Maps", The American
Cartographer 2, 1975). What stands apart from its shape gets a line to it. What finds no place is left out; the list
beside the map has it. `spots` owns which places there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from dossier.figures.maps.cells import Cells, cells_of
from dossier.figures.maps.cutting import Box, bounds, crosses
from dossier.figures.maps.lettering import Line
from dossier.figures.maps.outlines import Outline
from dossier.figures.maps.projection import Point
from dossier.figures.maps.spots import FARTHEST, Ground, Placed, Spot, Spots

__all__ = ["Board", "Wanted"]

_APART = 3.0  # between labels
_TRIED = 40  # labels; with more, other orders cost too much and gain too little


class Wanted(NamedTuple):
    """A name to be placed: whose it is, what it names, its lines, and how far away from its shape it may stand."""

    id: str
    outline: Outline
    lines: tuple[Line, ...]
    reach: float = FARTHEST


class Board:
    """A drawing on which words are placed one after another."""

    def __init__(self, box: Box, shapes: Sequence[Outline], land: Sequence[Outline]) -> None:
        self._ground = Ground(box, _covered(shapes, box), _covered(land, box))
        self._taken: list[Box] = []
        self._leaders: list[tuple[Point, Point]] = []

    def take(self, box: Box) -> None:
        """Keep a box free of words."""
        self._taken.append(box)

    def cover(self, box: Box) -> int:
        """How much a box would hide: shapes count more than land, and what is taken already more than all."""
        taken = sum(box.overlaps(other) for other in self._taken)
        return 100_000 * taken + 4 * self._ground.shapes.count(box) + self._ground.land.count(box)

    def name_all(self, wanted: Sequence[Wanted]) -> dict[str, Placed]:
        """Place the names of shapes: in the order given, and where that leaves one out, in others, keeping the best."""
        orders = [wanted, sorted(wanted, key=_size), sorted(wanted, key=_size, reverse=True)]
        taken, leaders = self._taken, self._leaders
        spots = {each.id: self._spots(each.outline, each.lines, each.reach) for each in wanted}
        best: tuple[int, dict[str, Placed], list[Box], list[tuple[Point, Point]]] | None = None
        # Around a subject the first are named first, for more names would be bought with that of the subject.
        ranked = any(each.reach < FARTHEST for each in wanted)
        for order in orders[:1] if ranked or len(wanted) > _TRIED else orders:
            self._taken, self._leaders = list(taken), list(leaders)
            named = {each.id: self._placed(spots[each.id]) for each in order}
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
        return self._placed(self._spots(outline, lines, reach))

    def _spots(self, outline: Outline, lines: tuple[Line, ...], reach: float) -> Spots:
        taken, leaders = list(self._taken), list(self._leaders)
        return Spots(outline, lines, reach, self._ground, lambda box: _is_free(box, taken, leaders))

    def _placed(self, spots: Spots) -> Placed | None:
        box = next((box for box in spots.inside if self._is_open(box)), None)
        found = Placed(box, spots.lines) if box else self._beside(spots)
        if found:
            self._taken.append(found.box.grown(_APART))
            if found.leader:
                self._leaders.append(found.leader)
        return found

    def _beside(self, spots: Spots) -> Placed | None:
        """The best of the places in all directions."""
        best: Spot | None = None
        for ray in spots.rays:
            limit = best.badness if best else inf
            spot = next((spot for spot in ray.within(limit) if self._is_open(spot.box)), None)
            if spot and spot.least < limit and spot.away <= spots.reach and self._can_lead(spot.leader):
                best = spot if spot.badness < limit else best
        return Placed(best.box, spots.lines, best.align, best.leader) if best else None

    def _can_lead(self, leader: tuple[Point, Point] | None) -> bool:
        """Whether a line crosses no words."""
        return leader is None or not any(crosses(leader, other) for other in self._taken)

    def _is_open(self, box: Box) -> bool:
        """Whether a place touches no words and no lines to them."""
        return _is_free(box, self._taken, self._leaders)


def _is_free(box: Box, taken: Sequence[Box], leaders: Sequence[tuple[Point, Point]]) -> bool:
    left, top, right, bottom = box
    for west, north, east, south in taken:
        if left < east and west < right and top < south and north < bottom:
            return False
    return not any(crosses(leader, box) for leader in leaders)


def _covered(outlines: Sequence[Outline], box: Box) -> Cells:
    return Cells(set().union(*(cells_of(each.areas, each.lines, each.points) for each in outlines)), box)


def _size(wanted: Wanted) -> tuple[float, str]:
    """Across and down; ids settle what is equal."""
    around = bounds(list(wanted.outline.every_point()))
    return around.width + around.height, wanted.id
