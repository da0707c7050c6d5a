"""A dossier of any size on an invented subject: the ferries, piers and lights of groups of islands that do not exist.

Owns the folder: its sheets, its source texts, and the configuration and theme of the project itself. Equal sizes give
equal bytes. Run as `python -m benchmarks.corpus FOLDER SHEETS` it writes one to look at.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from benchmarks.group import LARGEST, SHEETS, group_files

__all__ = ["ROOT", "files", "rounded", "write"]

ROOT = Path(__file__).resolve().parents[1]
"""The project: where its configuration and theme are."""

_FEWEST_GROUPS = 2  # each leads to its neighbour

_BRIEFING = """\
title: Ferries, piers and lights
description: A generated briefing on groups of islands that do not exist.
language: en
as_of: 2018-12-31
updated: 2019-06-30
sections:
  - title: Bottom line
    body: |
      Ferries join the islands of each group on every day of the year. [inferred: This is how the groups are made.]
  - title: Key points
    body: |
      - **Piers.** Each island has one pier. [inferred: This is how the islands are made.]
      - **Lights.** Each pier has one light. [inferred: This is how the piers are made.]
"""


def rounded(sheets: int) -> int:
    """The size nearest above that a dossier can have: whole groups, and two at least."""
    groups = max(_FEWEST_GROUPS, -(-sheets // SHEETS))
    if groups * SHEETS > LARGEST:
        raise ValueError(f"there are names for {LARGEST} sheets, not for {sheets}")
    return groups * SHEETS


def files(sheets: int) -> dict[str, bytes]:
    """The sheets and source texts of a dossier of this size, by their paths."""
    groups = rounded(sheets) // SHEETS
    found = {"content/briefing.yml": _BRIEFING.encode()}
    for number in range(groups):
        found |= group_files(number, groups)
    return found


def write(folder: Path, sheets: int) -> None:
    """Write a dossier of this size into a new folder, ready for `dossier build` and `mkdocs build`."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "theme", folder / "theme")
    for path, data in files(sheets).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
