"""Shapes for tests of maps: written by hand, or made from numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dossier.figures.maps import Atlas, Drawing, Site, Style, compile_atlas, draw
from dossier.model import Position, Shape
from dossier.model.geojson import read_parts

__all__ = ["area", "atlas", "dot", "drawn", "site"]


PLAIN = Style()


def dot(name: str, *positions: Position) -> Shape:
    """Points."""
    return Shape(name, read_parts({"type": "MultiPoint", "coordinates": list(map(list, positions))}))


def area(name: str, /, *positions: Position, **properties: str) -> Shape:
    """A polygon."""
    ring = list(map(list, (*positions, positions[0])))
    return Shape(name, read_parts({"type": "Polygon", "coordinates": [ring]}), properties)


def atlas(shapes: Mapping[str, Shape], land: Sequence[Shape] = ()) -> Atlas:
    found = compile_atlas({name: (shape,) for name, shape in shapes.items()}, land)
    assert found
    return found


def site(name: str, shape: Shape, *others: str, subject: bool = False, style: Style = PLAIN) -> Site:
    names = tuple(("ja", other) for other in others)
    return Site(name, name, names, (shape,), f"{name}.html", "teal", style, subject)


def drawn(
    shapes: Mapping[str, Shape], land: Sequence[Shape] = (), subject: str = "", *others: str
) -> Drawing:
    """A map of shapes, each of a sheet; closely around one of them, where one is named."""
    book = atlas(shapes, land)
    view = book.around([subject]) if subject else book.view
    sites = [site(name, shape, *others, subject=name == subject) for name, shape in shapes.items()]
    return draw(book, view, sites)
