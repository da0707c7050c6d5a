"""The evidence ratchet: `check --baseline` fails where support grows weaker, and holds on to what grew stronger."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from clicases import contents
from click.testing import CliRunner, Result
from dossiers import BASE, tree
from hypothesis import given
from hypothesis import strategies as st

from dossier.checks import ratchet
from dossier.checks.ratchet import RATCHETED, BaselineError
from dossier.cli import main
from dossier.disk import write

SOURCES = """
content/sources/a.yml
  {type: webpage, title: A, publisher: P, language: en, reliability: press}
content/sources/b.yml
  {type: webpage, title: B, publisher: Q, language: en, reliability: press}
"""
SHEET = "content/actors/southland.yml"


def southland(**cites: str) -> str:
    """A sheet with a claim for each name, cited so."""
    claims = "".join(
        f"    - {{id: {name}, text: It said {name}., topic: status, cite: {cite}}}\n"
        for name, cite in cites.items()
    )
    return f"{SHEET}\n  name: Southland\n  type: state\n  claims:\n{claims}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(
        tmp_path / "dossier",
        {**BASE, **tree(SOURCES.strip()), **tree(southland(one="a", two="a", both="[a, b]"))},
    )
    return tmp_path / "dossier"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "evidence.json"


def _edit(folder: Path, text: str) -> None:
    for path, data in tree(text).items():
        (folder / path).write_bytes(data)


def _check(folder: Path, file: Path, *more: str) -> Result:
    result = CliRunner().invoke(main, ["check", str(folder), "--baseline", str(file), *more])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def _held(file: Path) -> Mapping[str, list[str]]:
    found: Mapping[str, list[str]] = json.loads(file.read_text("utf-8"))
    return found


def test_a_baseline_that_is_not_there_is_written(folder: Path, file: Path) -> None:
    result = _check(folder, file)
    assert result.exit_code == 0
    assert re.search(
        r'Wrote ".*evidence.json": inferred 0, single-source \d+, stale 0, unreviewed', result.stderr
    )
    assert {"southland#one", "southland#two"} <= set(_held(file)["single-source"])
    assert "southland#both" not in _held(file)["single-source"]
    assert "southland" in _held(file)["unreviewed"]
    assert list(_held(file)) == sorted(RATCHETED)
    assert all(ids == sorted(ids) for ids in _held(file).values())


def test_nothing_new_leaves_the_file_alone(folder: Path, file: Path) -> None:
    _check(folder, file)
    before = contents(file.parent)
    result = _check(folder, file)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Nothing found.\n")
    assert contents(file.parent) == before


def test_a_new_statement_on_one_source_fails_and_is_named_where_it_stands(folder: Path, file: Path) -> None:
    _check(folder, file)
    before = file.read_bytes()
    _edit(folder, southland(one="a", two="a", both="[a, b]", three="b", four="b"))
    result = _check(folder, file, "--output-format", "json")
    assert result.exit_code == 1
    (found,) = json.loads(result.stdout)
    assert found["code"] == "weaker-evidence"
    assert (found["file"], found["line"]) == (SHEET, 7)
    assert [each["line"] for each in found["related"]] == [8]
    assert re.match(r'"single-source" has grown to \d+, and ".*" allows \d+$', found["message"])
    assert "New here: southland#three, southland#four." in found["hint"]
    assert file.read_bytes() == before


def test_a_statement_that_lost_its_second_source_fails(folder: Path, file: Path) -> None:
    _check(folder, file)
    _edit(folder, southland(one="a", two="a", both="a"))
    result = _check(folder, file)
    assert result.exit_code == 1
    assert "New here: southland#both." in result.stdout


@pytest.mark.parametrize(
    ("cites", "name"), [({"one": "{inferred: It follows.}"}, "inferred"), ({"one": "a"}, "unreviewed")]
)
def test_each_count_is_held(folder: Path, file: Path, cites: dict[str, str], name: str) -> None:
    _check(folder, file)
    _edit(folder, southland(two="a", both="[a, b]", **cites))
    if name == "unreviewed":
        _edit(folder, "content/actors/westland.yml\n  {name: Westland, type: state}")
    result = _check(folder, file)
    assert result.exit_code == 1
    assert f'error[weaker-evidence]: "{name}" has grown to' in result.stdout


def test_a_review_that_is_out_of_date_fails(folder: Path, file: Path) -> None:
    reviewed = southland(one="a", two="a", both="[a, b]").replace(
        "claims:", "reviewed: 2001-05-01\n  claims:"
    )
    _edit(folder, reviewed)
    _check(folder, file)
    _edit(folder, reviewed.replace("2001-05-01", "1999-05-01"))
    result = _check(folder, file)
    assert result.exit_code == 1
    assert '"stale" has grown to 1' in result.stdout


def test_what_grew_stronger_is_kept(folder: Path, file: Path) -> None:
    _check(folder, file)
    count = len(_held(file)["single-source"])
    _edit(folder, southland(one="[a, b]", two="a", both="[a, b]"))
    result = _check(folder, file)
    assert result.exit_code == 0
    assert f'": single-source {count} → {count - 1}. Commit it.' in result.stderr
    assert "southland#one" not in _held(file)["single-source"]
    _edit(folder, southland(one="a", two="a", both="[a, b]"))
    assert _check(folder, file).exit_code == 1


def test_a_renamed_statement_does_not_fail(folder: Path, file: Path) -> None:
    _check(folder, file)
    _edit(folder, southland(first="a", two="a", both="[a, b]"))
    assert _check(folder, file).exit_code == 0
    assert "southland#first" in _held(file)["single-source"]
    _edit(folder, southland(first="a", two="a", both="[a, b]", more="a"))
    assert "New here: southland#more." in _check(folder, file).stdout


def test_where_one_grows_nothing_is_kept(folder: Path, file: Path) -> None:
    _check(folder, file)
    before = file.read_bytes()
    _edit(folder, southland(one="{inferred: It follows.}", both="[a, b]"))
    assert _check(folder, file).exit_code == 1
    assert file.read_bytes() == before


def test_errors_first(folder: Path, file: Path) -> None:
    """What an error hides would count as mended."""
    _check(folder, file)
    before = file.read_bytes()
    _edit(folder, southland(one="nowhere", two="a", both="[a, b]"))
    result = _check(folder, file)
    assert result.exit_code == 1
    assert "mend the errors first" in result.stderr
    assert "weaker-evidence" not in result.stdout
    assert file.read_bytes() == before


def test_no_update_writes_nothing(folder: Path, file: Path) -> None:
    result = _check(folder, file, "--no-update")
    assert result.exit_code == 2
    assert "without --no-update" in result.stderr
    assert not file.exists()
    _check(folder, file)
    before = file.read_bytes()
    _edit(folder, southland(one="[a, b]", two="a", both="[a, b]"))
    result = _check(folder, file, "--no-update")
    assert result.exit_code == 0
    assert "can be tightened" in result.stderr
    assert file.read_bytes() == before


def test_no_update_is_for_a_baseline(folder: Path) -> None:
    result = CliRunner().invoke(main, ["check", str(folder), "--no-update"])
    assert result.exit_code == 2


GOOD: dict[str, list[str]] = {name: [] for name in RATCHETED}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"1" * 10_000, "not JSON"),
        (b"[]", "should hold inferred, single-source, stale, unreviewed"),
        (b"{}", "should hold"),
        (json.dumps({**GOOD, "more": []}).encode(), "should hold"),
        (json.dumps({**GOOD, "stale": 3}).encode(), '"stale" is not a list of ids'),
        (json.dumps({**GOOD, "stale": [3]}).encode(), '"stale" is not a list of ids'),
        (json.dumps({**GOOD, "stale": ["a", "b", "a"]}).encode(), '"stale" names something twice'),
        (json.dumps(GOOD).replace("}", ', "stale": ["a"]}').encode(), "once each"),
    ],
)
def test_what_is_no_baseline_is_2_on_one_line(folder: Path, file: Path, data: bytes, words: str) -> None:
    file.write_bytes(data)
    result = _check(folder, file)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert file.read_bytes() == data


def test_a_place_that_cannot_be_written_is_2(folder: Path, tmp_path: Path) -> None:
    result = _check(folder, tmp_path / "nowhere" / "evidence.json")
    assert result.exit_code == 2
    assert "cannot write" in result.stderr


@given(
    st.fixed_dictionaries(
        {name: st.sets(st.text()).map(lambda ids: tuple(sorted(ids))) for name in RATCHETED}
    )
)
def test_a_baseline_reads_back(baseline: dict[str, tuple[str, ...]]) -> None:
    assert ratchet.read(ratchet.write(baseline)) == baseline


@given(st.binary())
def test_any_bytes_are_a_baseline_or_refused(data: bytes) -> None:
    with suppress(BaselineError):
        assert set(ratchet.read(data)) == set(RATCHETED)
