"""A `Date` in plain English.

Owns every word a reader sees for a date. It does not translate or mark up. Years before 1 are "BC" and below
1000 "AD"; a century, or a decade such as 1900 to 1909, is given by its years, because "the 1900s" may be
either; what is marked `~` is "about", and what is marked `?` is "(uncertain)".
"""

from __future__ import annotations

from dossier.edtf.date import Date, Kind, Point, Precision, Time
from dossier.edtf.names import MONTHS, SEASONS


def say(date: Date) -> str:
    """The date in words for the middle of a sentence: `2019-02-15/2019-02-17` is "15 to 17 February 2019"."""
    start, end = date.start, date.end
    if isinstance(start, Point) and isinstance(end, Point):
        return _both(start, end, date.kind)
    point = date.points[0]
    words = _point(point)
    if date.kind is Kind.ONE_OF:
        preposition = "on" if point.precision is Precision.DAY else "in"
        return f"{preposition} or {'before' if point is end else 'after'} {words}"
    if point is end:
        return f"until {words}" if date.open_start else f"until {words}, start not known"
    return f"since {words}" if date.open_end else f"from {words}, end not known"


def _both(start: Point, end: Point, kind: Kind) -> str:
    if start == end:
        return _point(start)
    first = _point(start)
    if not start.is_qualified and not end.is_qualified and start.precision == end.precision:
        first = _without_shared(start, end)
    return f"{first} to {_point(end)}" if kind is Kind.INTERVAL else f"between {first} and {_point(end)}"


def _without_shared(start: Point, end: Point) -> str:
    """The start without the month and year that the end is about to say."""
    (year, month, day), (end_year, end_month, _) = start.earliest, end.earliest
    if year != end_year or start.precision not in (Precision.DAY, Precision.MONTH, Precision.SEASON):
        return _bare(start)
    if start.season:
        return SEASONS[start.season]
    if start.precision is Precision.MONTH:
        return MONTHS[month - 1]
    return str(day) if month == end_month else f"{day} {MONTHS[month - 1]}"


def _point(point: Point) -> str:
    notes = [f"{point.unspecified} not known"] if point.unspecified else []
    notes += ["uncertain"] if point.is_uncertain else []
    about = "about " if point.is_approximate else ""
    return about + _bare(point) + (f" ({', '.join(notes)})" if notes else "")


def _bare(point: Point) -> str:
    """The point without its qualifiers."""
    year, month, day = point.earliest
    match point.precision:
        case Precision.CENTURY | Precision.DECADE:
            return _years(year, point.latest[0], point.precision)
        case Precision.YEAR:
            return _year(year)
        case Precision.SEASON:
            return f"{SEASONS[point.season or 21]} {_year(year)}"
        case Precision.MONTH:
            return f"{MONTHS[month - 1]} {_year(year)}"
    day_words = f"{day} {MONTHS[month - 1]} {_year(year)}"
    return f"{day_words}, {_time(point.time)}" if point.time else day_words


def _year(year: int) -> str:
    """Year 0 is 1 BC; a long year has its digits grouped."""
    if year <= 0:
        count = 1 - year
        return f"{count:,} BC" if count > 9999 else f"{count} BC"
    if year > 9999:
        return f"AD {year:,}"
    return f"AD {year}" if year < 1000 else str(year)


def _years(first: int, last: int, precision: Precision) -> str:
    """The years an X stands for. "The 1950s" is clear; "the 1900s" may be a decade or a century."""
    if precision is Precision.DECADE and first >= 1000 and first % 100:
        return f"the {first}s"
    if first >= 1000:
        return f"{first}–{last}"
    if last <= 0:
        return f"{1 - first}–{1 - last} BC"
    return f"AD {first}–{last}" if first > 0 else f"{_year(first)} to {_year(last)}"


def _time(time: Time) -> str:
    clock = f"{time.hour:02}:{time.minute:02}:{time.second:02}"
    if time.offset is None:
        return clock
    hours, minutes = divmod(abs(time.offset), 60)
    sign = "−" if time.offset < 0 else "+"
    ahead = f"{sign}{hours}{f':{minutes:02}' if minutes else ''}" if time.offset else ""
    return f"{clock} UTC{ahead}"
