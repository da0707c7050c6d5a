"""The generated dossiers: the same every time, clean, and of the sizes they say."""

from __future__ import annotations

import pytest

from benchmarks.corpus import files, rounded
from benchmarks.names import MOST, invent
from dossier.pipeline import check

SHEETS = 60


def test_equal_sizes_give_equal_bytes() -> None:
    assert files(SHEETS) == files(SHEETS)


def test_nothing_is_found_in_it() -> None:
    assert check(files(SHEETS)).diagnostics == ()


def test_it_has_as_many_sheets_as_asked_for() -> None:
    dossier = check(files(SHEETS)).dossier
    assert len(dossier.sheets) == SHEETS
    assert {sheet.kind.id for sheet in dossier.sheets.values()} == {kind.id for kind in dossier.kinds}


def test_quotations_stand_in_held_texts() -> None:
    marks = [statement.mark for statement in check(files(SHEETS)).graph.statements]
    assert {"verified", "cited"} <= {str(mark) for mark in marks}


@pytest.mark.parametrize(("asked", "made"), [(1, 40), (60, 60), (61, 80), (1_000, 1_000)])
def test_sizes_are_whole_groups(asked: int, made: int) -> None:
    assert rounded(asked) == made


def test_no_name_comes_twice() -> None:
    names = [invent(number) for number in range(MOST)]
    assert len({name.latin for name in names}) == MOST


def test_there_are_no_more_names_than_there_are() -> None:
    with pytest.raises(ValueError, match="names"):
        rounded(1_000_000)
