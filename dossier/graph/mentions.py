"""Where the held texts speak of what has a sheet. Owns mentions by name; what is cited is `evidence`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.articles import Article
from dossier.graph.names import Names
from dossier.model import Dossier

__all__ = ["Mention", "find_mentions"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence of a held text that names a sheet, counted from 1."""

    sheet: str
    source: str
    sentence: int


def find_mentions(dossier: Dossier, names: Names) -> Mapping[str, tuple[Mention, ...]]:
    """The mentions of each sheet, by source and sentence; a sheet that no text names is left out."""
    found: dict[str, dict[Mention, None]] = {}
    for source, article in sorted(dossier.articles.items()):
        if not isinstance(article, Article):
            continue
        for sentence in article.sentences:
            for hit in names.find(sentence.text):
                found.setdefault(hit.sheet, {})[Mention(hit.sheet, source, sentence.number)] = None
    return {sheet: tuple(mentions) for sheet, mentions in found.items()}
