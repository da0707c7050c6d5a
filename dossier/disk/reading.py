"""Reads the files of a dossier. Owns what counts as one.

Only regular files below the dossier's own folder are read: no links, no devices, nothing hidden.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from dossier.diagnostics import Diagnostic, Finding, Rule, Span, rule
from dossier.disk.edits import finish
from dossier.disk.errors import DiskError
from dossier.disk.turns import alone

__all__ = ["RULES", "read", "require"]

_FOLDERS = ("content", "seeds")
_MOST_BYTES = 4 * 1024 * 1024  # more than any file may hold; what a file may hold is for whoever reads it
_DEEPEST = 4
_LINK = "this is a link, and links are not followed"


@rule()
def unreadable_file(span: Span, why: str) -> Finding:
    """Something in `content/` or `seeds/` is not an ordinary file that can be read.

    Bad:

        content/actors/japan.yml -> /etc/passwd

    Good:

        content/actors/japan.yml, an ordinary file
    """
    return Finding(span, why, "Put the file itself here, or take it away.")


def require(root: Path) -> None:
    """Raise `DiskError` where a folder holds no dossier."""
    if not (root / _FOLDERS[0]).is_dir():
        raise DiskError(f'there is no dossier in "{root}": it has no folder "{_FOLDERS[0]}"')


def read(root: Path) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Read the files of the dossier in a folder: paths relative to it, in order, to bytes.

    Returns also what could not be read. An edit that was interrupted is finished first. Raises `DiskError` where the
    folder holds no dossier.
    """
    require(root)
    report: list[Diagnostic] = []
    links = [folder for folder in _FOLDERS if (root / folder).is_symlink()]
    report += [unreadable_file(Span(folder), _LINK) for folder in links]
    folders = [folder for folder in _FOLDERS if folder not in links]
    with alone(root):
        finish(root)
        files = {path: data for folder in folders for path, data in _read_folder(root, folder, report, 1)}
    return files, tuple(report)


def _read_folder(
    root: Path, folder: str, report: list[Diagnostic], depth: int
) -> Iterator[tuple[str, bytes]]:
    try:
        with os.scandir(root / folder) as found:
            entries = sorted(found, key=lambda entry: os.fsencode(entry.name))
    except FileNotFoundError:
        return
    except OSError as error:
        report.append(unreadable_file(Span(_shown(folder)), f"this folder cannot be read: {error.strerror}"))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        if entry.is_dir(follow_symlinks=False):
            if depth < _DEEPEST:
                yield from _read_folder(root, path, report, depth + 1)
            else:
                report.append(unreadable_file(Span(_shown(path)), "folders do not lie this deep"))
            continue
        data = _read_file(root, path)
        if isinstance(data, bytes):
            yield path, data
        else:
            report.append(unreadable_file(Span(_shown(path)), data))


def _read_file(root: Path, path: str) -> bytes | str:
    """The bytes of a regular file, or why there are none."""
    if not path.isprintable() or path != _shown(path):
        return "its name holds characters that no name should"
    try:
        # Neither following a link nor waiting at a pipe: what it is is asked of what was opened.
        handle = os.open(root / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        return _LINK if (root / path).is_symlink() else _why(error)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return "this is not an ordinary file"
        try:
            data = file.read(_MOST_BYTES + 1)
        except OSError as error:
            return _why(error)
    return data if len(data) <= _MOST_BYTES else f"it is larger than {_MOST_BYTES // 1024 // 1024} MB"


def _why(error: OSError) -> str:
    return f"it cannot be read: {error.strerror or error}"


def _shown(path: str) -> str:
    return path.encode("utf-8", "replace").decode()


RULES: tuple[Rule[...], ...] = (unreadable_file,)
