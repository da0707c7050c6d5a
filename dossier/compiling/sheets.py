"""The sheets of the build before. Owns when one that was read then need not be read again: while its file is the same.

What the kinds declare shapes how a sheet is read, so that with other kinds all are read anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import cast

from dossier.articles import Article, Unreadable, read
from dossier.cache import Cache
from dossier.compiling.fingerprints import digest, installed
from dossier.kinds import Kinds
from dossier.model import Declarations, Read, Sheet, SheetFile, read_file, read_files
from dossier.processes import spread

__all__ = ["Articles", "Packed", "Sheets", "Shelf"]

_NAME = "sheets"
_FEW = 8  # files; to share out fewer takes longer than to read them

Packed = tuple[bytes, bytes]
"""What stands for the file of a sheet, and the sheet as bytes."""


class Shelf:
    """Reads the sheets of a dossier, those that changed since the last build only.

    `files` are all files of the dossier; `read` is a `Reader`.
    """

    def __init__(self, files: Mapping[str, bytes], cache: Cache, jobs: int) -> None:
        kinds = (path.encode() + files[path] for path in sorted(files) if path.startswith("content/kinds/"))
        self._fingerprint = installed() + digest(b"\0".join(kinds)).hex()
        self._cache = cache
        self._jobs = jobs
        self._left: Mapping[str, Packed] | None = None

    @cached_property
    def packed(self) -> Mapping[str, Packed]:
        """What lay here first, by path."""
        return cast("dict[str, Packed]", self._cache.load(_NAME, self._fingerprint) or {})

    @property
    def left(self) -> Mapping[str, Packed]:
        """What lies here now."""
        return self._left or self.packed

    def read(self, files: Sequence[SheetFile], kinds: Kinds) -> list[Read]:
        """Read these files as if there were no cache."""
        if not self._cache and self._jobs == 1:
            return read_files(files, kinds)
        digests = {file.path: digest(file.data) for file in files}
        declarations, known = Declarations(kinds), self.packed
        missing = [file for file in files if known.get(file.path, (b"",))[0] != digests[file.path]]

        def packed(file: SheetFile) -> bytes:
            return declarations.pack(read_file(file))

        jobs = self._jobs if len(missing) > _FEW else 1
        fresh = {file.path: data for file, data in zip(missing, spread(packed, missing, jobs), strict=True)}
        kept = {
            file.path: (digests[file.path], fresh.get(file.path) or known[file.path][1]) for file in files
        }
        if fresh or kept.keys() != known.keys():
            self._cache.save(_NAME, self._fingerprint, kept)
            self._left = kept
        return [declarations.unpack(kept[file.path][1]) for file in files]


class Sheets(Mapping[str, Sheet]):
    """The sheets of a dossier that has no faults, each read when it is asked for.

    `paths` gives the file of each sheet by its id, `digests` what stands for the files by their paths.
    """

    def __init__(
        self,
        paths: Mapping[str, str],
        digests: Mapping[str, bytes],
        files: Mapping[str, bytes],
        kinds: Kinds,
        shelf: Shelf,
    ) -> None:
        self._paths = paths
        self._digests = digests
        self._files = files
        self._kinds = kinds
        self._shelf = shelf
        self._declarations = Declarations(kinds)
        self._known: dict[str, Sheet] = {}

    def digest(self, sheet_id: str) -> bytes:
        """What stands for the file of a sheet."""
        return self._digests[self._paths[sheet_id]]

    def read(self, sheet_id: str) -> Read:
        """Read the file of a sheet."""
        path = self._paths[sheet_id]
        before, packed = self._shelf.packed.get(path, (b"", b""))
        if before == self._digests[path]:
            return self._declarations.unpack(packed)
        kind = self._kinds.in_folder(path.split("/")[1])
        if kind is None:
            raise KeyError(path)
        return read_file(SheetFile(path, kind, self._files[path]))

    def __getitem__(self, sheet_id: str) -> Sheet:
        if sheet_id not in self._known:
            found = self.read(sheet_id).sheet
            if found is None:
                raise KeyError(sheet_id)
            self._known[sheet_id] = found
        return self._known[sheet_id]

    def __contains__(self, sheet_id: object) -> bool:
        return sheet_id in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


class Articles(Mapping[str, Article | Unreadable]):
    """The held texts, each read when it is asked for.

    `held` gives, by source, the file of its text and the language.
    """

    def __init__(self, held: Mapping[str, tuple[str, str]], files: Mapping[str, bytes]) -> None:
        self._held = held
        self._files = files
        self._known: dict[str, Article | Unreadable] = {}

    def __getitem__(self, source: str) -> Article | Unreadable:
        if source not in self._known:
            path, language = self._held[source]
            self._known[source] = read(self._files[path], language)
        return self._known[source]

    def __contains__(self, source: object) -> bool:
        return source in self._held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
