"""`dossier clean` deletes what is generated, and nothing that anybody wrote or put there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from clicases import contents, project
from click.testing import CliRunner, Result

from dossier import disk
from dossier.cli import main


def dossier(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dossier that was built."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    folder = project(tmp_path / "dossier")
    before = contents(folder)
    assert dossier("build", folder).exit_code == 0
    assert contents(folder).keys() > before.keys()
    return folder


def test_all_that_a_build_made_goes_and_nothing_else(built: Path, tmp_path: Path) -> None:
    done = dossier("clean", built)
    assert done.exit_code == 0
    fresh = contents(project(tmp_path / "fresh"))
    assert {path: data for path, (data, _) in contents(built).items()} == {
        path: data for path, (data, _) in fresh.items()
    }
    assert sorted(entry.name for entry in built.iterdir()) == ["content", "mkdocs.yml", "seeds", "theme"]
    assert "deleted build/pages\n" in done.stdout
    assert done.stdout.endswith("deleted site\n")


def test_there_may_be_nothing_to_delete(built: Path) -> None:
    dossier("clean", built)
    again = dossier("clean", built)
    assert (again.exit_code, again.stdout) == (0, "")


def test_the_site_may_stay(built: Path) -> None:
    site = contents(built / "site")
    assert dossier("clean", "--keep-site", built).exit_code == 0
    assert contents(built / "site") == site
    assert not (built / "build").exists()


def test_leftovers_of_killed_builds_go(built: Path) -> None:
    (built / ".site-0123abcd/new-0").mkdir(parents=True)
    assert "deleted .site-0123abcd\n" in dossier("clean", built, "--keep-site").stdout


def test_the_site_of_another_folder_of_the_configuration_goes(built: Path) -> None:
    (built / "site").rename(built / "public")
    with (built / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("site_dir: public\n")
    assert dossier("clean", built).stdout.endswith("deleted public\n")
    assert not (built / "public").exists()


def _foreign(folder: Path) -> None:
    (folder / "site/index.html").write_text("mine", "utf-8")


def _link(folder: Path) -> None:
    (folder / "site").rename(folder.parent / "elsewhere")
    (folder / "site").symlink_to(folder.parent / "elsewhere")


def _checkout(folder: Path) -> None:
    (folder / "site/.git").mkdir()


@pytest.mark.parametrize("happens", [_foreign, _link, _checkout])
def test_a_site_that_is_not_ours_stays(built: Path, happens: Callable[[Path], object]) -> None:
    happens(built)
    before = contents(built / "site")
    done = dossier("clean", built)
    assert done.exit_code == 2
    assert "site-dir-refused" in done.stderr
    assert contents(built / "site") == before


def test_what_else_lies_in_the_build_folder_stays(built: Path) -> None:
    (built / "build/notes.txt").write_text("mine", "utf-8")
    done = dossier("clean", built)
    assert "build/notes.txt stays" in done.stderr
    assert list(contents(built / "build")) == ["notes.txt"]


@pytest.mark.parametrize("name", ["build", "build/pages"])
def test_links_are_not_followed(built: Path, name: str) -> None:
    (built / name).rename(built.parent / "aside")
    (built / name).symlink_to(built.parent / "aside")
    before = contents(built.parent / "aside")
    assert f"{name} stays" in dossier("clean", built).stderr
    assert contents(built.parent / "aside") == before


def test_an_unfinished_edit_is_finished_first(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = "content/briefing.yml"
    before = {path: (built / path).read_bytes()}

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("dossier.disk.edits._carry_out", cut_off)
        with pytest.raises(KeyboardInterrupt):
            disk.edit(built, before, {path: b"# edited\n" + before[path]})
    assert (built / path).read_bytes() == before[path]
    assert dossier("clean", built).exit_code == 0
    assert (built / path).read_bytes() == b"# edited\n" + before[path]
    assert not (built / "build").exists()


def test_a_configuration_with_a_slip_is_no_hindrance(built: Path) -> None:
    (built / "mkdocs.yml").write_text("site_name: [\n", "utf-8")
    assert dossier("clean", built).exit_code == 0
    assert not (built / "site").exists()


def test_a_folder_without_a_dossier_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "build/pages").mkdir(parents=True)
    assert dossier("clean", tmp_path).exit_code == 2
    assert (tmp_path / "build/pages").exists()
