"""The length of the lines of prose. Owns where a line that is too long is broken.

Lines that are short enough stay as they are, so that a change of a few words is a change of a line or two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.diagnostics import Edit
from dossier.editing.gaps import scalars
from dossier.strict_yaml import Mapping

__all__ = ["LONGEST", "folded"]

LONGEST = 120  # columns


def folded(root: Mapping) -> Iterator[Edit]:
    """Break the lines below `>` that are too long between two words; what is left over goes to the line below."""
    text = root.source.text
    for scalar in scalars(root):
        if text[scalar.start : scalar.start + 1] == ">":
            header, *lines = text[scalar.start : scalar.end].split("\n")
            new = list(_filled(lines))
            if new != lines:
                start = scalar.start + len(header) + 1
                yield Edit(root.source.span(start, scalar.end), "\n".join(new))


def _filled(lines: list[str]) -> Iterator[str]:
    column = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    indent, left = " " * column, ""
    for line in lines:
        words = line[column:]
        is_joined = words[:1] not in ("", " ")  # a line further in, or a blank one, stays by itself
        if left and not is_joined:
            yield indent + left
        elif left:
            words = f"{left} {words}"
        *short, left = _broken(words, LONGEST - column) if is_joined else [words]
        yield from (indent + each for each in short)
        if not short:
            yield indent + left if words else line
            left = ""
    if left:
        yield indent + left


def _broken(words: str, most: int) -> Iterable[str]:
    """Words in lines of at most so many characters, where a space allows it."""
    while len(words) > most:
        at = words.rfind(" ", 0, most + 1)
        at = at if at > 0 else words.find(" ", most)
        if at < 0 or words[at - 1] == " " or words[at + 1 : at + 2] in ("", " "):
            break
        yield words[:at]
        words = words[at + 1 :]
    yield words
