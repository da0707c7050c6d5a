"""`dossier rename`, `fmt` and `fix` as a person meets them: what they print, and what they leave on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from clicases import contents, project
from click.testing import CliRunner, Result

from dossier.cli import main

ROCK = "content/islands/rock.yml"
UNTIDY = "type: island\nname:   Rock\n"
TIDY = "name: Rock\ntype: island\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier with an island that the briefing names."""
    root = project(tmp_path / "project")
    (root / "content/islands").mkdir()
    (root / ROCK).write_text(TIDY)
    briefing = root / "content/briefing.yml"
    briefing.write_text(briefing.read_text().replace("It rained.", "It rained on [[rock]]."))
    return root


def _run(*args: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


# --- rename


def test_rename_says_what_it_did(folder: Path) -> None:
    before = contents(folder)
    result = _run("rename", "rock", "the-rock", "--dir", folder)
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [f"{ROCK} -> content/islands/the-rock.yml", "content/briefing.yml: 1 place"],
    )
    assert "Renamed rock to the-rock, which is named in 1 place." in result.stderr
    after = contents(folder)
    assert set(before) ^ set(after) == {ROCK, "content/islands/the-rock.yml"}
    assert {path for path in before if path in after and before[path] != after[path]} == {
        "content/briefing.yml"
    }
    assert _run("check", folder).exit_code == 0


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("rokc", "stone"), 2, "rock"),
        (("rock", "rock"), 2, "is called"),
        (("rock",), 2, "Missing argument"),
        (("rock", "Stone"), 1, "cannot be an id"),
        (("rock", "mail"), 1, "there is a sheet"),
    ],
)
def test_rename_refuses_and_changes_nothing(
    folder: Path, args: tuple[str, ...], code: int, words: str
) -> None:
    (folder / "content/islands/mail.yml").write_text("name: Mail\ntype: island\n")
    before = contents(folder)
    result = _run("rename", *args, "--dir", folder)
    assert result.exit_code == code
    assert words in result.stderr
    assert contents(folder) == before


def test_rename_shows_the_errors_that_stand_in_the_way(folder: Path) -> None:
    (folder / ROCK).write_text("name: Rock\ntype: iland\n")
    result = _run("rename", "rock", "stone", "--dir", folder)
    assert result.exit_code == 1
    assert "error[bad-choice]" in result.stdout
    assert "Nothing was renamed." in result.stderr


# --- fmt


def test_fmt_lays_out_what_is_not(folder: Path) -> None:
    (folder / ROCK).write_text(UNTIDY)
    before = contents(folder)
    result = _run("fmt", "--check", folder)
    assert (result.exit_code, result.stdout) == (1, f"{ROCK}\n")
    assert contents(folder) == before
    shown = _run("fmt", "--diff", folder)
    assert shown.exit_code == 1
    assert "-name:   Rock\n" in shown.stdout
    assert "+name: Rock\n" in shown.stdout
    assert contents(folder) == before
    result = _run("fmt", folder)
    assert (result.exit_code, result.stdout) == (0, f"{ROCK}\n")
    assert (folder / ROCK).read_text() == TIDY
    assert {path for path, was in before.items() if contents(folder)[path] != was} == {ROCK}
    result = _run("fmt", "--check", folder)
    assert (result.exit_code, result.stdout) == (0, "")


def test_fmt_takes_the_files_it_is_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ROCK).write_text(UNTIDY)
    (folder / "content/islands/reef.yml").write_text(UNTIDY)
    monkeypatch.chdir(folder)
    assert _run("fmt", "--check", "content/islands/reef.yml").stdout == "content/islands/reef.yml\n"
    assert _run("fmt", folder / ROCK).stdout == f"{ROCK}\n"
    monkeypatch.chdir(folder.parent)
    assert _run("fmt", "project", "project/content/islands/reef.yml").stdout == "content/islands/reef.yml\n"
    wrong = _run("fmt", "project", "project/mkdocs.yml")
    assert (wrong.exit_code, "is not a sheet of the dossier" in wrong.stderr) == (2, True)


def test_fmt_leaves_what_cannot_be_read_and_says_why(folder: Path) -> None:
    (folder / ROCK).write_text("name: [a\n")
    (folder / "content/islands/reef.yml").write_text(UNTIDY)
    result = _run("fmt", folder)
    assert result.exit_code == 1
    assert "error[unclosed-bracket]" in result.stdout
    assert (folder / ROCK).read_text() == "name: [a\n"
    assert (folder / "content/islands/reef.yml").read_text() == TIDY


# --- fix


def test_fix_says_what_it_did_and_what_is_left(folder: Path) -> None:
    (folder / ROCK).write_bytes("\ufeffname：Rock\r\ntype: Iland\r\nnames: {ja: “岩”}\r\n".encode())
    before = contents(folder)
    shown = _run("fix", "--diff", folder)
    assert shown.exit_code == 1
    assert "+name: Rock" in shown.stdout
    assert contents(folder) == before
    result = _run("fix", folder)
    assert result.exit_code == 1
    assert f"{ROCK}:1:5: error[full-width-colon]" in result.stdout
    assert f"{ROCK}:3:13: error[curly-quotes]" in result.stdout
    assert "Put right: 3." in result.stderr
    assert f"--> {ROCK}:2:7" in result.stdout
    assert (folder / ROCK).read_bytes() == 'name: Rock\r\ntype: Iland\r\nnames: {ja: "岩"}\r\n'.encode()
    assert {path for path, was in before.items() if contents(folder)[path] != was} == {ROCK}


def test_fix_of_all_there_is_ends_well(folder: Path) -> None:
    (folder / ROCK).write_text("Name: Rock\ntype: Island\n")
    assert _run("fix", folder).exit_code == 0
    assert (folder / ROCK).read_text() == TIDY
    before = contents(folder)
    result = _run("fix", folder)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Nothing found.\n")
    assert _run("fix", "--diff", folder).exit_code == 0
    assert contents(folder) == before


@pytest.mark.parametrize("command", ["fix", "fmt"])
def test_where_there_is_no_dossier_it_is_said(tmp_path: Path, command: str) -> None:
    result = _run(command, tmp_path)
    assert (result.exit_code, "there is no dossier" in result.stderr) == (2, True)
