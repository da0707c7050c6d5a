"""Lists that are folded where they are long. Owns when they are, and their shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.pages.markdown import Markdown

__all__ = ["Folded", "folded"]

_OPEN = 8  # lines that are shown without a click
_NOTHING = Markdown("")


@dataclass(frozen=True, slots=True)
class Folded:
    """A list under a summary: its lines, and what is said of those that are left out."""

    summary: str
    lines: tuple[Markdown, ...]
    is_open: bool
    rest: Markdown = _NOTHING


def folded(summary: str, lines: Sequence[Markdown], rest: Markdown = _NOTHING) -> Folded | None:
    """A list under a summary, open where it is short; None where there is nothing in it."""
    return Folded(summary, tuple(lines), len(lines) <= _OPEN, rest) if lines else None
