"""Which sheet of one state is which of the other, where its id is another. Owns what counts as the same sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dossier.changes.reading import Files
from dossier.model import Sheet

__all__ = ["moved", "renamed_files"]


def renamed_files(before: Files, after: Files, paths: Collection[str]) -> dict[str, str]:
    """Files that were given another name in the same folder and no other content: the new path of each former one."""
    new = {(_folder(path), after[path]): path for path in paths if path in after and path not in before}
    old = (path for path in paths if path in before and path not in after)
    return {path: new[key] for path in old if (key := (_folder(path), before[path])) in new}


def moved(
    before: Mapping[str, Sheet], after: Mapping[str, Sheet], files: Mapping[str, str]
) -> dict[str, str]:
    """The new id of every sheet that has another now: it says so, its file was renamed, or it is called the same.

    A sheet comes of one other at most. `files` are those renamed, by their former paths.
    """
    gone = [sheet for key, sheet in before.items() if key not in after]
    new = [sheet for key, sheet in after.items() if key not in before]
    former = {old.id: sheet.id for sheet in new for old in sheet.formerly}
    by_path = {sheet.path: sheet.id for sheet in new}
    by_name = {(sheet.kind.id, sheet.name): sheet.id for sheet in new}
    found: dict[str, str] = {}
    _take(found, ((old.id, former.get(old.id)) for old in gone))
    _take(found, ((old.id, by_path.get(files.get(old.path, ""))) for old in gone))
    _take(found, ((old.id, by_name.get((old.kind.id, old.name))) for old in gone))
    return found


def _take(found: dict[str, str], guesses: Iterable[tuple[str, str | None]]) -> None:
    """Add what is not known yet on either side."""
    taken = set(found.values())
    for old, new in guesses:
        if new and old not in found and new not in taken:
            found[old] = new
            taken.add(new)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
