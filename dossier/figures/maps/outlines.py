"""Shapes as they lie on a drawing: cut to what it shows, thinned to what is seen. Owns the way from degrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from dossier.figures.maps.cutting import Box, cut_line, cut_ring
from dossier.figures.maps.limits import Limits
from dossier.figures.maps.projection import Point, unrolled
from dossier.figures.maps.thinning import path, thinned, thinned_ring
from dossier.figures.maps.view import View
from dossier.model import Form, Part, Position, Shape

__all__ = ["Outline", "draw_dots", "parallels", "trace", "trace_points"]

_BEYOND = 3.0  # units outside of the frame at which lines are cut, so that no end of one shows
_SPECK = 0.2  # square units; what is smaller is not seen
_STRAIGHT = 64  # a line is straight on the plane over this part of what the map shows
_TURN = 360.0
_DATE_LINE = 180.0


@dataclass(slots=True)
class Outline:
    """What is seen of some shapes. Unless all areas are `is_whole`, `coasts` are the lines to draw around them."""

    areas: list[list[Point]] = field(default_factory=list)
    coasts: list[list[Point]] = field(default_factory=list)
    lines: list[list[Point]] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    is_whole: bool = True

    def every_point(self) -> Iterator[Point]:
        for each in (*self.areas, *self.lines):
            yield from each
        yield from self.points

    @property
    def area_path(self) -> str:
        return "".join(path(ring, closed=True) for ring in self.areas)

    @property
    def coast_path(self) -> str:
        return "".join(path(line, closed=False) for line in self.coasts)

    @property
    def line_path(self) -> str:
        return "".join(path(line, closed=False) for line in self.lines)

    @property
    def point_path(self) -> str:
        return draw_dots(self.dots())

    def dots(self, coarse: int = 1) -> list[tuple[int, int]]:
        """All points, to so many units; those that cannot be told apart are one."""
        found = ((round(x / coarse) * coarse, round(y / coarse) * coarse) for x, y in self.points)
        return list(dict.fromkeys(found))


def draw_dots(dots: Sequence[tuple[int, int]]) -> str:
    """The commands of SVG for points: lines of no length, as wide as a dot."""
    return "".join(f"M{x} {y}h0" for x, y in dots)


def trace(shapes: Iterable[Shape], view: View, within: Limits, *, as_land: bool = False) -> Outline:
    """What a view shows of some shapes. As land around them it has no coasts, nor islets too small to be seen."""
    found = Outline()
    rings: list[Sequence[Position]] = []
    for shape in shapes:
        for part in shape.parts:
            for turn in _turns(part, view.window):
                turned = [_turned(part, ring, turn) for ring in part.rings]
                _add(found, part.form, turned, view, as_land=as_land)
                rings += turned if part.form is Form.AREA else []
    if as_land:
        return found
    cuts = [[_is_cut(a, b, within) for a, b in pairwise([*ring, ring[0]])] for ring in rings]
    found.is_whole = not any(map(any, cuts))
    if not found.is_whole:
        coasts = (coast for ring, cut in zip(rings, cuts, strict=True) for coast in _coasts(ring, cut))
        found.coasts = [line for coast in coasts for line in _lines(coast, view)]
    return found


def trace_points(points: Mapping[str, Sequence[Shape]], view: View) -> dict[str, Outline]:
    """The same of shapes that are points and nothing else, by any names. One run of the projection does for all."""
    found = [
        (name, (x + turn, y))
        for name, shapes in points.items()
        for part in (part for shape in shapes for part in shape.parts)
        for turn in _turns(part, view.window)
        for x, y in part.rings[0]
        if view.window.has((x + turn, y))
    ]
    outlines = {name: Outline() for name in points}
    edge = view.box.grown(_BEYOND)
    for (name, _), place in zip(found, view.places([position for _, position in found]), strict=True):
        if place and edge.has(place):
            outlines[name].points.append(place)
    return outlines


def parallels(lines: Iterable[tuple[Position, Position]], view: View) -> Iterator[list[Point]]:
    """The lines of the graticule, by their ends. One run of the projection does for all."""
    dense = [_dense(line, view) for line in lines]
    places = iter(view.places([position for line in dense for position in line]))
    for line in dense:
        placed = [place for place in islice(places, len(line)) if place]
        yield from (thinned(piece) for piece in cut_line(placed, view.box))


def _turns(part: Part, window: Box) -> Iterator[float]:
    """By how many degrees a part is to be turned to come into the window; several where it lies twice in it."""
    west, south, east, north = part.extent
    if north < window.top or south > window.bottom:
        return
    first = -(-(window.left - east - _TURN) // _TURN)
    for count in range(int(first), int(first) + 4):
        if west + count * _TURN - _TURN <= window.right and east + count * _TURN + _TURN >= window.left:
            yield count * _TURN


def _turned(part: Part, ring: Sequence[Position], turn: float) -> Sequence[Position]:
    """A ring of a part without leaps, turned round the globe."""
    if part.extent[2] - part.extent[0] >= _TURN / 2:  # only so wide a part may leap
        ring = unrolled(ring[0][0], ring)
    return [(x + turn, y) for x, y in ring] if turn else ring


def _add(
    found: Outline, form: Form, rings: Sequence[Sequence[Position]], view: View, *, as_land: bool
) -> None:
    match form:
        case Form.POINT:
            edge = view.box.grown(_BEYOND)
            inside = [each for each in rings[0] if view.window.has(each)]
            found.points += [each for each in view.place(inside) if edge.has(each)]
        case Form.LINE:
            found.lines += _lines(rings[0], view)
        case Form.AREA:
            outer = _area(rings[0], view)
            if len(outer) < 3 or (as_land and _size(outer) < _SPECK):
                return
            holes = [hole for ring in rings[1:] if _size(hole := _area(ring, view)) >= _SPECK]
            found.areas += [outer, *holes]


def _lines(line: Sequence[Position], view: View) -> list[list[Point]]:
    edge = view.box.grown(_BEYOND)
    pieces = (view.place(_dense(piece, view)) for piece in cut_line(line, view.window))
    return [thinned(cut) for piece in pieces for cut in cut_line(piece, edge)]


def _area(ring: Sequence[Position], view: View) -> list[Point]:
    inside = cut_ring(ring, view.window)
    if not inside:
        return []
    plane = view.place(_dense([*inside, inside[0]], view)[:-1])
    return thinned_ring(cut_ring(plane, view.box.grown(_BEYOND)))


def _coasts(ring: Sequence[Position], cuts: list[bool]) -> Iterator[list[Position]]:
    """The lines of a ring that are coasts: where it runs along a cut it is none, and is not drawn as one."""
    edges = list(pairwise([*ring, ring[0]]))
    start = cuts.index(True) if True in cuts else 0
    line: list[Position] = []
    for (a, b), cut in zip(edges[start:] + edges[:start], cuts[start:] + cuts[:start], strict=True):
        if cut and line:
            yield line
        line = [] if cut else [*(line or [a]), b]
    if line:
        yield line


def _is_cut(a: Position, b: Position, within: Limits) -> bool:
    """Whether an edge runs along the meridian of 180 degrees, where RFC 7946 (3.1.9) cuts, or along a limit."""
    if a[0] == b[0] and (a[0] % _TURN == _DATE_LINE or a[0] in (within.west, within.east)):
        return True
    return a[1] == b[1] and (abs(a[1]) == _DATE_LINE / 2 or a[1] in (within.south, within.north))


def _dense(line: Sequence[Position], view: View) -> list[Position]:
    """A line with so many points that what is straight in degrees is bent as the projection bends it."""
    step = max(view.window.width, view.window.height) / _STRAIGHT
    found = list(line[:1])
    for a, b in pairwise(line):
        longest = max(abs(b[0] - a[0]), abs(b[1] - a[1]))
        if longest < step or not step:
            found.append(b)
            continue
        count = int(longest / step) + 1
        found += [
            (a[0] + (b[0] - a[0]) * part / count, a[1] + (b[1] - a[1]) * part / count)
            for part in range(1, count + 1)
        ]
    return found


def _size(ring: Sequence[Point]) -> float:
    """The area of a ring, in square units."""
    around = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in around)) / 2
