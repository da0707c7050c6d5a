"""Files to one `Dossier`. Owns which file means what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

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
from dossier.model.sheets import read_sheet
from dossier.model.values import Dossier, Sheet
from dossier.strict_yaml import parse

__all__ = ["RULES", "assemble"]

Files = Mapping[str, bytes]

_CONTENT = "content"
_ABOUT = "README.md"  # says where the files beside it come from; only people read it
_RESERVED = OF_WINDOWS | {
    "index",
    "briefing",
}  # the list of a folder's sheets; what stands for the briefing among ids


def assemble(files: Files) -> tuple[Dossier, tuple[Diagnostic, ...]]:
    """Read every file of a dossier (path relative to its folder, to bytes).

    Returns the dossier, with whatever could be read, and everything that is wrong with the files themselves.
    """
    report: list[Diagnostic] = []
    declared, findings = kinds.load(
        {path: data for path, data in files.items() if is_in(path, "content/kinds", ".yml")}
    )
    report.extend(findings)
    found, unreadable = _sheets(files, declared, report)
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


def _sheets(files: Files, declared: Kinds, report: list[Diagnostic]) -> tuple[dict[str, Sheet], set[str]]:
    found: dict[str, Sheet] = {}
    unreadable: set[str] = set()
    for path in sorted(files):
        kind = _kind_of(path, declared, report)
        stem = PurePosixPath(path).stem
        if kind is None:
            if path.startswith(f"{_CONTENT}/") and PurePosixPath(path).parts[1] not in (
                *NOT_SHEETS,
                "briefing.yml",
            ):
                unreadable.add(_guessed_id(stem_of(path)))
            continue
        if not ID.fullmatch(stem) or stem in _RESERVED:
            report.append(bad_file_name(Span(path), stem))
            unreadable.add(_guessed_id(stem))
            continue
        parsed = parse(files[path], path)
        report.extend(parsed.diagnostics)
        if stem in found:
            report.append(duplicate_id(Span(path), stem, Span(found[stem].path)))
        elif parsed.root is None:
            unreadable.add(stem)
        else:
            found[stem] = read_sheet(stem, kind, path, parsed.root, report)
    return found, unreadable


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
