"""The dossier of this repository, read and compiled once for all tests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dossier import disk
from dossier.pipeline import Compiled, check, compile_site

__all__ = ["ROOT", "built", "compiled", "document", "files"]

ROOT = Path(__file__).parents[2]


@cache
def files() -> Mapping[str, bytes]:
    return disk.read(ROOT)[0]


@cache
def compiled() -> Compiled:
    return check(files())


@cache
def built() -> Mapping[str, bytes]:
    """What the dossier compiles to, by path below `build/`."""
    return compile_site(compiled()).files


@cache
def document() -> Any:
    """The dossier as data."""
    return json.loads(built()["dossier.json"])
