"""Runs a command as a user would and says what it took. Owns the clock, the environment and the memory figures."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.memory import Watch

__all__ = ["Run", "run"]

# Set in some shells of developers. Users' Python keeps compiled modules, so what is measured does as well.
_NOT_OF_USERS = "PYTHONDONTWRITEBYTECODE"
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(frozen=True, slots=True)
class Run:
    """What one command took, its child processes with it: wall seconds, processor seconds, and megabytes at the peak.

    `megabytes` is of the largest process; `together` of all at once, where pages that they share count once.
    """

    seconds: float
    processor: float
    megabytes: float
    together: float


def run(
    command: list[str],
    folder: Path,
    *,
    allowed: tuple[int, ...] = (0,),
    environment: Mapping[str, str] | None = None,
) -> Run:
    """Run a command in a folder. Raises `RuntimeError` with what it printed where it ends with another code."""
    inherited = {name: value for name, value in os.environ.items() if name != _NOT_OF_USERS}
    variables = {**inherited, **_QUIET, **(environment or {})}
    with tempfile.TemporaryFile() as printed:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=variables, stdout=printed, stderr=printed)
        with Watch(process.pid) as watch:
            # The usage of this child and of those it waited for. Until it starts its own program it counts as large
            # as this process, which therefore holds no dossier itself.
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in allowed:
            printed.seek(0)
            words = printed.read().decode("utf-8", "replace")[-2_000:]
            raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{words}")
    largest = usage.ru_maxrss / 1024
    return Run(seconds, usage.ru_utime + usage.ru_stime, largest, max(largest, watch.megabytes))
