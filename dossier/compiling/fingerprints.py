"""What shapes a build besides the files of its dossier: this program as installed, and what it stands on."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["Parts", "digest", "installed", "parts_of"]

_PACKAGE = Path(__file__).parents[1]
_INSTALLED = (".dist-info", ".egg-info")


def digest(data: bytes) -> bytes:
    """What stands for some bytes."""
    return hashlib.blake2b(data, digest_size=16).digest()


class Parts(NamedTuple):
    """What stands for the file of a sheet: all of it, all but its body, and all but its body and claims."""

    whole: bytes
    without_body: bytes
    front: bytes


def parts_of(data: bytes) -> Parts:
    """What stands for a sheet, by its bytes. Only a file in which a field ends where the next begins is cut."""
    without_body = _without(b"body", data)
    return Parts(digest(data), digest(without_body), digest(_without(b"claims", without_body)))


def _without(field: bytes, data: bytes) -> bytes:
    """A sheet without a field: from the line that begins with its name to the next line that begins with another's."""
    found = re.search(rb"^%s:.*\n(?:(?![A-Za-z\"'{?]).*\n?)*" % field, data, re.MULTILINE)
    return data[: found.start()] + data[found.end() :] if found else data


@cache
def installed() -> str:
    """What stands for the Python that runs, the packages installed for it, and every file of this one."""
    found = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for base, folders, names in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            about = os.stat(f"{base}/{name}")  # noqa: PTH116  # four hundred paths would take ten times as long
            found.update(f"{base}/{name}\0{about.st_size}\0{about.st_mtime_ns}\n".encode())
    for folder in sorted(set(sys.path)):
        with contextlib.suppress(OSError):
            # Their names hold their versions.
            names = sorted(name for name in os.listdir(folder) if name.endswith(_INSTALLED))  # noqa: PTH208
            found.update("\n".join(names).encode())
    return found.hexdigest()
