"""What the words of a date say, before they are set against the day on which they were written.

Owns the values that the languages have in common, and how a language says which words mean which of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

__all__ = [
    "Anchor",
    "Calendar",
    "Fixed",
    "Form",
    "Language",
    "Pattern",
    "Stretch",
    "Way",
    "Weekday",
    "Within",
]


class Way(Enum):
    """Which way a date lies from the day of writing, as far as the words around it say."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day a text was written on. What is resolved against an uncertain one is itself marked uncertain."""

    day: date
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year, month and day, each a number, counted from the day of writing (`years`, `months`, `days`), or unsaid.

    `weekday` counts from Monday, 0. `turn` is which month of that name is meant: "last November" (-1), "next
    March" (1). `about` is set where the words are rounder than the date: "three weeks ago".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    years: int | None = None
    months: int | None = None
    days: int | None = None
    weekday: int | None = None
    turn: int = 0
    about: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one date to another; what the first leaves unsaid, the second says for both."""

    first: Calendar
    last: Calendar


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, from Monday, 0. `way` is OPEN where only the words around it can tell which is meant."""

    number: int
    way: Way = Way.OPEN


@dataclass(frozen=True, slots=True)
class Within:
    """One moment of a week (from Monday, ISO 8601), counted from the week of writing."""

    weeks: int


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that needs no day of writing, as EDTF: a decade, a century."""

    text: str


Form = Calendar | Stretch | Weekday | Within | Fixed


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that state a date, and the reading of them; None where they only look like one."""

    words: re.Pattern[str]
    read: Callable[[re.Match[str]], Form | None]


@dataclass(frozen=True, slots=True)
class Language:
    """How a language states dates, and by which words around them it says whether they are past or to come.

    `verb_last` is set where the word that tells the time follows the date.
    """

    patterns: tuple[Pattern, ...]
    past: re.Pattern[str]
    future: re.Pattern[str]
    verb_last: bool = False
