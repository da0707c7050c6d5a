"""Says what is going on when it takes long. Owns the line on the terminal; nothing is said to a file or a pipe."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["progress"]

_PATIENCE = 1.0  # seconds before anything is said
_CLEAR = "\r\033[K"


@contextmanager
def progress(doing: str) -> Iterator[None]:
    """While the block runs for over a second, show what is being done and for how long on the terminal."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    ticker = threading.Thread(target=_tick, args=(doing, done), daemon=True)
    ticker.start()
    try:
        yield
    finally:
        done.set()
        ticker.join()


def _tick(doing: str, done: threading.Event) -> None:
    start = time.monotonic()
    if done.wait(_PATIENCE):
        return
    while True:
        sys.stderr.write(f"{_CLEAR}{doing} … {time.monotonic() - start:.0f} s")
        sys.stderr.flush()
        if done.wait(1):
            break
    sys.stderr.write(_CLEAR)
    sys.stderr.flush()
