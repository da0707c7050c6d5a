"""Edits of generated dossiers: of every sort, the same every time, and the dossier can be built after them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.corpus import write
from benchmarks.edits import EDITS
from dossier import disk
from dossier.diagnostics import Diagnostic, Severity
from dossier.pipeline import check


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    write(tmp_path / "dossier", 40)
    return tmp_path / "dossier"


def state(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def errors(root: Path) -> list[Diagnostic]:
    files, faults = disk.read(root)
    return [each for each in (*faults, *check(files).diagnostics) if each.severity is Severity.ERROR]


def edit_all(root: Path, numbers: range) -> None:
    for number in numbers:
        for edit in EDITS.values():
            edit(root, number)


@pytest.mark.parametrize("sort", EDITS)
def test_each_edit_changes_the_dossier_and_leaves_no_error(dossier: Path, sort: str) -> None:
    for number in (1, 2):
        before = state(dossier)
        EDITS[sort](dossier, number)
        assert state(dossier) != before
        assert errors(dossier) == []


def test_there_is_no_error_after_many_edits_of_all_sorts(dossier: Path) -> None:
    edit_all(dossier, range(6))
    assert errors(dossier) == []


def test_equal_numbers_make_equal_edits(dossier: Path, tmp_path: Path) -> None:
    write(tmp_path / "other", 40)
    for root in (dossier, tmp_path / "other"):
        edit_all(root, range(2))
    assert state(dossier) == state(tmp_path / "other")
