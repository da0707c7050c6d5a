"""Stretches of a chronology that belong together. Owns where a long one is cut, and what each part is called.

A dossier tells of one century in three lines and of one winter in thirty. The cuts stand where that density changes
(Bayesian blocks: J. D. Scargle et al., "Studies in astronomical time series analysis VI", The Astrophysical Journal
764:167, 2013, for events in cells, with its prior for 5 % of false changes), at the borders of calendar years, of
months where all is within a few years, of days within a few months. A part that is too long still is cut at
centuries, decades, years, months or days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import log

from dossier.edtf import Date, Day, Precision, parse, say
from dossier.edtf.points import year_text
from dossier.graph.chronology import Entry

__all__ = ["Period", "civil", "ordinal", "periods"]

_MONTH, _DAY = 0, -1  # units finer than a year; the others are numbers of years
_CELLS = 24  # the range is looked at in at least so many cells
_FEW = 12  # entries; so few stay together


@dataclass(frozen=True, slots=True)
class Period:
    """Entries that follow each other. `title` says from when to when, in words; no two have the same."""

    title: str
    entries: tuple[Entry, ...]

    @property
    def slug(self) -> str:
        """The title as a part of an address."""
        words = "".join(char if char.isascii() and char.isalnum() else " " for char in self.title.lower())
        return "-".join(words.split())


def periods(entries: Sequence[Entry], most: int) -> tuple[Period, ...]:
    """Cut a chronology, which is in order, where its density changes, and where a part has more than `most`.

    Entries of one day stay together, however many.
    """
    if not entries:
        return ()
    placed = list(_placed(entries))
    blocks = _blocks(list(_cells(placed, _unit(placed))))
    parts = [part for block in blocks for part in _shares(block, most)]
    titles = [_title(parts, number) for number in range(len(parts))]
    return tuple(
        Period(title, tuple(each.entry for each in part)) for title, part in zip(titles, parts, strict=True)
    )


def ordinal(day: Day) -> int:
    """The number of a day of the proleptic Gregorian calendar, of any year; that of 1 January 1970 is 0.

    After H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
    """
    year, month, number = day
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + number - 1
    return era * 146097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719468


def civil(number: int) -> Day:
    """The day of a number: `ordinal` the other way round (Hinnant's civil_from_days)."""
    era, day_of_era = divmod(number + 719468, 146097)
    year = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return era * 400 + year + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1


@dataclass(frozen=True, slots=True)
class _Placed:
    """An entry and the day it is counted on."""

    entry: Entry
    day: Day


def _placed(entries: Sequence[Entry]) -> Iterator[_Placed]:
    """Entries with their days. One that is known to the month or less goes with the next that is known better.

    It has its place in the order by the first day it can be, on which nothing need have happened.
    """
    days: list[Day] = []
    known: Day | None = None
    for entry in reversed(entries):
        day = _anchor(entry)
        if entry.date.precision in (Precision.DAY, Precision.SECOND):
            known = day
        days.append(known if known and known[0] == day[0] else day)
    latest = days[-1]
    for entry, day in zip(entries, reversed(days), strict=True):
        latest = max(latest, day)
        yield _Placed(entry, latest)


def _anchor(entry: Entry) -> Day:
    """The day an entry has its place in the order by; of one moment of a stretch, the first day as well."""
    return entry.date.earliest or entry.date.sort_key[0]


def _cell(unit: int) -> Callable[[_Placed], int]:
    def cell(placed: _Placed) -> int:
        year, month, _ = placed.day
        if unit == _DAY:
            return ordinal(placed.day)
        return year * 12 + month - 1 if unit == _MONTH else year // unit

    return cell


def _units(placed: Sequence[_Placed]) -> Iterator[int]:
    """The units that can divide these, coarsest first: a power of ten of years, a month, a day."""
    years = placed[-1].day[0] - placed[0].day[0]
    yield from (10**power for power in range(len(str(years)), -1, -1))
    yield from (_MONTH, _DAY)


def _unit(placed: Sequence[_Placed]) -> int:
    """The coarsest unit that shows where the density changes."""
    for unit in _units(placed):
        cell = _cell(unit)
        if cell(placed[-1]) - cell(placed[0]) >= _CELLS:
            return unit
    return _DAY


@dataclass(frozen=True, slots=True)
class _Cell:
    """Some stretch of time as long as so many units, and what happened in it."""

    length: int
    entries: tuple[_Placed, ...]


def _cells(placed: Sequence[_Placed], unit: int) -> Iterator[_Cell]:
    """The cells that hold something, and the gaps between them: a gap may go with what is before or after."""
    before: int | None = None
    for number, group in groupby(placed, key=_cell(unit)):
        if before is not None and number > before + 1:
            yield _Cell(number - before - 1, ())
        yield _Cell(1, tuple(group))
        before = number


def _blocks(cells: list[_Cell]) -> Iterator[list[_Placed]]:
    """The cells put together to blocks of even density: the sum of N log (N / T) is greatest, less a price a block."""
    total = sum(len(cell.entries) for cell in cells)
    if total <= _FEW:
        yield [entry for cell in cells for entry in cell.entries]
        return
    price = 4 - log(73.53 * 0.05 * total**-0.478)
    best, starts = [0.0], list[int]()
    for end in range(1, len(cells) + 1):
        count = length = 0
        found, start_found = float("-inf"), 0
        for start in range(end - 1, -1, -1):
            count += len(cells[start].entries)
            length += cells[start].length
            fitness = best[start] - price + (count * log(count / length) if count else 0)
            if fitness > found:
                found, start_found = fitness, start
        best.append(found)
        starts.append(start_found)
    edges = [len(cells)]
    while edges[-1]:
        edges.append(starts[edges[-1] - 1])
    for first, last in pairwise(reversed(edges)):
        if block := [entry for cell in cells[first:last] for entry in cell.entries]:
            yield block


def _shares(block: list[_Placed], most: int) -> Iterator[list[_Placed]]:
    """A block cut into parts of at most `most`, at the coarsest unit that can cut it."""
    if len(block) > most:
        for unit in _units(block):
            groups = [list(group) for _, group in groupby(block, key=_cell(unit))]
            if len(groups) > 1:
                for group in _together(groups, most):
                    yield from _shares(group, most)
                return
    yield block


def _together(groups: list[list[_Placed]], most: int) -> list[list[_Placed]]:
    """Neighbours put together again as long as they are not too many."""
    joined = [groups[0]]
    for group in groups[1:]:
        if len(joined[-1]) + len(group) <= most:
            joined[-1] = joined[-1] + group
        else:
            joined.append(group)
    return joined


def _title(parts: Sequence[Sequence[_Placed]], number: int) -> str:
    """From when to when a part is, no more precisely than it takes to tell it from those beside it."""
    part = parts[number]
    beside = [(part[0], before[-1]) for before in parts[max(number - 1, 0) : number]]
    beside += [(part[-1], after[0]) for after in parts[number + 1 : number + 2]]
    unit = next(
        unit
        for unit in (1, _MONTH, _DAY)
        if unit == _DAY or all(_cell(unit)(own) != _cell(unit)(other) for own, other in beside)
    )
    first, last = (_written(day, unit) for day in (_first(part, parts[:number], unit), part[-1].day))
    date = parse(first if first == last else f"{first}/{last}")
    return say(date) if isinstance(date, Date) else f"{first} to {last}"


def _first(part: Sequence[_Placed], before: Sequence[Sequence[_Placed]], unit: int) -> Day:
    """The first day of a part: that of its first entry, unless the part before ends later."""
    own = _Placed(part[0].entry, _anchor(part[0].entry))
    is_free = not before or _cell(unit)(own) > _cell(unit)(before[-1][-1])
    return own.day if is_free else part[0].day


def _written(day: Day, unit: int) -> str:
    """A day in EDTF, as precisely as the unit asks."""
    year, month, number = day
    if abs(year) > 9999:  # EDTF has no months of such years
        return f"Y{year}"
    finer = f"-{month:02}" if unit <= _MONTH else ""
    return f"{year_text(year)}{finer}" + (f"-{number:02}" if unit == _DAY else "")
