"""Gives a sheet another id. Owns what changes with it: its file, every use of the id, and where the old address leads.

Only ids change; all else in the files stays as it is, byte for byte. What would not leave the dossier as it was but for
the id is refused.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.citations import ID
from dossier.diagnostics import Diagnostic, Edit, Severity
from dossier.editing.places import places_of
from dossier.editing.splices import spliced
from dossier.model import DRAFTS_FOLDER, Sheet
from dossier.pipeline import Compiled, Files, check
from dossier.strict_yaml import Mapping as Fields
from dossier.strict_yaml import Scalar, Sequence, parse
from dossier.strict_yaml.writing import scalar

__all__ = ["Refusal", "Renaming", "rename"]

_RESERVED = ("index", "briefing")
_BEFORE_FORMERLY = ("aliases", "names", "name", "title")


@dataclass(frozen=True, slots=True)
class Renaming:
    """The files as they are to be (None: deleted), by path, and how many uses of the id change in each."""

    files: Mapping[str, bytes | None]
    path: str
    uses: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing was renamed, what to do, and the findings that stand in the way, with the files they are in."""

    why: str
    hint: str = ""
    findings: tuple[Diagnostic, ...] = ()
    files: Files | None = None


def rename(
    files: Files, compiled: Compiled, sheet: Sheet, new: str, *, name: str = "", redirect: bool = True
) -> Renaming | Refusal:
    """Give a sheet of a dossier another id, and another name where one is given.

    With `redirect`, the old id is kept among those the sheet formerly had.
    """
    if refusal := _taken(compiled, sheet, new, redirect=redirect) or _in_the_way(files, compiled, sheet):
        return refusal
    edits, uses = list(_own_edits(files, sheet, new, name, redirect=redirect)), Counter[str]()
    for place in places_of(sheet.id, compiled.dossier, files):
        if place.written != sheet.id:
            where = place.span
            return Refusal(
                f'"{sheet.id}" is not written out in {where.file}:{where.line}', "Write it out there."
            )
        edits.append(Edit(place.span, new))
        uses[place.span.file] += 1
    after = _edited(files, edits)
    for path in _named_after(sheet, files):
        after[f"{path.rpartition('/')[0]}/{new}.yml"] = after[path]
        del after[path]
    changed = {
        path: after.get(path) for path in files.keys() | after.keys() if files.get(path) != after.get(path)
    }
    renaming = Renaming(changed, f"{sheet.path.rpartition('/')[0]}/{new}.yml", dict(sorted(uses.items())))
    return _refused_for_new_findings(compiled, check(after), sheet.id, new, after) or renaming


def _taken(compiled: Compiled, sheet: Sheet, new: str, *, redirect: bool) -> Refusal | None:
    dossier = compiled.dossier
    if not ID.fullmatch(new) or new in _RESERVED:
        hint = "Write lower-case letters a-z and digits, with single hyphens between words."
        return Refusal(f'"{new}" cannot be an id', "" if new in _RESERVED else hint)
    if new in dossier.sheets or new in dossier.unreadable:
        return Refusal(f'there is a sheet "{new}" already', "Choose another id.")
    for other in dossier.sheets.values():
        if new not in {old.id for old in other.formerly}:
            continue
        if other is not sheet or not redirect:
            hint = f'Choose another id, or take this one out of "formerly" in {other.path}.'
            return Refusal(f'"{new}" leads to the sheet "{other.id}", which was formerly called so', hint)
    return None


def _in_the_way(files: Files, compiled: Compiled, sheet: Sheet) -> Refusal | None:
    """Errors in files that would be edited. Drafts always have some, and only count where they cannot be read."""
    named = re.compile(rf"(?<![a-z0-9-]){re.escape(sheet.id)}(?![a-z0-9-])".encode())
    readable = {draft.path for draft in compiled.dossier.drafts}
    found = tuple(
        each
        for each in compiled.diagnostics
        if each.severity is Severity.ERROR
        and each.span.file not in readable
        and (each.span.file == sheet.path or named.search(files.get(each.span.file, b"")))
    )
    hint = "Mend these first; `dossier fix` may do it."
    return Refusal(f'there are errors in files that name "{sheet.id}"', hint, found, files) if found else None


