"""All places of a dossier together: what every map of it needs. Owns the views of the whole and of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from dossier.figures.maps.cutting import Box
from dossier.figures.maps.outlines import Outline, trace
from dossier.figures.maps.view import Limits, View, limits, positions, show
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
_NEIGHBOURS = 120  # on a map of a part; more cannot be told apart
_TURNS = (-360.0, 0.0, 360.0)
_INSET = 150.0
_INSET_HEIGHTS = (110.0, 190.0)
_INSET_MARGIN = 0.05


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole at the size of an inset."""

    view: View
    shapes: Outline
    land: Outline


@dataclass(frozen=True, slots=True)
class Atlas:
    """The shapes of sheets by their ids, the land around them, and how all of it is seen."""

    shapes: Mapping[str, tuple[Shape, ...]]
    land: tuple[Shape, ...]
    limits: Limits
    view: View
    inset: Whole

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
        others = [
            (min(_away(shape, view.window) for shape in shapes), each)
            for each, shapes in self.shapes.items()
            if each not in ids and any(_is_near(shape, view.window) for shape in shapes)
        ]
        found = {*ids, *(each for _, each in sorted(others)[:_NEIGHBOURS])}
        return [each for each in self.shapes if each in found]


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
    inset = Whole(small, trace(every, small, within), trace(land, small, within, as_land=True))
    return Atlas(shapes, tuple(land), within, view, inset)


def _is_near(shape: Shape, window: Box) -> bool:
    return any(
        east >= window.left + turn
        and west <= window.right + turn
        and north >= window.top
        and south <= window.bottom
        for west, south, east, north in (part.extent for part in shape.parts)
        for turn in _TURNS
    )


def _away(shape: Shape, window: Box) -> float:
    """About how far a shape is from the middle of a window, in degrees."""
    x, y = window.middle
    return min(
        hypot((west + east) / 2 - x - turn, (south + north) / 2 - y)
        for west, south, east, north in (part.extent for part in shape.parts)
        for turn in _TURNS
    )
