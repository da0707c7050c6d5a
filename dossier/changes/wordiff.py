"""Where two wordings differ. Owns the pieces a wording is shown in, and how much of what is the same is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Piece", "whole", "wordings"]

_KEPT = 12  # words on each side of a difference
_MOST_WORDS = 3_000  # a text with more is shown whole: no paragraph is as long


class Piece(NamedTuple):
    """Words of a wording, and whether the other one has them not."""

    words: str
    differs: bool


class _Same(NamedTuple):
    """A stretch that the other wording has too: where it begins, how many words, whether it begins and ends both."""

    start: int
    size: int
    is_first: bool
    is_last: bool


def whole(words: str) -> tuple[Piece, ...]:
    """A wording of which nothing is pointed out."""
    return (Piece(words, False),)


def wordings(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both wordings, what differs pointed out word by word. Of long stretches that are the same the ends are kept."""
    old, new = before.split(), after.split()
    if len(old) > _MOST_WORDS or len(new) > _MOST_WORDS:
        return whole(before), whole(after)
    from rapidfuzz.distance import Indel  # loading it takes longer than most comparisons

    blocks = Indel.opcodes(old, new).as_matching_blocks()
    sames = [(a, b, size) for a, b, size in blocks if size > 1 or (size and _is_end(a, b, old, new))]
    ends = [(a == b == 0, (a + size, b + size) == (len(old), len(new))) for a, b, size in sames]
    return (
        tuple(_pieces(old, [_Same(a, size, *end) for (a, _, size), end in zip(sames, ends, strict=True)])),
        tuple(_pieces(new, [_Same(b, size, *end) for (_, b, size), end in zip(sames, ends, strict=True)])),
    )


def _is_end(a: int, b: int, old: list[str], new: list[str]) -> bool:
    """Whether a single word begins or ends both; inside, one that happens to be the same only makes it hard to read."""
    return a == b == 0 or (a == len(old) - 1 and b == len(new) - 1)


def _pieces(words: list[str], sames: list[_Same]) -> Iterator[Piece]:
    done = 0
    for same in sames:
        if same.start > done:
            yield Piece(" ".join(words[done : same.start]), True)
        done = same.start + same.size
        yield Piece(_shortened(words[same.start : done], same), False)
    if done < len(words):
        yield Piece(" ".join(words[done:]), True)


def _shortened(words: list[str], same: _Same) -> str:
    """A stretch that is the same. What lies away from every difference is left out."""
    head = 0 if same.is_first else _KEPT
    tail = 0 if same.is_last else _KEPT
    if len(words) <= head + tail + _KEPT:
        return " ".join(words)
    return " ".join([*words[:head], "…", *words[len(words) - tail :]])
