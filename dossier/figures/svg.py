"""SVG as text. Owns escaping: no name on a sheet can add an element or an attribute to a figure.

Elements are made with `element`, and `html` turns the outermost into text of one line, as a block of HTML inside
Markdown must be: a blank line would end it.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, tostring

__all__ = ["Element", "element", "html", "number"]

# What neither XML nor HTML may hold, and what would break the line.
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_WHITE = re.compile(r"\s+")


def element(tag: str, *children: Element | str | None, **attributes: object) -> Element:
    """Make an element. Attributes are named as in SVG, `_` for `-` and `class_` for `class`; None leaves one out.

    Children are elements or words; None is left out.
    """
    made = Element(tag)
    for name, value in attributes.items():
        if value is not None:
            made.set(name.strip("_").replace("_", "-"), _text(value))
    for child in children:
        if isinstance(child, Element):
            made.append(child)
        elif child is not None:
            _add_words(made, _text(child))
    return made


def html(root: Element) -> str:
    """Return an element as HTML of one line; what has no content is closed by an end tag of its own."""
    return tostring(root, encoding="unicode", short_empty_elements=False)


def number(value: float) -> str:
    """A length in as few characters as a tenth of a unit needs."""
    rounded = round(value, 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def _text(value: object) -> str:
    if isinstance(value, float):
        return number(value)
    return _WHITE.sub(" ", _UNWRITABLE.sub("\ufffd", str(value)))


def _add_words(parent: Element, words: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words
