"""Exact quotations of a held text. Owns the only way to make one: by looking it up where it will be looked up again.

A `Quotation` that exists verifies: `articles.find` leads from it to the very stretch it was made of, and a sheet can
hold it as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

from dossier import articles
from dossier.articles import Article, Found, Sentence
from dossier.strict_yaml import check_text

__all__ = ["Quotation", "is_writable", "quote"]

_LONGEST = 1_000  # characters; more than anybody reads as evidence of one thing
_CONTEXTS = (20, 40, 80, 160)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a text as found there once, by themselves or between a prefix and a suffix. Made by `quote` alone."""

    words: str
    prefix: str
    suffix: str
    sentence: Sentence


def quote(article: Article, sentence: Sentence) -> Quotation | None:
    """Quote a sentence whole; None where it is too short or too long, or where it cannot be told from another."""
    words = normalize("NFC", sentence.text)
    if len(words) > _LONGEST or not is_writable(words):
        return None
    if _leads_back(article, sentence, words):
        return Quotation(words, "", "", sentence)
    for length in _CONTEXTS:
        prefix = normalize(
            "NFC", articles.display(article.text, max(0, sentence.start - length), sentence.start)
        )
        suffix = normalize("NFC", articles.display(article.text, sentence.end, sentence.end + length))
        if is_writable(prefix + suffix) and _leads_back(article, sentence, words, prefix, suffix):
            return Quotation(words, prefix, suffix, sentence)
    return None


def is_writable(words: str) -> bool:
    """Whether a sheet may hold these words: no character that it refuses, nothing invisible at the ends."""
    return words == words.strip() and not check_text(words.encode("utf-8", "replace"), "").diagnostics


def _leads_back(article: Article, sentence: Sentence, words: str, prefix: str = "", suffix: str = "") -> bool:
    found = articles.find(article, words, prefix, suffix)
    return isinstance(found, Found) and found.sentences == (sentence.number,)
