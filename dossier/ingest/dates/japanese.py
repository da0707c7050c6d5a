"""Dates in Japanese prose. Owns the words; what they come to is for `resolving`.

A report names the day alone (「25日」) for a day of the month it is written in or of the one beside it. Years of an era
count from the year in which it began; before 1873 the calendar was another, so that only the year is taken, and not
as certain.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from dossier.ingest.dates.forms import Calendar, Fixed, Form, Language, Pattern, Stretch, Way, Weekday, Within

__all__ = ["JAPANESE"]

# The year before each era's first; dates of eras: National Diet Library of Japan, "The Japanese Calendar".
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_GREGORIAN_SINCE = 1873
_WEEKDAYS = "月火水木金土日"
_YEARS = {"一昨年": -2, "昨年": -1, "去年": -1, "今年": 0, "本年": 0, "来年": 1, "再来年": 2}
_MONTHS = {"先々月": -2, "先月": -1, "今月": 0, "来月": 1, "再来月": 2}
_WEEKS = {"先々週": -2, "先週": -1, "今週": 0, "来週": 1, "再来週": 2}
_DAYS = {
    "一昨日": -2,
    "おととい": -2,
    "昨日": -1,
    "きのう": -1,
    "今日": 0,
    "きょう": 0,
    "本日": 0,
    "明日": 1,
    "あす": 1,
    "明後日": 2,
}

_D = r"[0-9０-９]"
_DAY = rf"(?P<day>{_D}{{1,2}})日(?!間|本|米|朝|中|英|程)"
_MONTH = rf"(?P<month>{_D}{{1,2}})月"
_ERA_YEAR = rf"(?P<era>{'|'.join(_ERAS)})(?P<count>元|{_D}{{1,2}})年"
_YEAR = rf"(?:(?P<year>[12１２]{_D}{{3}})年|{_ERA_YEAR})(?:[（(][^（）()]{{1,8}}[）)])?"
_TO = r"(?:から|[～〜\-–—－])"
_WEEKDAY = r"(?:[（(](?P<weekday>[月火水木金土日])(?:曜日?)?[）)]|(?P<named>[月火水木金土日])曜日?)?"


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!{_D}){pattern}")


def _number(text: str | None) -> int | None:
    return int(normalize("NFKC", text)) if text else None


def _year_of(found: re.Match[str]) -> int | None:
    groups = found.groupdict()
    if groups.get("era"):
        count = 1 if groups["count"] == "元" else _number(groups["count"])
        return _ERAS[groups["era"]] + (count or 0)
    return _number(groups.get("year"))


def _is_lunar(found: re.Match[str], year: int | None) -> bool:
    return bool(found.groupdict().get("era")) and year is not None and year < _GREGORIAN_SINCE


def _day(found: re.Match[str]) -> Form:
    groups = found.groupdict()
    year = _year_of(found)
    if _is_lunar(found, year):
        return Fixed(f"{year}~")
    letter = groups.get("weekday") or groups.get("named")
    return Calendar(
        year,
        _number(groups.get("month")),
        _number(groups["day"]),
        years=_YEARS.get(groups.get("years") or ""),
        months=_MONTHS.get(groups.get("months") or ""),
        weekday=_WEEKDAYS.index(letter) if letter else None,
    )


def _days(found: re.Match[str]) -> Form:
    year, month = _year_of(found), _number(found["month"])
    if _is_lunar(found, year):
        return Fixed(f"{year}~")
    last = _number(found["last_month"]) or month
    return Stretch(Calendar(year, month, _number(found["day"])), Calendar(year, last, _number(found["last"])))


def _month(found: re.Match[str]) -> Form:
    year = _year_of(found)
    if _is_lunar(found, year):
        return Fixed(f"{year}~")
    return Calendar(year, _number(found["month"]), years=_YEARS.get(found.groupdict().get("years") or ""))


def _year(found: re.Match[str]) -> Form:
    return Calendar(_year_of(found))


def _numeric(found: re.Match[str]) -> Form:
    return Calendar(_number(found["year"]), _number(found["month"]), _number(found["day"]))


def _ago(found: re.Match[str]) -> Form:
    count = -(_number(found["count"]) or 0)
    match found["unit"]:
        case "日":
            return Calendar(days=count)
        case "週間":
            return Calendar(days=7 * count, about=True)
        case "年":
            return Calendar(years=count, about=True)
    return Calendar(months=count, about=True)


def _decade(found: re.Match[str]) -> Form | None:
    decade = normalize("NFKC", found["decade"])
    return None if decade.endswith("0") else Fixed(f"{decade}X")


def _century(found: re.Match[str]) -> Form | None:
    number = _number(found["century"]) or 0
    return Fixed(f"{number - 1:02}XX~") if 1 <= number <= 21 else None


JAPANESE = Language(
    patterns=(
        Pattern(
            _compiled(rf"(?P<year>[12]{_D}{{3}})[-/](?P<month>{_D}{{1,2}})[-/](?P<day>{_D}{{1,2}})(?!{_D})"),
            _numeric,
        ),
        Pattern(_compiled(rf"{_YEAR}{_MONTH}{_DAY}{_WEEKDAY}"), _day),
        Pattern(_compiled(rf"(?:(?P<years>{_either(_YEARS)})の?)?{_MONTH}{_DAY}{_WEEKDAY}"), _day),
        Pattern(_compiled(rf"(?P<months>{_either(_MONTHS)})の?{_DAY}{_WEEKDAY}"), _day),
        Pattern(_compiled(rf"{_DAY}{_WEEKDAY}"), _day),
        Pattern(
            _compiled(
                rf"(?:{_YEAR})?{_MONTH}(?P<day>{_D}{{1,2}})日?{_TO}(?:(?P<last_month>{_D}{{1,2}})月)?(?P<last>{_D}{{1,2}})日(?:まで)?"
            ),
            _days,
        ),
        Pattern(_compiled(rf"{_YEAR}{_MONTH}(?!{_D})"), _month),
        Pattern(_compiled(rf"(?:(?P<years>{_either(_YEARS)})の?)?{_MONTH}(?!{_D})"), _month),
        Pattern(_compiled(rf"{_YEAR}(?!{_D}|代|間|前|後|ぶり)"), _year),
        Pattern(
            _compiled(rf"(?P<word>{_either(_YEARS)})"), lambda found: Calendar(years=_YEARS[found["word"]])
        ),
        Pattern(
            _compiled(rf"(?P<word>{_either(_MONTHS)})"), lambda found: Calendar(months=_MONTHS[found["word"]])
        ),
        Pattern(_compiled(rf"(?P<word>{_either(_WEEKS)})"), lambda found: Within(_WEEKS[found["word"]])),
        Pattern(_compiled(rf"(?P<word>{_either(_DAYS)})"), lambda found: Calendar(days=_DAYS[found["word"]])),
        Pattern(_compiled(rf"(?P<count>{_D}{{1,2}})(?P<unit>日|週間|[かカヵケ]月|年)前"), _ago),
        Pattern(
            _compiled(r"(?P<letter>[月火水木金土日])曜日?"),
            lambda found: Weekday(_WEEKDAYS.index(found["letter"]), Way.OPEN),
        ),
        Pattern(_compiled(rf"(?P<decade>[12１２]{_D}{{2}})[0０]年代"), _decade),
        Pattern(_compiled(rf"(?P<century>{_D}{{1,2}})世紀"), _century),
    ),
    past=re.compile(r"(?:した|った|いた|れた|べた|めた|きた|けた|んだ|られた)(?=[。、」）)]|$)"),
    future=re.compile(
        r"予定|見通し|見込み|方針|する考え|に向けて|調整し|する意向|開かれる|行われる|開催する|訪問する"
    ),
    verb_last=True,
)
