"""What a map shows: its frame on the plane, in units of the drawing. Owns its extent and its scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

from dossier.figures.maps.cutting import Box, bounds
from dossier.figures.maps.limits import Limits
from dossier.figures.maps.projection import Point, Projection, choose
from dossier.model import Form, Position, Shape

__all__ = ["View", "positions", "show"]

_SMALLEST = 20_000.0  # metres across; a map of a single point needs some land and sea around it
_STEPS = 24
_LONG = 0.5  # degrees
_LEAST = 0.4  # of a frame that limits must leave
_POLE = 90.0
_DATE_LINE = 180.0
_UNLIMITED = Limits()


@dataclass(frozen=True, slots=True)
class View:
    """A frame of the plane drawn at a size. `window` is what it shows of the globe in degrees, with some to spare."""

    projection: Projection
    frame: Box
    width: float
    height: float
    window: Box

    @property
    def scale(self) -> float:
        """Units of the drawing for a metre."""
        return self.width / self.frame.width

    @property
    def box(self) -> Box:
        return Box(0.0, 0.0, self.width, self.height)

    def place(self, found: Sequence[Position]) -> list[Point]:
        """Where positions lie on the drawing; those that have no place on the plane are left out."""
        return [place for place in self.places(found) if place]

    def places(self, found: Sequence[Position]) -> list[Point | None]:
        """Where positions lie on the drawing, each; None for one that has no place on the plane."""
        left, bottom, scale = self.frame.left, self.frame.bottom, self.scale
        return [
            ((x - left) * scale, (bottom - y) * scale) if isfinite(x) and isfinite(y) else None
            for x, y in self.projection.project(found)
        ]

    def position(self, point: Point) -> Position:
        """What lies at a point of the drawing."""
        return self.positions([point])[0]

    def positions(self, points: Sequence[Point]) -> list[Position]:
        """What lies at points of the drawing."""
        left, bottom, scale = self.frame.left, self.frame.bottom, self.scale
        return self.projection.unproject([(left + x / scale, bottom - y / scale) for x, y in points])


def positions(shapes: Iterable[Shape]) -> list[Position]:
    """Every position of some shapes, and some on long lines between them, which projections bend outward."""
    return [
        position
        for shape in shapes
        for part in shape.parts
        for ring in part.rings
        for position in _followed(ring, closed=part.form is Form.AREA)
    ]


def _followed(ring: Sequence[Position], *, closed: bool) -> Iterator[Position]:
    for a, b in pairwise((*ring, ring[0]) if closed else ring):
        steps = min(_STEPS, int(max(abs(b[0] - a[0]), abs(b[1] - a[1])) / _LONG) + 1)
        yield from (
            (a[0] + (b[0] - a[0]) * n / steps, a[1] + (b[1] - a[1]) * n / steps) for n in range(steps)
        )
    yield ring[-1]


def show(
    subject: Sequence[Position],
    *,
    width: float,
    heights: tuple[float, float],
    margin: float,
    across: float = _SMALLEST,
    within: Limits = _UNLIMITED,
) -> View:
    """Frame a map of some positions, of which there is at least one.

    It is `width` units wide and of a height between `heights`; the subject has `margin` (a share of its size) around
    it, and the map shows at least `across` metres.
    """
    projection = choose(subject)
    plane = [point for point in projection.project(subject) if all(map(isfinite, point))]
    held = bounds(plane or [(0.0, 0.0)])
    frame = held.grown(margin * max(held.width, held.height))
    frame = frame.grown(max(0.0, across - max(frame.width, frame.height)) / 2)
    frame = _limited(frame, held, projection, within)
    frame = _proportioned(frame, width, heights, within)
    return View(
        projection, frame, width, round(width * frame.height / frame.width, 1), _window(projection, frame)
    )


def _limited(frame: Box, held: Box, projection: Projection, within: Limits) -> Box:
    """A frame drawn in to what is known, as far as what it is to hold allows. The plane's `bottom` is the north."""
    if projection.is_world or within == _UNLIMITED:
        return frame
    window = _window(projection, frame)
    left, south, right, north = frame

    def along(longitude: float | None, latitude: float | None) -> list[Point]:
        return projection.project(
            [
                (
                    window.left + window.width * step / _STEPS if longitude is None else longitude,
                    window.top + window.height * step / _STEPS if latitude is None else latitude,
                )
                for step in range(_STEPS + 1)
            ]
        )

    if within.north is not None:
        north = min([north, *(y for x, y in along(None, within.north) if left <= x <= right)])
    if within.south is not None:
        south = max([south, *(y for x, y in along(None, within.south) if left <= x <= right)])
    if within.west is not None:
        left = max([left, *(x for x, y in along(within.west, None) if south <= y <= north)])
    if within.east is not None:
        right = min([right, *(x for x, y in along(within.east, None) if south <= y <= north)])
    limited = Box(min(left, held.left), min(south, held.top), max(right, held.right), max(north, held.bottom))
    # Land that ends in the middle of the subject limits nothing: it is a strip of land, not the edge of what is known.
    too_small = limited.width < _LEAST * frame.width or limited.height < _LEAST * frame.height
    return frame if too_small else limited


