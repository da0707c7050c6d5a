"""Work shared out comes to the same, whatever becomes of the processes."""

from __future__ import annotations

import os
import select
import signal
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.processes import beside, spread, usable

HERE = os.getpid()


def _square(number: int) -> int:
    return number * number


@given(st.lists(st.integers(), max_size=30), st.integers(1, 5))
def test_what_comes_out_is_in_order(numbers: list[int], jobs: int) -> None:
    assert spread(_square, numbers, jobs) == [number * number for number in numbers]


def test_more_items_than_a_pipe_holds_numbers() -> None:
    assert spread(_square, range(50_001), 3) == [number * number for number in range(50_001)]


def test_several_processes_are_at_work() -> None:
    first, second = os.pipe(), os.pipe()

    def work(number: int) -> int:
        # Each waits for the other to have begun, which one process alone could not.
        mine, others = (first, second) if number == 1 else (second, first)
        os.write(mine[1], b"x")
        ready, _, _ = select.select([others[0]], [], [], 30)
        assert ready
        return os.getpid()

    assert len(set(spread(work, [1, 2], 2))) == 2


def test_what_a_killed_process_took_is_done_here() -> None:
    def work(number: int) -> int:
        if os.getpid() != HERE and number % 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert spread(work, list(range(40)), 3) == list(range(40))


def test_what_work_raises_is_raised() -> None:
    def work(number: int) -> int:
        raise ValueError(f"not {number}")

    with pytest.raises(ValueError, match="not"):
        spread(work, [1, 2, 3, 4], 2)


def test_no_process_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    fork, forked = os.fork, list[int]()

    def noted() -> int:
        forked.append(fork())
        return forked[-1]

    monkeypatch.setattr("os.fork", noted)
    spread(_square, list(range(20)), 4)
    assert len(forked) == 3
    for process in forked:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_something_else_is_done_meanwhile() -> None:
    there, here = beside(os.getpid, os.getpid, 2)
    assert there != here == HERE
    assert beside(os.getpid, os.getpid, 1) == (HERE, HERE)


def test_what_a_killed_process_was_to_do_is_done_here() -> None:
    def work() -> int:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return 7

    assert beside(work, lambda: 5, 2) == (7, 5)


def test_one_process_where_there_is_no_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.fork")
    assert usable(4) == 1


def test_one_process_while_threads_are_at_work() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert usable(4) == 1
    finally:
        stop.set()
        thread.join()


def test_as_many_as_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 1)  # other tests may have left some
    assert (usable(1), usable(3)) == (1, 3)
    assert usable() >= 1
