"""One page. Owns its shape."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Page"]


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file: its path below `build/pages`, and its text."""

    path: str
    text: str
