"""Where land is cut off. Owns how that is told from a coast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model import Form, Position, Shape

__all__ = ["Limits", "limits"]

_POLE = 90.0
_DATE_LINE = 180.0


@dataclass(frozen=True, slots=True)
class Limits:
    """The parallels and meridians that cut off the land: beyond them it is not known, so no map shows what is there."""

    west: float | None = None
    south: float | None = None
    east: float | None = None
    north: float | None = None


def limits(land: Sequence[Shape]) -> Limits:
    """Where land is cut off: the outermost parallels and meridians along which a coast runs straight."""
    areas = [part for shape in land for part in shape.parts if part.form is Form.AREA]
    if not areas:
        return Limits()
    sides = [side([part.extent[index] for part in areas]) for index, side in enumerate((min, min, max, max))]
    cut = [
        any(part.extent[index] == side and _runs_along(part.rings[0], index % 2, side) for part in areas)
        and abs(side) < (_POLE if index % 2 else _DATE_LINE)
        for index, side in enumerate(sides)
    ]
    return Limits(*(side if is_cut else None for side, is_cut in zip(sides, cut, strict=True)))


def _runs_along(ring: Sequence[Position], axis: int, side: float) -> bool:
    """Whether two points that follow each other lie on a side."""
    return any(a[axis] == side == b[axis] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
