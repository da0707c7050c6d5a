"""Changes one entry of a file of settings as VS Code writes them: JSON that may hold comments and commas at the end.

Owns that nothing else of the file changes. It does not know what any setting means.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

__all__ = ["put", "read"]

_TOKEN = re.compile(
    r"""(?P<gap>[\s\ufeff]+|//[^\n]*|/\*.*?\*/)
      | (?P<word>"(?:[^"\\\n]|\\.)*"|[^\s\ufeff"{}\[\],:/]+)
      | (?P<sign>[{}\[\],:])""",
    re.VERBOSE | re.DOTALL,
)
_INDENT = re.compile(r"\{[^\n]*\n([ \t]+)")


class _Token(NamedTuple):
    text: str
    start: int
    end: int


class _Entry(NamedTuple):
    """A key on the outermost level, and where its value stands."""

    key: str
    start: int
    end: int


def read(text: str) -> dict[str, Any] | None:
    """The settings in a text; None where it holds no such thing, or a key twice."""
    tokens = _tokens(text)
    if tokens is None:
        return None
    kept = [
        token.text
        for token, after in zip_longest(tokens, tokens[1:])
        if not (token.text == "," and after and after.text in "}]")
    ]
    try:
        settings = json.loads(" ".join(kept), object_pairs_hook=_unique)
    except (ValueError, RecursionError):
        return None
    return settings if isinstance(settings, dict) else None


def put(text: str, key: str, value: object) -> str | None:
    """The text with one setting as given, in its old place or at the end; None where that cannot be done safely.

    Comments, order, indentation and line ends stay as they are.
    """
    settings, tokens = read(text), _tokens(text)
    if settings is None or not tokens:
        return None
    if key in settings and settings[key] == value:
        return text
    found = next((entry for entry in _entries(tokens) if entry.key == key), None)
    changed = _added(text, tokens, key, value) if found is None else _replaced(text, found, value)
    return changed if changed is not None and read(changed) == {**settings, key: value} else None


def _tokens(text: str) -> list[_Token] | None:
    """What counts in a text; None where there is anything that does not belong into such a file."""
    tokens, position = [], 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            return None
        if match["gap"] is None:
            tokens.append(_Token(match[0], *match.span()))
        position = match.end()
    return tokens


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _entries(tokens: list[_Token]) -> Iterator[_Entry]:
    depth, first = 0, 1
    for number, token in enumerate(tokens):
        if token.text in ",}" and depth == 1 and first < number:
            yield _Entry(json.loads(tokens[first].text), tokens[first + 2].start, tokens[number - 1].end)
        if token.text == "," and depth == 1:
            first = number + 1
        depth += (token.text in "{[") - (token.text in "}]")


def _replaced(text: str, entry: _Entry, value: object) -> str | None:
    old = text[entry.start : entry.end]
    try:
        json.loads(old)
    except ValueError:
        return None  # there are comments in it, which would be lost
    return text[: entry.start] + _written(value, text) + text[entry.end :]


def _added(text: str, tokens: list[_Token], key: str, value: object) -> str:
    last, close = tokens[-2], tokens[-1]
    comma = "" if last.text in "{," else ","
    between = text[last.end : close.start].rstrip()
    entry = f"{_indent(text)}{json.dumps(key)}: {_written(value, text)}"
    end = _line_end(text)
    return f"{text[: last.end]}{comma}{between}{end}{entry}{end}{text[close.start :]}"


def _written(value: object, text: str) -> str:
    indent = _indent(text)
    lines = json.dumps(value, indent=indent, ensure_ascii=False).split("\n")
    return f"{_line_end(text)}{indent}".join(lines)


def _indent(text: str) -> str:
    found = _INDENT.search(text)
    return found[1] if found else "  "


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
