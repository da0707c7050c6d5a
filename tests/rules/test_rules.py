"""Every rule finds what it says it finds, where it says, and nothing in the repaired dossier.

A folder of `fixtures/` is named for a rule. What lies in its `bad` folders (`bad`, or `bad-1`, `bad-2` …) is laid over
the dossier in `base/`; `expected.txt` has what is found. In its `good` folders nothing is found. An empty file
`x.deleted` takes `x` away from the base. `pytest tests/rules --rewrite` takes what is found now for what is expected.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from dossiers import BASE, concise, overlaid, stored
from made import MADE, ON_DISK

from dossier import disk, publish
from dossier.checks import ratchet
from dossier.diagnostics import Check, Rule
from dossier.pipeline import check
from dossier.rulebook import RULEBOOK

FIXTURES = Path(__file__).parent / "fixtures"
EXPECTED = "expected.txt"
ELSEWHERE = {each.code for each in (*publish.RULES, *ratchet.RULES)}  # tested where a site or a baseline is
OURS = {code: each for code, each in RULEBOOK.items() if code not in ELSEWHERE}
STORED = {folder.name for folder in FIXTURES.iterdir()}


def cases(kind: str) -> list[str]:
    return [f"{path.parent.name}/{path.name}" for path in sorted(FIXTURES.glob(f"*/{kind}*"))]


def found(folder: Path) -> str:
    files = {path: data for path, data in stored(folder).items() if path != EXPECTED}
    return concise(check(overlaid(BASE, files)).diagnostics)


def test_nothing_is_wrong_with_the_base() -> None:
    assert concise(check(BASE).diagnostics) == ""


@pytest.mark.parametrize("case", cases("bad"))
def test_what_is_bad_is_found(case: str, rewrite: bool) -> None:
    lines = found(FIXTURES / case) + "\n"
    if rewrite:
        (FIXTURES / case / EXPECTED).write_text(lines, "utf-8")
    assert lines == (FIXTURES / case / EXPECTED).read_text("utf-8")
    assert f"[{case.partition('/')[0]}]" in lines


@pytest.mark.parametrize("case", cases("good"))
def test_nothing_is_found_in_what_is_good(case: str) -> None:
    assert found(FIXTURES / case) == ""


@pytest.mark.parametrize(
    ("path", "bad", "good", "line"),
    [pytest.param(*made, id=code) for code, each in MADE.items() for made in each],
)
def test_what_is_made_bad_is_found(path: str, bad: bytes, good: bytes, line: str) -> None:
    lines = [each for each in concise(check({**BASE, path: bad}).diagnostics).splitlines() if path in each]
    assert lines == [line]
    assert concise(check({**BASE, path: good} if good else BASE).diagnostics) == ""


@pytest.mark.parametrize(
    ("make", "line"), [pytest.param(*made, id=made[0].__name__) for each in ON_DISK.values() for made in each]
)
def test_what_is_bad_on_a_disk_is_found(make: Callable[[Path], None], line: str, tmp_path: Path) -> None:
    disk.write(tmp_path, BASE)
    assert disk.read(tmp_path) == (BASE, ())
    make(tmp_path)
    files, faults = disk.read(tmp_path)
    assert (files, concise(faults)) == (BASE, line)


@pytest.mark.parametrize("code", sorted(STORED))
def test_a_fixture_has_both_sides(code: str) -> None:
    kinds = {path.name.partition("-")[0] for path in (FIXTURES / code).iterdir()}
    assert kinds == {"bad", "good"}


def test_every_fixture_is_named_for_a_rule() -> None:
    assert sorted({*STORED, *MADE, *ON_DISK} - set(OURS)) == []


@pytest.mark.parametrize("code", OURS)
def test_every_rule_has_a_fixture(code: str) -> None:
    assert code in {*STORED, *MADE, *ON_DISK}, f"make tests/rules/fixtures/{code}/bad and …/good"


@pytest.mark.parametrize("code", OURS)
def test_every_rule_is_explained(code: str) -> None:
    assert missing_parts(OURS[code]) == []


def missing_parts(each: Rule[...] | Check[...]) -> list[str]:
    lines = each.explanation.split("\n")
    faults = []
    if not lines[0].endswith("."):
        faults.append("a summary of one line that ends with a full stop")
    if lines[1:2] not in ([], [""]):
        faults.append("a blank line after the summary")
    for part in ("Bad:", "Good:"):
        head = [number for number, line in enumerate(lines) if line == part]
        if len(head) != 1:
            faults.append(f"a line {part}")
        elif lines[head[0] + 1 : head[0] + 2] != [""] or not lines[head[0] + 2].startswith("    "):
            faults.append(f"an indented example below {part}")
    return faults


def test_missing_parts_are_named() -> None:
    def bad_thing() -> None:
        """No full stop
        and no blank line.

        Good:
        """

    lacks = missing_parts(Rule(bad_thing, next(iter(OURS.values())).severity))  # type: ignore[arg-type]
    assert [lack.partition(" that")[0] for lack in lacks] == [
        "a summary of one line",
        "a blank line after the summary",
        "a line Bad:",
        "an indented example below Good:",
    ]
