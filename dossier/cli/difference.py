"""What an edit would change, as a unified diff. Owns its form; it writes nothing."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from dossier.diagnostics.formats.visible import visible
from dossier.pipeline import Files

__all__ = ["difference"]


def difference(before: Files, after: Files) -> str:
    """A unified diff of the files in `after`, by path."""
    return "\n".join(line for path in sorted(after) for line in _of_file(path, before[path], after[path]))


def _of_file(path: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (data.decode(errors="replace").replace("\r\n", "\n").splitlines() for data in (before, after))
    lines = list(difflib.unified_diff(old, new, f"a/{path}", f"b/{path}", lineterm=""))
    if not lines and before != after:
        yield f"{visible(path)}: only its line ends or its byte order mark"
    yield from (visible(line) for line in lines)
