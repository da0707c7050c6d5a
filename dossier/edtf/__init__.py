"""Dates as published: parse them, put them in order, say them in words.

Owns the Extended Date/Time Format (EDTF): ISO 8601-2:2019 as profiled by the Library of Congress (LoC),
https://www.loc.gov/standards/datetime/. Levels 0 and 1 whole; of Level 2 only `[a..b]`, `[a..]`, `[..b]`.

It does not judge dates: an interval that ends before it begins is a `Date` that says so, and nothing here
knows what day it is today. Days are proleptic Gregorian and years astronomical: year 0 is 1 BC.

    date     what a date holds, and the order of dates
    points   EDTF text of one date -> `Point`, or what is wrong in it
    grammar  EDTF text -> `Date`, or what is wrong in it
    level2   forms that are valid EDTF and not supported
    habits   other ways to write a date, rewritten as EDTF
    parsing  these four together: any text -> `Date | Fault`
    certain  which of those other ways can mean one date only
    wording  `Date` -> plain English
"""

from dossier.edtf.certain import certain
from dossier.edtf.date import Date, Day, End, Kind, Point, Precision, SortKey, Time, is_after, is_before
from dossier.edtf.fault import Fault
from dossier.edtf.parsing import MAX_LENGTH, parse
from dossier.edtf.wording import say

__all__ = [
    "MAX_LENGTH",
    "Date",
    "Day",
    "End",
    "Fault",
    "Kind",
    "Point",
    "Precision",
    "SortKey",
    "Time",
    "certain",
    "is_after",
    "is_before",
    "parse",
    "say",
]
