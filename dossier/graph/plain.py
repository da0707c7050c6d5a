"""Prose as plain words, with where its links stand in them. Owns no markup and looks nothing up but names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from dossier.model import Dossier
from dossier.prose import Break, Cited, Inline, Text, WebLink, WikiLink
from dossier.prose.values import walk

__all__ = ["Anchor", "Plain", "plain"]


class Anchor(NamedTuple):
    """A link and where its words stand in the plain text."""

    start: int
    end: int
    link: WikiLink


@dataclass(frozen=True, slots=True)
class Plain:
    """Words without markup or citations, and the links among them."""

    text: str
    anchors: tuple[Anchor, ...]


def plain(inlines: tuple[Inline, ...], dossier: Dossier) -> Plain:
    """Say inlines in plain words; a link without words of its own is said by the name it leads to."""
    pieces: list[str] = []
    anchors: list[Anchor] = []
    length = 0
    for inline in walk(inlines):
        words = words_of(inline, dossier)
        if isinstance(inline, Cited) and pieces:
            trimmed = pieces[-1].rstrip()
            length -= len(pieces[-1]) - len(trimmed)
            pieces[-1] = trimmed
        if isinstance(inline, WikiLink):
            anchors.append(Anchor(length, length + len(words), inline))
        pieces.append(words)
        length += len(words)
    return Plain("".join(pieces).rstrip(), tuple(anchors))


def words_of(inline: Inline, dossier: Dossier) -> str:
    """The words a reader sees of an inline that holds no others."""
    match inline:
        case Text(text):
            return text
        case WebLink(words, _):
            return words
        case Break():
            return " "
        case WikiLink(to, words):
            sheet = dossier.sheets.get(to.id)
            return words or (sheet.name if sheet else to.id)
    return ""
