"""Bytes to text that can be trusted on a screen: strict UTF-8, NFC, and none of the refused `characters`.

Owns what is asked of a file before it is read as anything; articles pass through it too. It does not mind
tabs, which only matter in a sheet, nor what the text says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from dossier.diagnostics import Diagnostic, Finding, Span, rule
from dossier.strict_yaml.characters import Place, character_faults
from dossier.strict_yaml.remedies import with_remedies
from dossier.strict_yaml.source import Source

__all__ = ["MAX_BYTES", "MAX_FINDINGS", "RULES", "Checked", "check_text", "text_faults"]

MAX_BYTES = 256 * 1024
MAX_FINDINGS = 20  # in a file: enough to see the pattern, too few to bury the other files
_MARKED = re.compile("[\0-\u02ff]?[^\0-\u02ff]+")  # up to U+02FF none combines with the one before
_SHORT = 8  # letters and marks; normalizing a long run takes time that grows with its square


class Checked(NamedTuple):
    r"""A file's text with `\n` line ends, or None where the bytes are no text, and what is wrong with it."""

    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


@rule()
def file_too_large(span: Span, size: int, limit: int) -> Finding:
    """A file has a size limit, so that no single one can hold up the build.

    Bad:

        # one sheet of 3 MB, with a whole archive in its body

    Good:

        # several sheets, each about one thing
    """
    return Finding(
        span,
        f"the file is {size:,} bytes long; at most {limit:,} are read",
        "split it in several files, or move long text to a source of its own",
    )


@rule()
def not_utf8(span: Span, what: str) -> Finding:
    """A file is text saved as UTF-8. Other encodings turn names into gibberish, or stop at the first accent.

    Bad:

        # saved as "Unicode" (UTF-16), "ANSI", Windows-1251 or Shift JIS

    Good:

        # saved as "UTF-8"
    """
    return Finding(span, what, "save the file again as UTF-8: in Notepad, Save as, Encoding")


@rule()
def byte_order_mark(span: Span) -> Finding:
    """A file does not start with a byte order mark: three invisible bytes some editors put before the text.

    Bad:

        # saved as "UTF-8 with BOM" or "UTF-8-BOM"

    Good:

        # saved as "UTF-8"
    """
    return Finding(
        span,
        "the file starts with U+FEFF, an invisible byte order mark",
        'save the file again as UTF-8 without it: in Notepad, Save as, Encoding "UTF-8", not "UTF-8 with BOM"',
    )


@rule()
def not_nfc(span: Span, written: str, escape: str = "") -> Finding:
    r"""Letters with marks are written as one character where one exists (Unicode's form NFC).

    A letter followed by a separate mark looks the same and is not: searches and quotations would miss it.

    Bad:

        name: "Cafe\u0301"

    Good:

        name: Café
    """
    shown = written[:_SHORT]
    form = " and ".join(f"U+{ord(character):04X}" for character in shown)
    return Finding(
        span,
        f"{escape or shown} is written as {form}, where one character does",
        f"type it again as {unicodedata.normalize('NFC', shown)}; text copied from a PDF often has this",
    )


RULES = (file_too_large, not_utf8, byte_order_mark, not_nfc)


def check_text(data: bytes, file: str, limit: int = MAX_BYTES) -> Checked:
    """Decode a file and look for what may not stand in it; no bytes make it raise.

    The text is given whenever the bytes are UTF-8, also where something in it is refused.
    """
    if len(data) > limit:
        return Checked(None, (file_too_large(Span(file), len(data), limit),))
    if name := _other_encoding(data):
        return Checked(None, (not_utf8(Span(file), f"the file was saved as {name}, not as UTF-8"),))
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return Checked(None, (_first_bad_byte(data, file, error.start),))
    return _look_over(text.replace("\r\n", "\n"), file)


def _look_over(text: str, file: str) -> Checked:
    mark = [byte_order_mark(Span(file))] if text.startswith("\ufeff") else []
    source = Source(file, text[len(mark) :])

    def place(start: int, end: int) -> tuple[Span, str]:
        return source.span(start, end), ""

    found = chain(mark, text_faults(source.text, place))
    return Checked(source.text, with_remedies(islice(found, MAX_FINDINGS), source))


def text_faults(text: str, place: Place) -> Iterator[Diagnostic]:
    """What is wrong with the characters of a text: refused ones, and letters that are not NFC."""
    yield from character_faults(text, place)
    if not unicodedata.is_normalized("NFC", text):
        yield from _unnormalized(text, place)


def _other_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32 by its byte order mark, or by the NULs it puts beside ASCII letters."""
    marks = {
        b"\xff\xfe\0\0": "UTF-32",
        b"\0\0\xfe\xff": "UTF-32",
        b"\xff\xfe": "UTF-16",
        b"\xfe\xff": "UTF-16",
    }
    for mark, name in marks.items():
        if data.startswith(mark):
            return name
    nuls = bytes(1 if byte == 0 else 0 for byte in data[:4])
    bare = {b"\0\1\0\1": "UTF-16", b"\1\0\1\0": "UTF-16", b"\0\1\1\1": "UTF-32", b"\1\1\1\0": "UTF-32"}
    return bare.get(nuls, "")


def _first_bad_byte(data: bytes, file: str, at: int) -> Diagnostic:
    start = data.rfind(b"\n", 0, at) + 1
    line, column = data.count(b"\n", 0, at) + 1, len(data[start:at].decode()) + 1
    what = f"the file was not saved as UTF-8: the byte 0x{data[at]:02X} stands here"
    return not_utf8(Span(file, line, column, line, column + 1), what)


def _unnormalized(text: str, place: Place) -> Iterator[Diagnostic]:
    """Each letter, with the marks after it, that is not NFC."""
    start = 0
    for line in text.split("\n"):
        if not unicodedata.is_normalized("NFC", line):
            for begin, end in _letters(line):
                if not unicodedata.is_normalized("NFC", line[begin:end]):
                    span, escape = place(start + begin, start + end)
                    yield not_nfc(span, line[begin:end], escape)
        start += len(line) + 1


def _letters(line: str) -> Iterator[tuple[int, int]]:
    """Where each letter that may have marks starts, and the last of its marks ends."""
    for run in _MARKED.finditer(line):
        begin = run.start()
        for index in range(begin + 1, run.end() + 1):
            if index == run.end() or not _joins(line, index):
                yield begin, index
                begin = index


def _joins(text: str, index: int) -> bool:
    """Whether a character melts into the one before: a combining mark, a later part of a syllable."""
    pair = text[index - 1 : index + 1]
    return unicodedata.combining(pair[1]) > 0 or (
        not unicodedata.is_normalized("NFC", pair)
        and all(unicodedata.is_normalized("NFC", character) for character in pair)
    )
