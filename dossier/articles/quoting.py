"""Finds a quotation in an article.

Owns the rules of quoting: one contiguous passage of at least three words, alike as `folding` defines it, from
a word's beginning to a word's end (`words`), and only one such place. It never matches over omitted words: an
ellipsis is three dots like any other. It does not look for what is merely similar (`nearness`).

A prefix and a suffix mean what they do in a TextQuoteSelector of the W3C Web Annotation Data Model (4.2.4):
the text immediately before and after the quotation. They choose among places; they may begin mid-word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dossier.articles.folding import Folded, fold
from dossier.articles.passages import Occurrence, occurrence, touched
from dossier.articles.reading import Article
from dossier.articles.words import count_words, within_word

__all__ = ["MIN_WORDS", "Ambiguous", "ContextDiffers", "Found", "Lookup", "NotFound", "TooShort", "find"]

MIN_WORDS = 3
MOST_SHOWN = 10
# How often the letters may recur inside longer words before a search gives up. No prose comes near it, and a
# text made to has its quotation not found, which is the safe answer.
MOST_MID_WORD = 1_000


@dataclass(frozen=True, slots=True)
class Found:
    """The only place of a quotation, and the numbers of the sentences it has a part of."""

    start: int
    end: int
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """The article has no such passage; `closest` tells what comes near."""


@dataclass(frozen=True, slots=True)
class ContextDiffers:
    """The passage is there, but nowhere between that prefix and that suffix; `more` if not all are listed."""

    occurrences: tuple[Occurrence, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The passage is there more than once; `more` if not all are listed."""

    occurrences: tuple[Occurrence, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class TooShort:
    """The quotation has fewer words than `MIN_WORDS`."""

    words: int


Lookup = Found | NotFound | ContextDiffers | Ambiguous | TooShort


def find(article: Article, quote: str, prefix: str = "", suffix: str = "") -> Lookup:
    """Return where the quotation stands in the article, or why it does not verify."""
    passage = fold(quote)
    if (words := count_words(passage, MIN_WORDS)) < MIN_WORDS:
        return TooShort(words)
    before, after = fold(prefix).text, fold(suffix).text
    places = _places(article.folded, passage.text, before, after)
    if len(places) == 1:
        start, end = article.folded.span(*places[0])
        return Found(start, end, touched(article, start, end))
    if places:
        return Ambiguous(*_shown(article, places))
    if (before or after) and (places := _places(article.folded, passage.text, "", "")):
        return ContextDiffers(*_shown(article, places))
    return NotFound()


def _places(folded: Folded, passage: str, before: str, after: str) -> list[tuple[int, int]]:
    """Return the first places of a passage in its context, one more than are shown; they may overlap."""
    starts: set[int] = set()
    for left in {before, before and before + " "}:
        for right in {after, after and " " + after}:
            at = _starts(folded, left + passage + right, len(left), len(passage))
            starts.update(islice(at, MOST_SHOWN + 1))
    return [(start, start + len(passage)) for start in sorted(starts)]


def _starts(folded: Folded, needle: str, lead: int, length: int) -> Iterator[int]:
    """Yield where a passage of that length stands, `lead` characters into the needle, between whole words."""
    at = folded.text.find(needle)
    mid_word = 0
    while at >= 0 and mid_word < MOST_MID_WORD:
        start = at + lead
        if within_word(folded, start) or within_word(folded, start + length):
            mid_word += 1
        else:
            yield start
        at = folded.text.find(needle, at + 1)


def _shown(article: Article, places: list[tuple[int, int]]) -> tuple[tuple[Occurrence, ...], bool]:
    shown = (occurrence(article, *article.folded.span(*place)) for place in places[:MOST_SHOWN])
    return tuple(shown), len(places) > MOST_SHOWN
