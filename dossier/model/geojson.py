"""GeoJSON geometries (RFC 7946) to points, lines and areas. Owns what of a geometry can be drawn, and says why not.

Longitudes may run on beyond 180 degrees, as some programs write them across the antimeridian; `figures` brings them
together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

__all__ = ["MOST_POSITIONS", "Form", "MisshapenError", "Part", "Position", "Ring", "point", "read_parts"]

Position: TypeAlias = tuple[float, float]
"""Longitude and latitude in degrees (WGS 84); east and north are positive."""
Ring: TypeAlias = tuple[Position, ...]

MOST_POSITIONS = 100_000  # in a file: at this many, no map can show that there are more
_FARTHEST_EAST = 360
_FARTHEST_NORTH = 90
_SAYABLE = 1e9


class Form(StrEnum):
    """What a part of a shape is."""

    POINT = "point"
    LINE = "line"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a shape. A point and a line have one ring; an area has an outer one and its holes, left open.

    `extent` is west, south, east and north.
    """

    form: Form
    rings: tuple[Ring, ...]
    extent: tuple[float, float, float, float]

    @property
    def positions(self) -> Iterator[Position]:
        for ring in self.rings:
            yield from ring


class MisshapenError(ValueError):
    """A geometry that cannot be drawn; the message says why, in one phrase."""


def point(position: Position) -> Part:
    """A part that is one position."""
    return _part(Form.POINT, (position,))


def read_parts(geometry: object) -> tuple[Part, ...]:
    """Read a geometry as `json` gives it. None and empty coordinates hold nothing, as RFC 7946 allows (3.1, 3.2).

    Raises `MisshapenError`.
    """
    parts: list[Part] = []
    pending = [geometry]  # collections may nest; a list of what is left cannot run out of stack
    while pending:
        each = pending.pop()
        if each is None:
            continue
        if not isinstance(each, dict):
            raise MisshapenError("its geometry is not an object")
        if each.get("type") == "GeometryCollection":
            pending.extend(reversed(_list(each.get("geometries"), "its geometries are not a list")))
            continue
        read = _READERS.get(str(each.get("type")))
        if read is None:
            raise MisshapenError(f"its geometry has no type that is known; known are {', '.join(_READERS)}")
        parts.extend(read(_list(each.get("coordinates"), "its coordinates are not a list")))
    return tuple(parts)


def _part(form: Form, *rings: Ring) -> Part:
    east = [x for ring in rings for x, _ in ring]
    north = [y for ring in rings for _, y in ring]
    return Part(form, rings, (min(east), min(north), max(east), max(north)))


def _list(value: object, problem: str) -> list[object]:
    if not isinstance(value, list):
        raise MisshapenError(problem)
    return value


def _points(coordinates: list[object]) -> Iterator[Part]:
    for each in coordinates:
        yield point(_position(each))


def _lines(coordinates: list[object]) -> Iterator[Part]:
    for each in coordinates:
        line = _positions(each)
        if len(line) == 1:
            raise MisshapenError("a line has one position; it takes two")
        if line:
            yield _part(Form.LINE, line)


def _areas(coordinates: list[object]) -> Iterator[Part]:
    for each in coordinates:
        rings = [_ring(ring) for ring in _list(each, "a polygon is not a list of rings")]
        if rings:
            yield _part(Form.AREA, *rings)


def _ring(value: object) -> Ring:
    ring = _positions(value)
    ring = ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring
    if len(ring) < 3:
        raise MisshapenError("a ring has too few positions; it takes four, the last the same as the first")
    return ring


def _positions(value: object) -> Ring:
    return tuple(
        _position(each) for each in _list(value, "a position stands where a list of positions belongs")
    )


def _position(value: object) -> Position:
    numbers = _list(value, "a position is not a list of two numbers")[:2]
    if len(numbers) < 2 or not all(
        isinstance(each, int | float) and not isinstance(each, bool) for each in numbers
    ):
        raise MisshapenError("a position is not a list of two numbers")
    longitude, latitude = numbers
    if not (isinstance(longitude, int | float) and abs(longitude) <= _FARTHEST_EAST):
        raise MisshapenError(f"a longitude is {_said(longitude)}; positions are in degrees of WGS 84")
    if not (isinstance(latitude, int | float) and abs(latitude) <= _FARTHEST_NORTH):
        raise MisshapenError(f"a latitude is {_said(latitude)}; in a position the longitude comes first")
    return float(longitude), float(latitude)


def _said(value: object) -> str:
    return (
        f"{value:g}" if isinstance(value, int | float) and abs(value) < _SAYABLE else "no number of degrees"
    )


def _one(read: Callable[[list[object]], Iterator[Part]]) -> Callable[[list[object]], Iterator[Part]]:
    return lambda coordinates: read([coordinates] if coordinates else [])


_READERS: dict[str, Callable[[list[object]], Iterator[Part]]] = {
    "Point": _one(_points),
    "MultiPoint": _points,
    "LineString": _one(_lines),
    "MultiLineString": _lines,
    "Polygon": _one(_areas),
    "MultiPolygon": _areas,
}
