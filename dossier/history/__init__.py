"""What git knows of a dossier: who changed what when, and what its files once held.

Owns the asking. Git is only read: nothing is checked out, nothing is written, and no setting of a repository starts a
program. Where git cannot know, that is said and never guessed.

    git        one question to git
    trees      the files of a revision, read when they are asked for
    sheets     when a file was last changed
    days       the days on which a dossier came to say something else
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dossier.changes import NO_HISTORY, History
from dossier.history.days import CACHE, recent_days
from dossier.history.git import GitError
from dossier.history.sheets import last_changes
from dossier.history.trees import Repository, Revision

__all__ = ["GitError", "Past", "Repository", "Revision", "past"]


@dataclass(frozen=True, slots=True)
class Past:
    """What a site tells of the history of its dossier.

    `changed` gives the day (ISO 8601) on which a file was last changed; `kept` are files to be kept below `build/`.
    """

    changed: Mapping[str, str] = field(default_factory=dict)
    history: History = NO_HISTORY
    kept: Mapping[str, bytes] = field(default_factory=dict)


def past(root: Path, files: Mapping[str, bytes]) -> Past:
    """Ask git about the dossier in a folder; `files` is what lies there.

    Nothing is known where that is no git repository, where git is missing, and in a shallow clone, whose oldest commit
    seems to have changed everything.
    """
    try:
        with Repository(root) as repository:
            about = repository.about()
            if about.is_shallow:
                return Past()
            history, cache = recent_days(repository, about, _kept(root / "build" / CACHE))
            return Past(last_changes(repository, about.head, files), history, {CACHE: cache})
    except GitError:
        return Past()


def _kept(file: Path) -> bytes:
    try:
        return b"" if file.is_symlink() else file.read_bytes()
    except OSError:
        return b""
