"""EDTF text to one `Point`, or to what is wrong in it.

Owns the grammar of a single date and time at Levels 0 and 1 (LoC specification), and the length of months.
Intervals and ranges are `grammar`'s. It does not guess: what has none of these shapes is None. The
suggestions of its faults are drafts, which `parsing` reads before it shows them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.edtf.date import Point, Precision, Time
from dossier.edtf.fault import Fault, unsupported
from dossier.edtf.names import MONTHS

MAX_YEAR_DIGITS = 12

# Only ASCII digits: `\d` would also take the digits of every other script.
_POINT = re.compile(
    r"""(?: Y(-?[0-9]+)                                  # year of more than four digits
          | (-?[0-9]{2}(?:[0-9]{2}|[0-9]X|XX))           # year
            (?: -([0-9]{2}|XX)                           # month, or 21 to 24 for a season
              (?: -([0-9]{2}|XX)                         # day
                (?: T([0-9]{2}:[0-9]{2}:[0-9]{2}) (Z|[+-][0-9]{2}(?::[0-9]{2})?)? )? )? )?
        ) ([?~%]?)""",
    re.VERBOSE,
)


def year_text(year: int) -> str:
    """A year of up to four digits as EDTF writes it: 43 is `0043`, -43 is `-0043`."""
    return f"{year:0{5 if year < 0 else 4}}"


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month from 1 to 12 in the proleptic Gregorian calendar (ISO 8601-1)."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def read_point(text: str) -> Point | Fault | None:
    """A single date; what is wrong with it; or None when it has no shape of Level 0 or 1."""
    match = _POINT.fullmatch(text)
    if not match:
        return None
    long, year, month, day, clock, zone, mark = match.groups()
    if clock and (mark or "X" in text):
        return None
    point = _long_year(long) if long else _calendar(year, month, day)
    if clock and isinstance(point, Point):
        return _at_time(point, text, clock, zone)
    if mark and isinstance(point, Point):
        # LoC Level 1, qualification of a date: `?` uncertain, `~` approximate, `%` both.
        return replace(point, is_uncertain=mark in "?%", is_approximate=mark in "~%")
    return point


def _long_year(digits: str) -> Point | Fault:
    """LoC Level 1, letter-prefixed calendar year: `Y`, perhaps a minus, and more than four digits."""
    size = len(digits.lstrip("-"))
    if size > MAX_YEAR_DIGITS:
        hint = f"write a year of at most {MAX_YEAR_DIGITS} digits"
        return Fault(f"a year of {size} digits is too long", hint)
    year = int(digits)
    if abs(year) < 10_000:
        return Fault("Y is for years of more than four digits", "", (year_text(year),))
    if digits.lstrip("-").startswith("0"):
        return Fault("a year after Y cannot begin with 0", "", (f"Y{year}",))
    return Point((year, 1, 1), (year, 12, 31), Precision.YEAR)


def _calendar(year: str, month: str | None, day: str | None) -> Point | Fault | None:
    if year == "-0000":
        return Fault("there is no year -0000", "", ("-".join(filter(None, ("0000", month, day))),))
    if "X" in year:
        return None if month else _decade_or_century(year)
    if month == "XX":
        return _unknown_month(year, day)
    if day:
        return _unknown_day(year, month or "") if day == "XX" else _day(year, month or "", day)
    return _month(year, month) if month else _year(year)


def _decade_or_century(year: str) -> Point:
    """LoC Level 1, one or two unspecified digits at the end of a year: `201X`, `20XX`."""
    first, last = sorted((int(year.replace("X", "0")), int(year.replace("X", "9"))))
    precision = Precision.CENTURY if year.endswith("XX") else Precision.DECADE
    return Point((first, 1, 1), (last, 12, 31), precision)


def _unknown_month(year: str, day: str | None) -> Point | None:
    """LoC Level 1, `2004-XX` and `1985-XX-XX`; a known day in an unknown month is Level 2."""
    if day not in (None, "XX"):
        return None
    return replace(_year(year), unspecified="month and day" if day else "month")


def _unknown_day(year: str, month: str) -> Point | Fault:
    """LoC Level 1, `1985-04-XX`."""
    known = _month(year, month)
    if isinstance(known, Point) and known.season:
        return _season_with_day(year, month)
    return replace(known, unspecified="day") if isinstance(known, Point) else known


def _year(year: str) -> Point:
    return Point((int(year), 1, 1), (int(year), 12, 31), Precision.YEAR)


def _month(year: str, month: str) -> Point | Fault:
    """A month, or one of the seasons 21 to 24 (LoC Level 1)."""
    number, which = int(year), int(month)
    if 1 <= which <= 12:
        last = (number, which, days_in_month(number, which))
        return Point((number, which, 1), last, Precision.MONTH)
    if 21 <= which <= 24:
        return Point((number, 1, 1), (number, 12, 31), Precision.SEASON, season=which)
    drafts = _years_cut_short(year, month)
    if 25 <= which <= 41:
        drafts = (*_part_of_year(year, which), *drafts)
        return unsupported(f"{year}-{month}", "seasons 25 to 41 are", *drafts)
    return Fault(f"there is no month {month}", "months are 01 to 12; 21 to 24 are the seasons", drafts)


def _part_of_year(year: str, code: int) -> tuple[str, ...]:
    """LoC Level 2, sub-year groupings 25 to 41, as a season of Level 1 or an interval of months."""
    if code <= 32:
        return (f"{year}-{21 + (code - 25) % 4}",)
    first, months = next((first, size) for first, size in ((40, 6), (37, 4), (33, 3)) if code >= first)
    last = (code - first + 1) * months
    return (f"{year}-{last - months + 1:02}/{year}-{last:02}",)


def _years_cut_short(year: str, ending: str) -> tuple[str, ...]:
    """`1950-56` read as the years it may stand for."""
    return (f"{year}/{year[:-2]}{ending}",) if ending > year[-2:] and not year.startswith("-") else ()


def _day(year: str, month: str, day: str) -> Point | Fault:
    which = int(month)
    if 21 <= which <= 41:
        return _season_with_day(year, month)
    if not 1 <= which <= 12:
        return Fault(f"there is no month {month}", "months are 01 to 12", (f"{year}-{day}-{month}",))
    if day == "00":
        return Fault("there is no day 00", "", (f"{year}-{month}",))
    length = days_in_month(int(year), which)
    if int(day) > length:
        hint = f"check the day, or write {year}-{month} for the month"
        return Fault(f"{MONTHS[which - 1]} {year} has {length} days", hint)
    bound = (int(year), which, int(day))
    return Point(bound, bound, Precision.DAY)


def _season_with_day(year: str, month: str) -> Fault:
    return Fault(f"{month} in place of the month is a season, which has no days", "", (f"{year}-{month}",))


def _at_time(date: Point, text: str, clock: str, zone: str | None) -> Point | Fault:
    """LoC Level 0, date and time: hours, minutes and seconds; then nothing, `Z` or an offset."""
    hour, minute, second = map(int, clock.split(":"))
    # ISO 8601-1 writes a leap second as second 60; with an offset it may end any hour.
    last = 60 if minute == 59 else 59
    for unit, value, highest in (
        ("hour", hour, 23),
        ("minute", minute, 59),
        ("second", second, last),
    ):
        if value > highest:
            hint = f"check the time, or write {text.partition('T')[0]} for the day"
            return Fault(f"there is no {unit} {value}", hint)
    offset = _offset(zone)
    if isinstance(offset, Fault):
        return offset
    return replace(date, precision=Precision.SECOND, time=Time(hour, minute, second, offset))


def _offset(zone: str | None) -> int | Fault | None:
    """Minutes ahead of UTC; None for a local time."""
    if zone is None or zone == "Z":
        return 0 if zone else None
    hours, minutes = int(zone[1:3]), int(zone[4:] or 0)
    if hours > 23 or minutes > 59:
        return Fault(f"there is no time zone {zone}", "write Z for UTC, or an offset such as +09:00")
    return (hours * 60 + minutes) * (-1 if zone[0] == "-" else 1)
