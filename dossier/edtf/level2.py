"""Forms that are valid EDTF and that we do not support.

Owns the list of what we leave out of LoC Level 2, so that an editor who knows EDTF is told that the date was
understood. It does not read the dates: the suggestions are drafts for `parsing` to check. Seasons 25 to 41
are refused in `points`, and what may not stand at the ends of an interval or a range in `grammar`.
"""

from __future__ import annotations

import re

from dossier.edtf.fault import Fault, unsupported
from dossier.edtf.points import year_text

_DATE = r"[?~%]?-?[0-9X]{4}[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?){0,2}"
_LOOSE = re.compile(_DATE)
_MEMBER = rf"(?:{_DATE}(?:\.\.(?:{_DATE})?)?|\.\.{_DATE})"
_SET = re.compile(
    rf"\[(?:{_DATE}|{_MEMBER}(?:,{_MEMBER})+)\]"  # `[a..b]` alone is supported
    rf"|\{{{_MEMBER}(?:,{_MEMBER})*\}}"
)
_LONG = re.compile(r"(Y?)(-?[0-9]+)(?:E([0-9]{1,2}))?(S[0-9]{1,2})?")


def refuse(text: str) -> Fault | None:
    """What a text of Level 2 should be written as; None for any other."""
    if _SET.fullmatch(text):
        return _set(text)
    return _long_year(text) or _loose(text)


def _set(text: str) -> Fault:
    """LoC Level 2, set representation. The suggestion is the stretch from the first member to the last."""
    first = text[1:-1].split(",")[0]
    last = text[1:-1].split(",")[-1]
    start, end = first.partition("..")[0], last.rpartition("..")[2]
    if text.startswith("{"):
        ends = (start or "..", end or "..")
        return unsupported(text, "lists in { } are", start if start == end else "/".join(ends))
    if start == end:
        return unsupported(text, "a list of one is", start)
    if start and end and len(start) != len(end):
        start, end = start[:4], end[:4]
    return unsupported(text, "lists in [ ] are", f"[{start}..{end}]")


def _long_year(text: str) -> Fault | None:
    """LoC Level 2: `Y-17E7`, exponential year; `1950S2`, significant digits."""
    match = _LONG.fullmatch(text)
    if not match or not (match[3] or match[4]) or (match[3] and not match[1]):
        return None
    year = int(match[2]) * 10 ** int(match[3] or 0)
    plain = f"Y{year}" if abs(year) > 9999 else year_text(year)
    if match[4]:
        return unsupported(text, "the number of significant digits is", f"{plain}~")
    return unsupported(text, "a year with an exponent is", plain)


def _loose(text: str) -> Fault | None:
    """LoC Level 2: qualification inside a date (`1984?-06`) and X anywhere (`156X-12-25`)."""
    if not _LOOSE.fullmatch(text):
        return None
    marks = set(re.findall("[?~%]", text))
    mark = "%" if len(marks) > 1 else "".join(marks)
    date = re.sub("[?~%]", "", text)
    if "X" not in date:
        return unsupported(text, "?, ~ and % inside a date are", date + mark) if mark else None
    known = _before_x(date)
    fault = unsupported(text, "X in this place is", *([known + mark] if known else []))
    return fault if known else Fault(fault.message, "write the year, or leave the date out")


def _before_x(date: str) -> str:
    """What the X leaves known: `1560-XX-25` is 1560, `156X-12-25` is 156X, `1XXX` is 1000/1999."""
    year = date[:5] if date.startswith("-") else date[:4]
    if re.fullmatch("-?[0-9]{2}(?:[0-9]X|XX)", year):
        return year
    if "X" in year:
        ends = sorted((year.replace("X", "0"), year.replace("X", "9")), reverse=year.startswith("-"))
        return "" if set(year) <= {"-", "X"} else "/".join(ends)
    return year if "X" in date[len(year) : len(year) + 3] else date[: len(year) + 3]
