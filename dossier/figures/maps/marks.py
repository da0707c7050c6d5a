"""The shapes of one sheet on a map, with its name, as elements. Owns the classes by which `map.css` draws."""

from __future__ import annotations

from dossier.figures.maps.furniture import pattern_id
from dossier.figures.maps.labels import draw_label
from dossier.figures.maps.outlines import Outline
from dossier.figures.maps.sites import Site, Style
from dossier.figures.maps.spots import Placed
from dossier.figures.svg import Element, element, number

__all__ = ["draw_path", "draw_points", "draw_site", "swatch"]

_DOT = 4.0


def draw_site(site: Site, outline: Outline, label: Placed | None) -> Element:
    """The shapes of a sheet and its name: one link, where it leads anywhere."""
    name = f"map-site {site.colour}{' map-subject' if site.is_subject else ''}"
    return element(
        "a" if site.href else "g",
        _area(site.style, outline) if outline.areas else None,
        draw_path("map-coast", outline.coast_path),
        draw_path("map-line", outline.line_path),
        draw_points(outline.point_path, _DOT),
        draw_label(label, "map-name") if label else element("title", site.name),
        class_=name,
        href=site.href or None,
    )


def draw_path(name: str, commands: str) -> Element | None:
    return element("path", class_=name, d=commands) if commands else None


def draw_points(commands: str, radius: float) -> Element | None:
    if not commands:
        return None
    return element("path", class_="map-point", d=commands, stroke_width=number(2 * radius))


def swatch(style: Style) -> Element:
    """A sample of a style for a legend. It is drawn with the patterns of the map on its page."""
    sample = element("rect", class_="map-area", x=0.5, y=0.5, width=31, height=17, fill=_fill(style))
    return element("svg", sample, class_="map-swatch", viewBox="0 0 32 18", aria_hidden="true")


def _area(style: Style, outline: Outline) -> Element:
    """The areas; where their coasts are drawn by themselves, without a line around them."""
    line = None if outline.is_whole else "none"
    return element("path", class_="map-area", d=outline.area_path, fill=_fill(style), stroke=line)


def _fill(style: Style) -> str | None:
    return None if style == Style() else f"url(#{pattern_id(style)})"
