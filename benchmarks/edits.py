"""Edits of every sort to a generated dossier, as its editors would make them. Owns where each is made, and its words.

An edit is told by its number: on equal folders, equal numbers make equal edits, and different ones almost always
different edits. After each of them, and after any number of them in any order, the dossier can be built: there may be
warnings, as of a sheet that no other leads to any more, and no errors. Events can run out: then `ValueError` is raised.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from benchmarks.sentences import begin_body, edit_text, one, write_sentence
from dossier import disk
from dossier.editing.renaming import Refusal, rename
from dossier.pipeline import check

__all__ = ["EDITS"]

_NUMBERED = re.compile(r"^name: (.*?)(?: \d+)?$", re.MULTILINE)


def _title(root: Path, number: int) -> None:
    """Another name for a sheet, which every page that leads to it shows."""
    sheet = one(root, "*/*.yml", number, having="name: ")
    sheet.write_text(_NUMBERED.sub(rf"name: \1 {number}", sheet.read_text("utf-8"), count=1), "utf-8")


def _new(root: Path, number: int) -> None:
    """A sheet more: an event like another one, under a name and in words of its own."""
    text = one(root, "events/*.yml", number).read_text("utf-8")
    text = re.sub(r"^names: .*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^formerly: .*\n", "", text, flags=re.MULTILINE)
    sheet = root / f"content/events/further-talks-{number}.yml"
    sheet.write_text(_NUMBERED.sub(f"name: Further talks {number}", text, count=1), "utf-8")
    write_sentence(sheet, number)


def _deleted(root: Path, number: int) -> None:
    """A sheet less: an event, since no other sheet needs one."""
    one(root, "events/*.yml", number).unlink()


def _renamed(root: Path, number: int) -> None:
    """Another id for a sheet, wherever the id is written; its old address leads to the new one."""
    files, _ = disk.read(root)
    compiled = check(files)
    path = one(root, "*/*.yml", number, having="name: ").relative_to(root).as_posix()
    sheet = next(each for each in compiled.dossier.sheets.values() if each.path == path)
    outcome = rename(files, compiled, sheet, f"{re.sub('-no-[0-9]+$', '', sheet.id)}-no-{number}")
    if isinstance(outcome, Refusal):
        raise ValueError(f"{path} could not be renamed: {outcome.why}")
    disk.edit(root, files, outcome.files)


def _theme(root: Path, number: int) -> None:
    """A rule more in a style sheet, or a remark in the template of every page, by turns."""
    if number % 2:
        _append(root / "theme/assets/stylesheets/dossier.css", f"\n.edit-{number} {{ order: {number}; }}\n")
    else:
        _append(root / "theme/main.html", f"<!-- edit {number} -->\n")


def _config(root: Path, number: int) -> None:
    """Another name of the site, or another word on every heading's link to itself, by turns."""
    config = root / "mkdocs.yml"
    if number % 2:
        _replace(config, r"^site_name: .*$", f"site_name: Ferries, piers and lights {number}")
    else:
        _replace(config, r"permalink_title: .*$", f"permalink_title: Link to this section {number}")


def _article(root: Path, number: int) -> None:
    """A paragraph more in a held text, and the source's sheet brought up to date with it."""
    sheet = one(root, "sources/*.yml", number, having="\ntext: ")
    found = re.search(r"^text: (.*)$", sheet.read_text("utf-8"), re.MULTILINE)
    assert found, "every held source names its text"
    held = root / found[1]
    _append(held, f"\nA correction followed in issue {number}, on the last page.\n")
    _replace(sheet, r"^sha256: .*$", f"sha256: {sha256(held.read_bytes()).hexdigest()}")


def _kind(root: Path, number: int) -> None:
    """Another label of a kind that is there, or a kind of the dossier's own with a sheet, by turns."""
    kinds = root / "content/kinds"
    kinds.mkdir(exist_ok=True)
    if number % 2:
        (kinds / "island.yml").write_text(f"label: Island {number}\n", "utf-8")
        return
    (kinds / "buoy.yml").write_text("label: Buoy\nplural: Buoys\nicon: ship\n", "utf-8")
    (root / "content/buoys").mkdir(exist_ok=True)
    (root / f"content/buoys/buoy-{number}.yml").write_text(
        f"name: Buoy {number}\nsummary: 'A buoy off a pier. [inferred: This is how buoys are made.]'\n",
        "utf-8",
    )
    near = one(root, "islands/*.yml", number)
    begin_body(near, f"The [[buoy-{number}]] lies in front of it. ")


EDITS: Mapping[str, Callable[[Path, int], None]] = MappingProxyType(
    {
        "text": edit_text,
        "title": _title,
        "new": _new,
        "deleted": _deleted,
        "renamed": _renamed,
        "theme": _theme,
        "config": _config,
        "article": _article,
        "kind": _kind,
    }
)
"""Every sort of edit by its name: what makes it, given the dossier's folder and the number of the edit."""


def _replace(path: Path, pattern: str, words: str) -> None:
    text, count = re.subn(pattern, words, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    if not count:
        raise ValueError(f"{path} has nothing like {pattern}")
    path.write_text(text, "utf-8")


def _append(path: Path, words: str) -> None:
    path.write_text(path.read_text("utf-8") + words, "utf-8")
