"""The sheets of a dossier, as a script reads them: YAML into dictionaries, nothing checked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

__all__ = ["Sheet", "cites", "load"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its id, its folder, and what its file says."""

    id: str
    folder: str
    data: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.data.get("name") or self.data.get("title"))

    def address(self, base: str) -> str:
        """Its page, from a page in a folder (empty: from the root)."""
        if base == self.folder:
            return f"{self.id}.md"
        return f"../{self.folder}/{self.id}.md" if base else f"{self.folder}/{self.id}.md"


@cache
def load() -> dict[str, Sheet]:
    """Every sheet of the dossier that the environment names, by its id; read once a build."""
    content = Path(os.environ["DOSSIER_CONTENT"])
    return {
        path.stem: Sheet(path.stem, path.parent.name, yaml.load(path.read_bytes(), yaml.CSafeLoader))
        for path in sorted(content.glob("*/*.yml"))
    }


def cites(value: object) -> Iterator[dict[str, str]]:
    """The citations under a `cite`: a source's id, a mapping, or a list of either."""
    if isinstance(value, str):
        yield {"source": value}
    elif isinstance(value, dict):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from cites(each)
