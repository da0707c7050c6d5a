"""How to quote a place of an article so that the quotation leads back to it, and nowhere else.

Owns the choice of the words: enough of them, and words beside them where the same stands twice. Whatever it returns was
looked up with `quoting.find` and is what `find` says of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple
from unicodedata import normalize

from dossier.articles.folding import display
from dossier.articles.quoting import Found, find
from dossier.articles.reading import Article
from dossier.articles.words import SPACELESS
from dossier.strict_yaml import check_text

__all__ = ["LONGEST", "Quotation", "alone", "beside"]

LONGEST = 600
"""A quotation has so many characters at most."""

_BESIDE = 12  # so many words on a side are tried as a prefix or a suffix
_AROUND = 3  # so many sentences before and after are added to words that do not stand alone
_WINDOW = 300  # characters in which those words are looked for
_WORD = re.compile(rf"[{SPACELESS}]|[^\s{SPACELESS}]+")


class Quotation(NamedTuple):
    """Words that stand once in an article, or once between a prefix and a suffix."""

    quote: str
    prefix: str = ""
    suffix: str = ""


def alone(article: Article, start: int, end: int) -> Quotation | None:
    """Quote a stretch, with sentences around it where it does not stand alone; None if nothing will do."""
    for before, after in _grown(article, start, end):
        quote = _said(article, before, after)
        if _leads_to(article, Quotation(quote), start, end):
            return Quotation(quote)
    return None


def beside(article: Article, start: int, end: int) -> Quotation | None:
    """Quote a stretch as it is, with the fewest words beside it that tell it from its like; None if nothing will do."""
    quote = _said(article, start, end)
    for prefix, suffix in _contexts(article, start, end):
        quotation = Quotation(quote, prefix, suffix)
        if _leads_to(article, quotation, start, end):
            return quotation
    return alone(article, start, end)


def _leads_to(article: Article, quotation: Quotation, start: int, end: int) -> bool:
    """Whether a sheet may hold the quotation, and it is found where the stretch is."""
    if len(quotation.quote) > LONGEST or any(check_text(text.encode(), "").diagnostics for text in quotation):
        return False
    found = find(article, *quotation)
    return isinstance(found, Found) and found.start <= start and end <= found.end


def _said(article: Article, start: int, end: int) -> str:
    """The words of a stretch as a sheet may hold them: on one line, nothing invisible, in NFC."""
    return normalize("NFC", display(article.text, start, end))


def _grown(article: Article, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch, and the stretch with whole sentences around it, the fewest first."""
    yield start, end
    first = next((i for i, each in enumerate(article.sentences) if each.end > start), 0)
    last = next(
        (i for i, each in enumerate(article.sentences) if each.end >= end), len(article.sentences) - 1
    )
    for more in sorted(product(range(_AROUND + 1), repeat=2), key=lambda sides: (sum(sides), sides)):
        before, after = max(0, first - more[0]), min(len(article.sentences) - 1, last + more[1])
        yield min(start, article.sentences[before].start), max(end, article.sentences[after].end)


def _contexts(article: Article, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Prefixes and suffixes, the shortest first: none, then on one side, then on both."""
    before = _said(article, max(0, start - _WINDOW), start)
    after = _said(article, end, end + _WINDOW)
    starts = [word.start() for word in _WORD.finditer(before)][: -_BESIDE - 1 : -1]
    ends = [word.end() for word in _WORD.finditer(after)][:_BESIDE]
    yield "", ""
    yield from ((before[place:], "") for place in starts)
    yield from (("", after[:place]) for place in ends)
    yield from ((before[a:], after[:b]) for a, b in zip(starts, ends, strict=False))
