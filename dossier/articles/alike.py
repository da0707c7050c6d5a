"""When two words are the same to somebody who searches. Owns case, accents and endings; it knows no texts.

Words are alike if their letters are (Unicode NFKC, case and accents aside) or if one is a form of the other, by the
Snowball stemmer of the language (https://snowballstem.org).
"""

from __future__ import annotations

import re
import unicodedata

from snowballstemmer import stemmer  # type: ignore[import-untyped]  # has no stubs

__all__ = ["Alike", "plain"]

# By BCP 47 subtag. In a language that is not here only case and accents are overlooked.
_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian",
    "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
_APOSTROPHES = str.maketrans("‘’ʼ", "'''")
_ACCENTS = re.compile("[\u0300-\u036f]")
_BEGINNING = 2  # forms of a word begin alike; only words that do are stemmed, which is slow


def plain(text: str) -> str:
    """A text as it is compared: compatible letters and cases alike."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES)


class Alike:
    """What is alike in one language, given by its BCP 47 tag. Words are given as `plain` has them."""

    def __init__(self, language: str) -> None:
        name = _STEMMERS.get(language.partition("-")[0].lower())
        self._stemmer = stemmer(name) if name else None
        self._known: dict[tuple[str, str], bool] = {}

    def __call__(self, one: str, other: str) -> bool:
        """Whether two words are forms of one."""
        if (one, other) not in self._known:
            a, b = _bare(one), _bare(other)
            same = a == b or (
                a[:_BEGINNING] == b[:_BEGINNING] and not self._forms(one).isdisjoint(self._forms(other))
            )
            self._known[one, other] = same
        return self._known[one, other]

    def _forms(self, word: str) -> set[str]:
        """A word and its stem; the word too, since a stemmer may take a stem for a form and shorten it further."""
        stem = self._stemmer.stemWord(word) if self._stemmer else word
        return {_bare(word), _bare(stem)}


def _bare(word: str) -> str:
    """A word without accents."""
    return _ACCENTS.sub("", unicodedata.normalize("NFD", word))
