"""Stretches of an article as a person is shown them: with their sentences and what stands around them.

Owns the values that lookups return beside bare places. It searches nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter

from dossier.articles.folding import display
from dossier.articles.reading import Article

__all__ = ["Difference", "Occurrence", "Passage", "occurrence", "touched"]

CONTEXT = 40
"""How many characters of context an occurrence shows on each side, at most."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place of a quotation, the numbers of its sentences, and the words around it, to be shown."""

    start: int
    end: int
    sentences: tuple[int, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of a quotation and what the article has in their place; either may be empty."""

    quoted: str
    found: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage like a quotation: its place, how alike (0 to 100), its text to be shown, and what differs.

    No differences and a score of 100 mean that the passage itself breaks a rule, as where it ends mid-word.
    """

    start: int
    end: int
    sentences: tuple[int, ...]
    score: float
    text: str
    differences: tuple[Difference, ...]


def touched(article: Article, start: int, end: int) -> tuple[int, ...]:
    """Return the numbers of the sentences that a stretch has a part of, in order."""
    first = bisect_right(article.sentences, start, key=attrgetter("end"))
    after = bisect_left(article.sentences, end, key=attrgetter("start"))
    return tuple(range(first + 1, after + 1))


def occurrence(article: Article, start: int, end: int) -> Occurrence:
    """Return a stretch with its sentences and the words around it, cut between words."""
    # Twice the length, since runs of white space shrink.
    before = display(article.text, max(0, start - 2 * CONTEXT), start)
    after = display(article.text, end, end + 2 * CONTEXT)
    if len(before) > CONTEXT:
        before = before[-CONTEXT:].partition(" ")[2] or before[-CONTEXT:]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0] or after[:CONTEXT]
    return Occurrence(start, end, touched(article, start, end), before, after)
