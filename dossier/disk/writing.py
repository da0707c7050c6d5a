"""Writes what is generated. Only what changed is written, each file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from dossier.disk.errors import DiskError

Files = Mapping[str, bytes]

__all__ = ["save", "stamps", "write"]


def write(
    build: Path, files: Files, kept: Collection[str] = (), whole: Sequence[str] = ("pages", "schema")
) -> int:
    """Make a folder hold these files and, in its folders `whole`, only those and `kept`; return how many were written.

    A file whose bytes are the same is left alone, so that its time says when it last changed. Links in the folder are
    taken away and never written through. Raises `DiskError`.
    """
    if build.is_symlink():
        raise DiskError(f'cannot write "{build}": it is a link')
    try:
        for folder in sorted({_inside(build, path).parent for path in files}):
            _make_folder(build, folder)
        written = sum(_write_file(build / path, data) for path, data in files.items())
        for folder in (build / name for name in whole):
            if not folder.is_symlink():
                _delete_orphans(folder, {os.path.join(build, path) for path in (*files, *kept)})  # noqa: PTH118
    except OSError as error:
        raise DiskError(f'cannot write "{error.filename or build}": {error.strerror or error}') from error
    return written


def stamps(
    build: Path, whole: Sequence[str] = ("pages",), single: Sequence[str] = ()
) -> dict[str, tuple[int, int]]:
    """The size in bytes and the time in nanoseconds of these files and of all in these folders, by path below `build`.

    Only ordinary files count.
    """
    found: dict[str, tuple[int, int]] = {}
    for name in single:
        with contextlib.suppress(OSError):
            about = (build / name).lstat()
            if stat.S_ISREG(about.st_mode):
                found[name] = (about.st_size, about.st_mtime_ns)
    pending = [name for name in whole if not (build / name).is_symlink()]
    while pending:
        folder = pending.pop()
        with contextlib.suppress(OSError), os.scandir(build / folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(f"{folder}/{entry.name}")
                elif entry.is_file(follow_symlinks=False):
                    about = entry.stat(follow_symlinks=False)
                    found[f"{folder}/{entry.name}"] = (about.st_size, about.st_mtime_ns)
    return found


def save(file: Path, data: bytes) -> None:
    """Make a generated file outside of a build hold these bytes, whole or not at all. Raises `DiskError`."""
    try:
        _write_file(file, data)
    except OSError as error:
        raise DiskError(f'cannot write "{file}": {error.strerror or error}') from error


def _inside(build: Path, path: str) -> Path:
    if ".." in Path(path).parts or not (build / path).is_relative_to(build):
        raise DiskError(f'cannot write "{path}": it lies outside "{build}"')
    return build / path


def _make_folder(build: Path, folder: Path) -> None:
    for each in (*reversed(folder.parents), folder):
        if each.is_relative_to(build) and each.is_symlink():
            each.unlink()
    folder.mkdir(parents=True, exist_ok=True)


def _write_file(path: Path, data: bytes) -> bool:
    if path.is_symlink():
        path.unlink()
    elif path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return False
    aside = path.with_name(f".{os.getpid()}.new")  # short, whatever the length of the name
    try:
        aside.write_bytes(data)
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    return True


def _delete_orphans(folder: Path, wanted: Collection[str]) -> None:
    for base, folders, names in os.walk(folder, topdown=False):
        links = [name for name in folders if Path(base, name).is_symlink()]
        for name in (*names, *links):
            path = f"{base}{os.sep}{name}"  # text, as there may be ten thousand
            if path not in wanted:
                Path(path).unlink()
        if base != str(folder) and not any(Path(base).iterdir()):
            Path(base).rmdir()
