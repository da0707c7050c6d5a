"""The projection of a map, chosen from what the map is of. Owns the choice, and the way from degrees to metres.

All are equal-area, so that nothing looks larger than it is. The choice follows Šavrič, Jenny and Jenny, "Projection
Wizard" (The Cartographic Journal 53, 2016): the whole world in Equal Earth; wide regions of middle latitudes in Albers'
conic, its standard parallels a sixth of the height inside of the limits (Snyder, "Map Projections: A Working Manual",
USGS Professional Paper 1395, 1987, page 99); everything else in Lambert's azimuthal, centred on the region.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import acos, cos, degrees, isfinite, radians, sin
from typing import TYPE_CHECKING

from dossier.model import Position

if TYPE_CHECKING:
    from pyproj import Transformer

__all__ = ["Point", "Projection", "choose", "destination", "unrolled", "ways"]

Point = tuple[float, float]
"""Metres east and north of the centre of a projection, or units right and down on a drawing."""

_REGION = 75.0  # degrees from the centre; a map of more is one of the world
_CONIC = (15.0, 70.0)  # degrees of latitude between which cones suit
_WIDE = 45.0  # degrees from the centre, beyond which a cone's far side comes into view
_WHOLE_TURN = 360.0


@dataclass(frozen=True)
class Projection:
    """A projection and the position at its centre. `is_world` says that its scale differs all over the map."""

    longitude: float
    latitude: float
    definition: str
    is_world: bool = False

    def project(self, positions: Sequence[Position]) -> list[Point]:
        """Metres east and north of the centre; a position that has no place on the plane is not finite."""
        return self._run(positions, inverse=False)

    def unproject(self, points: Sequence[Point]) -> list[Position]:
        """Degrees, longitudes within half a turn of the centre; what lies off the globe is not finite."""
        found = self._run(points, inverse=True)
        return [(self.longitude + _half_turn(x - self.longitude) if isfinite(x) else x, y) for x, y in found]

    @cached_property
    def _transformer(self) -> Transformer:
        # Imported here, since checking a dossier draws no maps and need not wait for it. As a pipeline it is ready in
        # a third of the time that `Proj` takes, which matters where each of thousands of pages has a map of its own.
        from pyproj import Transformer

        degrees = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad"
        return Transformer.from_pipeline(f"{degrees} +step {self.definition}")

    def _run(self, pairs: Sequence[tuple[float, float]], *, inverse: bool) -> list[tuple[float, float]]:
        if not pairs:
            return []
        xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
        first, second = self._transformer.transform(xs, ys, direction="INVERSE" if inverse else "FORWARD")
        return list(zip(first, second, strict=True))


def choose(positions: Iterable[Position]) -> Projection:
    """Choose the projection for a map of some positions, of which there is at least one."""
    every = list(positions)
    centre, radius = _centre(every)
    longitude, latitude = round(centre[0], 2), round(centre[1], 2)
    if radius > _REGION:
        return Projection(longitude, 0.0, f"+proj=eqearth +lon_0={longitude} +ellps=WGS84", is_world=True)
    south, north = min(y for _, y in every), max(y for _, y in every)
    wide = _width(every) * cos(radians(latitude)) > north - south
    if wide and radius < _WIDE and _CONIC[0] < abs(latitude) < _CONIC[1] and south * north > 0:
        sixth = (north - south) / 6
        parallels = f"+lat_1={south + sixth:.2f} +lat_2={north - sixth:.2f}"
        definition = f"+proj=aea {parallels} +lat_0={latitude} +lon_0={longitude} +ellps=WGS84"
    else:
        definition = f"+proj=laea +lat_0={latitude} +lon_0={longitude} +ellps=WGS84"
    return Projection(longitude, latitude, definition)


def unrolled(longitude: float, ring: Sequence[Position]) -> list[Position]:
    """A line with no leaps: each longitude is the one nearest to that before it, the first to `longitude`."""
    found: list[Position] = []
    for x, y in ring:
        if abs(x - longitude) == _WHOLE_TURN:  # an edge along a pole goes all the way round
            longitude = x
        else:
            longitude += _half_turn(x - longitude)
        found.append((longitude, y))
    return found


def ways(start: Position, ends: Sequence[Position]) -> list[tuple[float, float]]:
    """The bearings (degrees east of north) and the metres from one position to others on the ellipsoid WGS 84."""
    from pyproj import Geod  # as in `_transformer`

    globe = Geod(ellps="WGS84")
    found = (globe.inv(*start, *end) for end in ends)
    return [(float(bearing) % _WHOLE_TURN, float(distance)) for bearing, _, distance in found]


def destination(start: Position, bearing: float, metres: float) -> Position:
    """Where a way of so many metres ends that sets out in a direction, on the ellipsoid WGS 84."""
    from pyproj import Geod  # as in `_transformer`

    longitude, latitude, _ = Geod(ellps="WGS84").fwd(*start, bearing, metres)
    return float(longitude), float(latitude)


def _centre(positions: list[Position]) -> tuple[Position, float]:
    """The middle of the smallest span of longitudes, or a pole if that is nearer; and the arc to the farthest."""
    west, width = _span(positions)
    middle = (min(y for _, y in positions) + max(y for _, y in positions)) / 2
    longitude = _half_turn(west + width / 2)
    candidates = [(longitude, middle), (longitude, 90.0), (longitude, -90.0)]
    radii = [_farthest(centre, positions) for centre in candidates]
    nearest = min(range(3), key=radii.__getitem__)
    return candidates[nearest], radii[nearest]


def _span(positions: list[Position]) -> tuple[float, float]:
    """Where the smallest stretch of longitudes that holds all begins, and its width: all but the largest gap."""
    east = sorted({x % _WHOLE_TURN for x, _ in positions})
    gaps = [
        (after - before, after)
        for before, after in zip(east, [*east[1:], east[0] + _WHOLE_TURN], strict=True)
    ]
    gap, west = max(gaps)
    return west, _WHOLE_TURN - gap


def _width(positions: list[Position]) -> float:
    return _span(positions)[1]


def _half_turn(angle: float) -> float:
    """The same angle between -180 and 180 degrees."""
    return (angle + _WHOLE_TURN / 2) % _WHOLE_TURN - _WHOLE_TURN / 2


def _farthest(centre: Position, positions: Iterable[Position]) -> float:
    """The degrees from a centre to what is farthest from it, on a sphere."""
    east, (up, across) = radians(centre[0]), (sin(radians(centre[1])), cos(radians(centre[1])))
    cosines = (
        up * sin(north) + across * cos(north) * cos(east - radians(x))
        for x, north in ((x, radians(y)) for x, y in positions)
    )
    return degrees(acos(max(-1.0, min(1.0, min(cosines)))))
