"""What stands between the values of a sheet: punctuation, white space, comments.

Owns the walk over them, and how they are spaced. No value begins, ends or changes by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.diagnostics import Edit
from dossier.strict_yaml import Mapping, Node, Scalar

__all__ = ["comments", "comments_alone", "evenly_spaced", "scalars"]

_COMMENT = re.compile(r"#.*")
_MARKS = re.compile(r"[ ]+|[-,:\[\]{}]")
_BLANK_LINES = re.compile(r"\n(?:[ ]*\n)+")


def scalars(node: Node) -> Iterator[Scalar]:
    """All keys and single values, in the order in which they stand."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key
            yield from scalars(entry.value)
    else:
        for item in node.items:
            yield from scalars(item)


def comments(root: Node) -> Iterator[str]:
    """All comments, in the order in which they stand."""
    for start, end in _gaps(root):
        yield from (comment.rstrip() for comment in _COMMENT.findall(root.source.text, start, end))


def comments_alone(root: Node) -> Iterator[int]:
    """The lines, counted from 0, on which nothing but a comment stands."""
    source = root.source
    for start, end in _gaps(root):
        for comment in _COMMENT.finditer(source.text, start, end):
            begin, line = source.line_at(comment.start())
            if not line[: comment.start() - begin].strip(" "):
                yield source.position(begin)[0] - 1


def evenly_spaced(root: Mapping) -> Iterator[Edit]:
    """One space after a colon, a comma and a dash, none inside brackets; one blank line at most, none at the ends."""
    text = root.source.text
    for start, end in _gaps(root):
        gap = text[start:end]
        new = _spaced(gap, at_start=start == 0, at_end=end == len(text))
        if new != gap:
            yield Edit(root.source.span(start, end), new)


def _gaps(root: Node) -> Iterator[tuple[int, int]]:
    """The stretches between the values; a block with `+` has the blank lines below it too."""
    text, end = root.source.text, 0
    for scalar in scalars(root):
        if scalar.start == scalar.end:
            continue  # nothing stands after a colon
        yield end, scalar.start
        end = scalar.end
        header = text[scalar.start : scalar.end].partition("\n")[0]
        if header[:1] in ("|", ">") and "+" in header.partition("#")[0]:
            while text[end : end + 1] in ("\n", " "):
                end += 1
            end = text.rfind("\n", 0, end) + 1 if end < len(text) else end
    yield end, len(text)


def _spaced(gap: str, *, at_start: bool, at_end: bool) -> str:
    first, *lines = gap.split("\n")
    if not lines:
        return _one_line(first, before_value=not at_end)
    last = lines.pop()
    body = "\n".join([_one_line(first, before_value=False), *(line.rstrip() for line in lines), last])
    body = _BLANK_LINES.sub("\n\n", body)
    if at_start and not first:
        body = body.lstrip("\n")
    return f"{body.rstrip()}\n" if at_end else body


def _one_line(written: str, *, before_value: bool) -> str:
    """Punctuation between two values of a line, or between a value and the end of its line."""
    marks, hash_, comment = written.partition("#")
    found = [mark for mark in _MARKS.findall(marks) if not mark.isspace()]
    if len("".join(found)) != len(marks.replace(" ", "")) or "---" in marks:
        return written  # something we would not write, such as `?`
    spaced = "".join(f"{mark} " if mark in "-,:" else mark for mark in found)
    if hash_:
        return f"{spaced.rstrip()}{marks[len(marks.rstrip()) :]}#{comment.rstrip()}"
    return spaced if before_value else spaced.rstrip()
