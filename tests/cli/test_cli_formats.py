"""Output formats of `check` and `build`: one document each, files named as the repository knows them. Statistics."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
from clicases import ERROR, INFO, WARNING, change, project
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.diagnostics.formats import FORMATS

Changes = Mapping[str, tuple[str, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    return project(tmp_path / "repository" / "dossiers" / "small")


def _run(*args: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def _file(form: str, shown: str) -> str:
    """The file in which a document places its first finding."""
    if form == "github":
        return str(re.findall(r" file=([^,]+),", shown)[0])
    if form == "junit":
        case = ElementTree.fromstring(shown).find(".//testcase")
        assert case is not None
        return case.attrib["file"]
    if form == "gitlab":
        return str(json.loads(shown)[0]["location"]["path"])
    (run,) = json.loads(shown)["runs"]
    return str(run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit"])
def test_files_are_named_from_the_root_that_git_keeps(folder: Path, command: str, form: str) -> None:
    (folder.parents[1] / ".git").mkdir()
    change(folder, ERROR)
    result = _run(command, folder, "--output-format", form)
    assert result.exit_code == 1
    assert _file(form, result.stdout) == "dossiers/small/content/briefing.yml"


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_files_are_named_from_the_root_that_the_ci_names(
    folder: Path, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(folder, ERROR)
    monkeypatch.setenv(variable, str(folder.parent))
    assert (
        _file("github", _run("check", folder, "--output-format", "github").stdout)
        == "small/content/briefing.yml"
    )
    monkeypatch.setenv(variable, str(folder / "elsewhere"))
    assert (
        _file("github", _run("check", folder, "--output-format", "github").stdout) == "content/briefing.yml"
    )


def test_files_are_named_alike_from_wherever_one_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".git").mkdir()
    change(folder, ERROR)
    monkeypatch.chdir(folder)
    here = _run("check", "--output-format", "gitlab").stdout
    monkeypatch.chdir(folder.parent)
    assert _run("check", "small", "--output-format", "gitlab").stdout == here
    assert _file("gitlab", here) == "content/briefing.yml"


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("form", ["gitlab", "sarif", "junit"])
def test_where_nothing_is_found_there_is_a_document_all_the_same(
    folder: Path, command: str, form: str
) -> None:
    result = _run(command, folder, "--output-format", form)
    assert result.exit_code == 0
    if form == "junit":
        assert ElementTree.fromstring(result.stdout).get("failures") == "0"
    else:
        json.loads(result.stdout)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("changes", "code"), [(ERROR, 1), (WARNING, 1), (INFO, 0)])
def test_the_format_changes_no_exit_code(folder: Path, form: str, changes: Changes, code: int) -> None:
    change(folder, changes)
    assert _run("check", folder, "--output-format", form).exit_code == code


def test_what_github_will_not_mark_is_said(folder: Path) -> None:
    for number in range(11):
        change(folder, {f"content/islands/rock-{number}.yml": ("", "name: Rock\n")})
    result = _run("check", folder, "--output-format", "github")
    assert result.stdout.count("::error ") == 11
    assert "GitHub marks 10 findings of a kind in the files; all of them stand in this log." in result.stderr
    assert "GitHub" not in _run("check", folder).stderr


# --- statistics


def test_statistics_count_findings_and_evidence(folder: Path) -> None:
    change(folder, {**ERROR, **WARNING, "content/islands/reef.yml": ("", "name: Reef\ntype: island\n")})
    result = _run("check", folder, "--statistics")
    assert result.exit_code == 1
    first, second, *_ = result.stdout.splitlines()
    assert re.match(r"2  warning  lonely-sheet +Nothing leads to a sheet", first)
    assert re.match(r"1  error    quote-not-found +A quotation does not stand", second)
    assert re.search(r"^1  uncited +statements that nothing supports$", result.stdout, re.M)
    assert result.stderr == "1 error, 2 warnings.\n"


def test_statistics_as_data(folder: Path) -> None:
    change(folder, WARNING)
    found = json.loads(_run("check", folder, "--statistics", "--output-format", "json").stdout)
    assert [(each["code"], each["count"], each["severity"]) for each in found["findings"]] == [
        ("lonely-sheet", 1, "warning")
    ]
    evidence = found["evidence"]
    assert evidence["statements"] == sum(
        evidence[mark] for mark in ("verified", "cited", "inferred", "uncited")
    )
    assert evidence["unreviewed"] == 2  # the rock and the diary


def test_statistics_of_a_clean_dossier(folder: Path) -> None:
    result = _run("check", folder, "--statistics")
    assert result.exit_code == 0
    assert result.stdout.startswith("1  statements\n1  verified ")


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit"])
def test_statistics_are_no_findings(folder: Path, form: str) -> None:
    result = _run("check", folder, "--statistics", "--output-format", form)
    assert result.exit_code == 2
    assert "full, concise, json" in result.stderr
