"""Work spread over processes: pages to make, in any order, and what comes of them, in the order of the pages.

Owns the forks and what they say to their parent. What is made does not depend on how many there are. Where a process
cannot be forked safely, or there is too little to do, one does it all.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, Pipe, wait
from typing import Generic, NamedTuple, TypeVar, cast

from dossier.processes import usable

__all__ = ["Job", "Lost", "processes", "spread"]

Result = TypeVar("Result")

_WORTH_A_FORK = 40_000
"""Bytes of Markdown that take about as long to make as a process takes to begin and to report."""
_BATCHES = 24
"""Into how many parts each process's share is cut, so that all end at the same time."""
_NUMBER = 4
_MOST_BATCHES = 6_000  # there may be twice as many, and the numbers of all fit into a pipe before it is read


class Lost(Exception):  # noqa: N818
    """A process ended before it had done its work: killed, or out of memory."""


class Job(NamedTuple):
    """A piece of work: its number, and how large it is, in bytes of Markdown."""

    number: int
    size: int


def processes(jobs: int | None, work: Sequence[Job]) -> int:
    """How many processes to use: no more than asked for, or than there are cores, and only where it pays."""
    worth = 1 + sum(job.size for job in work) // _WORTH_A_FORK
    return max(1, min(usable(jobs), worth, len(work)))


def spread(
    work: Sequence[Job], do: Callable[[int], Result], count: int, meanwhile: Callable[[], object]
) -> list[Result]:
    """Do all the work, in `count` processes, and give the results by number of the job. Raises `Lost`.

    `meanwhile` is called in this process while others are at work. `do` raises nothing.
    """
    if count == 1:
        meanwhile()
        return [do(job.number) for job in sorted(work)]
    team = _Team(work, do, count)
    try:
        meanwhile()
        return team.results()
    finally:
        team.end()


class _Team(Generic[Result]):
    def __init__(self, work: Sequence[Job], do: Callable[[int], Result], count: int) -> None:
        batches = _batches(work, count)
        self._at_work: dict[Connection, int] = {}
        self._expected = len(work)
        tasks, give = os.pipe()
        # All fits into the pipe, of which each process takes the next task when it is free: largest first.
        os.write(give, b"".join(number.to_bytes(_NUMBER) for number in range(len(batches))))
        os.close(give)
        gc.freeze()  # so that no child's collector touches, and thereby copies, what all share
        try:
            for _ in range(count):
                self._fork(tasks, batches, do)
        finally:
            gc.unfreeze()
            os.close(tasks)

    def _fork(self, tasks: int, batches: Sequence[Sequence[int]], do: Callable[[int], Result]) -> None:
        ours, theirs = Pipe(duplex=False)
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                ours.close()
                _work(tasks, batches, do, theirs, parent)
                code = 0
            finally:
                os._exit(code)  # nothing of the parent's is ended or flushed here a second time
        theirs.close()
        self._at_work[ours] = pid

    def results(self) -> list[Result]:
        found: list[tuple[int, Result]] = []
        lost = 0
        while self._at_work:
            for each in cast("list[Connection]", wait(list(self._at_work))):
                try:
                    found += each.recv()
                except (EOFError, OSError):
                    lost = self._end(each) or lost
        if len(found) != self._expected:
            raise Lost(f"signal {-lost}" if lost < 0 else f"exit code {lost}")
        return [result for _, result in sorted(found, key=lambda pair: pair[0])]

    def _end(self, connection: Connection) -> int:
        """Wait for the end of a process, and say how it ended: as `subprocess` does, below zero for a signal."""
        connection.close()
        _, status = os.waitpid(self._at_work.pop(connection), 0)
        return os.waitstatus_to_exitcode(status)

    def end(self) -> None:
        """See to it that none is left, whatever happened."""
        for connection, pid in list(self._at_work.items()):
            os.kill(pid, signal.SIGKILL)
            self._end(connection)


def _work(
    tasks: int,
    batches: Sequence[Sequence[int]],
    do: Callable[[int], Result],
    out: Connection,
    parent: int,
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's, which ends us
    for batch in _taken(tasks, batches):
        out.send([(number, do(number)) for number in batch])
        if os.getppid() != parent:
            return


def _taken(tasks: int, batches: Sequence[Sequence[int]]) -> Iterator[Sequence[int]]:
    while number := os.read(tasks, _NUMBER):
        yield batches[int.from_bytes(number)]


def _batches(work: Sequence[Job], count: int) -> list[list[int]]:
    """The work cut into parts of about one size, the largest jobs first and by themselves."""
    share = sum(job.size for job in work) // min(count * _BATCHES, _MOST_BATCHES) + 1
    batches: list[list[int]] = []
    room = 0
    for job in sorted(work, key=lambda job: (-job.size, job.number)):
        if room < job.size or not batches:
            batches.append([])
            room = share
        batches[-1].append(job.number)
        room -= job.size
    return batches
