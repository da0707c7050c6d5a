"""`dossier init`: a new dossier builds at once, and nothing is written over."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from newdossiers import ROOT, files_of, new_dossier_in, run

from dossier import disk
from dossier.pipeline import check
from dossier.starter import EXAMPLE_TITLE, PLACES, new_dossier

STARTER = ROOT / "dossier/starter/files"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new dossier kept in git, checked and built."""
    folder = new_dossier_in(tmp_path_factory.mktemp("made") / "new")
    _git(folder, "init", "--quiet")
    _git(folder, "add", "--all")
    for command in (["check"], ["build", "--strict"]):
        done = run(command[0], folder, *command[1:])
        assert (done.exit_code, done.stdout) == (0, "")
    return folder


def _git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", folder, *words], capture_output=True, check=True)
    return done.stdout.decode()


def test_a_new_dossier_has_a_sheet_of_each_kind_and_two_sides(built: Path) -> None:
    dossier = check(files_of(built)).dossier
    assert {sheet.kind.id for sheet in dossier.sheets.values()} == {kind.id for kind in dossier.kinds}
    assert dossier.briefing
    assert len(dossier.briefing.sides) == 2
    assert "contested" in {claim.status for sheet in dossier.sheets.values() for claim in sheet.claims}


def test_its_pages_are_published(built: Path) -> None:
    home = (built / "site/index.html").read_text("utf-8")
    assert EXAMPLE_TITLE in home
    assert (built / "site/islands/heron-holm.html").exists()


def test_git_finds_nothing_changed_after_it_was_checked_and_built(built: Path) -> None:
    assert "build/" not in _git(built, "ls-files")
    assert _git(built, "status", "--porcelain", "--untracked-files=all").replace("A  ", "") == _git(
        built, "ls-files"
    )


def test_it_says_nothing_of_the_dossier_that_comes_with_the_program(built: Path) -> None:
    ours = {path: data for path, data in files_of(ROOT / "content").items() if path.endswith(".yml")}
    dossier = check({f"content/{path}": data for path, data in ours.items()}).dossier
    names = {sheet.name for sheet in dossier.sheets.values()}
    names |= {alias for sheet in dossier.sheets.values() for alias, _ in sheet.aliases}
    written = b"\n".join(files_of(built).values()).decode()
    told = sorted(name for name in names if re.search(rf"\b{re.escape(name)}\b", written))
    assert "Shikotan" in names
    assert told == []


def test_the_files_of_ci_have_a_place() -> None:
    assert {f"ci/{path.name}" for path in (STARTER / "ci").iterdir()} <= set(PLACES)
    assert all((STARTER / path).is_file() for path in PLACES)


def test_it_looks_as_the_site_of_this_repository_does() -> None:
    ours, theirs = (
        yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        for path in (ROOT / "mkdocs.yml", STARTER / "project/mkdocs.yml")
    )
    assert {**ours, "site_name": "", "nav": ""} == {**theirs, "site_name": "", "nav": ""}


def test_the_readme_names_what_there_is(built: Path) -> None:
    readme = (built / "README.md").read_text("utf-8")
    for path in {*re.findall(r"`([\w.]+/[\w./]*|[\w.]+\.(?:txt|yml))`", readme)} - {
        "content/kinds/",
        "ship.yml",
    }:
        assert any((folder / path).exists() for folder in (built, built / "content")), path


def test_the_title_is_that_of_the_briefing_and_of_the_site(tmp_path: Path) -> None:
    folder = new_dossier_in(tmp_path / "new", "--title", '  The "light": #1 ')
    dossier = check(files_of(folder)).dossier
    assert dossier.briefing
    assert dossier.briefing.title == 'The "light": #1'
    assert yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))["site_name"] == 'The "light": #1'


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=80).map(lambda text: " ".join(text.split())))
def test_any_title_is_kept_or_refused(title: str) -> None:
    files = new_dossier(title, "")
    compiled = check(files)
    if not compiled.diagnostics:
        assert compiled.dossier.briefing
        assert compiled.dossier.briefing.title == title
        assert yaml.safe_load(files["mkdocs.yml"])["site_name"] == title


def test_its_own_example_can_be_taken_away_as_its_readme_says(tmp_path: Path) -> None:
    folder = new_dossier_in(tmp_path / "new")
    for path in files_of(folder):
        if (path.count("/") == 2 and path.startswith("content/")) or path.startswith("seeds/"):
            (folder / path).unlink()
    briefing = (STARTER / "empty/content/briefing.yml").read_bytes()
    (folder / "content/briefing.yml").write_bytes(briefing)
    done = run("check", folder)
    assert (done.exit_code, done.stdout) == (0, "")
    assert run("build", folder, "--strict").exit_code == 0


def test_texts_of_sources_keep_their_line_ends_in_git(tmp_path: Path) -> None:
    folder = new_dossier_in(tmp_path / "new")
    (folder / "seeds/windows.txt").write_bytes(b"one\r\ntwo\r\n")
    _git(folder, "init", "--quiet")
    for converts in ("true", "input"):
        _git(folder, "-c", f"core.autocrlf={converts}", "add", "--all", "--renormalize", ".")
        _git(folder, "-c", f"core.autocrlf={converts}", "add", "--all")
        assert _git(folder, "show", ":seeds/windows.txt") == "one\r\ntwo\r\n"


def test_a_title_that_no_sheet_may_hold_is_refused(tmp_path: Path) -> None:
    done = run("init", tmp_path / "new", "--title", "a\u202eb")
    assert done.exit_code == 2
    assert "--title" in done.stderr
    assert "U+202E" in done.stderr
    assert not (tmp_path / "new").exists()


def test_an_empty_one_builds_too(tmp_path: Path) -> None:
    folder = new_dossier_in(tmp_path / "new", "--empty", "--title", "Anything")
    assert not check(files_of(folder)).dossier.sheets
    assert run("build", folder, "--strict").exit_code == 0


@pytest.mark.parametrize("name", ["notes.txt", "content", "site", "requirements.txt"])
def test_a_folder_that_is_not_empty_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", "utf-8")
    done = run("init", tmp_path)
    assert done.exit_code == 2
    assert f'it holds "{name}"' in done.stderr
    assert files_of(tmp_path).get(name) in (b"mine", None)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_in_the_place_of_the_folder_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("mine", "utf-8")
    assert run("init", tmp_path / "new").exit_code == 2
    assert (tmp_path / "new").read_text("utf-8") == "mine"


def test_a_fresh_clone_counts_as_empty_but_a_file_of_ours_in_it_does_not(tmp_path: Path) -> None:
    _git(tmp_path, "init", "--quiet")
    (tmp_path / ".DS_Store").touch()
    new_dossier_in(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    (other / ".gitignore").write_text("mine", "utf-8")
    done = run("init", other)
    assert done.exit_code == 2
    assert 'it holds ".gitignore"' in done.stderr


def test_one_that_was_interrupted_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = files_of(new_dossier_in(tmp_path / "whole"))
    left = 20  # files are in place when the power fails
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        nonlocal left
        left -= 1
        if left == 0:
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", failing)
        run("init", tmp_path / "new")
    assert set(files_of(tmp_path / "new")) < set(whole)
    run("init", tmp_path / "new")
    made = files_of(tmp_path / "new")
    assert {path: made[path] for path in whole if not path.startswith(".vscode")} == {
        path: data for path, data in whole.items() if not path.startswith(".vscode")
    }
    assert not disk.read(tmp_path / "new")[1]
