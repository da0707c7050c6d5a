"""The tables of `docs/dates.md` are what the program does with dates."""

from __future__ import annotations

import re

import pytest
from walking import DOCS

from dossier.edtf import Date, Fault, parse, say

WRITTEN, OTHERWISE = (DOCS / "dates.md").read_text("utf-8").split("| Instead of |")


@pytest.mark.parametrize(("written", "seen"), re.findall(r"^\| `(.+?)` \| (.+?) \|$", WRITTEN, re.MULTILINE))
def test_what_is_written_is_seen_so(written: str, seen: str) -> None:
    date = parse(written)
    assert isinstance(date, Date)
    assert say(date) == seen


@pytest.mark.parametrize(
    ("habit", "edtf"), re.findall(r"^\| `(.+?)` \| `(.+?)` \|$", OTHERWISE, re.MULTILINE)
)
def test_what_is_written_otherwise_is_told_so(habit: str, edtf: str) -> None:
    fault = parse(habit)
    assert isinstance(fault, Fault)
    assert fault.suggestions == (edtf,)


def test_what_may_be_two_days_is_not_guessed() -> None:
    (ambiguous,) = re.findall(r"`([0-9/]+)` may be", OTHERWISE)
    fault = parse(ambiguous)
    assert isinstance(fault, Fault)
    assert len(fault.suggestions) == 2
