"""The program as people install it: from its wheel, with no checkout in sight."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest
from newdossiers import ROOT, files_of

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it. What the program needs is taken from the one that the tests run in."""
    home = tmp_path_factory.mktemp("installed")
    wheels, venv = home / "download", home / "venv"
    _do(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", wheels, at=ROOT)
    _do(sys.executable, "-m", "venv", "--without-pip", venv)
    (wheel,) = wheels.iterdir()
    python = venv / "bin/python"
    _do(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
        "--quiet",
        wheel,
    )
    libraries = sysconfig.get_path("purelib", vars={"base": str(venv), "platbase": str(venv)})
    # A line of a .pth file is a folder to look in; .pth files in there, such as that of the checkout, are not read.
    Path(libraries, "libraries-of-the-tests.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return venv / "bin"


def _do(*words: str | Path, at: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in words],
        cwd=at,
        env={
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )


def test_it_makes_checks_and_builds_a_dossier(installed: Path, tmp_path: Path) -> None:
    where = _do(installed / "python", "-c", "import dossier; print(dossier.__file__)", at=tmp_path).stdout
    assert Path(where.strip()).is_relative_to(installed.parent)
    dossier, new = installed / "dossier", tmp_path / "new"
    _do(dossier, "init", "new", "--title", "A light", at=tmp_path)
    assert "<title>" in (new / "theme/page.html").read_text("utf-8") or (new / "theme/main.html").exists()
    assert _do(dossier, "check", at=new).stdout == ""
    _do(dossier, "build", "--strict", at=new)
    assert "A light" in (new / "site/index.html").read_text("utf-8")
    assert _do(dossier, "new", "actor", "Anna Berg", at=new).stdout == "content/actors/anna-berg.yml\n"


def test_the_dossier_it_makes_installs_the_same_program(installed: Path, tmp_path: Path) -> None:
    _do(installed / "dossier", "init", "new", at=tmp_path)
    new = tmp_path / "new"
    (wheel,) = (new / "wheels").iterdir()
    assert f"\n./wheels/{wheel.name}\n" in (new / "requirements.txt").read_text("utf-8")
    pip = (sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--target", tmp_path / "again")
    _do(*pip, "-r", "requirements.txt", at=new)
    assert (tmp_path / "again/dossier/starter/theme/main.html").exists()


def test_nothing_of_this_machine_is_written_down(installed: Path, tmp_path: Path) -> None:
    _do(installed / "dossier", "init", "new", at=tmp_path)
    written = b"\n".join(
        data for path, data in files_of(tmp_path / "new").items() if not path.endswith(".whl")
    )
    assert str(tmp_path).encode() not in written
    assert str(installed.parent.parent).encode() not in written
    assert str(ROOT).encode() not in written
