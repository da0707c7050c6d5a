"""All places of a dossier together: what every map of it needs. Owns the views of the whole and of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from math import hypot, inf

from dossier.figures.maps.cutting import Box
from dossier.figures.maps.grid import Extent, Grid
from dossier.figures.maps.limits import Limits, limits
from dossier.figures.maps.outlines import Outline, draw_dots, trace
from dossier.figures.maps.view import View, positions, show
from dossier.model import Shape

__all__ = ["Atlas", "Whole", "compile_atlas"]

_WIDTH = 640.0
_HEIGHTS = (320.0, 720.0)
_MARGIN = 0.11
_DETAIL = (400.0, 460.0)  # heights of a map of a part
_AROUND = 0.45  # of its size that is seen around a part
_CLOSEST = 0.12  # of the whole: a map of something small shows so much
_NEARLY_ALL = 0.75  # of the whole: a map of so much may as well show all of it
_FAR = 60_000.0  # metres that a map of a single point shows
_NEIGHBOURS = 60  # on a map of a part; more cannot be told apart
_TURNS = (-360.0, 0.0, 360.0)
_INSET = 150.0
_INSET_HEIGHTS = (110.0, 190.0)
_INSET_MARGIN = 0.05
_DOTS = 400  # in an inset; every page would carry more, and nobody tell them apart


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole at the size of an inset, as the commands of SVG that draw it."""

    view: View
    land: str
    areas: str
    lines: str
    dots: str


@dataclass(frozen=True, slots=True)
class Atlas:
    """The shapes of sheets by their ids, how far each part of them extends, the land around, and how all is seen."""

    shapes: Mapping[str, tuple[Shape, ...]]
    extents: Mapping[str, tuple[Extent, ...]]
    land: tuple[Shape, ...]
    limits: Limits
    view: View
    inset: Whole
    sheets_at: Grid[str]
    land_at: Grid[tuple[int, int]]

    def around(self, ids: Iterable[str]) -> View:
        """The view of some sheets, of which there is at least one, and of what is around them."""
        subject = positions(shape for each in ids for shape in self.shapes[each])
        size = max(self.view.frame.width, self.view.frame.height)
        view = show(
            subject,
            width=_WIDTH,
            heights=_DETAIL,
            margin=_AROUND,
            across=max(_FAR, _CLOSEST * size),
            within=self.limits,
        )
        return self.view if view.frame.width > _NEARLY_ALL * size else view

    def near(self, view: View, ids: Sequence[str]) -> list[str]:
        """The sheets that may be seen in a view: those named, and others of which something lies in its window.

        Of very many others, those nearest to its middle.
        """
        close = self.sheets_at.within(view.window)
        ways = ((_away(self.extents[each], view.window), each) for each in close if each not in ids)
        others = [(away, each) for away, each in ways if away is not None]
        found = {*ids, *(each for _, each in sorted(others)[:_NEIGHBOURS])}
        rest = [each for each in ids if each not in close]
        return sorted((*(each for each in close if each in found), *rest), key=self.sheets_at.rank)

    def land_near(self, view: View) -> Iterator[Shape]:
        """The parts of the land that may be seen in a view."""
        for number, parts in groupby(self.land_at.within(view.window), key=lambda found: found[0]):
            shape = self.land[number]
            yield Shape(shape.id, tuple(shape.parts[part] for _, part in parts), shape.properties)


def compile_atlas(shapes: Mapping[str, tuple[Shape, ...]], land: Sequence[Shape]) -> Atlas | None:
    """Put the shapes of a dossier together; None where no sheet has one."""
    every = [shape for each in shapes.values() for shape in each]
    found = positions(every)
    if not found:
        return None
    within = limits(land)
    view = show(found, width=_WIDTH, heights=_HEIGHTS, margin=_MARGIN, across=_FAR, within=within)
    small = show(
        found, width=_INSET, heights=_INSET_HEIGHTS, margin=_INSET_MARGIN, across=_FAR, within=within
    )
    around = trace(land, small, within, as_land=True).area_path
    extents = {
        each: tuple(part.extent for shape in own for part in shape.parts) for each, own in shapes.items()
    }
    sheets_at = Grid((each, extent) for each, own in extents.items() for extent in own)
    land_at = Grid(
        ((number, index), part.extent)
        for number, shape in enumerate(land)
        for index, part in enumerate(shape.parts)
    )
    inset = _whole(small, around, trace(every, small, within))
    return Atlas(shapes, extents, tuple(land), within, view, inset, sheets_at, land_at)


def _whole(view: View, land: str, shapes: Outline) -> Whole:
    coarse = next(each for each in count(1) if len(shapes.dots(each)) <= _DOTS)
    return Whole(view, land, shapes.area_path, shapes.line_path, draw_dots(shapes.dots(coarse)))


def _away(extents: Iterable[Extent], window: Box) -> float | None:
    """About how far the middle of a window is from what extends so far, in degrees; None if that lies outside of it."""
    left, top, right, bottom = window
    x, y = window.middle
    away, is_near = inf, False
    for west, south, east, north in extents:
        for turn in _TURNS:
            away = min(away, hypot((west + east) / 2 - x - turn, (south + north) / 2 - y))
            is_in = east >= left + turn and west <= right + turn and north >= top and south <= bottom
            is_near = is_near or is_in
    return away if is_near else None
