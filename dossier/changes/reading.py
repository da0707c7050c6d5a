"""What of one state of a dossier a comparison needs. Owns how little is read.

The sheets that differ are read whole. What they mention is read for its name, and the sources they cite for the marks,
so that the cost is that of the difference, however large the dossier is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dossier.diagnostics import Diagnostic, Severity
from dossier.graph import Statement
from dossier.graph.evidence import Finder
from dossier.graph.links import uses
from dossier.graph.statements import enumerate_statements
from dossier.model import BRIEFING_FILE, Dossier, Sheet, assemble
from dossier.model.file_rules import NOT_SHEETS

__all__ = ["Files", "State", "read_state"]

Files = Mapping[str, bytes]
"""Paths relative to the dossier's folder, with `/`, to bytes."""

_NO_SHEETS = tuple(f"content/{folder}/" for folder in NOT_SHEETS)


@dataclass(frozen=True, slots=True)
class State:
    """The sheets that differ by their ids, all that is known, statements by page, and what could not be read."""

    sheets: Mapping[str, Sheet]
    dossier: Dossier
    statements: Mapping[str, tuple[Statement, ...]]
    faults: tuple[Diagnostic, ...]


class _Part(Mapping[str, bytes]):
    """Some of the files, each read when it is asked for."""

    def __init__(self, files: Files, paths: Iterable[str]) -> None:
        self._files = files
        self._paths = dict.fromkeys(path for path in paths if path in files)

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        return self._files[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def read_state(files: Files, paths: Collection[str]) -> State:
    """Read from a dossier what a comparison of these paths needs; a path may be missing."""
    always = [path for path in files if path.startswith(("content/kinds/", "seeds/"))]
    own, report = assemble(_Part(files, [*always, BRIEFING_FILE, *paths]))
    if BRIEFING_FILE not in paths:
        report = tuple(each for each in report if each.span.file != BRIEFING_FILE)
    wanted = _mentioned(replace(own, briefing=own.briefing if BRIEFING_FILE in paths else None))
    found = _paths_of(files, wanted - own.sheets.keys())
    named, _ = assemble(_Part(files, [*always, *found]))
    known = replace(
        own,
        sheets={**{each.id: _by_name(each) for each in named.sheets.values()}, **own.sheets},
        articles={**named.articles, **own.articles},
    )
    faults = tuple(each for each in report if each.severity is Severity.ERROR and each.span.file in files)
    return State(own.sheets, known, _statements(known), faults)


def _mentioned(dossier: Dossier) -> set[str]:
    return {use.reference.id for use in uses(dossier)}


def _paths_of(files: Files, ids: Collection[str]) -> list[str]:
    """Where sheets stand, by their ids."""
    if not ids:
        return []
    sheets = (path for path in files if path.endswith(".yml") and not path.startswith(_NO_SHEETS))
    return [path for path in sheets if path[path.rfind("/") + 1 : -len(".yml")] in ids]


def _by_name(sheet: Sheet) -> Sheet:
    """A sheet that is only mentioned: what it says itself has not changed."""
    if sheet.is_source:
        return sheet
    return replace(sheet, summary=None, facts=(), relations=(), claims=(), cites=(), body=None)


def _statements(dossier: Dossier) -> dict[str, tuple[Statement, ...]]:
    found: dict[str, list[Statement]] = {}
    for statement in enumerate_statements(dossier, Finder(dossier)):
        found.setdefault(statement.sheet, []).append(statement)
    return {page: tuple(statements) for page, statements in found.items()}
