"""A place to build beside the site, for one build at a time, and what builds that were killed left there.

Owns the `.site-…` folders, their locks and their removal. Each published folder has one of its own, named after it;
whoever builds holds the lock in it, which the system takes away from a process that ends, however it ends. So a
workshop whose lock is free is a leftover: whoever comes next clears it, and puts an old site back if a kill came
between two renames. Where a file system knows no locks, there are none. POSIX only.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dossier.publish.rules import PublishError, already_publishing, cannot_write
from dossier.publish.target import is_ours

__all__ = ["clear_leftovers", "workshop"]

_SHOP = re.compile(r"\.site-[a-z0-9_]{8}")
_OURS = re.compile(r"lock|(new|old)(-[0-9]+)?")
_LOCK, _NEW, _OLD = "lock", "new", "old"
_PATIENCE = 60.0  # seconds
_PAUSE = 0.05  # seconds
_TAKEN = (errno.EACCES, errno.EAGAIN)


@contextmanager
def workshop(target: Path, waiting: Callable[[], object] = lambda: None) -> Iterator[Path]:
    """Yield a fresh folder on the target's file system to build in; afterwards it is gone.

    While another build is at work on the same target, call `waiting` once, and wait for it. Raises `PublishError` where
    that takes too long.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(target.parent)
    shop = target.parent / f".site-{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:8]}"
    lock = _wait(shop, target, waiting)
    try:
        _clear(shop)  # of a build that was killed while we waited
        new = _fresh(shop)
        new.mkdir()
        yield new
    finally:
        _clear(shop)
        _leave(shop, lock)


def clear_leftovers(parent: Path) -> list[Path]:
    """Remove what builds that were killed left in a folder; return what is gone now. One at work is left alone."""
    shops = [each for each in parent.iterdir() if _SHOP.fullmatch(each.name) and _is_shop(each)]
    for shop in shops:
        with suppress(OSError):
            lock = _enter(shop)
            if lock is not None:
                _clear(shop)
                _leave(shop, lock)
    return [shop for shop in shops if not shop.exists()]


def _is_shop(folder: Path) -> bool:
    """Whether a folder holds only what builds put there; one that is named like ours, and is not, stays."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return all(_OURS.fullmatch(each.name) for each in folder.iterdir())


def _wait(shop: Path, target: Path, waiting: Callable[[], object]) -> int:
    give_up, told = time.monotonic() + _PATIENCE, False
    while True:
        with suppress(FileExistsError):
            shop.mkdir()
        if not _is_shop(shop):
            raise PublishError(cannot_write(shop.as_posix(), "it holds what dossier did not make"))
        lock = _enter(shop)
        if lock is not None:
            return lock
        if time.monotonic() > give_up:
            raise PublishError(already_publishing(target.as_posix()))
        if not told:
            told = True
            waiting()
        time.sleep(_PAUSE)


def _enter(shop: Path) -> int | None:
    """Take the lock of a workshop; None where another build has it."""
    try:
        lock = os.open(shop / _LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except FileNotFoundError:
        return None  # just cleared away by whoever had it
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            os.close(lock)
            return None
    with suppress(OSError):
        if os.path.samestat(os.fstat(lock), os.lstat(shop / _LOCK)):
            return lock
    os.close(lock)  # that of a workshop which was cleared away meanwhile
    return None


def _leave(shop: Path, lock: int) -> None:
    """Give the lock back. The workshop goes first: who finds its lock free may take it for a leftover."""
    with suppress(OSError):
        (shop / _LOCK).unlink()
        shop.rmdir()
    os.close(lock)


def _clear(shop: Path) -> None:
    """Remove what was built here. What cannot be removed now is for the next build to try."""
    for old in shop.glob(f"{_OLD}*/*"):
        home = shop.parent / old.name
        if not os.path.lexists(home) and not old.is_symlink() and is_ours(old):
            old.rename(home)
    for each in shop.iterdir():
        if each.name != _LOCK:
            _remove(each)


def _remove(folder: Path) -> None:
    if folder.is_symlink() or not folder.is_dir():
        return folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():  # somebody has made a folder in it read-only
        for base, _, _ in os.walk(folder):
            with suppress(OSError):
                Path(base).chmod(0o700)
        shutil.rmtree(folder, ignore_errors=True)
    return None


def _fresh(shop: Path) -> Path:
    """A name for a new release: not one under which something lies that could not be removed."""
    taken = {each.name.partition("-")[2] for each in shop.iterdir()}
    return shop / next(f"{_NEW}-{number}" for number in range(len(taken) + 1) if str(number) not in taken)
