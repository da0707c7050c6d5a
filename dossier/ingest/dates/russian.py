"""Dates in Russian prose. Owns the words; what they come to is for `resolving`."""

from __future__ import annotations

import re

from dossier.ingest.dates.forms import Calendar, Fixed, Form, Language, Pattern, Stretch, Way, Weekday, Within

__all__ = ["RUSSIAN"]

_MONTHS = (
    ("январ", "янв"), ("феврал", "фев"), ("март", "мар"), ("апрел", "апр"), ("ма", "мая"), ("июн", "июн"),
    ("июл", "июл"), ("август", "авг"), ("сентябр", "сен"), ("октябр", "окт"), ("ноябр", "ноя"), ("декабр", "дек"),
)  # fmt: skip
# Nominative and the cases that follow в (prepositional), с and до (genitive).
_MONTH = (
    r"(?:(?:[Яя]нвар|[Фф]еврал|[Аа]прел|[Ии]юн|[Ии]юл|[Сс]ентябр|[Оо]ктябр|[Нн]оябр|[Дд]екабр)(?:ь|я|е|ю)"
    r"|(?:[Мм]арт|[Аа]вгуст)(?:а|е|у)?|[Мм]а(?:й|я|е|ю)|(?:янв|фев|мар|апр|авг|сент?|окт|ноя|дек)\b\.?)"
)
_DAY = r"\d{1,2}"
_YEAR = r"[12]\d{3}"
_OF_YEAR = rf"(?:\s+(?P<year>{_YEAR})(?!\w)(?:\s*(?:года?|году|г\.))?)?"
_DASH = r"\s*[-–—]\s*"
_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресен")
_WEEKDAY = r"(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресен)(?:ь[ея]|[аеуы])?"
_ROMAN = {"XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21}
_TURNS = {"прошл": -1, "минувш": -1, "этом": 0, "это": 0, "нынешн": 0, "текущ": 0, "следующ": 1, "будущ": 1}
_TURN = r"(?P<turn>прошл|минувш|это|нынешн|текущ|следующ|будущ)(?:ого|его|ому|ем|ую|ом|ей|ий|ый|ой|м|й|у)?"
_COUNTS = {
    "два": 2,
    "две": 2,
    "три": 3,
    "четыре": 4,
    "пять": 5,
    "шесть": 6,
    "семь": 7,
    "восемь": 8,
    "девять": 9,
    "десять": 10,
}


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w]){pattern}", re.VERBOSE)


def _month(name: str) -> int:
    lower = name.lower()
    starts = (
        number
        for number, (stem, short) in enumerate(_MONTHS, 1)
        if lower.startswith((stem, short))
        and (number != 5 or (len(lower.rstrip(".")) == 3 and lower[2] in "йяею"))
    )
    return next(starts)


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _weekday(name: str | None) -> int | None:
    return next((n for n, stem in enumerate(_WEEKDAYS) if name and name.startswith(stem)), None)


def _day(found: re.Match[str]) -> Form:
    return Calendar(
        _number(found["year"]),
        _month(found["month"]),
        _number(found["day"]),
        weekday=_weekday(found["weekday"]),
    )


def _days(found: re.Match[str]) -> Form:
    month, year = _month(found["month"]), _number(found["year"])
    first = _month(found["first_month"]) if found["first_month"] else month
    return Stretch(
        Calendar(year, first, _number(found["day"])), Calendar(year, month, _number(found["last"]))
    )


def _numeric(found: re.Match[str]) -> Form:
    return Calendar(int(found["year"]), int(found["month"]), int(found["day"]))


def _month_and_year(found: re.Match[str]) -> Form:
    return Calendar(_number(found["year"]), _month(found["month"]))


def _month_of_turned_year(found: re.Match[str]) -> Form:
    return Calendar(years=_TURNS[found["turn"]], month=_month(found["month"]), day=_number(found["day"]))


def _day_of_turned_month(found: re.Match[str]) -> Form:
    return Calendar(months=_TURNS[found["turn"]], day=_number(found["day"]))


def _unit(found: re.Match[str]) -> Form:
    turn = _TURNS[found["turn"]]
    unit = found["unit"]
    if unit.startswith("недел"):
        return Within(turn)
    return Calendar(months=turn) if unit.startswith("месяц") else Calendar(years=turn)


def _ago(found: re.Match[str]) -> Form:
    word = found["count"]
    count = _COUNTS[word] if word in _COUNTS else int(word) if word else 1
    unit = found["unit"]
    if unit.startswith(("ден", "дн")):
        return Calendar(days=-count)
    if unit.startswith("недел"):
        return Calendar(days=-7 * count, about=True)
    return (
        Calendar(months=-count, about=True)
        if unit.startswith("месяц")
        else Calendar(years=-count, about=True)
    )


