"""The command as a process of its own: its exit code, its streams, and colour on a terminal only."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from clicases import ERROR, change, project

DOSSIER = Path(sys.executable).with_name("dossier")
PLAIN = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = project(tmp_path / "project")
    change(folder, ERROR)
    return folder


def _run(*args: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(arg) for arg in args],
        capture_output=True,
        text=True,
        env={**PLAIN, **environment},
        check=False,
        timeout=60,
    )


def _on_a_terminal(*args: str | Path, **environment: str) -> str:
    """What a command prints when it has a terminal of its own."""
    outer, inner = pty.openpty()
    try:
        running = subprocess.Popen(
            [str(arg) for arg in args], stdin=inner, stdout=inner, stderr=inner, env={**PLAIN, **environment}
        )
        os.close(inner)
        shown = b""
        while piece := _read(outer):
            shown += piece
        running.wait(timeout=60)
    finally:
        os.close(outer)
    return shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux says so when the other side is closed
        return b""


@pytest.mark.parametrize(
    "start", [[DOSSIER], [sys.executable, "-m", "dossier"]], ids=["dossier", "python -m"]
)
def test_it_ends_with_its_code(folder: Path, start: list[str | Path]) -> None:
    found = _run(*start, "check", folder, "--output-format", "concise")
    assert found.returncode == 1
    assert found.stdout.startswith("content/briefing.yml:6:")
    assert found.stderr == "1 error.\n"
    assert _run(*start, "check", folder / "nowhere").returncode == 2
    assert _run(*start, "explain", "bad-date").returncode == 0


def test_no_colour_where_there_is_no_terminal(folder: Path) -> None:
    assert "\x1b" not in _run(DOSSIER, "check", folder).stdout


def test_colour_on_a_terminal(folder: Path) -> None:
    shown = _on_a_terminal(DOSSIER, "check", folder)
    assert "\x1b[1;31merror[quote-not-found]\x1b[0m" in shown


def test_no_colour_on_a_terminal_that_wants_none(folder: Path) -> None:
    shown = _on_a_terminal(DOSSIER, "check", folder, NO_COLOR="1")
    assert "error[quote-not-found]" in shown
    assert "\x1b[1" not in shown


def test_a_reader_who_leaves_is_no_fault() -> None:
    command = f"{DOSSIER} explain | true; echo ${{PIPESTATUS[0]}}"
    shown = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert shown.stderr == ""
    assert shown.stdout.strip() in ("0", "1")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_poor_terminal_gets_what_it_can_show(folder: Path, encoding: str) -> None:
    (folder / "content/islands").mkdir()
    (folder / "content/islands/rock.yml").write_text("name: 色丹島\ntipe: island\n", "utf-8")
    shown = _run(DOSSIER, "check", folder, LC_ALL="C", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert shown.returncode == 1
    assert "Traceback" not in shown.stderr
    assert "unknown-field" in shown.stdout
