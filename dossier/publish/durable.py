"""Written files brought to the disk itself, before a site of them is put in place.

Owns how: file systems keep the order of what is made, renamed and removed, yet may write what is in a file much later.
If the power failed between, the new site would stand there with empty pages, and the old one would be gone.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Collection
from pathlib import Path

__all__ = ["flush"]

_FEW = 64  # up to so many files one by one: that does not wait for what other programs are writing


def flush(folder: Path, paths: Collection[str]) -> None:
    """Have the disk hold these files of a folder."""
    if len(paths) <= _FEW or not _flush_all(folder):
        for path in paths:
            _flush_one(folder / path)


def _flush_all(folder: Path) -> bool:
    """Flush the file system that a folder is on, which takes a tenth of the time; False where that is not possible."""
    try:
        syncfs = ctypes.CDLL(None, use_errno=True).syncfs
    except (AttributeError, OSError):
        return False
    handle = os.open(folder, os.O_RDONLY)
    try:
        return bool(syncfs(handle) == 0)
    finally:
        os.close(handle)


def _flush_one(file: Path) -> None:
    handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
