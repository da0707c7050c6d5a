"""The passage of an article most like a quotation it does not have.

Owns the search for it and the comparison word by word. Whether a quotation verifies is not decided here
(`quoting`). Importing this module loads rapidfuzz.

The search is bounded: one pass over the words of the article finds the few regions that share the quotation's
rarer words, and only these are aligned with it. Case is ignored in the search, not in the differences.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from heapq import nlargest

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment, ratio

from dossier.articles.folding import Folded, display, fold
from dossier.articles.passages import Difference, Passage, touched
from dossier.articles.reading import Article
from dossier.articles.words import SPACELESS, within_word

__all__ = ["NEAR", "nearest"]

NEAR = 65.0
"""The likeness (0 to 100) a passage must have to be called near; chance alone gives up to about 55."""

# Of a longer quotation only the beginning is compared.
_LONGEST = 1_000
_REGIONS = 5
_SLACK = 30
_MOST_PLACES = 5_000

# Words; where there are no spaces, pairs of letters.
_TERM = re.compile(rf"(?=([{SPACELESS}]{{2}}))[{SPACELESS}]|[^\W{SPACELESS}]+")
_WORD = re.compile(rf"[{SPACELESS}]|[^\s{SPACELESS}]+")


def nearest(article: Article, quote: str) -> Passage | None:
    """Return the passage most like the quotation, or None where none is like it by `NEAR`."""
    sought = display(quote)[:_LONGEST]
    needle, text = _lowered(fold(sought).text), _lowered(article.folded.text)
    best: tuple[float, int, int] = (NEAR, 0, 0)
    for start, end in _regions(text, needle):
        aligned = partial_ratio_alignment(needle, text[start:end], score_cutoff=best[0])
        if aligned and aligned.dest_start < aligned.dest_end:
            place = _fitted(
                article.folded, text, needle, start + aligned.dest_start, start + aligned.dest_end
            )
            best = max(best, (ratio(needle, text[slice(*place)]), *place), key=lambda found: found[0])
    score, start, end = best
    return _passage(article, sought, score, start, end) if start < end else None


def _lowered(text: str) -> str:
    """Return the text in lower case, or as it is where that would move its characters."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _regions(text: str, needle: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the text, best first, that share most with the needle; rare terms weigh more."""
    places: dict[str, list[int]] = {term: [] for term in _terms(needle)}
    for found in _TERM.finditer(text):
        if (at := places.get(found[1] or found[0])) is not None and len(at) < _MOST_PLACES:
            at.append(found.start())
    size = max(len(needle), 2 * _SLACK)
    weights: defaultdict[int, float] = defaultdict(float)
    for at in places.values():
        for place in at:
            weights[place // size] += 1 / len(at)
    pairs = {
        i - shift: weights.get(i - shift, 0) + weights.get(i - shift + 1, 0)
        for i in list(weights)
        for shift in (0, 1)
    }
    for i in nlargest(_REGIONS, sorted(pairs), key=pairs.__getitem__):
        yield max(0, i * size - _SLACK), (i + 2) * size + _SLACK


def _terms(text: str) -> Iterator[str]:
    return (found[1] or found[0] for found in _TERM.finditer(text))


def _fitted(folded: Folded, text: str, needle: str, start: int, end: int) -> tuple[int, int]:
    """Move the ends of a stretch to the nearby bounds of words that make it most like the needle."""
    ends = [p for p in _bounds(folded, end) if p > start and text[p - 1] != " "]
    end = max(ends, key=lambda p: ratio(needle, text[start:p]), default=end)
    starts = [p for p in _bounds(folded, start) if p < end and text[p] != " "]
    return max(starts, key=lambda p: ratio(needle, text[p:end]), default=start), end


def _bounds(folded: Folded, place: int) -> list[int]:
    nearby = range(max(0, place - _SLACK), min(len(folded.text), place + _SLACK) + 1)
    return [p for p in nearby if not within_word(folded, p)]


def _passage(article: Article, sought: str, score: float, start: int, end: int) -> Passage:
    start, end = article.folded.span(start, end)
    shown = display(article.text, start, end)
    differences = tuple(_differences(sought, shown))
    return Passage(start, end, touched(article, start, end), score, shown, differences)


def _differences(quoted: str, found: str) -> Iterator[Difference]:
    """Yield the stretches of words in which two texts differ once folded."""
    left, right = [[word.span() for word in _WORD.finditer(text)] for text in (quoted, found)]
    codes = Levenshtein.opcodes(_folded_words(quoted, left), _folded_words(found, right))
    merged: list[list[int]] = []
    for code in codes:
        if code.tag == "equal":
            merged.append([])
        elif merged and merged[-1]:
            merged[-1][1], merged[-1][3] = code.src_end, code.dest_end
        else:
            merged.append([code.src_start, code.src_end, code.dest_start, code.dest_end])
    for a, b, c, d in filter(None, merged):
        yield Difference(_between(quoted, left[a:b]), _between(found, right[c:d]))


def _folded_words(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [fold(text[start:end]).text for start, end in spans]


def _between(text: str, spans: list[tuple[int, int]]) -> str:
    return text[spans[0][0] : spans[-1][1]] if spans else ""
