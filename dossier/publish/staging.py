"""A new release in the making: which files it holds, and which of them the last release holds already.

Owns that an unchanged file stays the same file, with its modification time, so that programs which send a site
elsewhere send only the difference. While pages are made, the folder holds only what is new; the rest is linked to the
files of the last release at the end, when nobody writes any more: so nothing is ever written through such a link.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path

from dossier.publish.durable import flush
from dossier.publish.manifest import Last, Manifest, Record, look, read
from dossier.publish.rules import PublishError, cannot_write

__all__ = ["Record", "Staging"]

_NO_LINKS = {
    errno.EPERM,
    errno.EACCES,
    errno.EXDEV,
    errno.EMLINK,
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
}
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


class Staging:
    """A folder beside the site that becomes the new release.

    Files are named by their paths in the site, with `/`. Children that were forked may `write` and `keep`; their parent
    is to `take` what these returned.
    """

    def __init__(self, folder: Path, last: Last) -> None:
        self.folder = folder
        self.last = last
        self._records: dict[str, Record] = {}
        self._written: set[str] = set()
        # As the system makes files here: with the user's mask, or as the folder's access list has it.
        self._mode = stat.S_IFREG | (stat.S_IMODE(folder.stat().st_mode) & 0o666)

    @property
    def records(self) -> Mapping[str, Record]:
        """What each file of the release must hold."""
        return self._records

    def write(self, path: str, data: bytes) -> Record:
        """Make a file of the release hold these bytes. Where that of the last release does, it is taken."""
        record = Record(len(data), hashlib.sha256(data).hexdigest())
        file = self._place(path)
        if path in self._written:
            file.unlink(missing_ok=True)
        if not self.last.holds(path, record):
            _write_new(file, data)
            self._written.add(path)
        self._records[path] = record
        return record

    def keep(self, path: str) -> Record | None:
        """Take a file of the last release as it is, and return what it holds.

        None where it is not there, or where somebody has changed it since it was published: it is to be made anew. Who
        expects other bytes than those returned writes them: what is written counts.
        """
        record = self.last.record(path)
        if record:
            self._records[path] = record
        return record

    def take(self, records: Mapping[str, Record]) -> None:
        """Put on record what children have written or kept."""
        self._records.update(records)

    def settle(self) -> None:
        """Put on record what was written into the folder by others, once all is written; may be done twice.

        What the last release holds as well is not needed twice: it is taken from there.
        """
        for path, seen in look(self.folder)[0].items():
            if path in self._records:
                continue
            data = read(self.folder / path)
            self._records[path] = record = Record(len(data), hashlib.sha256(data).hexdigest())
            if seen.mode == self._mode and self.last.holds(path, record):
                (self.folder / path).unlink()

    @property
    def changes(self) -> bool:
        """Whether the settled release differs at all from what stands in the site's folder."""
        last = self.last
        return (
            not last.tidy
            or last.files.keys() != self._records.keys()
            or any(seen.mode != self._mode for seen in last.files.values())
            or any(not last.holds(path, record) for path, record in self._records.items())
        )

    @property
    def manifest(self) -> Manifest:
        """The manifest of a settled release that `changes` nothing."""
        return {path: (*record, self.last.files[path].mtime_ns) for path, record in self._records.items()}

    def complete(self) -> None:
        """Bring the files that are taken from the last release into the folder, and all of them to the disk."""
        made = set(look(self.folder)[0])
        taken = [
            path
            for path, record in self._records.items()
            if path not in made and self.last.holds(path, record)
        ]
        flush(self.folder, made.union(path for path in taken if not self._link(path)))

    def _link(self, path: str) -> bool:
        """Bring a file of the last release into the folder as it is; False where that takes a copy of it."""
        # Text and not paths, as there may be ten thousand.
        old, new = f"{self.last.folder}/{path}", f"{self.folder}/{path}"
        if self.last.files[path].mode == self._mode:
            try:
                _link_new(old, new)
            except OSError as error:
                if error.errno not in _NO_LINKS:
                    raise
            else:
                return True
        _write_new(Path(new), read(Path(old)))
        time = self.last.files[path].mtime_ns
        os.utime(new, ns=(time, time))
        return False

    def _place(self, path: str) -> Path:
        if not path or path.startswith("/") or ".." in path.split("/"):
            raise PublishError(cannot_write(path, "it lies outside the site"))
        return self.folder / path


def _link_new(old: str, new: str) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except FileNotFoundError:
        Path(new).parent.mkdir(parents=True, exist_ok=True)
        os.link(old, new, follow_symlinks=False)


def _write_new(file: Path, data: bytes) -> None:
    """Write a file that is not there yet; one that is, is replaced and not written through."""
    try:
        handle = os.open(file, _NEW_FILE, 0o666)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, _NEW_FILE, 0o666)
    except FileExistsError:
        file.unlink()
        handle = os.open(file, _NEW_FILE, 0o666)
    with os.fdopen(handle, "wb", 0) as made:
        rest = memoryview(data)
        while rest:
            rest = rest[made.write(rest) :]
