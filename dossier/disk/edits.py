"""Changes files that people wrote: all of an edit or nothing, and never over what somebody wrote meanwhile.

An edit is first written down in full in `build/.edit/`, then carried out file by file. One that is interrupted before
that has changed nothing; one that is interrupted later is finished by the next command that reads the dossier.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from dossier.disk.errors import DiskError
from dossier.disk.turns import alone

__all__ = ["edit", "finish"]

_JOURNAL = "build/.edit"
_PLAN = "plan.json"
_ASIDE = "aside"
_NO_FILE = "no ordinary file"
_NOTHING = "nothing was changed"


class _Step(NamedTuple):
    """A file, and the SHA-256 of what it holds before and after an edit; None where it is not there."""

    path: str
    before: str | None
    after: str | None


def edit(root: Path, before: Mapping[str, bytes], after: Mapping[str, bytes | None]) -> None:
    """Make files of the dossier in `root` hold other bytes (None: delete), all of them or none.

    Paths are relative, with `/`. `before` is what was read: a file that is not in it must not exist. Raises `DiskError`
    where a file is no longer what was read, lies behind a link or outside, or where the disk does not allow it; then
    nothing has changed, unless the message says that something is left to be finished.
    """
    changes = {path: data for path, data in after.items() if before.get(path) != data}
    if not changes:
        return
    with alone(root):
        finish(root)
        # What is deleted is deleted last: until then everything is there, if twice.
        paths = sorted(changes, key=lambda path: (changes[path] is None, path))
        steps = [_Step(path, _digest(before.get(path)), _digest(changes[path])) for path in paths]
        for step in steps:
            _refuse_unless_as_read(root, step)
        journal = root / _JOURNAL
        try:
            _write_down(journal, steps, [changes[path] for path in paths])
        except OSError as error:
            shutil.rmtree(journal, ignore_errors=True)
            raise DiskError(f"{_NOTHING}: {_what(error)}") from error
        try:
            _carry_out(root, steps)
            _forget(journal)
        except OSError as error:
            _take_back(root, steps, before, error)
            raise DiskError(f"{_NOTHING}: {_what(error)}") from error


def finish(root: Path) -> None:
    """Do what an edit that was written down has not done yet; for a caller that is `alone` in the dossier.

    A file that somebody has edited since is left as it is. Raises `DiskError` where the disk does not allow it; the
    next command tries again.
    """
    journal = root / _JOURNAL
    if (root / "build").is_symlink() or journal.is_symlink() or not journal.is_dir():
        return
    try:
        _carry_out(root, _plan(journal))
        _forget(journal)
    except OSError as error:
        raise _unfinished(error) from error


def _carry_out(root: Path, steps: Iterable[_Step]) -> None:
    journal = root / _JOURNAL
    for number, step in enumerate(steps):
        if step.before == step.after or _held(root, step.path) != step.before:
            continue  # done already, or edited by somebody since
        if step.after is None:
            (root / step.path).unlink()
        elif _held(journal, str(number)) == step.after:
            # A copy, as what is written down stays whole until all of it is done.
            _put(root, step.path, (journal / str(number)).read_bytes())


def _take_back(root: Path, steps: Iterable[_Step], before: Mapping[str, bytes], cause: OSError) -> None:
    """Undo what was carried out of an edit that could not go on."""
    try:
        for step in steps:
            if _held(root, step.path) != step.after:
                continue
            if step.before is None:
                (root / step.path).unlink()
            else:
                _put(root, step.path, before[step.path])
        _forget(root / _JOURNAL)
    except OSError:
        raise _unfinished(cause) from cause


def _put(root: Path, path: str, data: bytes) -> None:
    """Make a file hold other bytes, at once, with the permissions it has."""
    target, aside = root / path, root / _JOURNAL / _ASIDE
    target.parent.mkdir(parents=True, exist_ok=True)
    _write(aside, data)
    if target.exists():
        shutil.copymode(target, aside)
    aside.replace(target)


def _write_down(journal: Path, steps: list[_Step], contents: Iterable[bytes | None]) -> None:
    """Write the new bytes, and then what is to be done with them: without a whole plan nothing is done."""
    if journal.parent.is_symlink():
        raise DiskError(f'{_NOTHING}: "build" is a link, and links are not written through')
    journal.mkdir(parents=True)
    for number, data in enumerate(contents):
        if data is not None:
            _write(journal / str(number), data)
    _write(journal / _ASIDE, json.dumps(steps).encode())
    (journal / _ASIDE).replace(journal / _PLAN)


def _forget(journal: Path) -> None:
    """Take an edit that is done out of the way: first the plan, so that it is never carried out again."""
    (journal / _PLAN).unlink(missing_ok=True)
    shutil.rmtree(journal, ignore_errors=True)


def _write(file: Path, data: bytes) -> None:
    with file.open("wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())


def _plan(journal: Path) -> list[_Step]:
    """What was written down; nothing where that was not finished, or is not of our making. Raises `OSError`."""
    try:
        steps = [_Step(*step) for step in json.loads((journal / _PLAN).read_bytes())]
    except (FileNotFoundError, IsADirectoryError, ValueError, TypeError, RecursionError):
        return []
    ours = all(isinstance(step.path, str) and not _out_of_place(step.path) for step in steps)
    return steps if ours else []


def _refuse_unless_as_read(root: Path, step: _Step) -> None:
    if why := _out_of_place(step.path) or _behind_link(root, step.path):
        raise DiskError(f"{_NOTHING}: {why}")
    try:
        held = _held(root, step.path)
    except OSError as error:
        raise DiskError(f"{_NOTHING}: {_what(error)}") from error
    if held == _NO_FILE:
        raise DiskError(f'{_NOTHING}: "{step.path}" is not an ordinary file')
    if held != step.before:
        raise DiskError(f'{_NOTHING}: "{step.path}" was edited meanwhile; run the command again')


def _out_of_place(path: str) -> str:
    """Why no edit may touch a path, if so: it lies outside, or holds what is not a person's to write."""
    parts = [part.lower() for part in PurePosixPath(path).parts]
    if not parts or ".." in parts or PurePosixPath(path).is_absolute() or "\0" in path:
        return f'"{path}" lies outside the dossier'
    return f'"{path}" is not a file of the dossier' if ".git" in parts or parts[0] == "build" else ""


def _behind_link(root: Path, path: str) -> str:
    parts = PurePosixPath(path).parts
    for number in range(1, len(parts) + 1):
        if root.joinpath(*parts[:number]).is_symlink():
            return f'"{"/".join(parts[:number])}" is a link, and links are not written through'
    return ""


def _held(root: Path, path: str) -> str | None:
    """The SHA-256 of what a file holds; None where there is none; `_NO_FILE` where something else is."""
    if _behind_link(root, path):
        return _NO_FILE
    try:
        mode = (root / path).lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    return _digest((root / path).read_bytes()) if stat.S_ISREG(mode) else _NO_FILE


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def _unfinished(error: OSError) -> DiskError:
    return DiskError(f"an edit is not finished: {_what(error)}; mend that, and the next command finishes it")


def _what(error: OSError) -> str:
    where = error.filename2 or error.filename
    words = error.strerror or str(error)
    return f"{where}: {words}" if where else words
