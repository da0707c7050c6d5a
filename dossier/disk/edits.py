"""Changes files that people wrote: all of an edit or nothing, and never over what somebody wrote meanwhile.

An edit is first written down in full in `build/.edit/`, then done by renaming. One that is interrupted there is
finished by the next command that reads the dossier.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from dossier.disk.errors import DiskError

__all__ = ["edit", "finish"]

_JOURNAL = "build/.edit"
_PLAN = "plan.json"

# What an edit does to a file: the name of its new bytes in the journal (None: it is deleted), and the SHA-256 of what
# it held before (None: it was not there).
_Plan = dict[str, tuple[str | None, str | None]]


def edit(root: Path, before: Mapping[str, bytes], after: Mapping[str, bytes | None]) -> None:
    """Make files of the dossier in `root` hold other bytes (None: delete), all of them or none.

    Paths are relative, with `/`. `before` is what was read: a file that is not in it must not exist. Raises `DiskError`
    where a file is no longer what was read, lies behind a link or outside, or where the disk does not allow it; then
    nothing has changed.
    """
    changes = {path: data for path, data in after.items() if before.get(path) != data}
    if not changes:
        return
    finish(root)
    plan: _Plan = {}
    for number, path in enumerate(sorted(changes)):
        old = _digest(before[path]) if path in before else None
        if _held(root, path) != old:
            raise DiskError(f'nothing was changed: "{path}" was edited meanwhile; run the command again')
        plan[path] = (None if changes[path] is None else str(number), old)
    try:
        _write_down(root, plan, changes)
    except FileExistsError as error:
        raise DiskError("nothing was changed: another command is changing this dossier; try again") from error
    except OSError as error:
        shutil.rmtree(root / _JOURNAL, ignore_errors=True)
        raise DiskError(f"nothing was changed: {error.strerror or error}") from error
    finish(root)


def finish(root: Path) -> None:
    """Do what an edit that was written down has not done yet. Raises `DiskError`; what is left is tried again later.

    A file that somebody has edited since is left as it is.
    """
    journal = root / _JOURNAL
    if (root / "build").is_symlink() or journal.is_symlink() or not journal.is_dir():
        return
    plan = _plan(journal)
    try:
        for path, (new, old) in plan.items():
            if _held(root, path) == old:
                _do(root, path, journal / new if new else None)
    except OSError as error:
        where = error.filename2 or error.filename or "the disk"
        raise DiskError(f"an edit is not finished: {where}: {error.strerror or error}") from error
    shutil.rmtree(journal, ignore_errors=True)


def _do(root: Path, path: str, new: Path | None) -> None:
    target = root / path
    if new is None:
        target.unlink(missing_ok=True)
    elif new.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            shutil.copymode(target, new)
        new.replace(target)


def _write_down(root: Path, plan: _Plan, changes: Mapping[str, bytes | None]) -> None:
    """Write the new bytes, and then what is to be done with them: without a whole plan nothing is done."""
    journal = root / _JOURNAL
    if (root / "build").is_symlink():
        raise DiskError('nothing was changed: "build" is a link')
    journal.mkdir(parents=True)
    for path, (new, _) in plan.items():
        data = changes[path]
        if new is not None and data is not None:
            _write(journal / new, data)
    _write(journal / f"{_PLAN}.new", json.dumps(plan).encode())
    (journal / f"{_PLAN}.new").replace(journal / _PLAN)


def _write(file: Path, data: bytes) -> None:
    with file.open("wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())


def _plan(journal: Path) -> _Plan:
    """What was written down; nothing where that was not finished."""
    try:
        plan = json.loads((journal / _PLAN).read_bytes())
        return {str(path): (new and str(int(new)), old) for path, (new, old) in plan.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _held(root: Path, path: str) -> str | None:
    """The SHA-256 of what a file holds; None where there is none. Raises `DiskError` where no file may be."""
    parts = PurePosixPath(path).parts
    if not parts or ".." in parts or PurePosixPath(path).is_absolute():
        raise DiskError(f'"{path}" lies outside the dossier')
    for number in range(1, len(parts) + 1):
        if root.joinpath(*parts[:number]).is_symlink():
            raise DiskError(f'"{"/".join(parts[:number])}" is a link, and links are not written through')
    file = root / path
    try:
        return _digest(file.read_bytes()) if file.exists() else None
    except OSError as error:
        raise DiskError(f'"{path}" cannot be read: {error.strerror or error}') from error


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
