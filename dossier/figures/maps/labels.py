"""The words on a map: which names a label has, in which lines, and how they are drawn. `placing` says where."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dossier.figures.maps.lettering import NAME, OTHER, Line
from dossier.figures.maps.projection import Point
from dossier.figures.maps.sites import Site
from dossier.figures.maps.spots import LEADING, Placed
from dossier.figures.svg import Element, element, number
from dossier.model import Shape

__all__ = ["draw_label", "land_lines", "site_lines"]

_WIDEST = 250.0
_MOST = 4  # names in other scripts, and lines of the house name; the rest is in the list beside the map
_ASCENT = 0.86  # of the size of letters that is above the line they stand on


def site_lines(site: Site) -> tuple[Line, ...]:
    """The lines of a sheet's label: its name, and below it its names in other scripts, as many a line as fit."""
    lines = [Line((("", part),), NAME) for part in _wrapped(site.name)][:_MOST]
    row: tuple[tuple[str, str], ...] = ()
    for each in site.names[:_MOST]:
        if row and Line((*row, each), OTHER).width > _WIDEST:
            lines.append(Line(row, OTHER))
            row = ()
        row = (*row, each)
    if row:
        lines.append(Line(row, OTHER))
    return tuple(lines)


def land_lines(shape: Shape, language: str) -> tuple[Line, ...]:
    """The label of land that no sheet is about: its name in the language of the dossier, if its file gives one."""
    name = shape.properties.get(f"name_{language}") or shape.properties.get("name", "")
    return tuple(Line((("", part),), OTHER) for part in _wrapped(name)[:_MOST])


def draw_label(placed: Placed, name: str) -> Element:
    """Words in their box. `map.css` makes letters smaller on larger screens; they stay by the side they begin at."""
    x = {"start": placed.box.left, "middle": placed.box.middle[0], "end": placed.box.right}[placed.align]
    lines = list(_lines(placed, x))
    text = element("text", *lines, class_=name, text_anchor=None if placed.align == "start" else placed.align)
    if placed.leader is None:
        return text
    return element("g", element("path", class_="map-leader", d=_straight(placed.leader)), text)


def _lines(placed: Placed, x: float) -> Iterator[Element | str]:
    """The lines of a label, each below the one before by its own size, around the middle of the box."""
    sizes = [line.size for line in placed.lines]
    height = sum(sizes) * LEADING
    first = placed.box.middle[1] - height / 2 + sizes[0] * (_ASCENT + (LEADING - 1) / 2)
    for number_, line in enumerate(placed.lines):
        other = (
            "map-other"
            if line.size == OTHER and len(placed.lines) > 1 and any(lang for lang, _ in line.words)
            else None
        )
        yield element(
            "tspan",
            *_words(line),
            class_=other,
            x=number(x),
            y=number(first) if number_ == 0 else None,
            dy=None if number_ == 0 else f"{LEADING}em",
        )
        if number_ < len(placed.lines) - 1:
            yield element("tspan", " ", class_="map-gap")  # keeps the lines apart for those who hear them


def _words(line: Line) -> Iterator[Element | str]:
    for index, (language, text) in enumerate(line.words):
        if index:
            yield line.joint
        yield element("tspan", text, lang=language) if language else text


def _wrapped(name: str) -> list[str]:
    """A name in lines that are not too wide, cut where it has spaces or, failing that, anywhere."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if Line((("", longer),), NAME).width <= _WIDEST:
            lines[-1] = longer
        else:
            lines += [word] if lines[-1] else []
            lines[-1] = lines[-1] or word
    return [_shortened(line) for line in lines if line]


def _shortened(line: str) -> str:
    if Line((("", line),), NAME).width <= _WIDEST:
        return line
    while line and Line((("", line + "…"),), NAME).width > _WIDEST:
        line = line[:-1]
    return line + "…"


def _straight(leader: tuple[Point, Point]) -> str:
    return "".join(
        f"M{number(a[0])} {number(a[1])}L{number(b[0])} {number(b[1])}" for a, b in pairwise(leader)
    )
