"""When a file was last changed, as git tells it."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.history.trees import Repository

__all__ = ["last_changes"]

_LOG = ("log", "--no-renames", "--no-show-signature", "--format=%x01%cs", "--name-only", "-z", "--relative")


def last_changes(repository: Repository, head: str, files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the day (ISO 8601) of the last commit of every file below `content/` that has not been edited since.

    `head` is the newest commit, `files` what lies on the disk. Raises `GitError`.
    """
    edited = repository.revision(head).differing(files)
    log = repository.ask(*_LOG, head, "--", "content")
    return {path: day for path, day in _days(log).items() if path not in edited}


def _days(log: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for commit in log.split("\x01")[1:]:
        day, *paths = (part.strip("\n") for part in commit.split("\0"))
        for path in paths:
            if path:
                found.setdefault(path, day)
    return found
