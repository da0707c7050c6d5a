"""The line of a file that a finding is about, cut to what fits a screen. It draws nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dossier.diagnostics import Span

__all__ = ["Excerpt", "excerpt"]

_WIDEST = 100  # characters of a line; more wraps on most screens
_BEFORE = 30  # of those, before the place


class Excerpt(NamedTuple):
    """A line, in three parts: what a finding is about stands in the middle. `…` says that more was there."""

    line: int
    before: str
    marked: str
    after: str


def excerpt(span: Span, data: bytes) -> Excerpt | None:
    """The first line of a span, from the bytes of its file; None where there is no such line, or nothing on it."""
    lines = _lines(data)
    text = lines[span.line - 1].removeprefix("\ufeff") if span.line <= len(lines) else ""
    if not text.strip():
        return None
    start = span.column - 1
    first = max(0, start - _BEFORE) if len(text) > _WIDEST else 0
    last = first + _WIDEST
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    end = max(start + 1, min(end, last))
    return Excerpt(
        span.line,
        ("…" if first else "") + text[first:start],
        text[start:end],
        text[end:last] + ("…" if last < len(text) else ""),
    )


@lru_cache(maxsize=1)
def _lines(data: bytes) -> list[str]:
    """The lines of a file. Findings come file by file, and a broken file may have thousands."""
    return data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
