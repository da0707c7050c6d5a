"""The smallest edit of a dossier: a sentence more in the text of a sheet. Owns in which sheet, and the sentence.

It loads nothing of the compiler, so that what measures the compiler's memory can make such edits and stay small.
"""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["begin_body", "edit_text", "one", "sentence", "write_sentence"]

_BODY = "body: |\n  "
_LATER = re.compile(r"Entry \d+ of the log was made later\. ")
_STRIDE = 7919  # a prime, so that neighbouring numbers are edits in different places


def sentence(number: int) -> str:
    """The sentence of an edit."""
    return f"Entry {number} of the log was made later. "


def edit_text(root: Path, number: int) -> None:
    """Put a sentence into the text of a sheet, in the place of the one that another such edit left there."""
    write_sentence(one(root, "*/*.yml", number, having=_BODY), number)


def write_sentence(sheet: Path, number: int) -> None:
    """Put a sentence into the text of this sheet, in the place of the one that another edit left there."""
    sheet.write_text(_LATER.sub("", sheet.read_text("utf-8")), "utf-8")
    begin_body(sheet, sentence(number))


def begin_body(sheet: Path, words: str) -> None:
    """Put words before the text of a sheet."""
    sheet.write_text(sheet.read_text("utf-8").replace(_BODY, _BODY + words, 1), "utf-8")


def one(root: Path, pattern: str, number: int, *, having: str = "") -> Path:
    """A file below `content/`, by the number of the edit. Raises `ValueError` where there is none with those words."""
    paths = sorted(each for each in (root / "content").glob(pattern) if each.parent.name != "kinds")
    for offset in range(len(paths)):
        path = paths[(number * _STRIDE + offset) % len(paths)]
        if having in path.read_text("utf-8"):
            return path
    raise ValueError(f"no file content/{pattern} is left that could be edited")
