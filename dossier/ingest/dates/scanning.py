"""Finds the dates in a sentence, whichever the language. Owns which reading wins and what the words around tell.

The longest of the readings that begin at a place wins; none overlaps another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.ingest.dates.english import ENGLISH
from dossier.ingest.dates.forms import Anchor, Calendar, Form, Language, Stretch, Way
from dossier.ingest.dates.japanese import JAPANESE
from dossier.ingest.dates.resolving import resolve
from dossier.ingest.dates.russian import RUSSIAN

__all__ = ["LANGUAGES", "StatedDate", "find_dates", "read_whole"]

LANGUAGES: Mapping[str, Language] = {"en": ENGLISH, "ru": RUSSIAN, "ja": JAPANESE}
"""The languages whose dates are read, by BCP 47 subtag."""


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date in a sentence: where its words stand, the words, and the date as EDTF, empty where it cannot be told.

    `is_to_come` says that the words around it tell of something planned, `leads_away` that what follows is told of
    another time than that of writing, `is_part_of_name` that it only tells what something is called: "the 1956
    declaration".
    """

    start: int
    end: int
    words: str
    form: Form
    edtf: str
    is_to_come: bool = False
    leads_away: bool = False
    is_part_of_name: bool = False


def find_dates(
    sentence: str, language: str, anchor: Anchor | None, before: Sequence[StatedDate] = ()
) -> tuple[StatedDate, ...]:
    """Every date that a sentence states, in order; `language` is a BCP 47 tag. None in a language not read here.

    `before` are the dates of the sentences before it in its paragraph. After one that leads to another time ("In
    1956"), a day or month without a year is not of the day of writing, and is left open.
    """
    spoken = LANGUAGES.get(language.partition("-")[0].lower())
    if spoken is None:
        return ()
    found = list(_forms(sentence, spoken))
    dates = list[StatedDate]()
    is_elsewhere = any(each.leads_away for each in before)
    for number, (start, end, form) in enumerate(found):
        ahead = sentence[found[number - 1][1] if number else 0 : start]
        after = sentence[end : found[number + 1][0] if number + 1 < len(found) else None]
        way = _way(ahead, after, spoken)
        text = "" if is_elsewhere and _lacks_year(form) else resolve(form, anchor, way)
        in_name = ahead.endswith("the ") and isinstance(form, Calendar) and form.month is None
        away = _is_far(form, anchor) and not in_name
        words = sentence[start:end]
        dates.append(StatedDate(start, end, words, form, text, way is Way.FUTURE, away, in_name))
        is_elsewhere |= away
    return tuple(dates)


def _lacks_year(form: Form) -> bool:
    last = form.last if isinstance(form, Stretch) else form
    return isinstance(last, Calendar) and last.year is None and last.month is not None and last.years is None


def _is_far(form: Form, anchor: Anchor | None) -> bool:
    explicit = form.year if isinstance(form, Calendar) else None
    return explicit is not None and anchor is not None and abs(explicit - anchor.day.year) > 1


def read_whole(words: str, language: str) -> Form | None:
    """What a text states that is nothing but a date, as in a dateline; None where it is more or less than that."""
    for each in find_dates(words, language, None):
        if not words[: each.start].strip(" ,.") and not words[each.end :].strip(" ,."):
            return each.form
    return None


def _forms(sentence: str, language: Language) -> Iterator[tuple[int, int, Form]]:
    readings = [
        (found.start(), -found.end(), number, form)
        for number, pattern in enumerate(language.patterns)
        for found in pattern.words.finditer(sentence)
        if (form := pattern.read(found)) is not None
    ]
    done = 0
    for start, end, _, form in sorted(readings, key=lambda each: each[:3]):
        if start >= done and -end > start:
            yield start, -end, form
            done = -end


def _way(before: str, after: str, language: Language) -> Way:
    """What the nearest word that tells the time says: the last before the date, else the first after it."""
    if not language.verb_last:
        past, future = (
            max((found.start() for found in words.finditer(before)), default=-1)
            for words in (language.past, language.future)
        )
        if past != future:
            return Way.FUTURE if future > past else Way.PAST
    first_past, first_future = (words.search(after) for words in (language.past, language.future))
    if first_future and (not first_past or first_future.start() < first_past.start()):
        return Way.FUTURE
    return Way.PAST if first_past else Way.OPEN
