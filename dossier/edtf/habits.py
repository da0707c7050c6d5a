"""Other ways to write a date, rewritten as EDTF.

Owns the habits we recognise, so that a fault can say what to type: `16 Feb 2019` is 2019-02-16. It does not
accept them as dates, and does not check what it drafts: `parsing` keeps the drafts that are dates. A text
that can mean two dates has two drafts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import product

from dossier.edtf.names import MONTHS, SEASONS
from dossier.edtf.scripts import in_english

_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2043, 0x2212], "-")
_QUALIFIED = re.compile(
    r"(?:(?P<about>c|ca|circa|about|around|approx|approximately|roughly)|probably|possibly|perhaps|maybe)"
    r"(?:\. ?| |(?=[0-9]))(?P<date>.+)"
)
_PART = re.compile(
    r"(?:(?:at|in|by) )?(?:the )?(?:early|mid|late|beginning of|start of|middle of|end of)[ -](?P<date>.+)"
)
_SPAN = re.compile(
    r"(?:from |(?P<between>between ))?(?P<left>.+?)"
    r"(?: (?:to|until|through|and|-+) |(?P<dots>\.\.+)|(?<=[0-9]{4})-+(?=[0-9]{4}$))(?P<right>.+)"
)
_SINCE = re.compile(r"(?:since|from) (.+)|(.+?)(?: to | ?- ?)(?:the )?(?:present|now|today)|(.+?) ?-")
_UNTIL = re.compile(r"(?:until|till|up to) (.+)")
_TIMED = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ t]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?"
    r" ?(z|utc|gmt|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_FIGURES = re.compile("[0-9]{4}(?:-[0-9]{2}){0,2}")
_MONTHS = 12
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENDINGS = ("st", "nd", "rd", "th")
_SMALL_WORDS = (*_ENDINGS, "of", "the", "in", "on", "to", "from", "and", "between", "until", "through")


def rewritings(text: str) -> list[str]:
    """Drafts of EDTF for a text, likeliest first; the text itself is never one."""
    tidied = tidy(text)
    plain = in_english(tidied)
    if plain != tidied and _FIGURES.fullmatch(plain):
        return [plain]
    drafts = [*_one_date(plain), *_spans(plain.lower())]
    return [draft for draft in dict.fromkeys(drafts) if draft != text]


def tidy(text: str) -> str:
    """The text with plain digits, plain hyphens and single spaces."""
    compatible = unicodedata.normalize("NFKC", text).translate(_DASHES)
    digits = "".join(str(unicodedata.decimal(char, char)) for char in compatible)
    return re.sub(r"\s+", " ", digits).strip()


def _one_date(plain: str) -> list[str]:
    """Drafts for one date with or without a word such as "circa" before it."""
    lower = plain.lower()
    drafts = [plain, *_readings(lower)]
    if match := _QUALIFIED.fullmatch(lower):
        mark = "~" if match["about"] else "?"
        drafts += [draft + mark for draft in (match["date"], *_readings(match["date"]))]
    if match := _PART.fullmatch(lower):
        drafts += [match["date"], *_readings(match["date"])]
    return drafts


def _readings(lower: str) -> Iterator[str]:
    for habit in _HABITS:
        yield from habit(lower)


def _spans(lower: str) -> Iterator[str]:
    """`1950-1956`, `16 Feb 2019 to 20 Feb 2019`, `between 1950 and 1956`, `since 1950`, `until 1956`."""
    if match := _SPAN.fullmatch(lower):
        for left, right in product(_one_date(match["left"]), _one_date(match["right"])):
            if match["between"] or match["dots"]:
                yield f"[{left}..{right}]"
            if not match["between"]:
                yield f"{left}/{right}"
    if match := _SINCE.fullmatch(lower):
        yield from (f"{draft}/.." for draft in _one_date(match[1] or match[2] or match[3]))
    if match := _UNTIL.fullmatch(lower):
        yield from (f"../{draft}" for draft in _one_date(match[1]))


def _near_edtf(text: str) -> Iterator[str]:
    """EDTF in the wrong case, with spaces, with two marks, or as drafted in 2012 (`195u`, `1985/open`)."""
    close = re.sub(r" ?([-/?~%:.,\[\]{}]) ?", r"\1", text.upper())
    yield close
    yield re.sub(r"(?:\?~|~\?)$", "%", close)
    if re.fullmatch("[0-9U-]+", close):
        yield close.replace("U", "X")
    if "/" in close:
        yield close.replace("OPEN", "..").replace("UNKNOWN", "")


def _three_numbers(text: str) -> Iterator[str]:
    """`2019/02/16`, `2019-2-16`, `16.02.2019` (day first), and `02/03/2019`, which has two readings."""
    match = re.fullmatch(r"([0-9]{1,4})([./ -])([0-9]{1,2})\2([0-9]{1,4})", text)
    if not match:
        return
    first, separator, middle, last = match.groups()
    if len(first) == 4 and len(last) <= 2:
        yield f"{first}-{middle:0>2}-{last:0>2}"
    elif len(last) == 4 and len(first) <= 2:
        if int(middle) <= _MONTHS:
            yield f"{last}-{middle:0>2}-{first:0>2}"
        if int(first) <= _MONTHS and (separator in "/-" or int(middle) > _MONTHS):
            yield f"{last}-{first:0>2}-{middle:0>2}"


def _two_numbers(text: str) -> Iterator[str]:
    """`2019/02`, `02.2019`; `1950/56` as a stretch of years; `2019-02-15/17` with its end cut short."""
    if match := re.fullmatch(r"([0-9]{4})([./ -])([0-9]{1,2})", text):
        year, separator, number = match.groups()
        yield f"{year}-{number:0>2}"
        if separator in "/-" and len(number) == 2 and number > year[2:]:
            yield f"{year}/{year[:2]}{number}"
    if match := re.fullmatch(r"([0-9]{1,2})[./ -]([0-9]{4})", text):
        yield f"{match[2]}-{match[1]:0>2}"
    if match := re.fullmatch(r"([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)/([0-9]{2}(?:-[0-9]{2})?)", text):
        yield f"{match[1]}/{match[1][: len(match[1]) - len(match[2])]}{match[2]}"


def _one_number(text: str) -> Iterator[str]:
    """`20190216`, `201902`, `476`, `12345`."""
    if not re.fullmatch("[0-9]+", text):
        return
    if len(text) in (6, 8):
        yield "-".join(filter(None, (text[:4], text[4:6], text[6:])))
    elif len(text) == 3:
        yield from (f"0{text}", f"{text}X" if text[0] in "12" else "")
    elif len(text) > 4:
        yield f"Y{text}"


def _decade_or_century(text: str) -> Iterator[str]:
    """`1950s`; `1900s`, which may be either; `20th century`, which may begin in 1900 or in 1901."""
    if match := re.fullmatch("(?:the )?([0-9]{3})0['’]?s", text):
        yield f"{match[1]}X"
        if match[1].endswith("0"):
            yield f"{match[1][:2]}XX"
    if match := re.fullmatch("(?:the )?([0-9]{1,2})(?:st|nd|rd|th) century", text):
        number = int(match[1])
        yield from (f"{number - 1:02}01/{number:02}00", f"{number - 1:02}XX")


def _era(text: str) -> Iterator[str]:
    """`44 BC`, `AD 476`. The year before AD 1 is 0000, so 44 BC is -0043 (ISO 8601, astronomical years)."""
    if match := re.fullmatch(r"([0-9]{1,4}) ?(?:bce?|b\.c\.)", text):
        before = int(match[1]) - 1
        yield f"-{before:04}" if before else "0000"
    if match := re.fullmatch(r"(?:ad|ce|a\.d\.) ?([0-9]{1,4})|([0-9]{1,4}) ?(?:ad|ce|a\.d\.)", text):
        yield f"{match[1] or match[2]:0>4}"


def _timed(text: str) -> Iterator[str]:
    """`2019-02-16 9:05`, with or without seconds, their fractions and a zone."""
    if match := _TIMED.fullmatch(text):
        day, hour, minute, second, zone = match.groups()
        ahead = "Z" if zone in ("z", "utc", "gmt") else re.sub(r"([+-]..):?(..)", r"\1:\2", zone or "")
        yield f"{day}T{hour:0>2}:{minute}:{second or '00'}{ahead}"


def _in_words(text: str) -> Iterator[str]:
    """`16 Feb 2019`, `February 16th, 2019`, `Feb 2019`, `spring 2001`, `28 August to 5 September 1945`."""
    if not re.fullmatch(r"[a-z0-9 .,'/-]+", text):
        return
    words = [word for word in re.findall("[a-z]+|[0-9]+", text) if not _is_noise(word)]
    years = [word for word in words if re.fullmatch("[0-9]{4}", word)]
    days = [f"{word:0>2}" for word in words if re.fullmatch("[0-9]{1,2}", word)]
    months = [f"{number:02}" for word in words if (number := _month(word))]
    known = len(years) + len(days) + len(months)
    if len(years) != 1 or len(months) not in (1, 2) or len(days) > 2 or known != len(words):
        return
    if days and len(months) < len(days):
        months *= 2
    dates = ["-".join((years[0], month, *days[at : at + 1])) for at, month in enumerate(months)]
    if len(dates) == 1:
        yield dates[0]
    else:
        yield f"[{'..'.join(dates)}]" if text.startswith("between ") else "/".join(dates)


def _is_noise(word: str) -> bool:
    return word in _SMALL_WORDS or is_weekday(word)


def is_weekday(word: str) -> bool:
    """Whether a word, in small letters, is the name of a day of the week, or three letters of it."""
    return len(word) >= 3 and any(day.startswith(word) for day in _WEEKDAYS)


def _month(word: str) -> int | None:
    """The number of a month by its name or three letters of it, or of a season as EDTF codes it."""
    seasons = {name: code for code, name in SEASONS.items()} | {"fall": 23}
    if len(word) < 3 or word in seasons:
        return seasons.get(word)
    return next((at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(word)), None)


_HABITS: tuple[Callable[[str], Iterator[str]], ...] = (
    _near_edtf,
    _three_numbers,
    _two_numbers,
    _one_number,
    _decade_or_century,
    _era,
    _timed,
    _in_words,
)
