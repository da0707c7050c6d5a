"""Dates in English prose. Owns the words; what they come to is for `resolving`."""

from __future__ import annotations

import re

from dossier.edtf.names import MONTHS
from dossier.ingest.dates.forms import Calendar, Fixed, Form, Language, Pattern, Stretch, Way, Weekday, Within

__all__ = ["ENGLISH"]

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TURNS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}

_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"[12]\d{3}"
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)})"
_DASH = r"\s*[-–—]\s*"
_ENDS = r"(?![\w-]*\w)(?!\.\d)"
# "of 2000 homes" is no year: after one stands no common noun.
_NO_NOUN = (
    r"(?![\w%°-])(?![.,]\d)(?!\s+(?!(?:and|or|as|when|to|but|that|while|the|a|an|with|on|at|by|for|in|into|of|which|who|after|"
    r"before|was|were|is|are|had|has|have|did|until|till|through|between|from|over|said|its|his|her|their|it|he|she|they)\b)[a-z])"
)


_BEFORE_YEAR = (
    "in",
    "since",
    "until",
    "during",
    "before",
    "after",
    "of",
    "from",
    "by",
    "year",
    "early",
    "late",
)


def _any_case(words: tuple[str, ...]) -> str:
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words)


def _after(*words: str) -> str:
    """What stands right behind one of these words, be it the first of a sentence."""
    return "|".join(rf"(?<=\b{word}\s)" for word in _any_case(words).split("|"))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})", re.VERBOSE)


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def _number(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _weekday(name: str | None) -> int | None:
    return _WEEKDAYS.index(name) if name else None


def _day(found: re.Match[str]) -> Form:
    return Calendar(
        year=_number(found["year"]),
        month=_month(found["month"]),
        day=_number(found["day"]),
        weekday=_weekday(found["weekday"]),
    )


def _days(found: re.Match[str]) -> Form:
    month, year = _month(found["month"]), _number(found["year"])
    first = _month(found["first_month"]) if found["first_month"] else month
    return Stretch(
        Calendar(year, first, _number(found["day"])), Calendar(year, month, _number(found["last"]))
    )


def _days_american(found: re.Match[str]) -> Form:
    month, year = _month(found["month"]), _number(found["year"])
    last = _month(found["last_month"]) if found["last_month"] else month
    return Stretch(Calendar(year, month, _number(found["day"])), Calendar(year, last, _number(found["last"])))


def _month_and_year(found: re.Match[str]) -> Form:
    return Calendar(year=_number(found["year"]), month=_month(found["month"]))


def _month_turned(found: re.Match[str]) -> Form:
    turn = _TURNS[found["turn"].lower()]
    return (
        Calendar(years=0, month=_month(found["month"]))
        if turn == 0
        else Calendar(month=_month(found["month"]), turn=turn)
    )


def _month_of_turned_year(found: re.Match[str]) -> Form:
    return Calendar(years=_TURNS[found["turn"]], month=_month(found["month"]), day=_number(found["day"]))


def _unit(found: re.Match[str]) -> Form:
    turn = _TURNS[found["turn"].lower()]
    match found["unit"]:
        case "week":
            return Within(turn)
        case "month":
            return Calendar(months=turn)
    return Calendar(years=turn)


def _ago(found: re.Match[str]) -> Form | None:
    word = found["count"].lower()
    count = 1 if word in ("a", "an") else _COUNTS.index(word) + 1 if word in _COUNTS else int(word)
    return _counted(found["unit"], -count)


def _counted(unit: str, count: int) -> Form | None:
    match unit:
        case "day":
            return Calendar(days=count)
        case "week":
            return Calendar(days=7 * count, about=True)
        case "month":
            return Calendar(months=count, about=True)
    return Calendar(years=count, about=True)


_NEAR_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def _named_weekday(found: re.Match[str]) -> Form:
    turn = _TURNS[found["turn"].lower()] if found["turn"] else 0
    return Weekday(_WEEKDAYS.index(found["weekday"]), Way(turn))


def _years(found: re.Match[str]) -> Form | None:
    first, last = int(found["year"]), found["last"]
    return Stretch(Calendar(first), Calendar(int(str(first)[: 4 - len(last)] + last)))


def _decade(found: re.Match[str]) -> Form | None:
    # "The 1900s" may be ten years or a hundred.
    return None if found["decade"].endswith("0") else Fixed(f"{found['decade']}X")


def _century(found: re.Match[str]) -> Form | None:
    number = int(found["century"])
    return Fixed(f"{number - 1:02}XX~") if 1 <= number <= 21 else None


def _iso(found: re.Match[str]) -> Form:
    return Calendar(int(found["year"]), int(found["month"]), int(found["day"]))


_ON = rf"(?:(?P<weekday>{_WEEKDAY})(?:,\s*|\s+)(?:the\s+)?)?"
_PART = r"(?:(?:early|mid|late)[-\s]|the\s+(?:beginning|start|middle|end)\s+of\s+)?"

ENGLISH = Language(
    patterns=(
        Pattern(_compiled(rf"(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"), _iso),
        Pattern(
            _compiled(
                rf"{_ON}(?P<month>{_MONTH})\s+(?P<day>{_DAY}){_ENDS}(?:,?\s+(?P<year>{_YEAR}){_ENDS})?"
            ),
            _day,
        ),
        Pattern(
            _compiled(
                rf"{_ON}(?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{_MONTH})(?!\w)(?:,?\s+(?P<year>{_YEAR}){_ENDS})?"
            ),
            _day,
        ),
        Pattern(
            _compiled(
                rf"(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?:{_DASH}|\s+to\s+)(?:(?P<last_month>{_MONTH})\s+)?"
                rf"(?P<last>{_DAY}){_ENDS}(?:,?\s+(?P<year>{_YEAR}){_ENDS})?"
            ),
            _days_american,
        ),
        Pattern(
            _compiled(
                rf"(?P<day>{_DAY})(?:\s+(?P<first_month>{_MONTH}))?(?:{_DASH}|\s+to\s+)(?P<last>{_DAY})\s+"
                rf"(?P<month>{_MONTH})(?!\w)(?:,?\s+(?P<year>{_YEAR}){_ENDS})?"
            ),
            _days,
        ),
        Pattern(
            _compiled(rf"{_PART}(?P<month>{_MONTH})(?:\s+of)?,?\s+(?P<year>{_YEAR}){_ENDS}"), _month_and_year
        ),
        Pattern(
            _compiled(
                rf"(?:{_after('in', 'since', 'until', 'by', 'for')}){_PART}(?P<month>{_MONTH})(?!\w)(?P<year>)"
            ),
            _month_and_year,
        ),
        Pattern(_compiled(rf"(?P<turn>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<month>{_MONTH})(?!\w)"), _month_turned),
        Pattern(
            _compiled(
                rf"(?P<month>{_MONTH})(?:\s+(?P<day>{_DAY}))?,?\s+(?:of\s+)?(?P<turn>last|this|next)\s+year(?!\w)"
            ),
            _month_of_turned_year,
        ),
        Pattern(_compiled(r"(?P<turn>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<unit>week|month|year)(?![\w-])"), _unit),
        Pattern(
            _compiled(
                rf"(?P<count>[Aa]n?|\d{{1,2}}|{_any_case(_COUNTS)})\s+(?P<unit>day|week|month|year)s?\s+ago(?!\w)"
            ),
            _ago,
        ),
        Pattern(
            _compiled(
                r"yesterday|today|tonight|tomorrow|(?:^(?:Yesterday|Today|Tonight|Tomorrow))(?!\s+[A-Z])"
            ),
            lambda found: Calendar(days=_NEAR_DAYS[found[0].lower()]),
        ),
        Pattern(
            _compiled(
                rf"(?:(?P<turn>[Ll]ast|[Pp]ast|[Tt]his|[Nn]ext|[Cc]oming)\s+)?(?P<weekday>{_WEEKDAY})(?!s?\w)"
            ),
            _named_weekday,
        ),
        Pattern(
            _compiled(rf"(?:{_after(*_BEFORE_YEAR)}|(?<=\bmid-))(?P<year>{_YEAR}){_NO_NOUN}"),
            lambda found: Calendar(int(found["year"])),
        ),
        Pattern(
            _compiled(rf"(?<=\b[Tt]he\s)(?P<year>{_YEAR})(?=\s[A-Za-z])"),
            lambda found: Calendar(int(found["year"])),
        ),
        Pattern(
            _compiled(
                rf"(?:{_after('in', 'from')}|(?<=\())(?P<year>{_YEAR})(?:{_DASH}|\s+to\s+)"
                rf"(?P<last>{_YEAR}|\d\d){_NO_NOUN}"
            ),
            _years,
        ),
        Pattern(_compiled(r"(?:[Tt]he\s+)?(?P<decade>[12]\d\d)0['’]?s(?!\w)"), _decade),
        Pattern(_compiled(r"(?:mid[-\s])?(?P<century>\d{1,2})(?:st|nd|rd|th)[\s-]century(?!\w)"), _century),
    ),
    past=re.compile(
        r"(?<!\bbe\s)\b(?!(?:planned|scheduled|expected|intended|hoped)\b)"
        r"(?:said|told|met|held|was|were|had|took|came|began|went|gave|made|left|saw|spoke|wrote|\w{2,}ed)\b"
    ),
    future=re.compile(
        r"\b(?:will|would|shall|plans?|planned|scheduled|expected|due|set\s+(?:for|to)|is\s+to|are\s+to|to\s+be|upcoming|"
        r"to\s+(?:meet|hold|visit|discuss|sign|travel|arrive|begin|start|resume|continue|return))\b"
    ),
)
