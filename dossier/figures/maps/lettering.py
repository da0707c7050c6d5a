"""How much room words take. Owns the sizes of a map's letters and what they are at most as wide as.

A page is drawn with the fonts of whoever reads it, so widths are estimates on the wide side, and letters are as large
as on a phone, where a map is half as wide: on larger screens they are smaller and leave room. `map.css` has the same
sizes.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property

from dossier.figures import lettering

__all__ = ["NAME", "OTHER", "Line", "scripts", "width"]

NAME = 20.0
"""The size of names on the smallest screens, in units of the drawing."""
OTHER = 18.0
"""The size of all other words."""

_BOLD = 1.12  # names are set in bold serif letters, which are that much wider than those measured


@dataclass(frozen=True)
class Line:
    """A line of a label: words with the languages they are in, in one size."""

    words: tuple[tuple[str, str], ...]
    size: float
    joint: str = " · "

    @cached_property
    def width(self) -> float:
        return width(self.joint.join(text for _, text in self.words), self.size)


def width(text: str, size: float) -> float:
    """How wide words are at most."""
    return size * lettering.width(text) * _BOLD


def scripts(text: str) -> frozenset[str]:
    """The scripts of the letters of a text, as Unicode names them: `LATIN`, `CYRILLIC`, `CJK`."""
    return frozenset(
        unicodedata.name(letter, "").split(" ")[0].split("-")[0] for letter in text if letter.isalpha()
    )
