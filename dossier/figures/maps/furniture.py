"""What stands around the shapes of a map: patterns, graticule and scale bar. Owns their lengths and intervals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, floor, hypot, isfinite, log10

from dossier.figures.maps.cutting import Box
from dossier.figures.maps.lettering import OTHER, width
from dossier.figures.maps.outlines import parallels
from dossier.figures.maps.placing import Board
from dossier.figures.maps.projection import destination
from dossier.figures.maps.sites import Style
from dossier.figures.maps.thinning import path
from dossier.figures.maps.view import View
from dossier.figures.svg import Element, element, number

__all__ = ["ScaleBar", "bar_box", "corners", "draw_bar", "graticule", "pattern_id", "patterns", "scale_bar"]

_TILE = 8
# Each fill and each hatching is one that is told from the others without colour; a map with more begins again.
_FILLS = ("", "M2 2h.01M6 6h.01", "M1 4h3", "M4 3v2M3 4h2")
_HATCHES = ("M-2 2L2-2M0 8L8 0M6 10L10 6", "M-2 6L2 10M0 0L8 8M6-2L10 2", "M4 0V8", "M0 4H8")
_BAR = 0.28  # of the width, the longest a scale bar may be
_INSET = 12.0
_INTERVALS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0)
_LINES = 6


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A round number of metres, and the units of the drawing they are long at its middle, from west to east."""

    metres: float
    units: float

    @property
    def words(self) -> str:
        kilometres = self.metres / 1000
        return f"{kilometres:g} km" if kilometres >= 1 else f"{self.metres:g} m"


def pattern_id(style: Style) -> str:
    return f"map-{style.fill}-{style.hatch}"


def patterns(styles: Iterable[Style]) -> Element:
    """The definitions of some styles: a ground, the marks of the fill, and the lines of the hatching over them."""
    return element(
        "defs",
        *(
            element(
                "pattern",
                element("rect", class_="map-held" if style.fill else "map-ground", width=_TILE, height=_TILE),
                _marks(_FILLS, style.fill, "map-marks"),
                _marks(_HATCHES, style.hatch, "map-hatching"),
                id=pattern_id(style),
                width=_TILE,
                height=_TILE,
                patternUnits="userSpaceOnUse",
            )
            for style in sorted(set(styles), key=lambda style: (style.fill, style.hatch))
            if style != Style()
        ),
    )


def _marks(known: tuple[str, ...], which: int, name: str) -> Element | None:
    drawn = known[(which - 1) % len(known)] if which else ""
    return element("path", class_=name, d=drawn) if drawn else None


def scale_bar(view: View) -> ScaleBar | None:
    """The longest bar of 1, 2 or 5 times a power of ten that is short enough; None on a map of the world."""
    if view.projection.is_world:
        return None
    longest = _BAR * view.width / view.scale
    power = 10.0 ** floor(log10(longest))
    metres = max(power * step for step in (1, 2, 5) if power * step <= longest)
    middle = view.position(view.box.middle)
    if not all(map(isfinite, middle)):
        return None
    ends = view.place([destination(middle, bearing, metres / 2) for bearing in (270.0, 90.0)])
    return (
        ScaleBar(metres, hypot(ends[1][0] - ends[0][0], ends[1][1] - ends[0][1])) if len(ends) == 2 else None
    )


def bar_box(bar: ScaleBar, board: Board, view: View) -> Box:
    """The corner that a scale bar hides least in."""
    wide, high = max(bar.units, width(bar.words, OTHER)) + 4, OTHER * 1.2 + 10
    return min(corners(view.box, wide, high), key=board.cover)


def draw_bar(bar: ScaleBar, box: Box) -> Element:
    left, bottom = box.left + 2, box.bottom - 2
    drawn = f"M{number(left)} {number(bottom - 5)}v5h{number(bar.units)}v-5"
    return element(
        "g",
        element("path", class_="map-bar", d=drawn),
        element("text", bar.words, class_="map-bar-length", x=left, y=bottom - 9),
    )


def corners(box: Box, wide: float, high: float) -> list[Box]:
    """The corners of a drawing for something of a size, in the order in which they are preferred."""
    left, right = box.left + _INSET, box.right - _INSET - wide
    top, bottom = box.top + _INSET, box.bottom - _INSET - high
    return [
        Box(x, y, x + wide, y + high) for x, y in ((right, bottom), (left, bottom), (left, top), (right, top))
    ]


def graticule(view: View) -> Element:
    """Parallels and meridians, at round degrees."""
    window = view.window
    interval = _interval(min(window.width, window.height))
    lines = [
        *(
            ((west, window.top), (west, window.bottom))
            for west in _round_degrees(window.left, window.right, interval)
        ),
        *(
            ((window.left, south), (window.right, south))
            for south in _round_degrees(window.top, window.bottom, interval)
        ),
    ]
    drawn = "".join(path(line, closed=False) for line in parallels(lines, view))
    return element("path", class_="map-grid", d=drawn)


def _interval(degrees: float) -> float:
    return next((each for each in _INTERVALS if degrees / each <= _LINES), _INTERVALS[-1])


def _round_degrees(start: float, end: float, interval: float) -> Iterator[float]:
    for count in range(ceil(start / interval), floor(end / interval) + 1):
        yield count * interval
