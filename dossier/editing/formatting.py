"""One way to lay out a sheet. Owns the steps, and that none of them changes what a sheet means or loses a comment.

The order of fields, the columns of lines, the spaces between values and too long lines of prose are put right.
How a value is quoted, and whether a list has brackets or dashes, stays as written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeAlias

from dossier.diagnostics import Edit
from dossier.editing.columns import in_columns
from dossier.editing.folds import folded
from dossier.editing.gaps import comments, evenly_spaced
from dossier.editing.order import Order
from dossier.editing.ordering import disorder
from dossier.editing.splices import spliced
from dossier.strict_yaml import Mapping, Node, Scalar, parse

__all__ = ["laid_out", "same_meaning"]

_FILE = "sheet"
_MOST_TURNS = 20  # fields are put in order from the inside out, and a sheet is not deeper than that
_Step: TypeAlias = Callable[[Mapping], Iterable[Edit]]


def laid_out(data: bytes, order: Order) -> bytes | None:
    """Return the bytes of a sheet in the one way to lay it out; None where they cannot be read as one."""
    root = parse(data, _FILE).root
    if root is None:
        return None
    text = data.decode().replace("\r\n", "\n")
    steps: list[_Step] = [evenly_spaced, _end_of_file, in_columns, lambda root: disorder(root, order), folded]
    for _ in range(_MOST_TURNS):
        before = text
        for step in steps:
            text = _after(text, step)
        if text == before:
            break
    ends_of_windows = data.partition(b"\n")[0].endswith(b"\r")
    return text.replace("\n", "\r\n" if ends_of_windows else "\n").encode()


def _after(text: str, step: _Step) -> str:
    """The text after a step; one that would change what is meant is not taken."""
    root = parse(text.encode(), _FILE).root
    edits = list(step(root)) if root else []
    if root is None or not edits:
        return text
    new = spliced(text.encode(), edits)
    return new.decode() if same_meaning(root, parse(new, _FILE).root) else text


def _end_of_file(root: Mapping) -> list[Edit]:
    end = len(root.source.text)
    return [] if root.source.text.endswith("\n") else [Edit(root.source.span(end, end), "\n")]


def same_meaning(one: Node, other: Node | None) -> bool:
    """Whether two sheets say the same, in the same quotes, with the same comments; fields may stand in any order."""
    return (
        other is not None
        and _meant(one) == _meant(other)
        and Counter(comments(one)) == Counter(comments(other))
    )


def _meant(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.value, "" if node.plain else node.source.text[node.start]
    if isinstance(node, Mapping):
        return {entry.name: _meant(entry.value) for entry in node.entries}
    return [_meant(item) for item in node.items]
