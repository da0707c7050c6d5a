"""BibLaTeX. Owns the entry types and fields, and escaping: no text can end its field or be read as a command.

Fields and types as in the BibLaTeX manual (version 3.20), whose dates are EDTF. Letters of every script stay as they
are: its companion Biber reads UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from dossier import edtf
from dossier.bibliography.item import Item
from dossier.edtf import Date, Kind, Precision

__all__ = ["biblatex"]

_TYPES = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "inbook",
    "dataset": "dataset",
    "entry-encyclopedia": "inreference",
    "legislation": "legislation",
    "report": "report",
    "thesis": "thesis",
    "webpage": "online",
}
_PUBLISHED_BY = {
    "article": "journaltitle",
    "online": "organization",
    "report": "institution",
    "thesis": "institution",
}
_PART_OF = {"article": "journaltitle", "inbook": "booktitle", "inreference": "booktitle"}
# Names that the package babel has for the languages of most documents; another language is left out.
_BABEL = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "uk": "ukrainian",
    "zh": "chinese",
}
# Braces are written as commands, since even escaped ones would have to be balanced.
_ESCAPED = {
    **{each: f"\\{each}" for each in "&%$#_"},
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_URL_SAFE = "-._~:/?#[]@!$&'()*+,;=%"


def biblatex(item: Item) -> str:
    """An item as an entry, a field a line."""
    type_ = _TYPES.get(item.type, "misc")
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(item, type_))
    return f"@{type_}{{{item.id},\n{fields},\n}}"


def _fields(item: Item, type_: str) -> Iterator[tuple[str, str]]:
    if item.author:
        yield (
            "author",
            f"{{{_escaped(item.author)}}}",
        )  # one name, whoever it is, and not first and last names
    yield "title", _escaped(item.title)
    container = _PART_OF.get(type_, "maintitle")
    if item.container:
        yield container, _escaped(item.container)
    publisher = _PUBLISHED_BY.get(type_, "publisher")
    if item.publisher and not (item.container and publisher == container):
        yield publisher, _escaped(item.publisher)
    if item.issued:
        yield from _dates(item.issued)
    if item.url:
        yield "url", quote(item.url, safe=_URL_SAFE)
    if item.accessed and item.accessed.kind is Kind.DATE and item.accessed.precision is Precision.DAY:
        yield "urldate", item.accessed.text
    if language := _BABEL.get(item.language.partition("-")[0].lower()):
        yield "langid", language


def _dates(date: Date) -> Iterator[tuple[str, str]]:
    """EDTF as written; one moment out of a stretch, which BibLaTeX does not know, is told in words."""
    if date.kind is Kind.ONE_OF:
        yield "note", _escaped(f"Date: {edtf.say(date)}")
    else:
        yield "date", date.text


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(character, character) for character in " ".join(text.split()))
