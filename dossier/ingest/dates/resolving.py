"""What a stated date comes to, given the day it was written on. Owns the reckoning; knows no words.

The answer is EDTF (ISO 8601-2). A question mark says that it rests on an uncertain day of writing, or that another
year or week is nearly as likely; a tilde, that the words are rounder than the date. What cannot be told gives nothing.

- A day or month without a year is the nearest one to the day of writing; in news that is the one meant. Where the next
  nearest is hardly farther, or the day of the week belongs to another year, it is uncertain.
- A day of the week is the last one up to the day of writing, or the next one where the words say that it is to come.
- A moment of a week is one of its days from Monday to Sunday (ISO 8601).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dossier import edtf
from dossier.ingest.dates.forms import Anchor, Calendar, Fixed, Form, Stretch, Way, Weekday, Within

__all__ = ["resolve"]

_FAR = timedelta(days=150)  # from here on the other year is nearly as near
_DAY_ALONE = timedelta(days=12)  # farther than this, the month beside is nearly as near
_YEARS_LOOKED_AT = 6  # in which every day has fallen on every weekday it soon will


def resolve(form: Form, anchor: Anchor | None, way: Way) -> str:
    """The date as EDTF; empty where it cannot be told. `way` is what the words around it say of past and future."""
    match form:
        case Fixed(text):
            found = text
        case Stretch(first, last):
            found = _stretch(first, last, anchor)
        case Weekday():
            found = _weekday(form, anchor, way)
        case Within(weeks):
            found = _week(weeks, anchor)
        case Calendar():
            found = _calendar(form, anchor)
    return found if found and isinstance(edtf.parse(found), edtf.Date) else ""


def _calendar(form: Calendar, anchor: Anchor | None) -> str:
    if form.year is not None:
        return _text(form.year, form.month, form.day)
    if anchor is None:
        return ""
    try:
        return _relative(form, anchor)
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return ""


def _relative(form: Calendar, anchor: Anchor) -> str:
    if form.days is not None:
        day = anchor.day + timedelta(days=form.days)
        return _marked(day.isoformat(), anchor, about=form.about)
    if form.years is not None:
        text = _text(anchor.day.year + form.years, form.month, form.day)
        return _marked(text, anchor, about=form.about)
    if form.months is not None:
        year, month = _months_from(anchor.day, form.months)
        return _marked(_text(year, month, form.day), anchor, about=form.about)
    if form.month is None:
        return _day_alone(form, anchor)
    if form.turn:
        return _turned(form, anchor)
    return _nearest(form, anchor)


def _text(year: int, month: int | None, day: int | None) -> str:
    text = f"{year:04}"
    text += f"-{month:02}" if month is not None else ""
    return text + (f"-{day:02}" if day is not None else "")


def _marked(text: str, anchor: Anchor, *, about: bool = False, unsure: bool = False) -> str:
    uncertain = unsure or not anchor.is_certain
    return text + ("%" if uncertain and about else "?" if uncertain else "~" if about else "")


def _months_from(day: date, count: int) -> tuple[int, int]:
    index = day.year * 12 + day.month - 1 + count
    return index // 12, index % 12 + 1


def _nearest(form: Calendar, anchor: Anchor) -> str:
    """The year in which the day or month lies nearest, and falls on the day of the week that is named."""
    near = sorted(_in_years(form, anchor.day), key=lambda each: (abs(each - anchor.day), each))
    if not near:
        return ""
    fitting = [each for each in near if form.weekday is None or each.weekday() == form.weekday]
    best = (fitting or near)[0]
    unsure = best != near[0] or not fitting or (form.weekday is None and abs(best - anchor.day) > _FAR)
    return _marked(_text(best.year, form.month, form.day), anchor, unsure=unsure)


def _in_years(form: Calendar, day: date) -> Iterator[date]:
    """A month stands for its middle."""
    for year in range(day.year - _YEARS_LOOKED_AT, day.year + _YEARS_LOOKED_AT + 1):
        try:
            yield date(year, form.month or 0, form.day or 15)
        except ValueError:  # 29 February, or no day at all
            continue


def _turned(form: Calendar, anchor: Anchor) -> str:
    """The latest such month that is over ("last November"), or the first that has not begun ("next March")."""
    now = (anchor.day.year, anchor.day.month)
    years = range(anchor.day.year - 1, anchor.day.year + 2)
    months = [(year, form.month or 0) for year in years]
    over = [each for each in months if each < now]
    to_come = [each for each in months if each > now]
    year, month = over[-1] if form.turn < 0 else to_come[0]
    return _marked(_text(year, month, None), anchor)


def _day_alone(form: Calendar, anchor: Anchor) -> str:
    """The nearest day of that number in the month of writing or in the one before or after it."""
    days = []
    for count in (-1, 0, 1):
        year, month = _months_from(anchor.day, count)
        try:
            days.append(date(year, month, form.day or 0))
        except ValueError:
            continue
    near = sorted(days, key=lambda each: (abs(each - anchor.day), each))
    fitting = [each for each in near if form.weekday is None or each.weekday() == form.weekday]
    if not near:
        return ""
    best = (fitting or near)[0]
    unsure = not fitting or (form.weekday is None and abs(best - anchor.day) > _DAY_ALONE)
    return _marked(best.isoformat(), anchor, unsure=unsure)


def _weekday(form: Weekday, anchor: Anchor | None, way: Way) -> str:
    if anchor is None:
        return ""
    stated = form.way
    back = (anchor.day.weekday() - form.number) % 7
    if Way.FUTURE in (stated, way) and stated is not Way.PAST:
        days = 7 - back
    else:
        days = -(back or 7) if stated is Way.PAST else -back
    try:
        day = anchor.day + timedelta(days=days)
    except OverflowError:
        return ""
    # "Next Friday" may be the Friday of next week; where no word tells the time, either side may be meant.
    unsure = stated is Way.FUTURE or (stated is Way.OPEN and way is Way.OPEN and back != 0)
    return _marked(day.isoformat(), anchor, unsure=unsure)


def _week(weeks: int, anchor: Anchor | None) -> str:
    if anchor is None or not anchor.is_certain:
        return ""  # a range of days cannot be marked as uncertain
    try:
        monday = anchor.day - timedelta(days=anchor.day.weekday()) + timedelta(weeks=weeks)
        return f"[{monday.isoformat()}..{(monday + timedelta(days=6)).isoformat()}]"
    except OverflowError:
        return ""


def _stretch(first: Calendar, last: Calendar, anchor: Anchor | None) -> str:
    if first.day is not None and last.day is not None and last.year is None:
        end = _calendar(last, anchor)
        settled = edtf.parse(end) if end else None
        if not isinstance(settled, edtf.Date) or settled.latest is None:
            return ""
        year = settled.latest[0] - (1 if (first.month or 0) > (last.month or 0) else 0)
        mark = end[-1] if end[-1] in "?~%" else ""
        return _pair(_text(year, first.month, first.day) + mark, end)
    early = (
        replace(first, year=last.year - 1) if last.year and (first.month or 0) > (last.month or 13) else first
    )
    return _pair(_calendar(early, anchor), _calendar(last, anchor))


def _pair(first: str, last: str) -> str:
    parsed = edtf.parse(f"{first}/{last}") if first and last else None
    return parsed.text if isinstance(parsed, edtf.Date) and not parsed.ends_before_it_begins else ""
