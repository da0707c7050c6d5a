"""Builds that are killed, that run out of room, and that meet each other: the site is the old one or the new, whole."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from projects import contents, leftovers, small_project

from dossier.publish import Published, PublishError, publish

HERE = Path(__file__).parent
ENVIRONMENT = dict(os.environ) | {"PYTHONPATH": f"{HERE.parents[1]}{os.pathsep}{HERE}"}


@pytest.mark.parametrize("ways", [["60"], ["20", "two-steps"]])
def test_killed_at_random_moments(tmp_path: Path, ways: list[str]) -> None:
    command = [sys.executable, str(HERE / "killing.py"), str(tmp_path), *ways]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, env=ENVIRONMENT)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A published project, one page of which has changed since."""
    project = small_project(tmp_path / "project", long="# Long\n")
    assert isinstance(publish(project), Published)
    (project / "build/pages/long.md").write_text("# Long\n\n" + "A long page. " * 20_000, "utf-8")
    return project


def test_a_file_that_does_not_fit(project: Path) -> None:
    before = contents(project / "site")
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
        "from pathlib import Path; from dossier.publish import PublishError, publish\n"
        "try: publish(Path('.'))\n"
        "except PublishError as error: print(error.diagnostic.code)"
    )
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, cwd=project, check=False, capture_output=True, text=True, env=ENVIRONMENT)
    assert run.stdout == "cannot-write\n", run.stderr
    assert contents(project / "site") == before
    assert leftovers(project) == []


@pytest.mark.parametrize("call", ["open", "mkdir", "link", "rename", "fsync", "utime", "unlink", "rmdir"])
def test_a_disk_that_fails_at_any_step(project: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """Let the first call fail, then the second, and so on, until none of them is made any more."""
    page = project / "build/pages/long.md"
    texts = ["# Long\n", page.read_text("utf-8")]
    states = [contents(project / "site"), contents(_published_aside(project))]
    for number in range(1, 1000):
        other = 1 - states.index(contents(project / "site"))
        page.write_text(texts[other], "utf-8")
        with monkeypatch.context() as patch:
            failing = _Failing(getattr(os, call), number)
            patch.setattr(os, call, failing)
            assert _outcome(project) in ("published", "cannot-write")
        assert contents(project / "site") in states
        if failing.left > 0:
            break
    assert _outcome(project) == "published"
    assert contents(project / "site") == states[other]
    assert leftovers(project) == []


class _Failing:
    """A function of the system that has no room left at one of its calls."""

    def __init__(self, function: Callable[..., object], left: int) -> None:
        self._function = function
        self.left = left

    def __call__(self, *args: object, **options: object) -> object:
        self.left -= 1
        if self.left == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self._function(*args, **options)


def _published_aside(project: Path) -> Path:
    assert isinstance(publish(project, project.parent / "aside"), Published)
    return project.parent / "aside"


def _outcome(project: Path) -> str:
    try:
        made = publish(project, jobs=1)
    except PublishError as error:
        return error.diagnostic.code
    return "published" if isinstance(made, Published) else made[0].code


def test_who_reads_meanwhile_sees_whole_pages_only(project: Path) -> None:
    code = (
        "from pathlib import Path; from dossier.publish import publish\n"
        "page = Path('build/pages/long.md')\n"
        "for number in range(12):\n"
        "    page.write_text('# Long\\n\\n' + 'oi'[number % 2] * 50_000)\n"
        "    publish(Path('.'))\n"
    )
    pages = {(project / "site/long.html").read_bytes()}
    build = subprocess.Popen([sys.executable, "-c", code], cwd=project, env=ENVIRONMENT)
    while build.poll() is None:
        pages.add((project / "site/long.html").read_bytes())  # raises where it is gone
        assert b"</html>" in (project / "site/index.html").read_bytes()
    assert build.returncode == 0
    whole = {letter: (f"<p>{letter * 50_000}</p>").encode() for letter in "oi"}
    assert sum(any(body in page for body in whole.values()) for page in pages) == 2
    assert len(pages) == 3


@pytest.fixture
def at_work(project: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A build that goes on until a file `go` appears."""
    (project / "hook.py").write_text(
        "import pathlib, time\n"
        "def on_post_build(**_):\n"
        "    pathlib.Path('reached').touch()\n"
        "    while not pathlib.Path('go').exists(): time.sleep(0.01)\n",
        "utf-8",
    )
    config = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(config + "hooks: [hook.py]\n", "utf-8")
    code = "from pathlib import Path; from dossier.publish import publish; publish(Path('.'))"
    run = subprocess.Popen([sys.executable, "-c", code], cwd=project, env=ENVIRONMENT)
    while not (project / "reached").exists():
        assert run.poll() is None
        time.sleep(0.01)
    (project / "mkdocs.yml").write_text(config, "utf-8")
    yield run
    (project / "go").touch()
    run.wait()


def test_a_second_build_waits_for_the_first(project: Path, at_work: subprocess.Popen[bytes]) -> None:
    told = []

    def waiting() -> None:
        told.append(at_work.poll())
        (project / "go").touch()

    assert isinstance(publish(project, waiting=waiting), Published)
    assert told == [None]
    assert at_work.wait() == 0
    assert leftovers(project) == []


def test_a_build_of_another_site_beside_it_does_not_wait(
    project: Path, at_work: subprocess.Popen[bytes]
) -> None:
    assert isinstance(publish(project, project / "other"), Published)
    assert at_work.poll() is None
    assert len(leftovers(project)) == 1