def _edited(files: Files, edits: list[Edit]) -> dict[str, bytes]:
    by_file: defaultdict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_file[edit.span.file].append(edit)
    return {**files, **{path: spliced(files[path], some) for path, some in by_file.items()}}


def _named_after(sheet: Sheet, files: Files) -> Iterator[str]:
    """The sheet's own file, and that of the drafts made of it."""
    yield sheet.path
    drafts = f"{DRAFTS_FOLDER}/{sheet.id}.yml"
    if sheet.is_source and drafts in files:
        yield drafts


def _refused_for_new_findings(
    before: Compiled, after: Compiled, old: str, new: str, files: Files
) -> Refusal | None:
    known = Counter(_finding(each, old, new) for each in before.diagnostics)
    more = Counter(_finding(each, old, new) for each in after.diagnostics) - known
    found = tuple(each for each in after.diagnostics if _finding(each, old, new) in more)
    why = f'with the id "{new}" there would be something wrong that is not wrong now'
    return (
        Refusal(why, "Choose another id, or change what is named there first.", found, files)
        if found
        else None
    )


def _finding(each: Diagnostic, old: str, new: str) -> tuple[str, str, str]:
    """A finding without its place in the file, and with one id for both."""
    either = re.compile(rf"(?<![a-z0-9-])(?:{re.escape(old)}|{re.escape(new)})(?![a-z0-9-])")
    return each.code, either.sub("", each.span.file), either.sub("", each.message)


def _own_edits(files: Files, sheet: Sheet, new: str, name: str, *, redirect: bool) -> Iterator[Edit]:
    """What changes on the sheet itself: its name, and what it was formerly called."""
    root = parse(files[sheet.path], sheet.path).root
    if root is None:
        return
    held = root.get("name") or root.get("title")
    if name and isinstance(held, Scalar):
        yield Edit(held.span, _written_as(held, name))
    again = next((old for old in sheet.formerly if old.id == new), None)
    if again:  # back to an id it had: the two change places
        yield Edit(again.place.span, sheet.id)
    elif redirect:
        yield _formerly(root, sheet.id)


def _written_as(held: Scalar, text: str) -> str:
    """A text in the quotes that another one had."""
    quote = "" if held.plain else held.source.text[held.start]
    if quote == "'":
        return "'{}'".format(text.replace("'", "''"))
    return json.dumps(text, ensure_ascii=False) if quote == '"' else scalar(text)


def _formerly(root: Fields, old: str) -> Edit:
    entry = root.entry("formerly")
    if entry is None:
        return _new_formerly(root, old)
    source, value = root.source, entry.value
    if isinstance(value, Sequence) and value.items:
        if source.text[value.start] == "[":
            at = value.items[-1].end
            return Edit(source.span(at, at), f", {old}")
        last = value.items[-1]
        start, line = source.line_at(last.start)
        end = start + len(line)
        return Edit(source.span(end, end), f"\n{line[: last.start - start]}{old}")
    if isinstance(value, Scalar) and value.value:
        return Edit(value.span, f"[{source.text[value.start : value.end]}, {old}]")
    return Edit(source.span(entry.key.end, entry.end), f": [{old}]")


def _new_formerly(root: Fields, old: str) -> Edit:
    source = root.source
    entry = next(each for name in _BEFORE_FORMERLY if (each := root.entry(name)))
    if source.text[root.start] == "{":
        return Edit(source.span(entry.end, entry.end), f", formerly: [{old}]")
    start, line = source.line_at(entry.end)
    return Edit(source.span(start + len(line), start + len(line)), f"\nformerly: [{old}]")
