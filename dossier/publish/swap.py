"""The new site put in the place of the old. Owns the renames: at any moment the target is one or the other, whole."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

__all__ = ["swap"]

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def swap(new: Path, target: Path) -> None:
    """Put `new` (from a workshop) in the target's place; what stood there goes when the workshop does."""
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        _swap_in_two_steps(new, target)


def _swap_in_two_steps(new: Path, target: Path) -> None:
    """For where two folders cannot be exchanged at once; the workshop knows the way back from the middle."""
    old = new.with_name(new.name.replace("new", "old")) / target.name
    old.parent.mkdir()
    try:
        target.rename(old)
        new.rename(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(other))
