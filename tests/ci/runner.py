"""Runs what the CI files tell to run, where GitHub and GitLab would: in a clone, with the program installed anew.

Nothing is fetched: the program comes from the wheel that `dossier init` put beside the dossier, and what it needs is
what the tests run with.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from cifiles import ROOT, Step

__all__ = ["Machine", "build_wheel", "git"]

_WHO = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "An Editor",
    "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_COMMITTER_NAME": "An Editor",
    "GIT_COMMITTER_EMAIL": "editor@example.org",
}
_BIN = Path(sys.executable).parent


def build_wheel(folder: Path) -> Path:
    """The program as it is installed by people."""
    build = (
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "--wheel-dir",
        folder,
        ROOT,
    )
    subprocess.run([sys.executable, *build], check=True, capture_output=True, timeout=120)
    (wheel,) = folder.glob("*.whl")
    return wheel


def git(folder: Path, *arguments: str | Path) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], **_WHO},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout.strip()


@dataclass
class Machine:
    """A fresh machine: nothing of the checkout can be imported, and pip puts what it installs into `home`."""

    home: Path

    @property
    def summary(self) -> Path:
        """Where steps write what GitHub shows as the summary of a run."""
        return self.home / "summary.md"

    def run(self, script: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
        """Run commands as a runner does: with bash, until one fails."""
        installed = self.home / "installed"
        environment = {
            "PATH": f"{installed / 'bin'}:{_BIN}:/usr/bin:/bin",
            "HOME": str(self.home),
            "PYTHONPATH": str(installed),
            "PIP_TARGET": str(installed),
            "PIP_NO_INDEX": "1",
            "PIP_NO_DEPS": "1",
            **_WHO,
            "CI": "true",
            "GITHUB_STEP_SUMMARY": str(self.summary),
            **more,
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def steps(self, steps: list[Step], folder: Path, event: dict[str, bool], **names: str) -> dict[str, str]:
        """Run steps until one fails; what each printed, the failed one's name under `""`.

        `event` tells which conditions hold, `names` what stands for `${{ … }}` in the environment of a step.
        """
        printed: dict[str, str] = {}
        for step in steps:
            if step.condition and not event[step.condition]:
                continue
            values = {key: _filled(value, names) for key, value in step.environment.items()}
            done = self.run(step.script, folder, **values)
            printed[step.name] = done.stdout + done.stderr
            if done.returncode:
                printed[""] = step.name
                break
        return printed


def _filled(value: str, names: dict[str, str]) -> str:
    for name, words in names.items():
        value = value.replace("${{ " + name.replace("__", ".") + " }}", words)
    assert "${{" not in value
    return value
