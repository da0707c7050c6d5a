"""Which words name what. Owns the index of names and how they are found in a text.

A name is found whole, with the longest match first; a name that two sheets share is found and belongs to neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from dossier.articles.words import SPACELESS
from dossier.model import Dossier

__all__ = ["Hit", "Names"]

_SHORTEST = 2
_SPACELESS = re.compile(f"[{SPACELESS}]")


class Hit(NamedTuple):
    """A name in a text, and the sheet it names."""

    start: int
    end: int
    sheet: str


class Names:
    """The names of all sheets but sources, in every script, and their aliases."""

    def __init__(self, owners: Mapping[str, Collection[str]]) -> None:
        """`owners` gives the ids of the sheets that have a name."""
        self.owners = owners
        self._patterns = sorted(owners)
        self._lengths = sorted({len(name) for name in owners}, reverse=True)
        # The table that is chosen for few patterns takes time with the square of a long name.
        self._automaton = AhoCorasick(
            self._patterns,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )

    @classmethod
    def of(cls, dossier: Dossier) -> Names:
        """The names in a dossier."""
        owners: defaultdict[str, set[str]] = defaultdict(set)
        for sheet in dossier.sheets.values():
            if not sheet.is_source:
                for name in {
                    sheet.name,
                    *(name.text for name in sheet.names),
                    *(alias for alias, _ in sheet.aliases),
                }:
                    if len(name) >= _SHORTEST:
                        owners[name].add(sheet.id)
        return cls(owners)

    def ambiguous(self) -> Mapping[str, list[str]]:
        """Names that more than one sheet has, with the ids of those sheets, in order."""
        return {name: sorted(self.owners[name]) for name in self._patterns if len(self.owners[name]) > 1}

    def find(self, text: str) -> Iterator[Hit]:
        """Every whole, unambiguous name in a text, in order; none overlaps another."""
        for index, start, _ in self._automaton.find_matches_as_indexes(text):
            name = self._whole(text, start, self._patterns[index])
            owners = self.owners[name] if name else ()
            if len(owners) == 1:
                yield Hit(start, start + len(name), next(iter(owners)))

    def _whole(self, text: str, start: int, name: str) -> str:
        """The longest name that stands there as whole words; a longer one may have been found that goes on mid-word."""
        if _cuts_word(text, start):
            return ""
        shorter = (name[:length] for length in self._lengths if length <= len(name))
        known = (each for each in shorter if each in self.owners)
        return next((each for each in known if not _cuts_word(text, start + len(each))), "")


def _cuts_word(text: str, place: int) -> bool:
    """Whether a cut there would go through a word; in scripts without spaces a name may stand anywhere."""
    beside = text[max(0, place - 1) : place + 1] if place else ""
    return len(beside) == 2 and beside.isalnum() and not _SPACELESS.search(beside)
