"""The small map in a corner that shows where a part lies in the whole. Owns when there is one, and where."""

from __future__ import annotations

from dossier.figures.maps.atlas import Whole
from dossier.figures.maps.cutting import Box, bounds
from dossier.figures.maps.furniture import corners
from dossier.figures.maps.marks import draw_path, draw_points
from dossier.figures.maps.placing import Board
from dossier.figures.maps.view import View
from dossier.figures.svg import Element, element, number

__all__ = ["draw_inset", "inset_box"]

_WORTH_IT = 1.8  # times larger than what the map shows is the whole that an inset is needed for
_DOT = 1.5
_SAMPLES = (0.0, 0.25, 0.5, 0.75, 1.0)


def inset_box(whole: Whole, view: View, board: Board) -> Box | None:
    """The corner in which it hides least; None where the map shows most of the whole itself."""
    small = whole.view
    if max(small.frame.width, small.frame.height) < _WORTH_IT * view.frame.width:
        return None
    return min(corners(view.box, small.width, small.height), key=board.cover)


def draw_inset(whole: Whole, view: View, box: Box) -> Element:
    """The whole, with a frame around what the map shows of it."""
    here = _framed(view, whole.view)
    size = {"width": number(whole.view.width), "height": number(whole.view.height)}
    return element(
        "svg",
        element("rect", class_="map-sea", **size),
        draw_path("map-land", whole.land),
        draw_path("map-area", whole.areas),
        draw_path("map-line", whole.lines),
        draw_points(whole.dots, _DOT),
        element("rect", class_="map-here", x=here.left, y=here.top, width=here.width, height=here.height),
        element("rect", class_="map-frame", **size),
        class_="map-inset",
        x=box.left,
        y=box.top,
        aria_hidden="true",
        **size,
    )


def _framed(inner: View, outer: View) -> Box:
    """Where the frame of one view lies on another, as far as it lies inside."""
    around = [(inner.box.right * x, inner.box.bottom * y) for x in _SAMPLES for y in _SAMPLES]
    found, inside = bounds(outer.place(inner.positions(around))), outer.box.grown(-1)
    left, top = max(found.left, inside.left), max(found.top, inside.top)
    right, bottom = min(found.right, inside.right), min(found.bottom, inside.bottom)
    return Box(left, top, max(left, right), max(top, bottom))
