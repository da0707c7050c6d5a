"""Moves items of a YAML list between files, line by line, so that comments and everything else stay as written.

Owns the arithmetic of lines. It trusts nothing of its own result: whoever uses it parses that again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence as SequenceABC

from dossier.strict_yaml import Entry, Mapping, Node, Sequence, parse

__all__ = ["UnmovableError", "appended", "item_text", "without"]

_LINES = re.compile(r"[^\n]*\n|[^\n]+\Z")
_DASH = re.compile(r"(?P<indent> *)-(?: +|$)")


class UnmovableError(Exception):
    """A list is not written an item a line, so that nothing can be moved in it; the message says which."""


def item_text(item: Mapping, leave_out: SequenceABC[str]) -> str:
    """The fields of an item as the lines of a mapping of its own, comments between them included."""
    if item.source.text[item.start] == "{":
        kept = (entry for entry in item.entries if entry.name not in leave_out)
        return "".join(f"{entry.name}: {_as_written(entry)}\n" for entry in kept)
    lines = _split(item.source.text)
    indent = item.entries[0].key.span.column - 1
    starts = [entry.key.span.line - 1 for entry in item.entries]
    ends = [*starts[1:], _end(lines, item, indent)]
    found = list[str]()
    for entry, start, end in zip(item.entries, starts, ends, strict=True):
        first = _end(lines, entry.value, indent) if entry.name in leave_out else start
        found += [
            line[min(indent, len(line) - len(line.lstrip(" "))) :] if n > starts[0] else line[indent:]
            for n, line in enumerate(lines[first:end], first)
        ]
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in found)


def _as_written(entry: Entry) -> str:
    return entry.value.source.text[entry.value.start : entry.value.end]


def appended(data: bytes, root: Mapping, name: str, items: Iterable[str]) -> bytes:
    """A file with items at the end of one of its lists, which is made where it is not there."""
    lines = _split(data.decode())
    list_ = root.get(name)
    if list_ is None:
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += _ending(lines)
        at, indent = len(lines), "  "
        new = [f"{name}:\n"]
    else:
        if not isinstance(list_, Sequence) or _is_flow(list_):
            raise UnmovableError(f'"{name}" in {root.source.file} is not a list with a dash before each item')
        last = list_.items[-1]
        column = _dash(lines, last)[1]
        at, indent = _end(lines, last, column + 1), " " * column
        new = []
        if not lines[at - 1].endswith("\n"):
            lines[at - 1] += _ending(lines)
    for item in items:
        first, *rest = item.splitlines()
        new += [f"{indent}- {first}\n", *(f"{indent}  {line}\n" if line else "\n" for line in rest)]
    ending = _ending(lines)
    lines[at:at] = [line.replace("\n", ending) for line in new]
    return "".join(lines).encode()


def without(data: bytes, file: str, items: Iterable[Mapping]) -> bytes | None:
    """A file without some items of its lists and the comments right above them; None where no item is left."""
    lines = _split(data.decode())
    gone: set[int] = set()
    for item in items:
        start, column = _dash(lines, item)
        end = _end(lines, item, column + 1)
        while start > 0 and lines[start - 1].lstrip().startswith("#"):
            start -= 1
        gone.update(range(start, end))
    root = parse(data, file).root
    kept = 0
    for entry in root.entries if root else ():
        if isinstance(entry.value, Sequence):
            left = [item for item in entry.value.items if item.span.line - 1 not in gone]
            kept += len(left)
            if not left:
                gone.add(entry.key.span.line - 1)
    return "".join(line for number, line in enumerate(lines) if number not in gone).encode() if kept else None


def _split(text: str) -> list[str]:
    return _LINES.findall(text)


def _ending(lines: SequenceABC[str]) -> str:
    return "\r\n" if lines and lines[0].endswith("\r\n") else "\n"


def _is_flow(list_: Sequence) -> bool:
    return list_.source.text[list_.start : list_.start + 1] == "["


def _dash(lines: SequenceABC[str], item: Node) -> tuple[int, int]:
    """The line and the column, from 0, of the dash before an item."""
    number = item.span.line - 1
    while number >= 0:
        if (found := _DASH.match(lines[number].rstrip("\r\n"))) and found.end() < item.span.column + (
            number < item.span.line - 1
        ) * 1000:
            return number, len(found["indent"])
        if (
            lines[number].strip()
            and number < item.span.line - 1
            and not lines[number].lstrip().startswith("#")
        ):
            break
        number -= 1
    raise UnmovableError(
        f"line {item.span.line} of {item.source.file} is in a list that is not written with a dash before each item"
    )


def _end(lines: SequenceABC[str], node: Node, indent: int) -> int:
    """The line after the last of a value, from 0; comments indented as far as `indent` belong to it."""
    end = node.source.position(node.end)
    number = end[0] if end[1] > 1 else end[0] - 1
    number = max(number, node.span.line)
    while number > node.span.line and _is_outside(lines[number - 1], indent):
        number -= 1
    while number < len(lines) and lines[number].lstrip().startswith("#") and _indent(lines[number]) >= indent:
        number += 1
    return number


def _is_outside(line: str, indent: int) -> bool:
    return not line.strip() or (line.lstrip().startswith("#") and _indent(line) < indent)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
