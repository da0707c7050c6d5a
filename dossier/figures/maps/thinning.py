"""Lines made small: without the points nobody sees, and written in few characters. Owns how exact a drawing is.

Rings are left open: the last point is followed by the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dossier.figures.maps.projection import Point

__all__ = ["path", "thinned", "thinned_ring"]

_COARSE = 0.35  # units of a drawing: what a line may be off by, less than anybody sees


def thinned(line: Sequence[Point], coarse: float = _COARSE) -> list[Point]:
    """A line without the points that change it by less than can be seen (Douglas and Peucker, 1973)."""
    kept = {0, len(line) - 1}
    pending = [(0, len(line) - 1)]
    while pending:
        start, end = pending.pop()
        farthest, distance = _farthest(line, start, end)
        if distance > coarse:
            kept.add(farthest)
            pending += [each for each in ((start, farthest), (farthest, end)) if each[1] - each[0] > 1]
    return [line[index] for index in sorted(kept)]


def thinned_ring(ring: Sequence[Point]) -> list[Point]:
    """The same of a ring, cut open where it is farthest from its first point."""
    if len(ring) < 4:
        return list(ring)
    x, y = ring[0]
    far = max(range(len(ring)), key=lambda index: (ring[index][0] - x) ** 2 + (ring[index][1] - y) ** 2)
    return [*thinned(ring[: far + 1])[:-1], *thinned([*ring[far:], ring[0]])[:-1]]


def path(points: Sequence[Point], *, closed: bool) -> str:
    """The commands of SVG that draw a line: to a tenth of a unit, each point from the one before it."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(tenths) if a != b]
    start = _pair(*tenths[0])
    drawn = "".join(f"{_pair(*step)} " for step in steps).strip().replace(" -", "-")
    return f"M{start}l{drawn or '0 0'}{'z' if closed else ''}"


def _pair(x: int, y: int) -> str:
    second = _tenths(y)
    return f"{_tenths(x)}{'' if second.startswith('-') else ' '}{second}"


def _tenths(value: int) -> str:
    sign, (whole, rest) = "-" if value < 0 else "", divmod(abs(value), 10)
    return f"{sign}{whole or (0 if not rest else '')}{f'.{rest}' if rest else ''}"


def _farthest(line: Sequence[Point], start: int, end: int) -> tuple[int, float]:
    """The point between two that is farthest from the straight line between them, and how far it is."""
    (x, y), (right, down) = line[start], line[end]
    dx, dy = right - x, down - y
    length = dx * dx + dy * dy
    best, found = 0.0, start
    for index in range(start + 1, end):
        px, py = line[index]
        px, py = px - x, py - y
        along = px * dx + py * dy
        if along > 0:  # beyond the start
            along = along / length if along < length else 1.0
            px, py = px - along * dx, py - along * dy
        distance = px * px + py * py
        if distance > best:
            best, found = distance, index
    return found, best**0.5
