"""What a build remembers for the next one. Owns that nothing is believed which this user's own builds did not write.

A cache lies in the dossier's `build/`, where a stranger's commit could put one as well, and reading Python values from
a foreign file can run its code. So each file is sealed with a key that lies in the user's own cache folder, outside
every dossier, and is looked into only where the seal is right. One that is damaged, foreign or of another version is
passed over as if it were not there; so is a disk that takes no cache. What is worth remembering is for whoever asks.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import secrets
from pathlib import Path

__all__ = ["FOLDER", "Cache", "no_cache", "open_cache"]

FOLDER = "build/cache"
_FORMAT = b"dossier cache 1\n"
_KEY_BYTES = 32
_SEAL_BYTES = 32


class Cache:
    """Named values in one folder. Without a key nothing is kept, and nothing is found."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._key = key

    def __bool__(self) -> bool:
        return bool(self._key)

    def load(self, name: str, fingerprint: str) -> object:
        """Return what was saved under a name, or None: not there, sealed otherwise, or of another fingerprint.

        `fingerprint` stands for everything besides the value's own inputs that shapes it: versions, settings.
        """
        sealed = self._read(name, fingerprint)
        try:
            return None if sealed is None else pickle.loads(sealed)  # noqa: S301  # we sealed it ourselves
        except Exception:  # a class that has moved since, whatever it says
            return None

    def save(self, name: str, fingerprint: str, value: object) -> None:
        """Keep a value for the next build. Where the disk does not allow it, nothing is kept."""
        if not self._key:
            return
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        aside = self._folder / f".{name}-{os.getpid()}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(_FORMAT + self._seal(name, fingerprint, data) + data)
            aside.replace(self._folder / name)
        except OSError:
            with contextlib.suppress(OSError):
                aside.unlink(missing_ok=True)

    def _read(self, name: str, fingerprint: str) -> memoryview | None:
        if not self._key:
            return None
        try:
            data = memoryview((self._folder / name).read_bytes())
        except OSError:
            return None
        start = len(_FORMAT) + _SEAL_BYTES
        head, seal, value = data[: len(_FORMAT)], data[len(_FORMAT) : start], data[start:]
        is_ours = head == _FORMAT and secrets.compare_digest(seal, self._seal(name, fingerprint, value))
        return value if is_ours else None

    def _seal(self, name: str, fingerprint: str, data: bytes | memoryview) -> bytes:
        seal = hashlib.blake2b(key=self._key, digest_size=_SEAL_BYTES)
        seal.update(f"{name}\0{fingerprint}\0".encode())
        seal.update(data)
        return seal.digest()


def open_cache(root: Path) -> Cache:
    """The cache of the dossier in a folder; one that keeps nothing where a key has no place, or it is a link."""
    folder = root / FOLDER
    if any(each.is_symlink() for each in (folder, folder.parent)):
        return no_cache()
    return Cache(folder, _users_key())


def no_cache() -> Cache:
    """A cache in which nothing is found or kept."""
    return Cache(Path(), b"")


def _users_key() -> bytes:
    """The key of this user, made where there is none; empty where it can neither be read nor made."""
    try:
        home = os.environ.get("XDG_CACHE_HOME", "")
        folder = (Path(home) if Path(home).is_absolute() else Path.home() / ".cache") / "dossier"
        return _key_in(folder)
    except (OSError, RuntimeError):
        return b""


def _key_in(folder: Path) -> bytes:
    file = folder / "key"
    with contextlib.suppress(FileNotFoundError):
        key = file.read_bytes()
        return key if len(key) == _KEY_BYTES else b""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    aside = folder / f".key-{os.getpid()}"
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as made:
            made.write(secrets.token_bytes(_KEY_BYTES))
        with contextlib.suppress(FileExistsError):
            os.link(aside, file)  # the first of two builds that start at once makes the key of both
    finally:
        aside.unlink()
    key = file.read_bytes()
    return key if len(key) == _KEY_BYTES else b""
