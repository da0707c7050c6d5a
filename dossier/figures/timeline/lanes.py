"""Where the marks of a row stand, so that none hides another. Owns lanes, and which names fit beside their marks.

Places along the axis are in per cent, so that a row is as wide as the screen; lanes are found for the narrowest
screen, where marks are nearest to each other. Names are set where they fit there, and more where there is more room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.figures.lettering import width

__all__ = ["NARROW", "SIZE", "WIDE", "Place", "Room", "places"]

NARROW = 320  # pixels of an axis on a phone
WIDE = 560  # and on a desk
SIZE = 11  # pixels, of letters
_HALF = 6  # pixels from the middle of a point to what may stand beside it
_GAP = 3
_LONGEST = 44  # ems; a longer name is no label


@dataclass(frozen=True, slots=True)
class Room:
    """What a mark takes along the axis, from 0 to 1 at both ends, and its name."""

    start: float
    end: float
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """The lane of a mark, counted from the axis; whether its name stands before it; and from which width on it fits.

    `fits` is NARROW, WIDE, or 0 where there is no room at all.
    """

    lane: int
    is_before: bool
    fits: int


def places(rooms: Sequence[Room]) -> tuple[Place, ...]:
    """Find a place for every mark; they come in the order of their starts or nearly so."""
    lanes = _lanes(rooms)
    sides = {size: _named(rooms, lanes, size) for size in (NARROW, WIDE)}
    return tuple(_place(lanes, sides, number) for number in range(len(rooms)))


def _place(lanes: list[int], sides: dict[int, dict[int, bool]], number: int) -> Place:
    """A name that fits on a narrow screen must fit on a wide one too, on the same side."""
    narrow, wide = sides[NARROW].get(number), sides[WIDE].get(number)
    if wide is None:
        return Place(lanes[number], False, 0)
    return Place(lanes[number], wide, NARROW if narrow is wide else WIDE)


def _lanes(rooms: Sequence[Room]) -> list[int]:
    """The lowest lane each mark has room in; long ones come first, so that points lie on top of them."""
    order = sorted(
        range(len(rooms)), key=lambda n: (_span(rooms[n], NARROW)[1] - _span(rooms[n], NARROW)[0] < 40, n)
    )
    taken: list[list[tuple[float, float]]] = []
    found = [0] * len(rooms)
    for number in order:
        start, end = _span(rooms[number], NARROW)
        free = (
            lane
            for lane, spans in enumerate(taken)
            if all(end <= other_start or start >= other_end for other_start, other_end in spans)
        )
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((start, end))
        found[number] = lane
    return found


def _span(room: Room, size: int) -> tuple[float, float]:
    """What a mark takes in pixels, at this width of the axis."""
    return room.start * size - _HALF, max(room.end * size, room.start * size) + _HALF


def _named(rooms: Sequence[Room], lanes: list[int], size: int) -> dict[int, bool]:
    """The marks whose names fit at this width: behind them (False) or before them (True)."""
    taken: dict[int, list[tuple[float, float]]] = {}
    for number, room in enumerate(rooms):
        taken.setdefault(lanes[number], []).append(_span(room, size))
    found: dict[int, bool] = {}
    for number, room in enumerate(rooms):
        long = width(room.name) * SIZE
        if long > _LONGEST * SIZE:
            continue
        start, end = _span(room, size)
        for is_before, span in ((False, (end, end + long + _GAP)), (True, (start - long - _GAP, start))):
            in_lane = taken[lanes[number]]
            if span[0] >= -_HALF and span[1] <= size + _HALF and not _meets(span, in_lane):
                in_lane.append(span)
                found[number] = is_before
                break
    return found


def _meets(span: tuple[float, float], others: Sequence[tuple[float, float]]) -> bool:
    return any(span[0] < end and span[1] > start for start, end in others)
