"""Dates in another form that can mean one date only, with nothing said about it besides.

Owns that judgement: `16 Feb 2019` is 2019-02-16 and no other day, but `early 2019`, `1950s` and `02/03/2019` say more,
less or two things.
"""

from __future__ import annotations

import re

from dossier.edtf.fault import Fault
from dossier.edtf.habits import is_weekday, tidy

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_WORDS = re.compile(r"[^\W\d_]+|[0-9]+")
_SAYING_NOTHING = frozenset({"st", "nd", "rd", "th", "of", "the", "on", "г", "года", "年", "月", "日"})


def certain(text: str, fault: Fault) -> str:
    """The date that a text means for certain, in EDTF; empty where it may mean another. `fault`: as parsed."""
    draft = fault.suggestions[0] if len(fault.suggestions) == 1 else ""
    date = _DATE.fullmatch(draft)
    if date is None:
        return ""
    found = [word for word in _WORDS.findall(tidy(text).lower()) if word not in _SAYING_NOTHING]
    words = [word for word in found if not word.isdecimal() and not is_weekday(word)]
    numbers = sorted(int(word) for word in found if word.isdecimal())
    year, month, day = (int(part) for part in date.groups("0"))
    if not words:
        return draft if numbers == sorted((year, month, day)) else ""
    return draft if len(words) == 1 and numbers == sorted((day, year))[0 if day else 1 :] else ""
