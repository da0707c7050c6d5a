"""The sheets of the build before. Owns when one that was read then need not be read again: while its file is the same.

What the kinds declare shapes how a sheet is read, so that with other kinds all are read anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from dossier.cache import Cache
from dossier.compiling.fingerprints import digest, installed
from dossier.kinds import Kinds
from dossier.model import Declarations, Read, SheetFile, read_file, read_files
from dossier.processes import spread

__all__ = ["Shelf"]

_NAME = "sheets"
_FEW = 8  # files; to share out fewer takes longer than to read them


class Shelf:
    """Reads the sheets of a dossier, those that changed since the last build only.

    `files` are all files of the dossier; `read` is a `Reader`.
    """

    def __init__(self, files: Mapping[str, bytes], cache: Cache, jobs: int) -> None:
        kinds = (path.encode() + files[path] for path in sorted(files) if path.startswith("content/kinds/"))
        self._fingerprint = installed() + digest(b"\0".join(kinds)).hex()
        self._cache = cache
        self._jobs = jobs
        self.digests: dict[str, bytes] = {}

    def read(self, files: Sequence[SheetFile], kinds: Kinds) -> list[Read]:
        """Read these files as if there were no cache."""
        self.digests = {file.path: digest(file.data) for file in files}
        if not self._cache and self._jobs == 1:
            return read_files(files, kinds)
        declarations = Declarations(kinds)
        known = cast("dict[str, tuple[bytes, bytes]]", self._cache.load(_NAME, self._fingerprint) or {})
        missing = [file for file in files if known.get(file.path, (b"",))[0] != self.digests[file.path]]

        def packed(file: SheetFile) -> bytes:
            return declarations.pack(read_file(file))

        jobs = self._jobs if len(missing) > _FEW else 1
        fresh = {file.path: data for file, data in zip(missing, spread(packed, missing, jobs), strict=True)}
        kept = {
            file.path: (self.digests[file.path], fresh.get(file.path) or known[file.path][1])
            for file in files
        }
        if fresh or kept.keys() != known.keys():
            self._cache.save(_NAME, self._fingerprint, kept)
        return [declarations.unpack(kept[file.path][1]) for file in files]