_NEAR_DAYS = {"позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2}


def _near_day(found: re.Match[str]) -> Form:
    return Calendar(days=_NEAR_DAYS[found[0].lower()])


def _named_weekday(found: re.Match[str]) -> Form:
    turn = _TURNS[found["turn"]] if found["turn"] else 0
    return Weekday(
        _WEEKDAYS.index(next(stem for stem in _WEEKDAYS if found["weekday"].startswith(stem))), Way(turn)
    )


def _year(found: re.Match[str]) -> Form:
    return Calendar(int(found["year"]))


def _years(found: re.Match[str]) -> Form:
    return Stretch(Calendar(int(found["year"])), Calendar(int(found["last"])))


def _decade(found: re.Match[str]) -> Form | None:
    return None if found["decade"].endswith("0") else Fixed(f"{found['decade']}X")


def _century(found: re.Match[str]) -> Form:
    return Fixed(f"{_ROMAN[found['century']] - 1:02}XX~")


_PART = r"(?:(?:начал|середин|кон[ец]ц?)[аеуы]?\s+)?"

RUSSIAN = Language(
    patterns=(
        Pattern(_compiled(r"(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"), _numeric),
        Pattern(_compiled(r"(?P<day>\d{1,2})\.(?P<month>\d\d)\.(?P<year>[12]\d{3})(?![\w.]\d)"), _numeric),
        Pattern(
            _compiled(
                rf"(?:(?P<weekday>{_WEEKDAY}),?\s+)?(?P<day>{_DAY})\s+(?P<month>{_MONTH})(?!\w){_OF_YEAR}"
            ),
            _day,
        ),
        Pattern(
            _compiled(
                rf"(?P<day>{_DAY})(?:\s+(?P<first_month>{_MONTH}))?(?:{_DASH}|\s+по\s+|\s+до\s+)(?P<last>{_DAY})\s+"
                rf"(?P<month>{_MONTH})(?!\w){_OF_YEAR}"
            ),
            _days,
        ),
        Pattern(
            _compiled(rf"{_PART}(?P<month>{_MONTH})\s+(?P<year>{_YEAR})(?!\w)(?:\s*(?:года?|году|г\.))?"),
            _month_and_year,
        ),
        Pattern(
            _compiled(
                rf"(?:(?<=\b[Вв]\s)|(?<=\b[Сс]\s)|(?<=\b[Дд]о\s)|(?<=\b[Кк]\s)){_PART}(?P<month>{_MONTH})(?!\w)(?P<year>)"
            ),
            _month_and_year,
        ),
        Pattern(
            _compiled(rf"(?:(?P<day>{_DAY})\s+)?{_PART}(?P<month>{_MONTH})\s+{_TURN}\s+года(?!\w)"),
            _month_of_turned_year,
        ),
        Pattern(
            _compiled(rf"(?P<day>{_DAY})(?:-?го)?(?:\s+числа)?\s+{_TURN}\s+месяца(?!\w)"),
            _day_of_turned_month,
        ),
        Pattern(
            _compiled(r"(?P<day>\d{1,2})(?:-?го)?\s+числа(?!\w)"),
            lambda found: Calendar(day=int(found["day"])),
        ),
        Pattern(_compiled(rf"{_TURN}\s+(?P<unit>недел[еюи]|месяц[ае]?|год[ау]?)(?!\w)"), _unit),
        Pattern(
            _compiled(
                rf"(?:(?P<count>\d{{1,2}}|{'|'.join(_COUNTS)})\s+)?"
                r"(?P<unit>день|дня|дней|недел[юиь]|недель|месяц(?:а|ев)?|года?|лет)\s+(?:тому\s+)?назад(?!\w)"
            ),
            _ago,
        ),
        Pattern(_compiled(r"(?:[Пп]озавчера|[Вв]чера|[Сс]егодня|[Зз]автра|[Пп]ослезавтра)(?!\w)"), _near_day),
        Pattern(
            _compiled(
                rf"(?:(?<=\b[Вв]\s)|(?<=\b[Вв]о\s)|(?<=\b[Нн]а\s))(?:{_TURN}\s+)?(?P<weekday>{_WEEKDAY})(?!\w)"
            ),
            _named_weekday,
        ),
        Pattern(_compiled(rf"(?P<year>{_YEAR})(?!\w)\s+(?:году?|года|г\.)(?!\w)"), _year),
        Pattern(_compiled(rf"(?P<year>{_YEAR}){_DASH}(?P<last>{_YEAR})\s+(?:годах|годов|годы|гг\.)"), _years),
        Pattern(_compiled(r"(?P<decade>[12]\d\d)0-(?:е|х)(?!\w)(?:\s+год(?:ы|ов|ах))?"), _decade),
        Pattern(_compiled(rf"{_PART}(?P<century>XVII|XVIII|XIX|XX|XXI)\s+век[аеу]?(?!\w)"), _century),
    ),
    past=re.compile(r"\b\w{2,}(?:л|ла|ло|ли|лся|лась|лось|лись)\b"),
    future=re.compile(
        r"\b(?:буд(?:ет|ут)|состо(?:ит|ят)ся|пройд[её]т|пройдут|встрет(?:ит|ят)ся|планиру\w+|намечен\w*|запланирован\w*|"
        r"ожида\w+|предстоит|предстоящ\w+|посетит|приедет|прибудет|намерен\w*|продолж(?:ит|ат)ся|начн(?:[её]т|ут)ся|подпиш[еу]т|проведут|провед[её]т)\b"
    ),
)
