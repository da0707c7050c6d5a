"""Which of the languages read here a text is written in. Owns the guess from scripts and the commonest words.

It is for whole articles. A text in another language is not guessed at: the editor is asked.
"""

from __future__ import annotations

import re

from dossier.ingest.wordlists import COMMON

__all__ = ["guess_language"]

_KANA = re.compile(r"[\u3041-\u30ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 0.1  # of the words: those listed are a quarter of English prose, and a fifth of Russian
_NOT_RUSSIAN = re.compile(r"[іїєґўјљњћџђѓќ]", re.IGNORECASE)


def guess_language(text: str) -> str:
    """`en`, `ru` or `ja`; empty where it is neither, or cannot be told."""
    letters = sum(character.isalpha() for character in text)
    if len(_KANA.findall(text)) * 10 > letters > 0:
        return "ja"
    cyrillic = len(_CYRILLIC.findall(text))
    if cyrillic * 2 > letters:
        foreign = len(_NOT_RUSSIAN.findall(text)) * 200 > cyrillic
        return "" if foreign or not _is_common(text, "ru") else "ru"
    return "en" if len(_LATIN.findall(text)) * 2 > letters and _is_common(text, "en") else ""


def _is_common(text: str, language: str) -> bool:
    words = _WORD.findall(text.lower())
    return sum(word in COMMON[language] for word in words) >= _LEAST * len(words) > 0
