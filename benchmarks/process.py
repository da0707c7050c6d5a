"""Runs a command as a user would and says what it took. Owns the clock, the environment and the memory figure."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Run", "run"]

# Set in some shells of developers. Users' Python keeps compiled modules, so what is measured does as well.
_NOT_OF_USERS = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True, slots=True)
class Run:
    """What one whole process took: wall seconds, processor seconds, and megabytes of memory at its peak."""

    seconds: float
    processor: float
    megabytes: float


def run(command: list[str], folder: Path, *, allowed: tuple[int, ...] = (0,)) -> Run:
    """Run a command in a folder. Raises `RuntimeError` with what it printed where it ends with another code."""
    environment = {name: value for name, value in os.environ.items() if name != _NOT_OF_USERS}
    with tempfile.TemporaryFile() as printed:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=printed, stderr=printed)
        # The usage of this child alone. Until it starts its own program it counts as large as this process, which
        # therefore holds no dossier itself.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in allowed:
            printed.seek(0)
            words = printed.read().decode("utf-8", "replace")[-2_000:]
            raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{words}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
