"""An edit is done whole or not at all: killed anywhere, on a full disk, with somebody else at the files."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from dossier.disk import DiskError, edit, read
from dossier.disk.turns import alone

OLD = {
    "content/actors/a.yml": b"name: A\n",
    "content/actors/b.yml": b"name: B\nby: a\n",
    "content/briefing.yml": b"title: On a\n",
}
EDIT: dict[str, bytes | None] = {
    "content/actors/a.yml": None,
    "content/actors/z.yml": b"name: Z\n",
    "content/actors/b.yml": b"name: B\nby: z\n",
    "content/more/new/c.yml": b"name: C\n",
}
NEW = {
    "content/actors/b.yml": b"name: B\nby: z\n",
    "content/actors/z.yml": b"name: Z\n",
    "content/briefing.yml": b"title: On a\n",
    "content/more/new/c.yml": b"name: C\n",
}
CHANGES_DISK = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod"}


class KilledError(BaseException):
    """Stands for `kill -9`: nothing of the program runs after it but what holds the lock."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "dossier", OLD)


def laid_out(root: Path, files: Mapping[str, bytes]) -> Path:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def held(root: Path) -> dict[str, bytes]:
    """What a person finds: every file but what is in `build`."""
    files = (path for path in root.rglob("*") if path.is_file())
    found = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
    return {path: found[path] for path in sorted(found) if not path.startswith("build/")}


class Touches:
    """Counts every time the disk is touched below a folder, and raises at one of them, or from one on."""

    def __init__(self) -> None:
        self.below = ""
        self.error: BaseException | None = None
        self.first, self.lasts, self.seen = 0, False, 0
        self.listening = False
        sys.addaudithook(self._hear)  # it can never be taken away again

    @contextmanager
    def failing(self, root: Path, error: BaseException, first: int, *, lasts: bool = False) -> Iterator[None]:
        self.below, self.error, self.first, self.lasts, self.seen = str(root), error, first, lasts, 0
        self.listening = True
        try:
            yield
        finally:
            self.listening = False

    def _hear(self, event: str, args: tuple[object, ...]) -> None:
        if not self.listening or event not in CHANGES_DISK:
            return
        if str(args[0]).startswith("/") and not str(args[0]).startswith(self.below):
            return  # a name without its folder is one that `rmtree` takes away
        self.seen += 1
        if self.error and (self.seen >= self.first if self.lasts else self.seen == self.first):
            raise self.error


@pytest.fixture(scope="module")
def touches() -> Touches:
    return Touches()


def failing_sync(first: int, error: BaseException) -> Callable[[int], None]:
    """An `os.fsync` that fails at one call: as when the room runs out while the bytes are written."""
    seen = 0

    def fsync(_: int) -> None:
        nonlocal seen
        seen += 1
        if seen == first:
            raise error

    return fsync


def test_an_edit_is_done_and_leaves_nothing_behind(root: Path) -> None:
    edit(root, OLD, EDIT)
    assert held(root) == NEW
    assert list((root / "build").iterdir()) == []
    assert read(root) == (NEW, ())


def test_what_is_the_same_is_not_touched(root: Path) -> None:
    edit(root, OLD, dict(OLD))
    assert not (root / "build").exists()


def test_permissions_stay(root: Path) -> None:
    (root / "content/actors/b.yml").chmod(0o640)
    edit(root, OLD, EDIT)
    assert (root / "content/actors/b.yml").stat().st_mode & 0o777 == 0o640


def test_killed_at_any_step_it_is_done_or_not_done(tmp_path: Path, touches: Touches) -> None:
    states, number = [], 1
    while True:
        root = laid_out(tmp_path / str(number), OLD)
        with touches.failing(root, KilledError(), number):
            try:
                edit(root, OLD, EDIT)
            except KilledError:
                left = held(root)
            else:
                break
        assert OLD.keys() - left.keys() <= {"content/actors/a.yml"}
        assert "content/actors/a.yml" in left or "content/actors/z.yml" in left
        assert read(root)[0] in (OLD, NEW)
        assert held(root) in (OLD, NEW)
        assert not (root / "build/.edit").exists()
        states.append(held(root) == NEW)
        number += 1
    assert states == sorted(states)  # up to one step it is as before, from there on it is done
    assert {True, False} == set(states)
    assert number > 15


