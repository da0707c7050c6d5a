"""The day a text was issued, and how it is known.

Owns the reasoning. A day is settled where somebody or the file itself states it whole, or where the dateline's day
and month fall on the day of the week the text names in the first year that the text allows, and in no later one.
Everything else is stated as uncertain, or left open; nothing is guessed without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dossier import edtf
from dossier.articles import Article, Role
from dossier.edtf import Precision
from dossier.ingest.dates import Anchor, Calendar, find_dates, read_whole
from dossier.ingest.dates.forms import Way, Weekday
from dossier.ingest.opening import opening

__all__ = ["Issued", "find_issued"]

# What stands before a date that may still have been to come.
_BOUND = re.compile(r"\b(?:until|till|by|through|before|at least|до|к|по)\s+\Z", re.IGNORECASE)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LEAD = 2  # sentences: what a report calls by the day of the week here is most often its own day
_MOST_YEARS = 6  # that are named; who has more to choose from looks elsewhere
_OPENING, _CLOSING = 8, 3  # units at the head and foot of a text in which a lone date is that of the text


@dataclass(frozen=True, slots=True)
class Issued:
    """A day of issue as EDTF, "" where it is open; how it is known, as sentences; whether somebody has to look."""

    edtf: str
    note: str
    is_settled: bool

    @property
    def anchor(self) -> Anchor | None:
        """The day against which the dates of the text are read; None where it is not known to the day."""
        parsed = edtf.parse(self.edtf) if self.edtf else None
        if (
            not isinstance(parsed, edtf.Date)
            or parsed.precision is not Precision.DAY
            or parsed.earliest != parsed.latest
        ):
            return None
        year, month, day = parsed.earliest or (0, 0, 0)
        if not 1 <= year <= 9999:
            return None
        return Anchor(date(year, month, day), self.is_settled and not parsed.points[0].is_qualified)


def find_issued(article: Article, given: str, stated: str, today: date) -> Issued:
    """Find the day of issue. `given` is the editor's date, `stated` the file's own (ISO 8601); each may be empty.

    `today` bounds what can be: no text is from the future.
    """
    head = opening(article)
    line = head.date if head else ""
    if given:
        return Issued(
            given, _agreement("The date was given by the editor.", given, line, article), is_settled=True
        )
    if stated and _day(stated):
        return Issued(
            stated, _agreement("The file itself states this date.", stated, line, article), is_settled=True
        )
    written = read_whole(line, article.language) if line else None
    if isinstance(written, Calendar) and written.year is not None:
        found = find_dates(line, article.language, None)[0].edtf
        return Issued(found, f"The dateline gives it: “{line}”.", is_settled=True) if found else _open(line)
    lone = next(_lone_dates(article), None)
    if lone:
        return Issued(lone[0], f"A line of the text by itself gives it: “{lone[1]}”.", is_settled=True)
    if isinstance(written, Calendar) and written.month and written.day:
        return _without_year(article, line, written, today)
    return _open(line)


def _open(line: str) -> Issued:
    said = (
        f"The dateline, “{line}”, does not give the year"
        if line
        else "The text does not give the date it was issued on"
    )
    return Issued("", f"{said}, and it was not found.", is_settled=False)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _agreement(note: str, found: str, line: str, article: Article) -> str:
    """The note with what the dateline says to it, where there is one."""
    written = read_whole(line, article.language) if line else None
    day = _day(found)
    if not isinstance(written, Calendar) or day is None:
        return note
    pairs = ((written.year, day.year), (written.month, day.month), (written.day, day.day))
    agrees = all(said is None or said == known for said, known in pairs)
    return f"{note} The dateline, “{line}”, {'agrees with it' if agrees else 'is of another day'}."


def _lone_dates(article: Article) -> Iterator[tuple[str, str]]:
    """Lines near the head and the foot of the text that are nothing but a day with its year."""
    units = article.sentences
    for unit in (*units[:_OPENING], *units[_OPENING:][-_CLOSING:]):
        if unit.role is not Role.DATELINE:
            form = read_whole(unit.text, article.language)
            if isinstance(form, Calendar) and form.year is not None and form.day is not None:
                dates = find_dates(unit.text, article.language, None)
                if dates and dates[0].edtf:
                    yield dates[0].edtf, unit.text


def _without_year(article: Article, line: str, written: Calendar, today: date) -> Issued:
    """Settle the year by the latest date in the text and the day of the week that its lead names."""
    first = f"The dateline, “{line}”, gives no year."
    latest = _latest(article, today)
    if latest is None:
        return Issued("", f"{first} The text names no year by which it could be told.", is_settled=False)
    days = list(_days(written, latest, today))
    if not days:
        return Issued("", f"{first} No year fits what else the text says.", is_settled=False)
    known = f"{first} The latest date that the text gives in full is {edtf.say(latest)}, and"
    known += f" {days[0].year} is the first year possible"
    weekday = _weekday_of_lead(article)
    if weekday is None:
        return Issued(f"{days[0].isoformat()}?", f"{known}; nothing else confirms it.", is_settled=False)
    return _by_weekday(days, weekday, known)


def _by_weekday(days: list[date], weekday: tuple[str, int], known: str) -> Issued:
    """Choose among the days that are possible, the first of them the likeliest, by the day of the week."""
    words, number = weekday
    fitting = [day for day in days if day.weekday() == number]
    years = ", ".join(str(day.year) for day in fitting[:_MOST_YEARS])
    on = f"{_spoken(days[0])} was a {_WEEKDAYS[days[0].weekday()]}"
    if fitting[:1] != days[:1]:
        which = f"It was one in {years}." if fitting else "It was one in no year since."
        only = f"{fitting[0].isoformat()}?" if len(fitting) == 1 else ""
        return Issued(only, f"{known}; but the lead says “{words}”, while {on}. {which}", is_settled=False)
    note = f"{known}; the lead says “{words}”, and {on}"
    if len(fitting) == 1:
        return Issued(days[0].isoformat(), f"{note}, and in no year since.", is_settled=True)
    return Issued(f"{days[0].isoformat()}?", f"{note}. But it was one in each of {years}.", is_settled=False)


def _spoken(day: date) -> str:
    parsed = edtf.parse(day.isoformat())
    return edtf.say(parsed) if isinstance(parsed, edtf.Date) else day.isoformat()


def _latest(article: Article, today: date) -> edtf.Date | None:
    """The latest date in the text that is given with its year and is not in the future."""
    limit = (today.year, today.month, today.day)
    found = [
        parsed
        for sentence in article.sentences
        for each in find_dates(sentence.text, article.language, None)
        if isinstance(each.form, Calendar)
        and not each.is_to_come
        and not _BOUND.search(sentence.text[: each.start])
        and each.edtf
        and isinstance(parsed := edtf.parse(each.edtf), edtf.Date)
        and parsed.earliest is not None
        and parsed.earliest <= limit
    ]
    return max(found, key=lambda each: each.earliest or limit, default=None)


def _days(written: Calendar, latest: edtf.Date | None, today: date) -> Iterator[date]:
    """The days that the dateline may mean, the earliest first."""
    earliest = latest.earliest if latest and latest.earliest else (1, 1, 1)
    for year in range(max(1, earliest[0]), today.year + 1):
        try:
            day = date(year, written.month or 0, written.day or 0)
        except ValueError:
            continue
        if earliest <= (day.year, day.month, day.day) and day <= today:
            yield day


def _weekday_of_lead(article: Article) -> tuple[str, int] | None:
    """The first day of the week that the first sentences name as past, without saying which."""
    lead = [sentence for sentence in article.sentences if sentence.role is Role.SENTENCE][:_LEAD]
    for sentence in lead:
        for each in find_dates(sentence.text, article.language, None):
            if isinstance(each.form, Weekday) and each.form.way is Way.OPEN and not each.is_to_come:
                return each.words, each.form.number
    return None
