"""The line of place, day and agency a news report opens with.

Owns the forms agencies give it; where in an article one may stand is `reading`'s to say. The day is returned
in the words of the report, unread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.articles.folding import display

__all__ = ["Dateline", "dateline"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline in its parts, each as published and "" where absent."""

    place: str
    date: str
    agency: str


_LONGEST = 150

_MONTH = r"[^\W\d_]{3,12}\.??"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+\d{4})?"
_DASH = r"(?:--|[-–—―])"

# TOKYO, February 25. /TASS/.      MOSCOW, Feb 25 (Reuters) -      SEOUL, South Korea (AP) —
# МОСКВА, 25 фев — РИА Новости.    WASHINGTON, Feb. 25 —
_WESTERN = re.compile(
    rf"""(?P<place>[^\W\d_][^\d()\[\]–—―:;!?"“”«»]{{1,60}}?)
    (?:[.,]\s+(?P<date>{_MONTH}\s+{_DAY}{_YEAR}|{_DAY}\s+{_MONTH}{_YEAR}))?
    (?:[.,]?\s+/(?P<slashed>[^/()]{{2,30}})/(?:[.,]|\s*{_DASH})?
     | \s+\((?P<bracketed>[^()]{{2,40}})\)\s*{_DASH}
     | \s+{_DASH}\s+(?P<named>РИА\s+Новости|RIA\s+Novosti|Интерфакс|Interfax|ТАСС|TASS|Sputnik)\.
     | \s+(?P<bare>{_DASH})
    )(?:\s+|\Z)""",
    re.VERBOSE,
)
# 【モスクワ共同】    [東京 25日 ロイター] -
_JAPANESE = re.compile(
    r"""[【\[](?P<place>[^\d\W]{1,20}?)[\s・=＝]*(?P<date>(?:\d{1,2}月)?\d{1,2}日)?[\s=＝]*
    (?P<agency>共同|時事|ロイター|タス通信|AFP|ＡＦＰ|AP|ＡＰ)(?:通信)?[】\]](?:\s*[-–—])?\s*""",
    re.VERBOSE,
)


def dateline(paragraph: str) -> tuple[int, Dateline] | None:
    """Return the length of the dateline a paragraph begins with, and its parts; None if it has none."""
    opening = paragraph[:_LONGEST]
    if found := _JAPANESE.match(opening):
        return found.end(), _parts(found, found["agency"])
    if not (found := _WESTERN.match(opening)) or opening[found.end() : found.end() + 1].islower():
        return None
    agency = found["slashed"] or found["bracketed"] or found["named"] or ""
    named = agency[:1].isupper() if agency else bool(found["date"])
    return (found.end(), _parts(found, agency)) if named and _is_in_capitals(found["place"]) else None


def _parts(found: re.Match[str], agency: str) -> Dateline:
    return Dateline(display(found["place"]), display(found["date"] or ""), display(agency))


def _is_in_capitals(place: str) -> bool:
    """Say whether a place begins in capitals and is made of names, unlike the start of a sentence."""
    first, *others = re.split(r"[\s,/]+", place)
    return first.isupper() and len(first) > 1 and all(word[:1].isupper() for word in others)