def test_killed_again_while_it_is_finished_it_is_finished_later(tmp_path: Path, touches: Touches) -> None:
    for number in range(1, 40):
        root = laid_out(tmp_path / str(number), OLD)
        with touches.failing(root, KilledError(), 12, lasts=True), pytest.raises(KilledError):
            edit(root, OLD, EDIT)
        with touches.failing(root, KilledError(), number):
            try:
                read(root)
            except KilledError:
                continue_with = read(root)[0]
            else:
                assert number > 10
                break
        assert continue_with == NEW


@pytest.mark.parametrize("lasts", [False, True])
def test_where_the_disk_is_full_nothing_changes_or_all_does_later(
    tmp_path: Path, touches: Touches, *, lasts: bool
) -> None:
    for number in range(1, 40):
        root = laid_out(tmp_path / str(number), OLD)
        with touches.failing(root, OSError(errno.ENOSPC, "No space left on device"), number, lasts=lasts):
            try:
                edit(root, OLD, EDIT)
            except DiskError as error:
                words = str(error)
            else:
                words = ""
            if not words and touches.seen < number:
                break
        assert words == "" or "No space left on device" in words
        is_left = "an edit is not finished" in words
        assert is_left or held(root) == (OLD if words else NEW)
        expected = NEW if is_left or not words else OLD
        assert read(root)[0] == expected
        assert held(root) == expected
    assert number > 15


@pytest.mark.parametrize("number", range(1, 8))
def test_where_room_runs_out_while_bytes_are_written_nothing_changes(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(os, "fsync", failing_sync(number, full))
    with pytest.raises(DiskError, match="nothing was changed: No space left"):
        edit(root, OLD, EDIT)
    assert held(root) == OLD
    assert read(root)[0] == OLD


def test_a_real_kill_loses_nothing(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "dossier", OLD)
    there: dict[str, bytes | None] = {**dict.fromkeys(OLD), **NEW}
    back: dict[str, bytes | None] = {**dict.fromkeys(NEW), **OLD}
    seen, chance = [], random.Random(5)
    for _ in range(20):
        process = multiprocessing.get_context("fork").Process(target=_to_and_fro, args=(root, there, back))
        process.start()
        time.sleep(chance.uniform(0.005, 0.05))
        process.kill()
        process.join()
        found = read(root)[0]
        assert found in (OLD, NEW)
        assert held(root) == found
        seen.append(found == NEW)
    assert not (root / "build/.edit").exists()


def _to_and_fro(root: Path, there: dict[str, bytes | None], back: dict[str, bytes | None]) -> None:
    while True:
        now = read(root)[0]
        edit(root, now, there if now == OLD else back)


@pytest.mark.parametrize(
    ("path", "make", "words"),
    [
        ("content/actors/b.yml", lambda file: file.write_bytes(b"mine"), "was edited meanwhile"),
        ("content/actors/b.yml", lambda file: file.unlink(), "was edited meanwhile"),
        ("content/actors/a.yml", lambda file: file.write_bytes(b"mine"), "was edited meanwhile"),
        ("content/actors/z.yml", lambda file: file.write_bytes(b"mine"), "was edited meanwhile"),
        ("content/actors/z.yml", lambda file: file.mkdir(), "is not an ordinary file"),
        ("content/actors/z.yml", os.mkfifo, "is not an ordinary file"),
        ("content/actors/z.yml", lambda file: file.symlink_to("/etc/hostname"), "is a link"),
        ("content/more", lambda file: file.symlink_to("/tmp"), '"content/more" is a link'),
        ("build", lambda file: file.symlink_to("content"), '"build" is a link'),
        ("build", lambda file: file.write_bytes(b"mine"), "build"),
    ],
)
def test_what_somebody_else_did_stays(
    root: Path, path: str, make: Callable[[Path], object], words: str
) -> None:
    make(root / path)
    before = {
        path: (root / path).lstat().st_mtime_ns for path in (*OLD, path) if os.path.lexists(root / path)
    }
    with pytest.raises(DiskError, match="nothing was changed") as caught:
        edit(root, OLD, EDIT)
    assert words in str(caught.value)
    assert before == {
        path: (root / path).lstat().st_mtime_ns for path in before if os.path.lexists(root / path)
    }


@pytest.mark.parametrize(
    "path",
    ["../x.yml", "/x.yml", "content/../../x.yml", "", ".git/hooks/post-checkout", "a/.GIT/config", "build/x"],
)
def test_what_is_no_file_of_the_dossier_is_refused(root: Path, path: str) -> None:
    with pytest.raises(DiskError, match="nothing was changed"):
        edit(root, OLD, {path: b"x"})
    assert held(root) == OLD


def test_a_file_edited_after_a_kill_is_left_and_the_rest_is_done(root: Path, touches: Touches) -> None:
    with touches.failing(root, KilledError(), 12, lasts=True), pytest.raises(KilledError):
        edit(root, OLD, EDIT)
    (root / "content/actors/b.yml").write_bytes(b"name: B\nmine: yes\n")
    assert read(root)[0] == {**NEW, "content/actors/b.yml": b"name: B\nmine: yes\n"}


def test_an_edit_that_is_done_is_never_done_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("shutil.rmtree", lambda *_, **__: None)  # killed while the journal was taken away
        edit(root, OLD, EDIT)
    assert (root / "build/.edit").is_dir()
    for path in NEW.keys() - OLD.keys():
        (root / path).unlink()
    laid_out(root, OLD)  # as `git checkout` does
    assert read(root)[0] == OLD
    assert held(root) == OLD


@pytest.mark.parametrize(
    "plan",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b'{"a": 1}',
        b"[1]",
        b"[[]]",
        b'[["content/briefing.yml", 1, null]]',
        b"[[null, null, null]]",
        json.dumps([["../x", None, "0" * 64]]).encode(),
        json.dumps([[".git/hooks/x", None, "0" * 64]]).encode(),
        json.dumps([["content/x.yml", None, "0" * 64]]).encode(),
    ],
)
def test_a_plan_of_somebody_elses_making_does_nothing(root: Path, plan: bytes) -> None:
    laid_out(root, {"build/.edit/plan.json": plan, "build/.edit/0": b"x"})
    assert read(root)[0] == OLD
    assert held(root) == OLD
    assert not (root / "build/.edit").exists()
    assert not (root.parent / "x").exists()


