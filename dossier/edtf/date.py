"""What a date holds, and which of two dates comes first.

Owns the values: `Point` (one date), `Date` (a point, an interval or a one-of range) and their order. It does
not read text (`grammar`) and has no words for a reader (`wording`). Days are `(year, month, day)`, because
`datetime.date` ends at the year 9999 and knows no year 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Day: TypeAlias = tuple[int, int, int]
SortKey: TypeAlias = tuple[Day, tuple[int, int, int, int], int, int, str]


class Precision(StrEnum):
    """How much of a date is known, coarsest first."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    SECOND = "second"


_RANK = {precision: rank for rank, precision in enumerate(Precision)}


class Kind(StrEnum):
    """What a date is: one point, a stretch of time (`a/b`), or one moment out of a stretch (`[a..b]`)."""

    DATE = "date"
    INTERVAL = "interval"
    ONE_OF = "one of"


class End(StrEnum):
    """An end that is no date: `..` has no bound, and an end left empty is unknown (LoC Level 1)."""

    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day; `offset` is minutes ahead of UTC, None for a local time (LoC Level 0, date and time)."""

    hour: int
    minute: int
    second: int
    offset: int | None = None

    @property
    def seconds(self) -> int:
        """Seconds since midnight UTC; a local time counts as UTC. Only for the order within one day."""
        return (self.hour * 60 + self.minute - (self.offset or 0)) * 60 + self.second


@dataclass(frozen=True, slots=True)
class Point:
    """One date. `earliest` and `latest` are the first and last day as written, not padded by `~` or `?`.

    `precision` is what is known: `1985-04-XX` is a month, and `unspecified` names what its X stands for. A
    season is bounded by its whole year, since 21 to 24 do not say which hemisphere (LoC Level 1, seasons).
    """

    earliest: Day
    latest: Day
    precision: Precision
    is_uncertain: bool = False
    is_approximate: bool = False
    unspecified: str = ""
    season: int | None = None
    time: Time | None = None

    @property
    def is_qualified(self) -> bool:
        return self.is_uncertain or self.is_approximate


@dataclass(frozen=True, slots=True)
class Date:
    """A date as published. `text` is exactly as written; a plain date has the same point at both ends.

    Of `[..b]` the start is open, and of `[a..]` the end.
    """

    text: str
    kind: Kind
    start: Point | End
    end: Point | End

    @property
    def earliest(self) -> Day | None:
        """The first day it can be, as written; None where the start is open or unknown."""
        return self.start.earliest if isinstance(self.start, Point) else None

    @property
    def latest(self) -> Day | None:
        """The last day it can be, as written, that day included; None where the end is open or unknown."""
        return self.end.latest if isinstance(self.end, Point) else None

    @property
    def points(self) -> tuple[Point, ...]:
        """The ends that are dates: one or two."""
        ends = (self.start,) if self.kind is Kind.DATE else (self.start, self.end)
        return tuple(end for end in ends if isinstance(end, Point))

    @property
    def precision(self) -> Precision:
        """The precision of the date; of an interval or a range, of its coarser end."""
        return min((point.precision for point in self.points), key=_RANK.__getitem__)

    @property
    def is_approximate(self) -> bool:
        """Whether any part of it carries `~` or `%`."""
        return any(point.is_approximate for point in self.points)

    @property
    def is_uncertain(self) -> bool:
        """Whether any part of it carries `?` or `%`."""
        return any(point.is_uncertain for point in self.points)

    @property
    def open_start(self) -> bool:
        return self.start is End.OPEN

    @property
    def open_end(self) -> bool:
        return self.end is End.OPEN

    @property
    def unknown_start(self) -> bool:
        return self.start is End.UNKNOWN

    @property
    def unknown_end(self) -> bool:
        return self.end is End.UNKNOWN

    @property
    def ends_before_it_begins(self) -> bool:
        """Whether the last day it can end precedes the first day it can begin: `2005/2004-06`."""
        first, last = self.earliest, self.latest
        return first is not None and last is not None and last < first

    @property
    def machine(self) -> str | None:
        """The `datetime` of an HTML `<time>`: a plain year, month or day from 0001 to 9999; else None."""
        point = self.start
        if self.kind is not Kind.DATE or not isinstance(point, Point):
            return None
        plain = not (point.is_qualified or point.unspecified)
        simple = point.precision in (Precision.YEAR, Precision.MONTH, Precision.DAY)
        return self.text if plain and simple and 1 <= point.earliest[0] <= 9999 else None

    @property
    def sort_key(self) -> SortKey:
        """A total order of dates: the keys of two dates are equal only where their text is.

        By the first day; an open or unknown start sorts by the last day. Of two that start on the same day
        the one that lasts longer comes first, so a coarser date stands before a finer one (1956, 1956-01,
        1956-01-01), and a year before its seasons. Then by time of day, then by text.

        One moment out of a stretch ([1956..1960]) stands at the end of its first date, after what is known to
        be of then: it most likely comes later, and nothing says that it comes before.
        """
        last, point = self.latest, self.points[0]
        anchor = self.earliest or point.latest
        length = (0, 0, 0, 0) if last is None else (1, -last[0], -last[1], -last[2])
        if self.kind is Kind.ONE_OF:
            anchor, length = point.latest, (2, 0, 0, 0)
        seconds = point.time.seconds if point.time else 0
        return anchor, length, _RANK[self.precision], seconds, self.text


def is_before(a: Date, b: Date) -> bool:
    """Whether the whole of `a` certainly precedes the whole of `b`, by the days as written.

    An open or unknown end is never certain, nor is a date that ends before it begins.
    """
    if a.latest is None or b.earliest is None or a.ends_before_it_begins or b.ends_before_it_begins:
        return False
    return a.latest < b.earliest


def is_after(a: Date, b: Date) -> bool:
    """Whether the whole of `a` certainly follows the whole of `b`: `is_before` the other way round."""
    return is_before(b, a)
