"""The only reading and writing of content. Owns what counts as a file of the dossier, and that writing loses nothing.

Only regular files below the dossier's own folder are read: no links, no devices, nothing hidden. Only what changed is
written, each file whole or not at all.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from dossier.diagnostics import Diagnostic, Finding, Rule, Span, rule
from dossier.pipeline import Files

__all__ = ["RULES", "DiskError", "read", "write"]

_FOLDERS = ("content", "seeds")
_MOST_BYTES = 4 * 1024 * 1024  # more than any file may hold; what a file may hold is for whoever reads it
_DEEPEST = 4
_LINK = "this is a link, and links are not followed"


class DiskError(Exception):
    """The disk, not the content, stands in the way: nothing there, no permission, no room."""


@rule()
def unreadable_file(span: Span, why: str) -> Finding:
    """Something in `content/` or `seeds/` is not an ordinary file that can be read.

    Bad:

        content/actors/japan.yml -> /etc/passwd

    Good:

        content/actors/japan.yml, an ordinary file
    """
    return Finding(span, why, "Put the file itself here, or take it away.")


def read(root: Path) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Read the files of the dossier in a folder: paths relative to it, in order, to bytes.

    Returns also what could not be read. Raises `DiskError` where the folder holds no dossier.
    """
    if not (root / _FOLDERS[0]).is_dir():
        raise DiskError(f'there is no dossier in "{root}": it has no folder "{_FOLDERS[0]}"')
    report: list[Diagnostic] = []
    links = [folder for folder in _FOLDERS if (root / folder).is_symlink()]
    report += [unreadable_file(Span(folder), _LINK) for folder in links]
    folders = [folder for folder in _FOLDERS if folder not in links]
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


def write(build: Path, files: Files) -> int:
    """Make a folder hold these files and, below `pages/`, no others; return how many were written.

    A file whose bytes are the same is left alone, so that its time says when it last changed. Links in the folder are
    taken away and never written through. Raises `DiskError`.
    """
    if build.is_symlink():
        raise DiskError(f'cannot write "{build}": it is a link')
    try:
        for folder in sorted({_inside(build, path).parent for path in files}):
            _make_folder(build, folder)
        written = sum(_write_file(build / path, data) for path, data in files.items())
        _delete_orphans(build / "pages", {build / path for path in files})
    except OSError as error:
        raise DiskError(f'cannot write "{error.filename or build}": {error.strerror or error}') from error
    return written


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


def _delete_orphans(folder: Path, wanted: set[Path]) -> None:
    for base, folders, names in os.walk(folder, topdown=False):
        links = [name for name in folders if Path(base, name).is_symlink()]
        for name in (*names, *links):
            if Path(base, name) not in wanted:
                Path(base, name).unlink()
        if base != str(folder) and not any(Path(base).iterdir()):
            Path(base).rmdir()


RULES: tuple[Rule[...], ...] = (unreadable_file,)
