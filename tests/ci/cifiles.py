"""The files that tell GitHub, GitLab and pre-commit what to do, here and in a new dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

__all__ = [
    "GITHUB",
    "GITLAB",
    "HOOKS",
    "PROGRAM",
    "ROOT",
    "STARTER",
    "Step",
    "github_steps",
    "gitlab_script",
    "loaded",
]

ROOT = Path(__file__).parents[2]
STARTER = ROOT / "dossier/starter/files/ci"
GITHUB = {"here": ROOT / ".github/workflows/dossier.yml", "new": STARTER / "github.yml"}
GITLAB = {"here": ROOT / ".gitlab-ci.yml", "new": STARTER / "gitlab.yml"}
PROGRAM = ROOT / ".github/workflows/program.yml"
HOOKS = {"here": ROOT / ".pre-commit-hooks.yaml", "new": STARTER / "pre-commit.yml"}


class Step(NamedTuple):
    """A step of a workflow that runs commands: when, with what in its environment, and the commands."""

    name: str
    condition: str
    environment: dict[str, str]
    script: str


def loaded(path: Path) -> dict[str, Any]:
    """A file as written: every scalar a string, `on` among them."""
    data: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    return data


def github_steps(path: Path, job: str) -> list[Step]:
    """The steps of a job that run commands, in order."""
    return [
        Step(each["name"], each.get("if", ""), each.get("env", {}), each["run"])
        for each in loaded(path)["jobs"][job]["steps"]
        if "run" in each
    ]


def gitlab_script(path: Path, job: str, *, setup: bool) -> str:
    """What a job of GitLab runs as one script, with or without its set-up."""
    data = loaded(path)
    return "\n".join([*(data["default"]["before_script"] if setup else ()), *data[job]["script"]])
