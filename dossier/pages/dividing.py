"""Long lists, cut where a reader expects it: by initial letter, or by date.

Owns where they are cut and what the parts are called. The cuts stand at fixed places, groups of letters and round
years, so that one entry more moves none of them. Only a part that has grown too long is cut again, at finer places, and
keeps its address for the page above its own parts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from dossier.edtf import Date, Day, parse, say
from dossier.edtf.points import year_text

__all__ = ["MOST", "Level", "Part", "Place", "by_date", "by_name", "divided"]

MOST = 200
"""Entries that one page lists at most."""

_GROUPS = ("abc", "def", "ghi", "jkl", "mno", "pqr", "stu", "vwxyz")
_LATIN = re.compile(r"LATIN SMALL (?:LETTER|LIGATURE) ([A-Z])")
_FINEST_NAME = 3  # letters
_MONTH = 0  # finer than a year; the other units are numbers of years
_UNITS = {100: "century", 10: "decade", 1: "year", _MONTH: "month"}

T = TypeVar("T")
S = TypeVar("S")


class Place(NamedTuple):
    """Where an entry stands: the order of the part, its address and its title."""

    order: tuple[int, int, str]
    slug: str
    title: str


Level: TypeAlias = Callable[[T], Place]


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """Entries under one title; `slug` is unlike that of any other part of the same list. Too many have `parts`."""

    slug: str
    title: str
    items: tuple[T, ...]
    parts: tuple[Part[T], ...] = ()

    def leaves(self) -> Iterator[Part[T]]:
        """The parts that list their entries themselves."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


def divided(items: Sequence[T], levels: Sequence[Level[T]], most: int = MOST) -> tuple[Part[T], ...]:
    """The parts of a list, each entry in one of them, in their order; none where there are not more than `most`.

    `levels` say where an entry stands, the coarsest first. What no level can part is counted off.
    """
    return _cut(items, levels, most, Place((0, 0, ""), "", "")) if len(items) > most else ()


def by_name(name: Callable[[T], str]) -> tuple[Level[T], ...]:
    """By initial letter: groups of letters of the Latin script, other scripts each by itself; then by first letters."""
    levels: list[Callable[[str], Place]] = [_grouped, *map(_beginning, range(1, _FINEST_NAME + 1))]
    return tuple(_after(name, level) for level in levels)


def by_date(date: Callable[[T], Date | None]) -> tuple[Level[T], ...]:
    """By century, decade, year and month. What is known less closely than that stands by itself, before the rest."""
    return tuple(_after(date, _dated(unit)) for unit in _UNITS)


def _after(first: Callable[[T], S], then: Callable[[S], Place]) -> Level[T]:
    return lambda item: then(first(item))


def _cut(items: Sequence[T], levels: Sequence[Level[T]], most: int, above: Place) -> tuple[Part[T], ...]:
    if not levels:
        starts = enumerate(range(0, len(items), most), 1)
        return tuple(
            Part(f"{above.slug}-{number}", f"{above.title}, {number}", tuple(items[start : start + most]))
            for number, start in starts
        )
    groups: dict[Place, list[T]] = {}
    for item in items:
        groups.setdefault(levels[0](item), []).append(item)
    if groups.keys() == {above}:
        return _cut(items, levels[1:], most, above)
    return tuple(
        Part(
            place.slug,
            place.title,
            tuple(groups[place]),
            _cut(groups[place], levels[1:], most, place) if len(groups[place]) > most else (),
        )
        for place in sorted(groups)
    )


def _letters(name: str) -> str:
    """The letters and digits of a name, without case and accents; letters with strokes are as those without."""
    return "".join(map(_plain, unicodedata.normalize("NFKD", name.casefold())))


def _plain(sign: str) -> str:
    found = _LATIN.match(unicodedata.name(sign, ""))
    return found[1].lower() if found else sign if sign.isalnum() else ""


def _grouped(name: str) -> Place:
    first = _letters(name)[:1]
    for number, group in enumerate(_GROUPS):
        if first and first in group:
            return Place((1, number, ""), f"{group[0]}-{group[-1]}", f"{group[0]}–{group[-1]}".upper())
    if not first.isalpha():
        return Place((0, 0, ""), "0-9", "0–9")
    script = unicodedata.name(first, "other").partition(" ")[0].lower()
    said = "Chinese characters" if script == "cjk" else script.capitalize()
    return Place((2, 0, script), f"script-{script}", said)


def _beginning(length: int) -> Callable[[str], Place]:
    def place(name: str) -> Place:
        start = _letters(name)[:length]
        slug = start if start.isascii() else "-".join(f"u{ord(each):x}" for each in start)
        return Place(
            (0, 0, start),
            slug if len(start) == length else f"{slug or 'signs'}-alone",
            start.capitalize() or "Signs",
        )

    return place


def _dated(unit: int) -> Callable[[Date | None], Place]:
    def place(date: Date | None) -> Place:
        if date is None:
            return Place((1, 0, ""), "undated", "Without a date")
        first = date.earliest or date.sort_key[0]
        for coarser, finer in pairwise(_UNITS):
            start, title = _stretch(first, coarser)
            if finer >= unit and (
                date.latest is None or _stretch(date.latest, finer) != _stretch(first, finer)
            ):
                return Place((0, start, ""), f"{_slug(title)}-all", f"{title}, not of one {_UNITS[finer]}")
        start, title = _stretch(first, unit)
        return Place((0, start, "1"), _slug(title), title)

    return place


def _stretch(day: Day, unit: int) -> tuple[int, str]:
    """The stretch of time that a day lies in: its number, and what it is called."""
    year, month, _ = day
    if unit == _MONTH and abs(year) <= 9999:  # EDTF has no months of longer years
        return year * 12 + month, _said(f"{year_text(year)}-{month:02}")
    unit = max(unit, 1)
    start = year // unit * unit
    first, last = (year_text(each) if abs(each) <= 9999 else f"Y{each}" for each in (start, start + unit - 1))
    return start, _said(first if unit == 1 else f"{first}/{last}")


def _said(date: str) -> str:
    parsed = parse(date)
    return say(parsed) if isinstance(parsed, Date) else date


def _slug(title: str) -> str:
    return "-".join(re.findall("[a-z0-9]+", title.lower()))
