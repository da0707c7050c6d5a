"""What a release holds: the record of each file, and the files of the last release as they are now.

Owns the manifest, in which a build writes down for the next one what it published. It is never taken at its word: a
file counts as the one it names only while its size and its time are the recorded ones, or its bytes are. Without one,
as after `--no-cache`, everything is compared by its bytes. It writes nothing into a site.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, cast

from dossier.cache import Cache

__all__ = ["Last", "Manifest", "Record", "Seen", "digest", "last_release", "look", "read", "remember"]

_FORMAT = "1"

Manifest = Mapping[str, tuple[int, str, int]]
"""Each file's path to its size, its SHA-256, and its modification time in nanoseconds."""


class Record(NamedTuple):
    """What a file of a release must hold: its size in bytes, and its SHA-256 in hexadecimal."""

    size: int
    sha256: str


class Seen(NamedTuple):
    """A regular file as it lies on the disk: number, mode, size in bytes, modification time in nanoseconds."""

    inode: int
    mode: int
    size: int
    mtime_ns: int


class Last:
    """The release that stands in a folder: its files as they were found there, and what is known of them.

    `tidy` says that nothing else is there: no link, no device, no folder without a file.
    """

    def __init__(self, folder: Path, known: Manifest) -> None:
        self.folder = folder
        self.files, self.tidy = look(folder)
        self.manifest = known
        self._digests: dict[str, str] = {}

    def record(self, path: str) -> Record | None:
        """What a file holds; None where it is not there, or where it is not what the manifest says."""
        seen, known = self.files.get(path), self.manifest.get(path)
        if seen is None or known is None or seen.size != known[0] or not seen.mode & stat.S_IRUSR:
            return None
        size, sha256, mtime_ns = known
        # Of another time: copied, or brought back from elsewhere. Its bytes tell.
        is_so = seen.mtime_ns == mtime_ns or self._digest(path) == sha256
        return Record(size, sha256) if is_so else None

    def holds(self, path: str, record: Record) -> bool:
        """Whether a file holds just that, with or without a manifest."""
        seen = self.files.get(path)
        if seen is None or seen.size != record.size:
            return False
        return self.record(path) == record or self._digest(path) == record.sha256

    def _digest(self, path: str) -> str:
        if path not in self._digests:
            with suppress(OSError):  # gone since, or not ours to read
                self._digests[path] = digest(self.folder / path)
        return self._digests.get(path, "")


def last_release(folder: Path, project: Path, cache: Cache) -> Last:
    """Look at the release in a folder, with what the build that published it wrote down."""
    known = cache.load(*_name(folder, project))
    return Last(folder, cast("Manifest", known) if isinstance(known, dict) else {})


def remember(folder: Path, project: Path, cache: Cache, manifest: Manifest) -> None:
    """Write down what was published into a folder."""
    cache.save(*_name(folder, project), manifest)


def look(folder: Path) -> tuple[dict[str, Seen], bool]:
    """Find the regular files below a folder, by their paths with `/`, and whether nothing else is there.

    Links are not followed. A folder that is not there holds nothing.
    """
    files: dict[str, Seen] = {}
    folders: set[str] = set()
    tidy = not folder.is_symlink()
    for path, entry in _entries(folder) if tidy else ():
        if entry.is_dir(follow_symlinks=False):
            folders.add(path)
        elif entry.is_file(follow_symlinks=False):
            about = entry.stat(follow_symlinks=False)
            files[path] = Seen(about.st_ino, about.st_mode, about.st_size, about.st_mtime_ns)
        else:
            tidy = False
    return files, tidy and folders <= _folders_of(files)


def read(file: Path) -> bytes:
    """The bytes of a file that is not a link."""
    with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as opened:
        return opened.read()


def digest(file: Path) -> str:
    """The SHA-256, in hexadecimal, of a file that is not a link."""
    with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb", 0) as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    waiting = [""]
    while waiting:
        within = waiting.pop()
        try:
            found = os.scandir(f"{folder}/{within}")
        except (FileNotFoundError, NotADirectoryError):
            continue
        with found:
            for entry in found:
                path = within + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{path}/")
                yield path, entry


def _folders_of(paths: Iterable[str]) -> set[str]:
    folders = {path.rpartition("/")[0] for path in paths}
    for folder in tuple(folders):
        above = folder
        while above := above.rpartition("/")[0]:
            folders.add(above)
    return folders


def _name(folder: Path, project: Path) -> tuple[str, str]:
    """Name and fingerprint under which the cache keeps the manifest of a folder; the same after the project moves."""
    place = os.fsencode(os.path.relpath(folder, project))
    return f"release-{hashlib.sha256(place).hexdigest()[:16]}", _FORMAT
