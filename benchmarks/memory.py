"""How much memory a process and its children hold together. Owns how often it looks, so that looking costs little.

Forked children share most of their pages with their parent, so their sizes cannot be added up. Linux tells of each
process what it holds alone and its part of what it shares (`Pss` in `/proc/PID/smaps_rollup`), and these can. While
there is one process only nothing is read, since its own peak is known without. Elsewhere than on Linux only that peak
is known.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

__all__ = ["Watch"]

_OFTEN = 0.05
_PART = 0.02  # of the time, at most, goes into looking
_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


class Watch:
    """Looks at a process and its children while the block runs; `megabytes` is the most they held at once.

    It is 0 where they could not be looked at, or there were no children.
    """

    def __init__(self, process: int) -> None:
        self.megabytes = 0.0
        self._process = process
        self._over = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self._looking.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._looking.join()

    def _look(self) -> None:
        pause = _OFTEN
        while not self._over.wait(pause):
            start = time.perf_counter()
            processes = list(_family(self._process))
            if len(processes) > 1:
                self.megabytes = max(self.megabytes, sum(map(_held, processes)) / 1024)
            pause = max(_OFTEN, (time.perf_counter() - start) / _PART)


def _family(process: int) -> Iterator[int]:
    """A process, its children, theirs, and so on."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _read(children).split():
            yield from _family(int(child))


def _held(process: int) -> int:
    found = _PSS.search(_read(Path(f"/proc/{process}/smaps_rollup")))
    return int(found[1]) if found else 0


def _read(path: Path) -> str:
    """A file of `/proc`; empty where the process has ended meanwhile, or may not be looked at."""
    try:
        return path.read_text("ascii")
    except OSError:
        return ""
