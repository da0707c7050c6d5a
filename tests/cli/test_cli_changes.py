"""`dossier changes`: two states in git, by meaning; whatever stands in the way is said in a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from dossiers import BASE
from repositories import commit, git, repository

from dossier.cli import main

ISLAND = "content/islands/gull-island.yml"
TERN = {ISLAND: BASE[ISLAND].replace(b"name: Gull Island", b"name: Tern Island")}


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["changes", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def state(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return repository(tmp_path / "dossier", BASE)


def test_a_commit_is_compared_with_the_files_as_they_are(dossier: Path) -> None:
    (dossier / ISLAND).write_bytes(TERN[ISLAND])
    result = run("main", "--dir", dossier)
    assert result.exit_code == 0
    assert "**Renamed:** <ins>Tern</ins> Island <br>Before: “<del>Gull</del> Island”" in result.stdout


def test_two_states_are_compared_whatever_lies_in_the_folder(dossier: Path) -> None:
    git(dossier, "tag", "v1")
    commit(dossier, TERN)
    (dossier / ISLAND).unlink()
    assert "From `v1` to `HEAD`: details of 1 page changed." in run("v1", "HEAD", "--dir", dossier).stdout
    assert "nothing changed by meaning" in run("HEAD", "HEAD", "--dir", dossier).stdout


def test_a_dossier_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    top = repository(tmp_path, {f"all/mine/{path}": data for path, data in BASE.items()})
    commit(top, {f"all/mine/{ISLAND}": TERN[ISLAND], f"all/{ISLAND}": b"name: Not this\n"})
    result = run("HEAD~1", "HEAD", "--dir", top / "all/mine", "--output-format", "json")
    assert [each["sheet"]["name"] for each in json.loads(result.stdout)["sheets"]] == ["Tern Island"]


def test_nothing_is_written(dossier: Path) -> None:
    commit(dossier, TERN)
    before = state(dossier)
    run("HEAD~1", "--dir", dossier)
    run("HEAD~1", "HEAD", "--dir", dossier)
    assert state(dossier) == before


def test_a_base_with_faults_is_compared_as_far_as_it_can_be_read(dossier: Path) -> None:
    commit(dossier, {ISLAND: b"name: [Gull\n"})
    commit(dossier, {**TERN, "content/actors/eastland.yml": b"name: Eastland\ntype: state\n"})
    result = run("HEAD~1", "HEAD", "--dir", dossier)
    assert result.exit_code == 0
    assert f"- `{ISLAND}`, line " in result.stdout
    assert "### Eastland (actor, added)" in result.stdout
    assert "### Tern Island" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["mian"], 'there is no revision "mian" here. Did you mean "main"?'),
        (["main", "0123abc"], 'there is no revision "0123abc" here. Write a branch, a tag or a commit'),
        (["main:content"], 'there is no revision "main:content" here.'),
        (["--", "--output=x"], 'there is no revision "--output=x" here.'),
    ],
)
def test_a_revision_that_is_not_there(dossier: Path, arguments: list[str], said: str) -> None:
    result = run("--dir", dossier, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_a_branch_that_was_only_fetched(dossier: Path, tmp_path: Path) -> None:
    git(dossier, "branch", "new-island")
    git(tmp_path, "clone", "--quiet", str(dossier), "clone")
    assert "There is origin/new-island: write that" in run("new-island", "--dir", tmp_path / "clone").stderr


def test_a_shallow_clone_is_told_how_to_get_the_rest(dossier: Path, tmp_path: Path) -> None:
    commit(dossier, TERN)
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{dossier}", "shallow")
    result = run("HEAD~1", "--dir", tmp_path / "shallow")
    assert result.exit_code == 2
    assert "git fetch --unshallow" in result.stderr
    assert "fetch-depth: 0" in result.stderr


def test_without_a_repository(tmp_path: Path) -> None:
    result = run("main", "--dir", tmp_path)
    assert (result.exit_code, result.stderr) == (
        2,
        "error: git keeps no history of this folder; it begins with: git init\n",
    )


def test_without_a_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert "nothing has been committed to git here yet" in run("main", "--dir", tmp_path).stderr


def test_without_git(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(dossier))
    assert run("main", "--dir", dossier).stderr == "error: git is not installed\n"


def test_without_a_dossier(tmp_path: Path) -> None:
    folder = repository(tmp_path, {"README.md": b"Nothing yet.\n"})
    assert "there is no dossier" in run("main", "--dir", folder).stderr
