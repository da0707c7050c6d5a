"""What a text says of what the dossier knows: names, dates, who speaks. Owns the reading sentence by sentence.

It is what the report tells and what drafts are made of. It decides nothing for the editor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.articles import Article, Role, Sentence
from dossier.graph import Names
from dossier.graph.names import Hit
from dossier.ingest.dates import Anchor, StatedDate, find_dates
from dossier.ingest.speech import Speech, find_speech
from dossier.ingest.unknown import Candidate, find_candidates

__all__ = ["Read", "Reading", "read_article"]


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with the known names in it, the dates it states and whether it reports speech."""

    sentence: Sentence
    names: tuple[Hit, ...]
    dates: tuple[StatedDate, ...]
    speech: Speech | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read: its sentences, and the names in it that no sheet has."""

    sentences: tuple[Read, ...]
    unknown: tuple[Candidate, ...]

    @property
    def mentions(self) -> dict[str, list[int]]:
        """The sheets that are named, with the numbers of the sentences; the one named most first."""
        found: dict[str, list[int]] = {}
        for each in self.sentences:
            for hit in each.names:
                numbers = found.setdefault(hit.sheet, [])
                if each.sentence.number not in numbers:
                    numbers.append(each.sentence.number)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[1], item[0])))


def read_article(article: Article, names: Names, anchor: Anchor | None) -> Reading:
    """Read a text against the names of a dossier and the day it was issued on."""
    sentences = tuple(_sentences(article, names, anchor))
    known = [(each.sentence.number, hit.start, hit.end) for each in sentences for hit in each.names]
    known += [(each.sentence.number, date.start, date.end) for each in sentences for date in each.dates]
    return Reading(sentences, find_candidates(article, known))


def _sentences(article: Article, names: Names, anchor: Anchor | None) -> Iterator[Read]:
    paragraph, before = 0, list[StatedDate]()
    for sentence in article.sentences:
        if sentence.paragraph != paragraph:
            paragraph, before = sentence.paragraph, []
        hits = tuple(names.find(sentence.text))
        dates = (
            find_dates(sentence.text, article.language, anchor, before)
            if sentence.role is not Role.DATELINE
            else ()
        )
        before.extend(dates)
        yield Read(sentence, hits, dates, find_speech(sentence.text, article.language, hits))