def _proportioned(frame: Box, width: float, heights: tuple[float, float], within: Limits) -> Box:
    """A frame made wider or higher, on the sides that are not limited, so that its height is one of those allowed."""
    least, most = (frame.width * height / width for height in heights)
    left, south, right, north = frame
    if frame.height < least:
        below = _share(within.south, within.north) * (least - frame.height)
        return Box(left, south - below, right, north + least - frame.height - below)
    if frame.height > most:
        wanted = frame.height * width / heights[1] - frame.width
        beside = _share(within.west, within.east) * wanted
        return Box(left - beside, south, right + wanted - beside, north)
    return frame


def _share(before: float | None, after: float | None) -> float:
    """How much of what is added goes before: half, unless only one side is open."""
    if (before is None) == (after is None):
        return 0.5
    return 1.0 if before is None else 0.0


def _window(projection: Projection, frame: Box) -> Box:
    """The degrees a frame shows, found by looking at points in it. All of them around a pole."""
    if projection.is_world:
        return Box(projection.longitude - _DATE_LINE, -_POLE, projection.longitude + _DATE_LINE, _POLE)
    poles = projection.project([(projection.longitude, pole) for pole in (-_POLE, _POLE)])
    shown = [all(map(isfinite, each)) and frame.has(each) for each in poles]
    seen = _degrees(projection, frame, has_pole=any(shown))
    seen = Box(
        seen.left - seen.width / _STEPS,
        max(-_POLE, seen.top - seen.height / _STEPS),
        seen.right + seen.width / _STEPS,
        min(_POLE, seen.bottom + seen.height / _STEPS),
    )
    for pole, is_shown in zip((-_POLE, _POLE), shown, strict=True):
        if is_shown:
            around = (projection.longitude - _DATE_LINE, projection.longitude + _DATE_LINE)
            seen = Box(around[0], min(seen.top, pole), around[1], max(seen.bottom, pole))
    return seen


def _degrees(projection: Projection, frame: Box, *, has_pole: bool) -> Box:
    """The least and greatest degrees in a frame: they lie on its edge, unless a pole or the globe's edge is inside."""
    grid = [
        (frame.left + frame.width * x / _STEPS, frame.top + frame.height * y / _STEPS)
        for x in range(_STEPS + 1)
        for y in range(_STEPS + 1)
        if has_pole or x in (0, _STEPS) or y in (0, _STEPS)
    ]
    found = [each for each in projection.unproject(grid) if all(map(isfinite, each))]
    return (
        bounds(found) if has_pole or len(found) == len(grid) else _degrees(projection, frame, has_pole=True)
    )
