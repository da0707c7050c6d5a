"""Which statement of one state is which of the other. Owns the order in which that is tried.

By the id an editor gave it; by being the same in all; by saying the same; by likeness. Never by position: what numbers
name shifts when something is put in between.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from dossier.changes.entries import Entry

__all__ = ["matched"]

_LIKE = 60.0  # of 100: a sentence reworded, and not another one (normalised indel similarity)
_LIKE_WITH_SAME_EVIDENCE = 35.0  # what rests on the same words may be said quite otherwise
_MOST_WORK = 5_000_000_000  # characters times characters compared on one page; more would take seconds
_FOR_EACH = 50  # characters that looking at a statement at all is worth

_Pair = tuple[Entry | None, Entry | None]


def matched(before: list[Entry], after: list[Entry]) -> list[_Pair]:
    """Pair the statements of a page: in the order of after, then those that are gone in theirs."""
    matching = _Matching(before, after)
    matching.by(lambda entry: (entry.group, entry.said.anchor) if entry.group == "claim" else None)
    matching.by(lambda entry: entry.identity)
    matching.by(lambda entry: (entry.group, entry.words, entry.extra))
    matching.by_likeness()
    return matching.pairs()


class _Matching:
    """Pairs found so far, by the number of the later one."""

    def __init__(self, before: list[Entry], after: list[Entry]) -> None:
        self._before = dict(enumerate(before))  # those without a partner
        self._after = dict(enumerate(after))
        self._all = after
        self._found: dict[int, Entry] = {}

    def by(self, key: Callable[[Entry], Hashable]) -> None:
        """Pair, in order, what has the same key; None is no key."""
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for number, entry in reversed(self._before.items()):
            waiting[key(entry)].append(number)
        for number, entry in list(self._after.items()):
            wanted = key(entry)
            if wanted is not None and waiting[wanted]:
                self._pair(waiting[wanted].pop(), number)

    def by_likeness(self) -> None:
        """Pair what is most alike first; of two that are alike equally, what stands first."""
        for _, old, new in sorted(self._candidates()):
            if old in self._before and new in self._after:
                self._pair(old, new)

    def pairs(self) -> list[_Pair]:
        kept: list[_Pair] = [(self._found.get(number), entry) for number, entry in enumerate(self._all)]
        return kept + [(entry, None) for entry in self._before.values()]

    def _candidates(self) -> Iterator[tuple[float, int, int]]:
        """Who may be who: by what they are unlike, least first."""
        if _length(self._before.values()) * _length(self._after.values()) > _MOST_WORK:
            return
        for old, entry in self._before.items():
            for new, other in self._after.items():
                likeness = _likeness(entry, other) if entry.group == other.group else None
                if likeness is not None:
                    yield -likeness, old, new

    def _pair(self, old: int, new: int) -> None:
        self._found[new] = self._before.pop(old)
        del self._after[new]


def _length(entries: Iterable[Entry]) -> int:
    return sum(len(each.words) + len(each.extra) + _FOR_EACH for each in entries)


def _likeness(before: Entry, after: Entry) -> float | None:
    """How alike two statements are, of 200; None where they are two. Evidence in common makes them more alike."""
    # Loading rapidfuzz takes longer than comparing most dossiers, and only what changed needs it.
    from rapidfuzz.fuzz import ratio

    shared = 100.0 if before.cites & after.cites else 0.0
    if before.group not in ("claim", "prose"):  # a value of the same field, a relation to the same sheet
        return ratio(before.extra, after.extra) + shared
    least = _LIKE_WITH_SAME_EVIDENCE if shared else _LIKE
    likeness = ratio(before.words, after.words, score_cutoff=least)
    return likeness + shared if likeness >= least else None
