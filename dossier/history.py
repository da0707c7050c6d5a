"""When a file was last changed, as git tells it. Owns the asking; where git cannot know, it says nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path

__all__ = ["last_changes"]

_PATIENCE = 20  # seconds; a history that takes longer is left out
_LOG = ("log", "--no-renames", "--no-show-signature", "--format=%x01%cs", "--name-only", "-z", "--relative")


def last_changes(root: Path) -> dict[str, str]:
    """Return the day (ISO 8601) of the last commit of every file below `content/` that has not been edited since.

    Paths are relative to `root`. Empty where that is no git repository, where git is missing, and in a shallow clone,
    whose oldest commit seems to have changed everything.
    """
    try:
        if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
            return {}
        log = _git(root, *_LOG, "--", "content")
        edited = _git(root, "status", "--porcelain", "--no-renames", "-z", "--", "content")
        prefix = _git(root, "rev-parse", "--show-prefix").strip()
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return {}
    since = {entry[3:].removeprefix(prefix) for entry in edited.split("\0") if entry}
    return {path: day for path, day in _days(log).items() if path not in since}


def _days(log: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for commit in log.split("\x01")[1:]:
        day, *paths = (part.strip("\n") for part in commit.split("\0"))
        for path in paths:
            if path:
                found.setdefault(path, day)
    return found


def _git(root: Path, *arguments: str) -> str:
    """What git answers. Nothing of the repository's own settings may start a program."""
    command = ["git", "-C", str(root), "-c", "core.fsmonitor=false", "--no-optional-locks", *arguments]
    done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=True)  # noqa: S603
    return done.stdout.decode()
