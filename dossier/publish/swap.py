"""A place to build beside the target, and the exchange of the two.

Owns every rename and removal that publishing does. Whatever happens, the target is the old site or the new
one, whole. A run that is killed leaves its `.site-…` folder; the next run beside it clears that up, and puts
an old site back if the kill came between two renames. POSIX only.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dossier.publish.rules import PublishError, already_publishing

_LEFTOVER = re.compile(r"\.site-[a-z0-9_]{8}")
_NEW, _OLD = "new", "old"
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


@contextmanager
def workshop(target: Path) -> Iterator[Path]:
    """Yield a fresh folder on the target's file system to build in; afterwards it is gone."""
    parent = target.parent
    parent.mkdir(parents=True, exist_ok=True)
    with _alone(parent, target):
        _clear_leftovers(parent)
        shop = Path(tempfile.mkdtemp(prefix=".site-", dir=parent))
        try:
            # Not the temporary folder itself, which only its owner may read.
            (shop / _NEW).mkdir()
            yield shop / _NEW
        finally:
            shutil.rmtree(shop, ignore_errors=True)


def swap(new: Path, target: Path) -> None:
    """Put `new` (from `workshop`) in the target's place; what stood there goes when the workshop does."""
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        _swap_in_two_steps(new, target)


def _swap_in_two_steps(new: Path, target: Path) -> None:
    """For where two folders cannot be exchanged at once; `_clear` knows the way back from the middle."""
    old = new.parent / _OLD / target.name
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


@contextmanager
def _alone(parent: Path, target: Path) -> Iterator[None]:
    """Hold the parent folder's lock (it ends with the process): what is left over there is nobody's."""
    descriptor = os.open(parent, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise PublishError(already_publishing(target.as_posix())) from error
    finally:
        os.close(descriptor)


def _clear_leftovers(parent: Path) -> None:
    for shop in parent.iterdir():
        if _LEFTOVER.fullmatch(shop.name) and shop.is_dir() and not shop.is_symlink():
            _clear(shop)


def _clear(shop: Path) -> None:
    if {entry.name for entry in shop.iterdir()} - {_NEW, _OLD}:
        return  # named like one of ours, and is not
    for old in (shop / _OLD).glob("*"):
        if not (home := shop.parent / old.name).exists():
            old.rename(home)
    shutil.rmtree(shop, ignore_errors=True)
