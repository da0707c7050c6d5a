"""Deletes what is generated below `build/`. Owns what that is: all that `write` and the caches put there, no more."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from dossier.disk.edits import finish
from dossier.disk.errors import DiskError
from dossier.disk.turns import alone

__all__ = ["clear"]

_GENERATED = re.compile(r"pages|schema|cache|(dossier|changes)\.json|\.[0-9]+\.new")


def clear(root: Path) -> tuple[list[str], list[str]]:
    """Delete what dossier made below `build/`; return the names there of what is gone, and of what stays.

    What is not ours stays, and so do links. An edit that was interrupted is finished first, as what it has still to
    write lies there. Raises `DiskError` where there is no dossier, or the disk does not allow it.
    """
    if not (root / "content").is_dir():
        raise DiskError(f'there is no dossier in "{root}": it has no folder "content"')
    build = root / "build"
    if build.is_symlink() or not build.is_dir():
        return [], ["build"] if build.is_symlink() else []
    with alone(root):
        finish(root)
        try:
            there = sorted(build.iterdir())
            ours = [each for each in there if _GENERATED.fullmatch(each.name) and not each.is_symlink()]
            for each in ours:
                _delete(each)
            stays = [each for each in there if each not in ours]
            if not stays:
                build.rmdir()
        except OSError as error:
            raise DiskError(
                f'cannot delete "{error.filename or build}": {error.strerror or error}'
            ) from error
    return [f"build/{each.name}" for each in ours], [f"build/{each.name}" for each in stays]


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)  # does not follow links
    else:
        path.unlink()