def test_what_cannot_be_finished_is_said_and_tried_again(root: Path, touches: Touches) -> None:
    with touches.failing(root, KilledError(), 12, lasts=True), pytest.raises(KilledError):
        edit(root, OLD, EDIT)
    refused = PermissionError(errno.EACCES, "Permission denied", "content/actors/b.yml")
    with touches.failing(root, refused, 2, lasts=True), pytest.raises(DiskError) as caught:
        read(root)
    assert "an edit is not finished" in str(caught.value)
    assert "content/actors/b.yml: Permission denied" in str(caught.value)
    assert read(root)[0] == NEW


def test_two_at_once_take_turns(root: Path) -> None:
    outcomes: list[str] = []

    def count_up(path: str) -> None:
        for _ in range(10):
            while True:
                files = read(root)[0]
                try:
                    edit(
                        root,
                        files,
                        {path: files[path] + b"+", "content/both.yml": files["content/both.yml"] + b"+"},
                    )
                except DiskError as error:
                    outcomes.append(str(error))
                else:
                    break

    laid_out(root, {"content/both.yml": b""})
    threads = [threading.Thread(target=count_up, args=(path,)) for path in list(OLD)[:2]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    files = read(root)[0]
    assert [files[path].count(b"+") for path in (*list(OLD)[:2], "content/both.yml")] == [10, 10, 20]
    assert all("edited meanwhile" in each for each in outcomes)


def test_whoever_waits_too_long_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.disk.turns._PATIENCE", 0.05)
    with alone(root), pytest.raises(DiskError, match="another command is at work"):
        edit(root, OLD, EDIT)
    assert held(root) == OLD


def test_a_folder_that_may_only_be_read_can_be_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)  # as on a file system without locks
    assert read(root) == (OLD, ())
    edit(root, OLD, EDIT)
    assert held(root) == NEW
