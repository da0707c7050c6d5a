"""Notices that files have changed. Owns the looking, and the waiting until an editor has done saving.

It asks the disk a few times a second instead of being told: that works on every file system, for files and folders that
are not there yet, and however an editor saves.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

__all__ = ["changes"]

_PAUSE = 0.25  # seconds between two looks
_SHARE = 10  # a look that takes longer is followed by a pause so many times as long
_MOST_LOOKS = 20  # at files that do not come to rest, before the change counts all the same

_Seen = dict[str, tuple[int, int, int]]


def changes(paths: Sequence[Path]) -> Iterator[None]:
    """Yield each time something at or below the paths has been written, added, moved or deleted.

    Many changes in a row count as one. What changes while the caller is busy is not missed.
    """
    return _changes(paths, _look(paths))  # what changes from now on counts, not from when it is first asked


def _changes(paths: Sequence[Path], seen: _Seen) -> Iterator[None]:
    while True:
        now = _look_later(paths)
        if now == seen:
            continue
        for _ in range(_MOST_LOOKS):
            earlier, now = now, _look_later(paths)
            if now == earlier:
                break
        if now != seen:  # an editor may have tried whether it can write here, and cleared that up
            seen = now
            yield


def _look_later(paths: Sequence[Path]) -> _Seen:
    time.sleep(_PAUSE)
    start = time.monotonic()
    seen = _look(paths)
    time.sleep(max(0.0, _SHARE * (time.monotonic() - start) - _PAUSE))
    return seen


def _look(paths: Sequence[Path]) -> _Seen:
    """When each file was written, its size, and its number on the disk, which differs for another put in its place."""
    seen: _Seen = {}
    waiting = [str(path) for path in paths]
    while waiting:
        path = waiting.pop()
        try:
            found = os.stat(path, follow_symlinks=False)  # noqa: PTH116  there may be thousands
            if not stat.S_ISDIR(found.st_mode):
                seen[path] = (found.st_mtime_ns, found.st_size, found.st_ino)
                continue
            seen[path] = (0, 0, found.st_ino)  # its time tells of files that do not count too
            with os.scandir(path) as entries:
                waiting += [entry.path for entry in entries if _counts(entry.name)]
        except OSError:  # it has gone, or may not be looked into
            continue
    return seen


def _counts(name: str) -> bool:
    """Whether a file may be part of the dossier: what editors put beside it while they save is not."""
    return not name.startswith(".") and not name.endswith("~")
