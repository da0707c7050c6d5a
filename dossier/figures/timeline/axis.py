"""The axis of a timeline: where a moment lies on it, and the ticks below. Owns the choice of ticks for any range.

A moment is a number of days since 1 January 1970, with the time of day as a fraction; a range may be hours or
millions of years long.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from dossier.edtf.names import MONTHS
from dossier.graph.periods import civil, ordinal

__all__ = ["Scale", "Tick", "ticks"]

_YEAR = 365.2425  # days, the mean of the Gregorian calendar
_HOURS = (1, 3, 6, 12)
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 3, 6)
_YEARS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis, from 0 to 1, and what stands below it."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of time drawn from left to right."""

    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start

    def at(self, moment: float) -> float:
        """Where a moment lies, from 0 to 1; what lies outside is at the nearer end."""
        return min(max((moment - self.start) / self.length, 0.0), 1.0)

    def holds(self, moment: float) -> bool:
        return self.start <= moment <= self.end


def ticks(scale: Scale, most: int) -> tuple[Tick, ...]:
    """At most so many ticks, at borders of hours, days, months or years."""
    for found in _candidates(scale):
        inside = [(moment, label) for moment, label in found if scale.holds(moment)]
        if len(inside) <= most:
            return tuple(Tick(scale.at(moment), label) for moment, label in inside)
    return ()


def _candidates(scale: Scale) -> Iterator[Iterator[tuple[float, str]]]:
    """Ticks of every step, finest first; a step that would make hundreds is left out."""
    room = scale.length / 100
    yield from (_hourly(scale, step) for step in _HOURS if step / 24 >= room)
    yield from (_daily(scale, step) for step in _DAYS if step >= room)
    yield from (_monthly(scale, step) for step in _MONTHS if step * 30 >= room)
    power = max(0, len(str(int(room / _YEAR))) - 1)
    while True:
        yield from (_yearly(scale, step * 10**power) for step in _YEARS)
        power += 1


def _hourly(scale: Scale, step: int) -> Iterator[tuple[float, str]]:
    for number in range(floor(scale.start * 24 / step), ceil(scale.end * 24 / step) + 1):
        day, hour = divmod(number * step, 24)
        label = f"{hour}:00" if hour else _day_label(day)
        yield number * step / 24, label


def _daily(scale: Scale, step: int) -> Iterator[tuple[float, str]]:
    """Days counted from the first of each month: 1, 8, 15 and 22, and not whatever the range begins with."""
    for number in range(floor(scale.start), ceil(scale.end) + 1):
        day = civil(number)[2]
        if (day - 1) % step == 0 and day + step <= 33:
            yield float(number), _day_label(number)


def _monthly(scale: Scale, step: int) -> Iterator[tuple[float, str]]:
    first, last = civil(floor(scale.start)), civil(ceil(scale.end))
    for number in range((first[0] * 12 + first[1] - 1) // step, (last[0] * 12 + last[1]) // step + 1):
        year, month = divmod(number * step, 12)
        label = MONTHS[month][:3] if month else _year_label(year)
        yield float(ordinal((year, month + 1, 1))), label


def _yearly(scale: Scale, step: int) -> Iterator[tuple[float, str]]:
    first, last = civil(floor(scale.start))[0], civil(ceil(scale.end))[0]
    for number in range(first // step, last // step + 1):
        year = number * step + (
            number <= 0 < step - 1
        )  # 3000 BC is the year -2999, and before 1 there is no year
        yield float(ordinal((year, 1, 1))), _year_label(year)


def _day_label(number: int) -> str:
    _, month, day = civil(number)
    return f"{day} {MONTHS[month - 1][:3]}"


def _year_label(year: int) -> str:
    if year <= 0:
        return f"{1 - year:,} BC" if year < -9998 else f"{1 - year} BC"
    return f"AD {year:,}" if year > 9999 or year < 1000 else str(year)
