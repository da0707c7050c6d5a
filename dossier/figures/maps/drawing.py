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
from dossier.figures.maps.outlines import Outline, trace
from dossier.figures.maps.placing import Board, Wanted
from dossier.figures.maps.projection import Point
from dossier.figures.maps.sites import Site
from dossier.figures.maps.spots import FARTHEST, Placed
from dossier.figures.maps.view import View
from dossier.figures.svg import Element, element, number

__all__ = ["Drawing", "draw"]

_NEIGHBOURS = 12  # those nearest are named around the subject of a map
_NEIGHBOUR = 40.0  # units from its shape that the name of a neighbour may stand; its direction is said anyway


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map, which sites are seen on it and where, which of them are named, and the boxes its words keep to."""

    svg: Element
    view: View
    middles: Mapping[str, Point]
    labels: Mapping[str, Placed]
    has_inset: bool
    boxes: tuple[Box, ...]

    @property
    def seen(self) -> tuple[str, ...]:
        return tuple(self.middles)


def draw(atlas: Atlas, view: View, sites: Sequence[Site], language: str = "en") -> Drawing:
    """Draw what a view shows of sites and of the land around them, and where in the whole that is.

    `language` chooses among the names that land has.
    """
    return _Map(atlas, view, sites, language).drawn()


class _Map:
    def __init__(self, atlas: Atlas, view: View, sites: Sequence[Site], language: str) -> None:
        self._atlas = atlas
        self._view = view
        self._language = language
        traced = ((site, trace(site.shapes, view, atlas.limits)) for site in sites)
        self._seen = {site.id: (site, outline) for site, outline in traced if _is_seen(outline, view.box)}
        self._land = {shape.id: trace([shape], view, atlas.limits, as_land=True) for shape in atlas.land}
        outlines = [outline for _, outline in self._seen.values()]
        self._board = Board(view.box, outlines, list(self._land.values()))
        self._boxes: list[Box] = []

    def drawn(self) -> Drawing:
        view = self._view
        # What takes room takes it in order of importance: what stands in corners, names of sheets, names of land.
        inset, bar = self._inset(), self._bar()
        labels = self._labels()
        land = self._land_labels()
        svg = element(
            "svg",
            patterns(site.style for site, _ in self._seen.values()),
            element("rect", class_="map-sea", width=view.width, height=view.height),
            graticule(view),
            draw_path("map-land", "".join(each.area_path for each in self._land.values())),
            draw_path("map-line", "".join(each.line_path for each in self._land.values())),
            *land,
            *(draw_site(site, outline, labels.get(site.id)) for site, outline in self._seen.values()),
            inset,
            bar,
            element("rect", class_="map-frame", width=view.width, height=view.height),
            class_="map-svg",
            viewBox=f"0 0 {number(view.width)} {number(view.height)}",
        )
        middles = {each: _middle(outline, view.box) for each, (_, outline) in self._seen.items()}
        return Drawing(svg, view, middles, labels, inset is not None, tuple(self._boxes))

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
        subjects = [each for each in self._seen.values() if each[0].is_subject]
        others = [each for each in self._seen.values() if not each[0].is_subject]
        if subjects:
            others = sorted(others, key=lambda each: _away(each[1], self._view.box))[:_NEIGHBOURS]
        placed = self._board.name_all(
            [
                Wanted(
                    site.id,
                    outline,
                    site_lines(site),
                    _NEIGHBOUR if subjects and each is others else FARTHEST,
                )
                for each in (subjects, others)
                for site, outline in sorted(each, key=lambda each: (_extent(each[1]), each[0].id))
            ]
        )
        self._boxes += [each.box for each in placed.values()]
        return placed

    def _land_labels(self) -> list[Element]:
        found = []
        for shape in self._atlas.land:
            lines, outline = land_lines(shape, self._language), self._land[shape.id]
            placed = self._board.name(outline, lines, reach=0.0) if lines and outline.areas else None
            if placed:
                self._boxes.append(placed.box)
                found.append(draw_label(placed, "map-land-name"))
        return found


def _is_seen(outline: Outline, box: Box) -> bool:
    return any(box.has(point) for point in outline.every_point()) or any(
        bounds(ring).holds(box) for ring in outline.areas
    )


def _middle(outline: Outline, box: Box) -> Point:
    """The middle of what is seen."""
    return bounds([point for point in outline.every_point() if box.has(point)] or [box.middle]).middle


def _away(outline: Outline, box: Box) -> float:
    return hypot(*(a - b for a, b in zip(_middle(outline, box), box.middle, strict=True)))


def _extent(outline: Outline) -> float:
    around = bounds(list(outline.every_point()))
    return around.width + around.height
