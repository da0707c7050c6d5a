"""Shares of a whole as a bar. Owns its drawing; the numbers stand beside it, in words."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.figures.svg import Element, element

__all__ = ["bar"]

_WIDTH, _HEIGHT = 100.0, 6.0


def bar(parts: Iterable[tuple[str, int]], whole: int) -> Element:
    """A bar as long as it is given room, filled from the left by parts of the whole, each of a class of its own."""
    drawn, start = [element("rect", class_="bar-whole", width=_WIDTH, height=_HEIGHT)], 0.0
    for name, count in parts:
        width = _WIDTH * count / whole if whole else 0.0
        if width:
            drawn.append(element("rect", class_=f"bar-part {name}", x=start, width=width, height=_HEIGHT))
        start += width
    box = f"0 0 {_WIDTH:.0f} {_HEIGHT:.0f}"
    return element("svg", *drawn, class_="bar", viewBox=box, preserveAspectRatio="none", aria_hidden="true")
