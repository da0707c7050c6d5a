"""Text of files, made fit for a terminal, a log or a document. Owns what is made visible, and how places are said."""

from __future__ import annotations

import re
import unicodedata

from dossier.diagnostics import Diagnostic, Span

__all__ = ["columns", "ended", "hint_of", "one_line", "place", "sign_each", "visible"]

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """Name by its code point whatever could steer a terminal or may not stand in XML."""
    return _UNSAFE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def sign_each(text: str) -> str:
    """As `visible`, but with one sign for a character, so that what stands below stays below."""
    return _UNSAFE.sub("�", text.replace("\t", " "))


def one_line(text: str) -> str:
    """A text made visible, on one line."""
    return visible(" ".join(text.split("\n")))


def place(span: Span) -> str:
    """A place as editors and terminals know how to follow it: file, line, column."""
    return f"{one_line(span.file)}:{span.line}:{span.column}"


def hint_of(each: Diagnostic) -> str:
    """What to do about a finding, as a sentence; empty where nothing is said of it."""
    return each.hint[:1].upper() + each.hint[1:]


def ended(text: str) -> str:
    """A text with a full stop at its end, where it does not end in a way of its own."""
    return text if not text or text.endswith((".", "?", "!", "…")) else f"{text}."


def columns(text: str) -> int:
    """How wide a terminal shows a text: Chinese and Japanese characters take two columns, combining marks none."""
    return sum(
        2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text
    )
