"""A sheet that was read, as bytes, and back. Owns the form in which it is kept from one build to the next.

What a kind declares is not kept along with each sheet but named, so that a sheet that was kept and one that was read
just now share their declarations.
"""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

from dossier.diagnostics import Diagnostic
from dossier.kinds import Choice, Field, Kind, Kinds, RelationType
from dossier.model.values import Sheet

__all__ = ["Declarations", "Read"]

_LEVEL = 1  # of compression: a fifth of the room, in memory and on the disk, for a tenth of the time to read a sheet


class Read(NamedTuple):
    """What came of the file of a sheet: the sheet, unless it could not be read; what its form and its fields lack."""

    sheet: Sheet | None
    of_form: tuple[Diagnostic, ...]
    of_fields: tuple[Diagnostic, ...]


class Declarations:
    """What the kinds of a dossier declare, each by a name, to keep sheets by."""

    def __init__(self, kinds: Kinds) -> None:
        self._by_name: dict[str, object] = {}
        for kind in kinds:
            self._by_name[kind.id] = kind
            for part in ("fields", "facts", "relations"):
                for name, declared in getattr(kind, part).items():
                    self._by_name[f"{kind.id} {part} {name}"] = declared
                    for choice in getattr(declared, "choices", {}).values():
                        self._by_name[f"{kind.id} {part} {name} {choice.id}"] = choice
        self._names = {id(declared): name for name, declared in self._by_name.items()}

    def pack(self, read: Read) -> bytes:
        """A sheet that was read with these declarations, as bytes."""
        file = io.BytesIO()
        _Pickler(file, self._names).dump(read)
        return zlib.compress(file.getvalue(), _LEVEL)

    def unpack(self, data: bytes) -> Read:
        """The sheet again. `data` must be what `pack` made, with equal declarations."""
        return _Unpickler(zlib.decompress(data), self._by_name).load()  # type: ignore[no-any-return]


def _declared(name: str) -> object:
    """Stands in what is kept for the look-up of a declaration."""
    raise LookupError(name)


class _Pickler(pickle.Pickler):
    def __init__(self, file: io.BytesIO, names: Mapping[int, str]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._names = names

    def reducer_override(self, value: object) -> Any:
        if isinstance(value, Kind | Field | Choice | RelationType) and id(value) in self._names:
            return _declared, (self._names[id(value)],)
        kind: type = type(value)
        # To be made again by a call: the way that frozen dataclasses bring along takes three times as long.
        if not is_dataclass(kind):
            return NotImplemented
        return kind, tuple(getattr(value, each.name) for each in fields(kind))


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: bytes, declared: Mapping[str, object]) -> None:
        super().__init__(io.BytesIO(data))
        self._declared = declared

    def find_class(self, module: str, name: str) -> Any:  # as in the class it overrides
        if name == _declared.__name__ and module == __name__:
            return self._declared.__getitem__
        return super().find_class(module, name)
