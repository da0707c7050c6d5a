"""The files of a new dossier. Owns which go where; where the folder lies, and whether it may, is for the command."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from dossier.strict_yaml.writing import scalar

__all__ = ["EXAMPLE_TITLE", "PLACES", "new_dossier"]

PLACES: Mapping[str, str] = {
    "project/gitattributes": ".gitattributes",
    "project/gitignore": ".gitignore",
    "project/editorconfig": ".editorconfig",
    "ci/github.yml": ".github/workflows/dossier.yml",
    "ci/gitlab.yml": ".gitlab-ci.yml",
    "ci/pre-commit.yml": ".pre-commit-config.yaml",
}
"""Where files go whose place in the new dossier is not told by their own: path below `files/` to path there."""

EXAMPLE_TITLE = "The bell on Heron Holm"
_EXAMPLE_DAY = "1932-03-14"
_BRIEFING, _LOOK = "content/briefing.yml", "mkdocs.yml"


def new_dossier(title: str, requirements: str, empty_since: str = "") -> dict[str, bytes]:
    """Return the files of a new dossier, by path, which build at once and without a finding.

    `title` is one line, and `requirements` the text of `requirements.txt`. With `empty_since`, a day (ISO 8601), it has
    a briefing that speaks of that day and no sheets; without, it is an example about an invented subject.
    """
    ours = resources.files("dossier.starter")
    folders = ("project", "ci", "empty" if empty_since else "example")
    files = {
        PLACES.get(f"{folder}/{path}", path): data
        for folder in folders
        for path, data in _below(ours / "files" / folder)
    }
    files |= {f"theme/{path}": data for path, data in _below(_theme(ours))}
    files["requirements.txt"] = requirements.encode()
    day = empty_since or _EXAMPLE_DAY
    _replace(files, _BRIEFING, {f"title: {EXAMPLE_TITLE}\n": f"title: {scalar(title)}\n", _EXAMPLE_DAY: day})
    # MkDocs gives values types: in quotes a title stays one, whatever it is.
    quoted = json.dumps(title, ensure_ascii=False)
    _replace(files, _LOOK, {f"site_name: {EXAMPLE_TITLE}\n": f"site_name: {quoted}\n"})
    return files


def _theme(ours: Traversable) -> Traversable:
    """The theme inside the installed package; in a checkout of the program it lies at the top."""
    packed = ours / "theme"
    return packed if packed.is_dir() else Path(str(ours)).parents[1] / "theme"


def _below(folder: Traversable, at: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith("."):  # what a desktop leaves behind
            continue
        if entry.is_dir():
            yield from _below(entry, f"{at}{entry.name}/")
        else:
            yield f"{at}{entry.name}", entry.read_bytes()


def _replace(files: dict[str, bytes], path: str, words: Mapping[str, str]) -> None:
    text = files[path].decode()
    for old, new in words.items():
        text = text.replace(old, new)
    files[path] = text.encode("utf-8", "surrogatepass")  # bytes that are no UTF-8 are for the check to find
