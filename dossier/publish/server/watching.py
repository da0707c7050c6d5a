"""Notices that files have changed. Owns the looking, and the waiting until an editor has done saving.

It looks at the disk a few times a second, and at once where the file system tells of a change (watchdog): to look works
on every file system, for files and folders that are not there yet, and however an editor saves.
"""

from __future__ import annotations

import contextlib
import os
import stat
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

__all__ = ["changes"]

_PAUSE = 0.25  # seconds between two looks
_REST = 0.04  # seconds in which nothing more must happen for an editor to have done saving
_SHARE = 10  # a look that takes longer is followed by a pause so many times as long
_MOST_LOOKS = 100  # at files that do not come to rest, before the change counts all the same
_OF_READING = ("opened", "closed_no_write")

_Seen = dict[str, tuple[int, int, int]]


def changes(paths: Sequence[Path]) -> Iterator[None]:
    """Yield each time something at or below the paths has been written, added, moved or deleted.

    Many changes in a row count as one. What changes while the caller is busy is not missed.
    """
    return _changes(paths, _look(paths))  # what changes from now on counts, not from when it is first asked


def _changes(paths: Sequence[Path], seen: _Seen) -> Iterator[None]:
    with _told_by_the_disk(paths) as told:
        pause = _PAUSE
        while True:
            told.wait(pause)
            told.clear()
            start = time.monotonic()
            now = _look(paths)
            pause = max(_PAUSE, _SHARE * (time.monotonic() - start))
            if now == seen:
                continue
            now = _at_rest(paths, now)
            if now != seen:  # an editor may have tried whether it can write here, and cleared that up
                seen = now
                yield


def _at_rest(paths: Sequence[Path], now: _Seen) -> _Seen:
    for _ in range(_MOST_LOOKS):
        time.sleep(_REST)
        earlier, now = now, _look(paths)
        if now == earlier:
            break
    return now


@contextlib.contextmanager
def _told_by_the_disk(paths: Sequence[Path]) -> Iterator[Event]:
    """An event that is set when something happens in the folders among the paths, where the file system tells."""
    from watchdog.events import FileSystemEvent, FileSystemEventHandler
    from watchdog.observers import Observer

    told = Event()

    class _Ear(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type not in _OF_READING:
                told.set()

    observer = Observer()
    for path in paths:
        if path.is_dir():
            # Not every file system tells, and there may be too many folders: then looking must do.
            with contextlib.suppress(OSError):
                observer.schedule(_Ear(), str(path), recursive=True)
    try:
        with contextlib.suppress(OSError):
            observer.start()
        yield told
    finally:
        if observer.is_alive():
            observer.stop()


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
