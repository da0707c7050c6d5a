"""Work shared out over processes. Owns the forking; what is done, and in which order it counts, is the caller's.

What comes out never depends on how many processes there are, nor on whether there can be any: what a process took and
did not finish, for whatever reason, is done here.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Generic, TypeVar

__all__ = ["beside", "spread", "usable"]

Item = TypeVar("Item")
Result = TypeVar("Result")
Other = TypeVar("Other")

_DONE = 0
_NUMBER = 4  # bytes
_QUEUE = 8_000  # numbers; a pipe holds twice as many before who writes must wait


def usable(wanted: int | None = None) -> int:
    """How many processes to work with: as many as were asked for, or as this one may use cores; 1 without fork.

    A process with threads is not forked: a lock that one of them holds would stay locked in the copy for ever.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    if wanted is not None:
        return max(1, wanted)
    with contextlib.suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(work: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> list[Result]:
    """What `work` makes of every item, in order; whoever is free takes the next one.

    `work` may use whatever this process holds; what it returns must be picklable. What it raises is raised here.
    """
    if min(jobs, len(items)) < 2:
        return [work(item) for item in items]
    gc.freeze()  # what is there stays as it is, so that both processes share its memory
    helpers: list[_Helper[Item, Result]] = []
    found: dict[int, Result] = {}
    try:
        with _queue(len(items)) as numbers:
            helpers += [_Helper(work, items, numbers) for _ in range(min(jobs, len(items)) - 1)]
            found |= {number: work(items[number]) for number in _taken(numbers, len(items))}
        for helper in helpers:
            found |= helper.results()
    finally:
        for helper in helpers:
            helper.dismiss()
        gc.unfreeze()
    return [found[number] if number in found else work(item) for number, item in enumerate(items)]


def beside(work: Callable[[], Result], meanwhile: Callable[[], Other], jobs: int) -> tuple[Result, Other]:
    """What `work` makes in a process of its own, and what `meanwhile` makes in this one meanwhile.

    Where there can only be one, it does both, one after the other. What `work` returns must be picklable. What either
    raises is raised here.
    """
    if jobs < 2:
        return work(), meanwhile()
    helper = _Helper(lambda _: work(), [None], -1)
    try:
        other = meanwhile()
        found = helper.results()
    finally:
        helper.dismiss()
    return found[0] if found else work(), other


@contextlib.contextmanager
def _queue(length: int) -> Iterator[int]:
    """A pipe from which several processes take numbers, each once; every number stands for a run of items."""
    end, start = os.pipe()
    try:
        runs = -(-length // _run(length))
        os.write(start, b"".join(number.to_bytes(_NUMBER, "little") for number in range(runs)))
    finally:
        os.close(start)
    try:
        yield end
    finally:
        os.close(end)


def _run(length: int) -> int:
    return -(-length // _QUEUE)


def _taken(numbers: int, length: int) -> Iterator[int]:
    """The numbers of the items that this process is to do: those it takes from the queue, or all without one (-1)."""
    if numbers < 0:  # there is nobody to share with
        yield from range(length)
        return
    run = _run(length)
    while data := os.read(numbers, _NUMBER):
        first = int.from_bytes(data, "little") * run
        yield from range(first, min(first + run, length))


class _Helper(Generic[Item, Result]):
    """A forked process that leaves its results in a file that nobody else sees."""

    def __init__(self, work: Callable[[Item], Result], items: Sequence[Item], numbers: int) -> None:
        self._process = 0
        with contextlib.suppress(OSError):
            self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # it outlives this function
            self._process = os.fork()
            if not self._process:
                self._do(work, items, numbers)

    def results(self) -> dict[int, Result]:
        """Wait for what it made, by the numbers of the items; nothing where it did not end well."""
        if self._process:
            _, status = os.waitpid(self._process, 0)
            self._process = 0
            with self._file, contextlib.suppress(OSError, pickle.UnpicklingError, EOFError):
                if os.waitstatus_to_exitcode(status) == _DONE:
                    self._file.seek(0)
                    return dict(pickle.load(self._file))  # noqa: S301  # our own copy wrote it
        return {}

    def dismiss(self) -> None:
        """End it, where nobody waits for it any more."""
        if self._process:
            with contextlib.suppress(OSError):
                os.kill(self._process, signal.SIGKILL)
                os.waitpid(self._process, 0)
            self._process = 0

    def _do(self, work: Callable[[Item], Result], items: Sequence[Item], numbers: int) -> None:
        """In the copy: work, and end at once, without anything that the copied program would do at its end."""
        code = 1
        try:
            found = {number: work(items[number]) for number in _taken(numbers, len(items))}
            pickle.dump(found, self._file, pickle.HIGHEST_PROTOCOL)
            self._file.flush()
            code = _DONE
        finally:
            os._exit(code)
