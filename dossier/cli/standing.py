"""Whether the last build still stands: nothing it was made from has changed, and nothing of what it made.

Owns what a whole build depends on. Where that cannot be known from the dossier's own files, as with a mkdocs.yml that
takes in others, nothing is believed to stand and everything is looked at.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, cast

from dossier import disk
from dossier.cache import Cache
from dossier.compiling.fingerprints import installed
from dossier.diagnostics import Diagnostic
from dossier.history import Past
from dossier.publish.manifest import last_release

__all__ = ["Standing", "recall", "remember", "stands_on"]

_NAME = "build"
_CONFIGS = ("mkdocs.yml", "mkdocs.yaml")
_THEME = "theme"
_WRITTEN = ("pages", "schema")
_BUILD_FILES = ("dossier.json",)
# What may let a configuration depend on more than itself, theme/ and build/pages/, as extensions that take in files do.
# Where it only seems so, a build that could have been spared is made.
_MORE = re.compile(
    r"""\b(?:INHERIT|hooks|pymdownx)\b | !(?:ENV|relative) | !!python
    | custom_dir['"]?\s*:(?!\s*['"]?theme/?['"]?\s*(?:[,}#]|$))
    | docs_dir['"]?\s*:(?!\s*['"]?build/pages/?['"]?\s*(?:[,}#]|$))""",
    re.MULTILINE | re.VERBOSE,
)


class Standing(NamedTuple):
    """What a build came to: where the site stands, as seen from the dossier; its pages; what was found, but errors."""

    site: str
    pages: int
    findings: tuple[Diagnostic, ...]


_Kept = tuple[Standing, Mapping[str, tuple[int, int]]]


def stands_on(folder: Path, files: Mapping[str, bytes], past: Past, site_dir: Path | None) -> str:
    """What stands for everything a build depends on; empty where that is more than can be seen.

    `files` are those of the dossier in `folder`, `past` what git knows of it.
    """
    configs = [(name, (folder / name).read_bytes()) for name in _CONFIGS if (folder / name).is_file()]
    written = "\n".join(data.decode("utf-8", "replace") for _, data in configs)
    if "docs_dir" not in written or _MORE.search(written):
        return ""
    told = hashlib.blake2b(installed().encode(), digest_size=32)
    today = os.environ.get("SOURCE_DATE_EPOCH") or datetime.now(UTC).date().isoformat()
    for part in (
        today,
        site_dir and site_dir.absolute(),
        sorted(past.changed.items()),
        sorted(past.kept.items()),
    ):
        told.update(f"{part!r}\n".encode("utf-8", "surrogateescape"))
    for path, data in (*configs, *_tree(folder / _THEME), *sorted(files.items())):
        told.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        told.update(data)
    return told.hexdigest()


def recall(folder: Path, cache: Cache, basis: str, site_dir: Path | None) -> Standing | None:
    """The build that was made of this, if what it made is untouched."""
    known = cast("_Kept | None", cache.load(_name(site_dir), basis)) if basis else None
    if known is None:
        return None
    standing, stamps = known
    last = last_release(folder.absolute() / standing.site, folder.absolute(), cache)
    is_whole = last.tidy and {path: (seen.size, seen.mtime_ns) for path, seen in last.files.items()} == {
        path: (size, mtime) for path, (size, _, mtime) in last.manifest.items()
    }
    return standing if is_whole and last.files and stamps == _stamps(folder) else None


def remember(folder: Path, cache: Cache, basis: str, site_dir: Path | None, standing: Standing) -> None:
    """Keep what a build came to for the next one."""
    if basis:
        cache.save(_name(site_dir), basis, (standing, _stamps(folder)))


def _name(site_dir: Path | None) -> str:
    return (
        _NAME
        if site_dir is None
        else f"{_NAME}-{hashlib.blake2b(os.fsencode(site_dir.absolute()), digest_size=8).hexdigest()}"
    )


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return disk.stamps(folder / "build", _WRITTEN, _BUILD_FILES)


def _tree(folder: Path) -> Iterator[tuple[str, bytes]]:
    for base, folders, names in os.walk(folder, followlinks=True):
        folders.sort()
        for name in sorted(names):
            path = Path(base, name)
            yield str(path.relative_to(folder)), path.read_bytes() if path.is_file() else b""
