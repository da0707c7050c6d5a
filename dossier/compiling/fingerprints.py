"""What shapes a build besides the files of its dossier: this program as installed, and what it stands on."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from functools import cache
from pathlib import Path

__all__ = ["digest", "installed"]

_PACKAGE = Path(__file__).parents[1]
_INSTALLED = (".dist-info", ".egg-info")


def digest(data: bytes) -> bytes:
    """What stands for some bytes."""
    return hashlib.blake2b(data, digest_size=16).digest()


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
