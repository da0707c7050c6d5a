"""Words in other languages than the page's. Owns how they are marked, so that they are spoken and set rightly."""

from __future__ import annotations

import unicodedata

from dossier.model import Sheet
from dossier.pages.markdown import Markdown, escape

__all__ = ["in_language", "other", "publisher", "title"]


def in_language(words: Markdown, language: str, home: str) -> Markdown:
    """Words in an element that names their language (a BCP 47 tag), where that is another than the page's."""
    marked = words and other(language, home)
    return Markdown(f'<span lang="{marked}">{words}</span>') if marked else words


def other(language: str, home: str) -> str:
    """A language if it is another than the page's, else nothing; its country and script make no other of it."""
    return "" if _primary(language) == _primary(home) else language


def title(source: Sheet, home: str) -> Markdown:
    """The title of a source, which is in the language of the source."""
    return in_language(escape(source.name), source.text("language"), home)


def publisher(source: Sheet, home: str) -> Markdown:
    """Who published a source. Only a name in other letters than Latin is taken to be in the language of the source."""
    name = source.text("publisher") or source.name
    words = escape(name)
    return in_language(words, source.text("language"), home) if _has_other_letters(name) else words


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


def _has_other_letters(words: str) -> bool:
    return not words.isascii() and any(
        letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN") for letter in words
    )
