"""SVG as text. Owns escaping: no name on a sheet can add an element or an attribute to a figure.

An element is its own HTML, made from the inside out with `element`. All of it is one line, as a block of HTML inside
Markdown must be: a blank line would end it.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["Element", "element", "number"]

# What neither XML nor HTML may hold, and what would break the line.
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_WHITE = re.compile(r"\s+")


class Element(str):
    """An element as HTML. What has no content is closed by an end tag of its own."""

    __slots__ = ()


def element(tag: str, *children: Element | str | None, **attributes: object) -> Element:
    """Make an element. Attributes are named as in SVG, `_` for `-` and `class_` for `class`; None leaves one out.

    Children are elements or words; None is left out.
    """
    written = "".join(
        f' {_attribute(name)}="{_quoted(value)}"' for name, value in attributes.items() if value is not None
    )
    inside = "".join(
        child if isinstance(child, Element) else _escaped(child) for child in children if child is not None
    )
    return Element(f"<{tag}{written}>{inside}</{tag}>")


def number(value: float) -> str:
    """A length in as few characters as a tenth of a unit needs."""
    rounded = round(value, 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


@lru_cache(maxsize=100)
def _attribute(name: str) -> str:
    return name.strip("_").replace("_", "-")


def _quoted(value: object) -> str:
    if isinstance(value, float):
        return number(value)
    return _escaped(str(value)).replace('"', "&quot;")


def _escaped(words: str) -> str:
    if not words.isprintable() or "  " in words:  # nothing else needs cleaning, and hardly anything does
        words = _WHITE.sub(" ", _UNWRITABLE.sub("\ufffd", words))
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
