"""A file as somebody has it: what it is, and the text in it.

Owns the telling of formats and the decoding of text. What takes a text out of HTML and PDF runs in a process of its own
(`extracting`), since the readers of these formats meet hostile files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy

from dossier import articles
from dossier.ingest.extracting import Taken, take_out

__all__ = ["LARGEST", "Received", "RefusedError", "receive"]

LARGEST = 4 * 1024 * 1024
"""The size in bytes up to which a dossier holds a file; `disk` reads no larger one."""

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SAVE = "Save it as plain text, HTML or PDF, and take in that."
_OTHERS = {
    b"PK\x03\x04": "a zipped file, such as a Word document",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}


class RefusedError(Exception):
    """A file, or what is in it, cannot be taken in; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Received:
    """The text of a file, as UTF-8, and the file as received where it is not that text itself.

    `suffix` is the format of `original`; `encoding` that of a text that was not UTF-8. `about` is what the file says of
    itself.
    """

    text: bytes
    original: bytes | None = None
    suffix: str = ""
    encoding: str = ""
    about: Taken = field(default_factory=Taken)


def receive(data: bytes) -> Received:
    """Tell what a file is and take the text out of it. Raises `RefusedError`."""
    if len(data) > LARGEST:
        raise RefusedError(
            "the file is larger than 4 MB, and a dossier holds no larger one. Save the text of it alone."
        )
    if not data.strip():
        raise RefusedError("the file is empty.")
    for start, what in _OTHERS.items():
        if data.startswith(start):
            raise RefusedError(f"this is {what}. {_SAVE}")
    if b"%PDF-" in data[:1024]:
        return _taken(data, data, "pdf")
    if _HTML.match(data[:65536]):
        return _taken(data, data, "html")
    if _MHTML.match(data[:4096]):
        return _taken(data, _web_page(data), "mhtml")
    return _plain(data)


def _taken(data: bytes, page: bytes, suffix: str) -> Received:
    taken = take_out(page, "pdf" if suffix == "pdf" else "html")
    if isinstance(taken, str):
        raise RefusedError(f"{taken} {_SAVE_TEXT}")
    if not taken.text.strip():
        raise RefusedError(f"no text was found in it; it may be a picture of one. {_SAVE_TEXT}")
    return Received(_readable(taken.text), data, suffix, about=taken)


_SAVE_TEXT = "Copy the text of the article into a plain text file, and take in that."


def _web_page(data: bytes) -> bytes:
    """The page in a web archive, which a browser saves as a message with attachments."""
    for part in message_from_bytes(data, policy=policy.default).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            return page if isinstance(page, bytes) else b""
    raise RefusedError(f"this is a message without a web page in it. {_SAVE}")


def _plain(data: bytes) -> Received:
    if isinstance(articles.read(data, "en"), articles.Article):
        return Received(data)
    text, encoding = _decoded(data)
    if not text.strip() or len(_UNPRINTABLE.findall(text)) * 100 > len(text):
        raise RefusedError(f"this is not a text. {_SAVE}")
    return Received(_readable(text), data, "received.txt", encoding)


def _decoded(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Tried first is what says by its form that it is so."""
    for encoding in _encodings_of_form(data):
        try:
            return data.decode(encoding), encoding.upper()
        except UnicodeDecodeError:
            continue
    # Loads a table of every encoding, which text in UTF-8 does without.
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise RefusedError(
            "the letters of this text cannot be told: its encoding is not known. Save it as UTF-8."
        )
    return str(best), best.encoding


def _encodings_of_form(data: bytes) -> Iterator[str]:
    """Encodings that show in the bytes: by a mark at the head, by empty halves of letters, by escapes; else UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield "utf-16"
    if data.count(0) * 8 > len(data):
        yield "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
    elif b"\x1b$" in data:
        yield "iso2022_jp"
    else:
        yield "utf-8"


def _readable(text: str) -> bytes:
    """The text as UTF-8 without what no text holds. Raises `RefusedError` where it is too long."""
    data = _UNPRINTABLE.sub("", text.replace("\ufeff", "")).encode("utf-8", "replace")
    read = articles.read(data, "en")
    if isinstance(read, articles.Unreadable):
        raise RefusedError(f"its text cannot be held: {read.message}. {_SAVE_TEXT}")
    return data
