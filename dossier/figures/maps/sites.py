"""What a map is told: the sheets on it, and how each is to look. Owns these values alone."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Shape

__all__ = ["Site", "Style"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a shape is filled: by which of the fills and which of the hatchings, from 1; 0 is none."""

    fill: int = 0
    hatch: int = 0


@dataclass(frozen=True, slots=True)
class Site:
    """A sheet on a map. `names` are its names in other scripts with their languages; without `href` it is no link."""

    id: str
    name: str
    names: tuple[tuple[str, str], ...]
    shapes: tuple[Shape, ...]
    href: str = ""
    colour: str = ""
    style: Style = Style()
    is_subject: bool = False
