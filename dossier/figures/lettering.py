"""Words set in a figure: how wide they are at most, and where their lines break.

No font is read: a reader's may be any. Widths are those of a common sans serif (Noto Sans), rounded up.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["lines", "width"]

_NARROW = frozenset("iljftrI.,;:'’‘!|()[]/-\u00a0 ")
_WIDE = frozenset("mwMWOQGD@%—…ШЩЖЮМФшщжюмфы")
_EMOJI = 0x1F000
_LAST_ALPHABET = 0x590  # Latin, Greek, Cyrillic and Armenian end here; beyond, nothing is known of a letter
_PIECES = re.compile(r"[^ /–—-]*[/–—-]|[^ /–—-]+| +")


def width(text: str) -> float:
    """The most room a line of text takes, in ems."""
    return sum(map(_width, text))


@lru_cache(maxsize=5_000)
def _width(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if ord(character) >= _EMOJI:
        return 1.4
    if unicodedata.east_asian_width(character) in "WF":
        return 1.02
    if character in _NARROW:
        return 0.38
    if character in _WIDE:
        return 0.95
    if ord(character) >= _LAST_ALPHABET:
        return 0.9 if character.isalpha() else 1.0
    return 0.7 if character.isupper() else 0.61


def lines(text: str, room: float, most: int) -> tuple[str, ...]:
    """Text broken into at most so many lines, none wider than `room` ems; an ellipsis stands for what is left out."""
    broken = list(_broken(text, room))
    if len(broken) <= most:
        return tuple(broken)
    last = broken[most - 1]
    while last and width(f"{last}…") > room:
        last = last[:-1]
    return (*broken[: most - 1], f"{last.rstrip()}…")


def _broken(text: str, room: float) -> Iterator[str]:
    line = ""
    for piece in _pieces(text, room):
        if line and width((line + piece).rstrip()) > room:
            yield line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    if line.strip():
        yield line.rstrip()


def _pieces(text: str, room: float) -> Iterator[str]:
    """What a line may end after: a space, a stroke, a dash; any character of a word that fits no line."""
    for piece in _PIECES.findall(text):
        if width(piece) <= room:
            yield piece
        else:
            yield from _clusters(piece)


def _clusters(word: str) -> Iterator[str]:
    """The letters of a word, each with the marks above and below it."""
    cluster = ""
    for character in word:
        if cluster and not unicodedata.category(character).startswith("M") and character != "\u200d":
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster
