"""Dossiers written in a test: a line for each file's path, its text indented below.

    content/actors/northland.yml
      name: Northland
      type: state

A path written `path.deleted` takes a file of the base away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from textwrap import dedent

from dossier.diagnostics import Diagnostic
from dossier.diagnostics.formats import show
from dossier.pipeline import Compiled, check

__all__ = ["BASE", "based", "concise", "found", "overlaid", "stored", "tree"]

_DELETED = ".deleted"


def tree(text: str) -> dict[str, bytes]:
    """The files written in a text."""
    files: dict[str, list[str]] = {}
    for line in dedent(text).strip("\n").splitlines():
        if line and not line.startswith(" "):
            lines = files[line.strip()] = []
        else:
            lines.append(line.removeprefix("  "))
    return {path: ("\n".join(lines).rstrip() + "\n").encode() for path, lines in files.items()}


def stored(folder: Path) -> dict[str, bytes]:
    """The files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def overlaid(base: Mapping[str, bytes], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """A dossier with files added, replaced and deleted."""
    deleted = {path.removesuffix(_DELETED) for path in files if path.endswith(_DELETED)}
    both = {**base, **files}
    return {path: data for path, data in both.items() if path not in deleted and not path.endswith(_DELETED)}


BASE = stored(Path(__file__).parent / "rules" / "base")
"""Two states, an island, talks about it and the article that tells of them; nothing is wrong with it."""


def based(text: str) -> Compiled:
    """The base dossier with the files written in a text, checked."""
    return check(overlaid(BASE, tree(text)))


def concise(diagnostics: Iterable[Diagnostic]) -> str:
    """Findings in the concise format, a line each."""
    return show(diagnostics, "concise", {})


def found(text: str) -> list[str]:
    """What is found in the base dossier with the files written in a text, a line each."""
    return concise(based(text).diagnostics).splitlines()
