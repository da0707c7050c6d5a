"""How one date differs from another. Owns what it means that a date is sharper than it was."""

from __future__ import annotations

from dossier.changes.values import What
from dossier.edtf import Date, Day, End, Kind, Point, Precision, Time

__all__ = ["redated"]

_INSIDE = (Precision.SECOND, Precision.SEASON)  # sharper than the day or the year whose bounds they have


def redated(before: Date | None, after: Date | None) -> What | None:
    """Say how a date changed: given, taken away, narrower within what it was, wider, or another; None if it did not.

    An interval says from when to when, so that a shorter one is no sharper one: each end is held against its own.
    """
    if before is None or after is None:
        return None if before is after else What.DATED if after else What.UNDATED
    narrower, wider = _within(after, before), _within(before, after)
    if narrower and wider:
        return None if _details(before) == _details(after) else What.REDATED
    return What.SHARPENED if narrower else What.WIDENED if wider else What.REDATED


def _within(inner: Date, outer: Date) -> bool:
    if (inner.kind is Kind.INTERVAL) != (outer.kind is Kind.INTERVAL):
        return False
    if inner.kind is Kind.INTERVAL:
        return _end_within(inner.start, outer.start) and _end_within(inner.end, outer.end)
    return _stretch_within(
        (inner.earliest, inner.latest), _vagueness(inner), (outer.earliest, outer.latest), _vagueness(outer)
    )


def _end_within(inner: Point | End, outer: Point | End) -> bool:
    if isinstance(inner, End) or isinstance(outer, End):
        return inner is outer or (outer is End.UNKNOWN and isinstance(inner, Point))
    bounds = ((point.earliest, point.latest) for point in (inner, outer))
    return _stretch_within(next(bounds), _vague(inner), next(bounds), _vague(outer))


def _stretch_within(
    inner: tuple[Day | None, Day | None],
    inner_vagueness: tuple[bool, ...],
    outer: tuple[Day | None, Day | None],
    outer_vagueness: tuple[bool, ...],
) -> bool:
    """Whether one stretch of days lies in another; where they are the same, whether it is said no less surely."""
    if inner == outer:
        return all(a <= b for a, b in zip(inner_vagueness, outer_vagueness, strict=True))
    starts_in = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    return starts_in and (outer[1] is None or (inner[1] is not None and inner[1] <= outer[1]))


def _vagueness(date: Date) -> tuple[bool, ...]:
    whole = date.precision not in _INSIDE
    return (date.is_approximate, date.is_uncertain, date.kind is Kind.ONE_OF, whole)


def _vague(point: Point) -> tuple[bool, ...]:
    return (point.is_approximate, point.is_uncertain, point.precision not in _INSIDE)


def _details(date: Date) -> list[tuple[int | None, Time | None]]:
    """What the days of a date do not show."""
    return [(point.season, point.time) for point in date.points]
