"""Dates in Japanese and Russian, put into figures and English words that `habits` understands.

Owns the names of months and eras in those languages. The first years of the eras are those of the Gregorian calendar,
which Japan has used since 1 January 1873, Meiji 6; earlier years of Meiji are left as they are.
"""

from __future__ import annotations

import re

from dossier.edtf.names import MONTHS

__all__ = ["in_english"]

_ERAS = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}
_FIRST_OF_MEIJI = 6
_ERA = re.compile(f"({'|'.join(_ERAS)}) ?(元|[0-9]{{1,2}}) ?年")
_JAPANESE = re.compile(r"([0-9]{4}) ?年(?: ?([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?日)?)?")
_STEMS = ("янв", "фев", "мар", "апр", "ма[йя]", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_RUSSIAN = [re.compile(rf"\b{stem}[а-я]*\.?") for stem in _STEMS]
_YEAR = re.compile(r" ?(?<![а-я])(?:гг?|год[ау]?|году)(?![а-я])\.?|\bв ")


def in_english(text: str) -> str:
    """The text with Japanese dates in figures, and Russian months and years in English."""
    if "年" in text:
        return _JAPANESE.sub(_figures, _ERA.sub(_of_era, text))
    lower = text.lower()
    if not re.search("[а-я]", lower):
        return text
    for month, russian in zip(MONTHS, _RUSSIAN, strict=True):
        lower = russian.sub(month, lower)
    lower = re.sub(r"^с (?=\S)", "since ", re.sub(r"^до (?=\S)", "until ", lower))
    return _YEAR.sub("", lower).strip()


def _of_era(match: re.Match[str]) -> str:
    year = 1 if match[2] == "元" else int(match[2])
    if match[1] == "明治" and year < _FIRST_OF_MEIJI:
        return match[0]
    return f"{_ERAS[match[1]] + year - 1}年"


def _figures(match: re.Match[str]) -> str:
    return "-".join([match[1], *(f"{part:0>2}" for part in match.groups()[1:] if part)])
