"""Git repositories for tests: each commit is made of files, at a moment that is given."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

__all__ = ["commit", "git", "repository"]

_WHO = ("-c", "user.name=An Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str, moment: str = "2019-02-25T12:00:00+00:00") -> str:
    """What git answers, as of a moment (ISO 8601)."""
    environment = {"PATH": "/usr/bin:/bin", "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    done = subprocess.run(
        ["git", *_WHO, *arguments], cwd=folder, env=environment, check=True, capture_output=True, timeout=60
    )
    return done.stdout.decode()


def commit(folder: Path, files: Mapping[str, bytes | None], moment: str = "2019-02-25") -> str:
    """Write files (None: delete) and commit all; a day without a time is its noon. Return the id of the commit."""
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink() if data is None else file.write_bytes(data)
    when = moment if "T" in moment else f"{moment}T12:00:00+00:00"
    git(folder, "add", "--all", ".", moment=when)
    git(folder, "commit", "--allow-empty", "--message", "A change", moment=when)
    return git(folder, "rev-parse", "HEAD").strip()


def repository(folder: Path, files: Mapping[str, bytes], moment: str = "2019-02-25") -> Path:
    """A repository whose first commit holds files."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder, files, moment)
    return folder
