"""What takes long to make is made by one worker of a test run; the others wait and take the same."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name` of this run, that `make` has filled. Whoever finds it half made begins anew."""
    base = folders.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # each worker has a folder within the run's
        base = base.parent
    folder, whole = base / name, base / f"{name}.whole"
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the system lets go of it when a worker ends, however it ends
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            whole.touch()
    return folder
