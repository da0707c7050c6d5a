"""One question to git. Owns how it is asked: no setting of a repository may start a program or a download."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

__all__ = ["GitError", "ask", "command", "environment"]

_PATIENCE = 20  # seconds; a history that takes longer is left out


class GitError(Exception):
    """Git is not there, or does not answer. The message is what it said, or why it could not be asked."""


def ask(root: Path, *arguments: str) -> str:
    """What git answers about the repository around a folder. Raises `GitError`."""
    try:
        done = subprocess.run(  # noqa: S603
            command(root, *arguments), capture_output=True, timeout=_PATIENCE, check=False, env=environment()
        )
    except FileNotFoundError as error:
        raise GitError("git is not installed") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise GitError(f"git does not answer: {error}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise GitError(said.partition("\n")[0].removeprefix("fatal: ") or "git does not answer")
    return done.stdout.decode("utf-8", "surrogateescape")


def command(root: Path, *arguments: str) -> list[str]:
    """The command that asks."""
    settings = ("-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit")
    return ["git", "-C", str(root), *settings, "--no-optional-locks", "--no-replace-objects", *arguments]


def environment() -> dict[str, str]:
    """The environment git is asked in: it answers in English, and fetches nothing that a partial clone left out."""
    return {**os.environ, "LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}
