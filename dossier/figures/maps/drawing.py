"""A map as SVG. Owns what lies above what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from dossier.figures.maps.atlas import Atlas
from dossier.figures.maps.cells import CELL
from dossier.figures.maps.cutting import Box, bounds
from dossier.figures.maps.furniture import bar_box, draw_bar, graticule, patterns, scale_bar
from dossier.figures.maps.inset import draw_inset, inset_box
from dossier.figures.maps.labels import draw_label, land_lines, site_lines
from dossier.figures.maps.marks import draw_path, draw_site
from dossier.figures.maps.outlines import Outline, trace, trace_points
from dossier.figures.maps.placing import Board, Wanted
from dossier.figures.maps.projection import Point
from dossier.figures.maps.sites import Site
from dossier.figures.maps.spots import FARTHEST, Placed
from dossier.figures.maps.view import View
from dossier.figures.svg import Element, element, number
from dossier.model import Form

__all__ = ["Drawing", "draw"]

_TELLING = 3  # places; a point and two others
_NEIGHBOURS = 12  # those nearest are named around the subject of a map
_NEIGHBOUR = 40.0  # units from its shape that the name of a neighbour may stand; its direction is said anyway


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map, which sites are seen on it and where, which of them are named, and the boxes its words keep to.

    `has_areas` says whether any of them is filled. It `is_telling` if it shows a coast, a line, or several places: a
    point on an empty sea says nothing about where it lies.
    """

    svg: Element
    view: View
    middles: Mapping[str, Point]
    labels: Mapping[str, Placed]
    has_inset: bool
    has_areas: bool
    is_telling: bool
    boxes: tuple[Box, ...]

    @property
    def seen(self) -> tuple[str, ...]:
        return tuple(self.middles)


def draw(atlas: Atlas, view: View, sites: Sequence[Site], language: str = "en") -> Drawing:
    """Draw what a view shows of sites and of the land around them, and where in the whole that is.

    `language` chooses among the names that land has.
    """
    return _Map(atlas, view, sites, language).drawn()


class _Seen:
    """A site on a map, and what is seen of it."""

    def __init__(self, site: Site, outline: Outline, box: Box) -> None:
        self.site, self.outline = site, outline
        points = list(outline.every_point())
        inside = [point for point in points if box.has(point)]
        self.is_seen = bool(inside) or any(bounds(ring).holds(box) for ring in outline.areas)
        self.middle = bounds(inside or [box.middle]).middle
        around = bounds(points or [box.middle])
        self.extent = around.width + around.height
        self.away = hypot(self.middle[0] - box.middle[0], self.middle[1] - box.middle[1])


class _Map:
    def __init__(self, atlas: Atlas, view: View, sites: Sequence[Site], language: str) -> None:
        self._atlas = atlas
        self._view = view
        self._language = language
        points = trace_points({site.id: site.shapes for site in sites if _is_points(site)}, view)
        traced = (
            _Seen(site, points.get(site.id) or trace(site.shapes, view, atlas.limits), view.box)
            for site in sites
        )
        self._seen = {each.site.id: each for each in traced if each.is_seen}
        self._land = [
            (shape, trace([shape], view, atlas.limits, as_land=True)) for shape in atlas.land_near(view)
        ]
        outlines = [each.outline for each in self._seen.values()]
        self._board = Board(view.box, outlines, [outline for _, outline in self._land])
        self._boxes: list[Box] = []

    def drawn(self) -> Drawing:
        view, seen = self._view, self._seen.values()
        # What takes room takes it in order of importance: what stands in corners, names of sheets, names of land.
        inset, bar = self._inset(), self._bar()
        labels = self._labels()
        land = self._land_labels()
        has_areas = any(each.outline.areas for each in seen)
        svg = element(
            "svg",
            patterns(each.site.style for each in seen if has_areas),
            element("rect", class_="map-sea", width=view.width, height=view.height),
            graticule(view),
            draw_path("map-land", "".join(each.area_path for _, each in self._land)),
            draw_path("map-line", "".join(each.line_path for _, each in self._land)),
            *land,
            *(draw_site(each.site, each.outline, labels.get(each.site.id)) for each in seen),
            inset,
            bar,
            element("rect", class_="map-frame", width=view.width, height=view.height),
            class_="map-svg",
            viewBox=f"0 0 {number(view.width)} {number(view.height)}",
        )
        middles = {each.site.id: each.middle for each in seen}
        return Drawing(
            svg, view, middles, labels, inset is not None, has_areas, self._tells(), tuple(self._boxes)
        )

    def _tells(self) -> bool:
        outlines = (each for _, each in self._land)
        coasts = any(
            each.areas or each.lines for each in (*outlines, *(each.outline for each in self._seen.values()))
        )
        return coasts or len(self._seen) >= _TELLING

    def _inset(self) -> Element | None:
        box = inset_box(self._atlas.inset, self._view, self._board)
        return draw_inset(self._atlas.inset, self._view, self._taken(box)) if box else None

    def _bar(self) -> Element | None:
        bar = scale_bar(self._view)
        return draw_bar(bar, self._taken(bar_box(bar, self._board, self._view))) if bar else None

    def _taken(self, box: Box) -> Box:
        self._boxes.append(box)
        self._board.take(box.grown(CELL))
        return box

    def _labels(self) -> dict[str, Placed]:
        """The names of what is seen. The subjects come first, then what is small and has the fewest places."""
        subjects = [each for each in self._seen.values() if each.site.is_subject]
        others = [each for each in self._seen.values() if not each.site.is_subject]
        if subjects:
            others = sorted(others, key=lambda each: each.away)[:_NEIGHBOURS]
        placed = self._board.name_all(
            [
                Wanted(
                    each.site.id,
                    each.outline,
                    site_lines(each.site),
                    _NEIGHBOUR if subjects and group is others else FARTHEST,
                )
                for group in (subjects, others)
                for each in sorted(group, key=lambda each: (each.extent, each.site.id))
            ]
        )
        self._boxes += [each.box for each in placed.values()]
        return placed

    def _land_labels(self) -> list[Element]:
        found = []
        for shape, outline in self._land:
            lines = land_lines(shape, self._language) if outline.areas else ()
            placed = self._board.name(outline, lines, reach=0.0) if lines else None
            if placed:
                self._boxes.append(placed.box)
                found.append(draw_label(placed, "map-land-name"))
        return found


def _is_points(site: Site) -> bool:
    return all(part.form is Form.POINT for shape in site.shapes for part in shape.parts)
