"""Puts the fields of a sheet in their order, each with the comment above it. Owns what moves together.

A mapping is moved about as lines, one between braces as what stands between its commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dossier.diagnostics import Edit
from dossier.editing.order import Order
from dossier.strict_yaml import Entry, Mapping, Node, Scalar, Sequence, Source

__all__ = ["disorder"]

_SAYS_SOMETHING = re.compile(r" *#(?: |$)")  # not a line of YAML that was put out of use


class _Found(NamedTuple):
    mapping: Mapping
    order: Order
    depth: int


def disorder(root: Mapping, order: Order) -> list[Edit]:
    """Return the edits that put the innermost mappings that are out of order right; none where all are in order."""
    found = list(_out_of_order(root, order, 0))
    deepest = max((each.depth for each in found), default=0)
    return [edit for each in found if each.depth == deepest for edit in _moves(each.mapping, each.order)]


def _out_of_order(node: Node, order: Order, depth: int) -> Iterator[_Found]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _out_of_order(item, order, depth)
    elif isinstance(node, Mapping):
        ranks = [order.rank(entry.name) for entry in node.entries]
        if ranks != sorted(ranks) and _can_move(node):
            yield _Found(node, order, depth)
        for entry in node.entries:
            yield from _out_of_order(entry.value, order.within(entry.name), depth + 1)


def _can_move(mapping: Mapping) -> bool:
    """Whether it is written as people do: a key at the start of each line, or without comments between braces."""
    text, entries = mapping.source.text, mapping.entries
    if text[mapping.start] == "{":
        between = (text[one.end : other.key.start] for one, other in pairwise(entries))
        is_filled = all(
            not isinstance(each.value, Scalar) or each.value.end > each.value.start for each in entries
        )
        return is_filled and not any("#" in gap for gap in between)
    return all(not _before(mapping.source, entry).strip() for entry in entries[1:])


def _before(source: Source, entry: Entry) -> str:
    return source.text[source.line_at(entry.key.start)[0] : entry.key.start]


def _moves(mapping: Mapping, order: Order) -> Iterator[Edit]:
    source, entries = mapping.source, mapping.entries
    sorted_ = sorted(range(len(entries)), key=lambda at: order.rank(entries[at].name))
    if source.text[mapping.start] == "{":
        places = [(entry.key.start, entry.end) for entry in entries]
        pieces = [source.text[start:end] for start, end in places]
    else:
        places = list(_lines(mapping))
        column = source.position(entries[0].key.start)[1] - 1
        # The first may stand beside a dash: there, and only there, no spaces come before it.
        pieces = [source.text[start:end].removesuffix("\n") for start, end in places]
        pieces = [piece if at == 0 else piece[column:] for at, piece in enumerate(pieces)]
        moved = ("\n" + " " * column).join(pieces[at] for at in sorted_)
        yield Edit(source.span(places[0][0], places[-1][1]), moved)
        return
    for (start, end), at in zip(places, sorted_, strict=True):
        if source.text[start:end] != pieces[at]:
            yield Edit(source.span(start, end), pieces[at])


def _lines(mapping: Mapping) -> Iterator[tuple[int, int]]:
    """From where to where each entry reaches, with the comments above it and what follows on its lines."""
    source, entries = mapping.source, mapping.entries
    starts = [entries[0].key.start, *(_with_comments(source, entry) for entry in entries[1:])]
    last = source.line_at(entries[-1].end)
    return zip(starts, [*starts[1:], last[0] + len(last[1])], strict=True)


def _with_comments(source: Source, entry: Entry) -> int:
    start = source.line_at(entry.key.start)[0]
    indent = _before(source, entry)
    while start:
        above, line = source.line_at(start - 1)
        if not (_SAYS_SOMETHING.match(line) and line.startswith(f"{indent}#")):
            break
        start = above
    return start
