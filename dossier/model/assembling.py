"""Files to one `Dossier`. Owns which file means what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from dossier import articles, kinds, prose
from dossier.citations import ID
from dossier.diagnostics import Diagnostic, Rule, Span
from dossier.kinds import Kind, Kinds
from dossier.model import file_rules, hand_pages, reading, references, shapes, sheets
from dossier.model.briefing import BRIEFING_FILE, read_briefing
from dossier.model.drafts import read_drafts
from dossier.model.file_rules import (
    NOT_SHEETS,
    OF_WINDOWS,
    bad_file_name,
    duplicate_id,
    is_in,
    missing_briefing,
    stem_of,
    stray_file,
)
from dossier.model.hand_pages import read_pages
from dossier.model.keeping import Read
from dossier.model.sheets import read_sheet
from dossier.model.values import Dossier, Sheet
from dossier.strict_yaml import parse

__all__ = ["RULES", "Reader", "SheetFile", "assemble", "read_file", "read_files"]

Files = Mapping[str, bytes]


class SheetFile(NamedTuple):
    """A file that holds a sheet of a kind."""

    path: str
    kind: Kind
    data: bytes


Reader = Callable[[Sequence[SheetFile], Kinds], Sequence[Read]]
"""What reads the sheets of a dossier, whose kinds it is given: as `read_file` would, in whatever way."""

_CONTENT = "content"
_ABOUT = "README.md"  # says where the files beside it come from; only people read it
_RESERVED = OF_WINDOWS | {
    "index",
    "briefing",
}  # the list of a folder's sheets; what stands for the briefing among ids


def read_file(file: SheetFile) -> Read:
    """Read the file of a sheet."""
    parsed = parse(file.data, file.path)
    if parsed.root is None:
        return Read(None, tuple(parsed.diagnostics), ())
    report: list[Diagnostic] = []
    sheet = read_sheet(PurePosixPath(file.path).stem, file.kind, file.path, parsed.root, report)
    return Read(sheet, tuple(parsed.diagnostics), tuple(report))


def read_files(files: Sequence[SheetFile], _: Kinds) -> list[Read]:
    """Read the files of sheets one after the other."""
    return [read_file(file) for file in files]


def assemble(files: Files, reader: Reader = read_files) -> tuple[Dossier, tuple[Diagnostic, ...]]:
    """Read every file of a dossier (path relative to its folder, to bytes).

    Returns the dossier, with whatever could be read, and everything that is wrong with the files themselves. `reader`
    reads the sheets, which are most of it.
    """
    report: list[Diagnostic] = []
    declared, findings = kinds.load(
        {path: data for path, data in files.items() if is_in(path, "content/kinds", ".yml")}
    )
    report.extend(findings)
    found, unreadable = _sheets(files, declared, reader, report)
    if BRIEFING_FILE not in files and "briefing" not in unreadable:
        report.append(missing_briefing(Span(BRIEFING_FILE)))
    dossier = Dossier(
        kinds=declared,
        briefing=read_briefing(files[BRIEFING_FILE], report) if BRIEFING_FILE in files else None,
        sheets=found,
        pages=tuple(read_pages(files, report)),
        articles=_articles(files, found),
        unreadable=frozenset(unreadable),
        shapes=shapes.read_shapes(files, report),
        drafts=tuple(read_drafts(files, declared, found, report)),
    )
    return dossier, tuple(report)


def _sheets(
    files: Files, declared: Kinds, reader: Reader, report: list[Diagnostic]
) -> tuple[dict[str, Sheet], set[str]]:
    found: dict[str, Sheet] = {}
    unreadable: set[str] = set()
    named = list(_sheet_files(files, declared, unreadable, report))
    for file, read in zip(named, reader(named, declared), strict=True):
        stem = PurePosixPath(file.path).stem
        report.extend(read.of_form)
        if stem in found:
            report.append(duplicate_id(Span(file.path), stem, Span(found[stem].path)))
        elif read.sheet is None:
            unreadable.add(stem)
        else:
            report.extend(read.of_fields)
            found[stem] = read.sheet
    return found, unreadable


def _sheet_files(
    files: Files, declared: Kinds, unreadable: set[str], report: list[Diagnostic]
) -> Iterator[SheetFile]:
    """The files that hold sheets; the ids of those that lie or are called as none may go to `unreadable`."""
    for path in sorted(files):
        kind = _kind_of(path, declared, report)
        stem = PurePosixPath(path).stem
        if kind is None:
            if path.startswith(f"{_CONTENT}/") and PurePosixPath(path).parts[1] not in (
                *NOT_SHEETS,
                "briefing.yml",
            ):
                unreadable.add(_guessed_id(stem_of(path)))
        elif not ID.fullmatch(stem) or stem in _RESERVED:
            report.append(bad_file_name(Span(path), stem))
            unreadable.add(_guessed_id(stem))
        else:
            yield SheetFile(path, kind, files[path])


def _guessed_id(stem: str) -> str:
    """The id that others will use for a sheet whose file is misnamed; they are not at fault."""
    return "-".join(re.findall("[a-z0-9]+", stem.lower()))


def _kind_of(path: str, declared: Kinds, report: list[Diagnostic]) -> Kind | None:
    parts = PurePosixPath(path).parts
    if parts[0] != _CONTENT or path == BRIEFING_FILE:
        return None
    ends = NOT_SHEETS.get(parts[1]) if len(parts) > 2 else None
    if ends and len(parts) == 3 and (path.endswith(ends) or parts[2] == _ABOUT):
        return None
    kind = declared.in_folder(parts[1]) if len(parts) == 3 and path.endswith(".yml") else None
    if kind is None:
        report.append(stray_file(Span(path), path, declared.folders))
    return kind


def _articles(files: Files, found: Mapping[str, Sheet]) -> dict[str, articles.Article | articles.Unreadable]:
    """Read the text each source holds, by the source's id; a text that is not there is left out."""
    held = {}
    for sheet in found.values():
        path = sheet.text("text")
        if sheet.is_source and reading.is_seed(path) and path in files:
            held[sheet.id] = articles.read(files[path], sheet.text("language") or "en")
    return held


RULES: tuple[Rule[...], ...] = (
    *kinds.RULES,
    *prose.RULES,
    *reading.RULES,
    *references.RULES,
    *sheets.RULES,
    *shapes.RULES,
    *file_rules.RULES,
    *hand_pages.RULES,
)
