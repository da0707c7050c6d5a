"""Bytes as received → an `Article`: its text, paragraphs and sentences, each with its place.

Owns what may stand in a source text and which role each unit of it plays. It edits nothing: the text is what
the bytes say, and `sha256` pins them. It does not read files and does not look for quotations (`quoting`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from dossier.articles.datelines import Dateline, dateline
from dossier.articles.folding import Folded, display, fold, one_line, trim
from dossier.articles.layout import paragraphs
from dossier.articles.sentences import ends_sentence, sentences

__all__ = ["LIMIT", "Article", "Paragraph", "Role", "Sentence", "Unreadable", "read"]

LIMIT = 1024 * 1024
MOST_PARAGRAPHS = 20_000  # more than a book has
"""The size in bytes up to which a source text is read."""

# A longer paragraph is a sentence even without a full stop (a slip, or Thai, which has none).
_LONGEST_HEADING = 200
# A dateline opens the report: after so many paragraphs of sentences none is looked for.
_OPENING_PARAGRAPHS = 3

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_LINE_BREAK = re.compile(rb"\r\n?|\n")


class Role(StrEnum):
    """What a unit of the text is. A heading is also a headline or furniture of the page: no full stop."""

    SENTENCE = "sentence"
    HEADING = "heading"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why bytes are no article, and where: the byte from 0, the line from 1."""

    message: str
    byte: int = 0
    line: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its number from 1 and where it stands."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A unit a citation can point to: its number from 1 in the whole text, and where it stands.

    `text` is it fit to be shown; `paragraph` is the number of the paragraph it is in.
    """

    number: int
    start: int
    end: int
    paragraph: int
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """A source text as received; `start` and `end` everywhere are code points into `text`."""

    text: str
    sha256: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    dateline: Dateline | None
    folded: Folded = field(repr=False, compare=False)


_Unit = tuple[int, int, Role]


def read(data: bytes, language: str) -> Article | Unreadable:
    """Return the article the bytes hold, or why they hold none; `language` is a BCP 47 tag.

    Takes strict UTF-8 with or without a byte order mark, any kind of line break, any normalisation.
    """
    text = _decode(data)
    if isinstance(text, Unreadable):
        return text
    stretches = tuple(Paragraph(n, *stretch) for n, stretch in enumerate(paragraphs(text), 1))
    if len(stretches) > MOST_PARAGRAPHS:
        place = len(text[: stretches[MOST_PARAGRAPHS].start].encode())
        return Unreadable(f"more than {MOST_PARAGRAPHS:,} paragraphs", place, _line(data, place))
    opening, units = _units(text, stretches, language)
    return Article(text, sha256(data).hexdigest(), language, stretches, units, opening, fold(text))


def _decode(data: bytes) -> str | Unreadable:
    if len(data) > LIMIT:
        return Unreadable(f"larger than {LIMIT // 1024} KiB", LIMIT, _line(data, LIMIT))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Unreadable(f"not UTF-8: byte 0x{data[error.start]:02x}", error.start, _line(data, error.start))
    if control := _CONTROL.search(text):
        byte = len(text[: control.start()].encode())
        return Unreadable(f"control character U+{ord(control[0]):04X}", byte, _line(data, byte))
    return text


def _line(data: bytes, byte: int) -> int:
    return 1 + len(_LINE_BREAK.findall(data, 0, byte))


def _units(
    text: str, stretches: tuple[Paragraph, ...], language: str
) -> tuple[Dateline | None, tuple[Sentence, ...]]:
    """Return the dateline and all units of the text, numbered through."""
    found: list[Sentence] = []
    opening: Dateline | None = None
    bodies = 0
    flat = one_line(text)
    for paragraph in stretches:
        line = flat[paragraph.start : paragraph.end]
        head = dateline(line) if opening is None and bodies < _OPENING_PARAGRAPHS else None
        length, opening = head or (0, opening)
        units = list(_roles(line, length, language))
        bodies += any(role is Role.SENTENCE for _, _, role in units)
        for first, last, role in units:
            start, end = paragraph.start + first, paragraph.start + last
            shown = display(text, start, end)
            found.append(Sentence(len(found) + 1, start, end, paragraph.number, role, shown))
    return opening, tuple(found)


def _roles(line: str, dateline_length: int, language: str) -> Iterator[_Unit]:
    """Yield the units of a paragraph, trimmed, that begins with a dateline of that length."""
    if dateline_length:
        yield *trim(line, 0, dateline_length), Role.DATELINE
    rest = line[dateline_length:]
    cuts = [trim(rest, *cut) for cut in sentences(rest, language)]
    cuts = [(start + dateline_length, end + dateline_length) for start, end in cuts if start < end]
    is_heading = len(cuts) == 1 and not dateline_length and _is_heading(line)
    for start, end in cuts:
        yield start, end, Role.HEADING if is_heading else Role.SENTENCE


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and not ends_sentence(line)
