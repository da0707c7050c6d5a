"""One command at a time in a dossier: who reads waits until who writes is done, but not for ever. Owns the lock.

The lock is on the folder itself, so that it leaves no file behind, and the system takes it away from a command that is
killed. Where a file system knows no such locks, there is none.
"""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dossier.disk.errors import DiskError

__all__ = ["alone", "building"]

_PATIENCE = 10.0  # seconds; reading takes less than one
_A_BUILD = 60.0  # seconds; but the first one of a large dossier takes less than that
_PAUSE = 0.02  # seconds
_TAKEN = (errno.EACCES, errno.EAGAIN)


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """While the block runs, no other command reads or edits the dossier in `root`. Raises `DiskError`."""
    with _locked(root, _PATIENCE, lambda: None):
        yield


@contextmanager
def building(root: Path, waiting: Callable[[], object]) -> Iterator[None]:
    """While the block runs, no other command writes into `build/`. Raises `DiskError`.

    `waiting` is called where another build has to end first.
    """
    build = root / "build"
    try:
        build.mkdir(exist_ok=True)
    except OSError as error:
        raise DiskError(f'cannot write "{build}": {error.strerror or error}') from error
    with _locked(build, _A_BUILD, waiting):
        yield


@contextmanager
def _locked(place: Path, patience: float, waiting: Callable[[], object]) -> Iterator[None]:
    try:
        folder = os.open(place, os.O_RDONLY)
    except OSError as error:
        raise DiskError(f'"{place}" cannot be opened: {error.strerror or error}') from error
    try:
        _wait(folder, patience, waiting)
        yield
    finally:
        os.close(folder)  # gives the lock back


def _wait(folder: int, patience: float, waiting: Callable[[], object]) -> None:
    give_up = time.monotonic() + patience
    has_said = False
    while True:
        try:
            return fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in _TAKEN:
                return None
        if not has_said:
            waiting()
            has_said = True
        if time.monotonic() > give_up:
            raise DiskError("another command is at work in this dossier; try again when it is done")
        time.sleep(_PAUSE)
