"""The files of a revision. Owns how they are read: from git's own store, and only those that are asked for.

What counts as a file of the dossier is the same as on the disk: regular files below its folders, nothing hidden,
nothing too large.
"""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple

from dossier.history.git import GitError, ask, command, environment

__all__ = ["Repository", "Revision"]

_FOLDERS = ("content", "seeds")
_REGULAR = ("100644", "100755")
_DEEPEST = 5  # names in a path
_MOST_BYTES = 4 * 1024 * 1024
_KEPT = 4_000  # files in memory: days that follow each other ask for many of the same


class Revision(Mapping[str, bytes]):
    """The files of a dossier as they were committed: paths relative to its folder, with `/`, to bytes.

    `ids` are git's names for what they hold, which is read when it is
    asked for; that may raise `GitError`. A file that is too large is empty.
    """

    def __init__(self, ids: Mapping[str, str], blobs: _Blobs) -> None:
        self.ids = ids
        self._blobs = blobs

    def __getitem__(self, path: str) -> bytes:
        return self._blobs.read(self.ids[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    def differing(self, other: Mapping[str, bytes]) -> frozenset[str]:
        """The paths of files that differ from those of another revision, or from files that were read elsewhere.

        No file of this revision is read for it. Line ends alone make no difference.
        """
        both = self.ids.keys() | other.keys()
        if isinstance(other, Revision):
            return frozenset(path for path in both if self.ids.get(path) != other.ids.get(path))
        return frozenset(
            path
            for path in both
            if path not in other or path not in self.ids or not _holds(self.ids[path], other[path])
        )


class About(NamedTuple):
    """Whether a repository lacks the start of its history; the way from its top to the dossier; the newest commit."""

    is_shallow: bool
    prefix: str
    head: str


class Repository:
    """The git repository around a dossier's folder, open for reading. To be used in a `with`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._blobs = _Blobs(root)
        self._tree = lru_cache(4)(self._listed)

    def __enter__(self) -> Repository:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._blobs.close()

    def ask(self, *arguments: str) -> str:
        """What git answers. Raises `GitError`."""
        return ask(self._root, *arguments)

    def about(self) -> About:
        """What there is to know of it before anything else is asked. Raises `GitError`: there is none, or no commit."""
        answer = self.ask("rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD")
        is_shallow, prefix, head = answer.split("\n")[:3]
        return About(is_shallow != "false", prefix, head)

    def check(self) -> None:
        """Raise `GitError` unless there is a repository with a commit."""
        try:
            self.ask("rev-parse", "--git-dir")
        except GitError as error:
            if "not a git repository" not in str(error):
                raise
            raise GitError("git keeps no history of this folder; it begins with: git init") from error
        try:
            self.ask("rev-parse", "--verify", "--quiet", "HEAD")
        except GitError:
            raise GitError("nothing has been committed to git here yet") from None

    def is_shallow(self) -> bool:
        """Whether it holds only the end of its history. Raises `GitError`."""
        return self.ask("rev-parse", "--is-shallow-repository").strip() != "false"

    def names(self) -> list[str]:
        """Its branches and tags. Raises `GitError`."""
        return self.ask("for-each-ref", "--format=%(refname:short)").splitlines()

    def commit(self, name: str) -> str:
        """The id of the commit that a name stands for: a branch, a tag, a part of an id. Raises `GitError`."""
        if not name.isprintable() or not name or name.startswith("-"):
            raise GitError(f'"{name}" is no name of a revision')
        return self.ask("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").strip()

    def revision(self, commit: str) -> Revision:
        """The files of the dossier as of a commit, by its id. Raises `GitError`."""
        return Revision(self._tree(commit), self._blobs)

    def _listed(self, commit: str) -> dict[str, str]:
        answer = self.ask("ls-tree", "-r", "-z", commit, "--", *(f"{name}/" for name in _FOLDERS))
        found: dict[str, str] = {}
        for entry in filter(None, answer.split("\0")):
            about, _, path = entry.partition("\t")
            mode, _, id_ = about.split(" ")
            if mode in _REGULAR and _is_read(path):
                found[path] = id_
        return dict(sorted(found.items()))


class _Blobs:
    """What git holds, by its ids. One process of git answers for all of it; it is started by the first question."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._process: subprocess.Popen[bytes] | None = None
        self.read = lru_cache(_KEPT)(self._read)

    def close(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()

    def _read(self, id_: str) -> bytes:
        asking, answers = self._pipes()
        try:
            asking.write(f"{id_}\n".encode())
            asking.flush()
            size = answers.readline().split(b" ")[-1].strip()
            if not size.isdigit():
                raise GitError("this copy of the repository does not hold all of its history")
            data = answers.read(min(int(size), _MOST_BYTES))
            _skip(answers, int(size) - len(data) + 1)  # the line end after it
        except OSError as error:
            raise GitError(f"git does not answer: {error}") from error
        return data if int(size) <= _MOST_BYTES else b""

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(  # noqa: S603
                command(self._root, "cat-file", "--batch"),
                stdin=pipe,
                stdout=pipe,
                stderr=subprocess.DEVNULL,
                env=environment(),
            )
        asking, answers = self._process.stdin, self._process.stdout
        assert asking is not None  # noqa: S101
        assert answers is not None  # noqa: S101
        return asking, answers


def _skip(answers: IO[bytes], size: int) -> None:
    while size > 0 and (data := answers.read(min(size, _MOST_BYTES))):
        size -= len(data)


def _is_read(path: str) -> bool:
    """Whether a file of this name would be read from the disk."""
    parts = path.split("/")
    hidden = any(part.startswith(".") or part.endswith("~") for part in parts)
    return path.isprintable() and not hidden and len(parts) <= _DEEPEST


def _holds(id_: str, data: bytes) -> bool:
    """Whether git would know these bytes by this id, as they are or with the line ends it may have changed."""
    return _id(data, len(id_)) == id_ or (
        b"\r\n" in data and _id(data.replace(b"\r\n", b"\n"), len(id_)) == id_
    )


def _id(data: bytes, length: int) -> str:
    """Git's id of a file: SHA-1, or SHA-256 in repositories made with it."""
    kind = hashlib.sha256 if length == 64 else hashlib.sha1  # what git itself uses, and not for secrets
    return kind(b"blob %d\0" % len(data) + data).hexdigest()
