"""Finds the sentences that hold some words, whatever their case, their form and their order.

Owns which sentence comes first, and which part of it to quote; when two words are the same is `alike`'s to say. It is
for people who look for something to quote: whether a quotation stands in a text is for `quoting`, which is strict.

What is written without spaces between words, as in Japanese, is looked for as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from dossier.articles.alike import Alike, plain
from dossier.articles.reading import Article, Role, Sentence
from dossier.articles.words import SPACELESS

__all__ = ["Hit", "nearest", "search", "terms"]

_TERM = re.compile(rf"[{SPACELESS}]+|[^\W_{SPACELESS}]+(?:'[^\W_{SPACELESS}]+)*")
_SPACELESS = re.compile(f"[{SPACELESS}]")
_WORD = re.compile(rf"[{SPACELESS}]|[^\s{SPACELESS}]+")
_LONGEST = (
    400  # characters of a sentence that are quoted whole; of a longer one the part that holds the words is
)
_ALIKE = 70  # of 100 on rapidfuzz's scale: below it two words have little in common
_ENOUGH = 50  # what a sentence must come to on average over the words: as where it holds half of them


class Hit(NamedTuple):
    """A sentence of a source, and the stretch of the article to quote: all of it, or the part that holds the words."""

    source: str
    sentence: Sentence
    start: int
    end: int


def terms(words: str) -> tuple[str, ...]:
    """The words to look for, each once; empty where there are only signs."""
    return tuple(dict.fromkeys(_TERM.findall(plain(words))))


def search(articles: Mapping[str, Article], wanted: tuple[str, ...]) -> list[Hit]:
    """The sentences that hold all the `terms` wanted.

    First those that hold them as they were typed; then headings after sentences; then where they stand closest
    together; then by source.
    """
    found: list[tuple[_Rank, Hit]] = []
    for source, article in sorted(articles.items()):
        alike = Alike(article.language)
        for sentence in _sentences(article):
            places = _places(wanted, plain(sentence.text), alike)
            if len(places) == len(wanted):
                others = sum(place.is_other_form for place in places)
                spread = max(places).start - min(places).start
                rank = (others, sentence.role is not Role.SENTENCE, spread, source, sentence.number)
                found.append((rank, _hit(source, article, sentence, _holding(wanted, alike))))
    return [hit for _, hit in sorted(found, key=lambda each: each[0])]


def nearest(articles: Mapping[str, Article], wanted: tuple[str, ...]) -> list[Hit]:
    """The sentences that come nearest to holding the terms: where words are misspelt, or only some are there."""
    likeness = _likeness(articles, wanted)
    found = [
        (-score, source, sentence)
        for source, article in articles.items()
        for sentence in _sentences(article)
        if (score := likeness(plain(sentence.text))) >= _ENOUGH
    ]
    found.sort(key=lambda each: (*each[:2], each[2].number))
    return [_hit(source, articles[source], sentence, likeness) for _, source, sentence in found]


def _likeness(articles: Mapping[str, Article], wanted: tuple[str, ...]) -> Callable[[str], float]:
    """What tells of a text how near it comes to holding the terms, from 0 to 100: on average over the terms."""
    # Loading rapidfuzz takes longer than a search, and only one that found nothing needs it.
    from rapidfuzz import fuzz, process

    texts = (plain(each.text) for article in articles.values() for each in _sentences(article))
    vocabulary = sorted({word for text in texts for word in _TERM.findall(text)})
    alike = {
        term: dict(
            found[:2]
            for found in process.extract(term, vocabulary, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None)
        )
        for term in wanted
    }

    def likeness(text: str) -> float:
        words = _TERM.findall(text)
        scores = (
            fuzz.partial_ratio(term, text, score_cutoff=_ALIKE)
            if _SPACELESS.match(term)
            else max((alike[term].get(word, 0) for word in words), default=0)
            for term in wanted
        )
        return sum(scores) / len(wanted)

    return likeness


_Rank: TypeAlias = tuple[int, bool, int, str, int]


class _Place(NamedTuple):
    start: int
    is_other_form: bool


def _sentences(article: Article) -> Iterator[Sentence]:
    return (each for each in article.sentences if each.role is not Role.DATELINE)


def _places(wanted: tuple[str, ...], text: str, alike: Alike) -> list[_Place]:
    """Where the terms stand in a text, those that do."""
    words = list(_TERM.finditer(text))
    found = (_place(term, text, words, alike) for term in wanted)
    return [place for place in found if place]


def _place(term: str, text: str, words: list[re.Match[str]], alike: Alike) -> _Place | None:
    """Where a term stands: as it is, or else in another form."""
    if _SPACELESS.match(term):
        start = text.find(term)
        return _Place(start, False) if start >= 0 else None
    exact = (_Place(word.start(), False) for word in words if word[0] == term)
    others = (_Place(word.start(), True) for word in words if alike(term, word[0]))
    return next(exact, None) or next(others, None)


def _holding(wanted: tuple[str, ...], alike: Alike) -> Callable[[str], float]:
    return lambda text: len(_places(wanted, text, alike))


def _hit(source: str, article: Article, sentence: Sentence, score: Callable[[str], float]) -> Hit:
    """A hit; of a long sentence only the part is quoted that scores highest."""
    parts = list(_parts(article.text, sentence))
    start, end = max(parts, key=lambda part: score(plain(article.text[slice(*part)])))
    return Hit(source, sentence, start, end)


def _parts(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """A sentence in stretches of whole words; where it is long, each overlaps the next by half."""
    if sentence.end - sentence.start <= _LONGEST:
        yield sentence.start, sentence.end
        return
    words = [word.span() for word in _WORD.finditer(text, sentence.start, sentence.end)]
    for start in range(sentence.start, sentence.end, _LONGEST // 2):
        inside = [word for word in words if start <= word[0] and word[1] <= start + _LONGEST]
        yield (inside[0][0], inside[-1][1]) if inside else (sentence.start, sentence.end)
