"""Files that a build reads, and whether one is as it was: by its bytes, or by what the file system says of it.

Owns when the file system is believed. A file that was changed within the grain of its times after we read it would look
as before, so one counts as known by size and times only if it was old when it was read.
"""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from typing import NamedTuple

__all__ = ["Source", "look"]

_GRAIN = 2_000_000_000  # nanoseconds; the coarsest times of any file system in use


class Source(NamedTuple):
    """A file as it was read: its SHA-256, and what the file system said of it; `settled` where that is enough."""

    sha256: bytes
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    settled: bool


def look(path: str, known: Source | None = None) -> Source:
    """Look at a file, and read it unless it is surely the known one. Raises OSError."""
    seen = os.stat(path)  # noqa: PTH116  # asked ten thousand times
    marks = (seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino)
    if known and known.settled and known[1:5] == marks:
        return known
    now = time.time_ns()
    with Path(path).open("rb", 0) as file:
        sha256 = hashlib.file_digest(file, "sha256").digest()
    return Source(sha256, *marks, settled=max(seen.st_mtime_ns, seen.st_ctime_ns) < now - _GRAIN)
