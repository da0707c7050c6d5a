"""When a sheet was last changed is what git knows, and nothing where it does not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from dossier.history import last_changes

WHO = ("-c", "user.name=An Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
DAYS = {"one": "2019-02-25", "two": "2020-03-01"}


def git(folder: Path, *arguments: str, day: str = "2019-02-25") -> None:
    when = f"{day}T12:00:00 +0000"
    environment = {"PATH": "/usr/bin:/bin", "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    subprocess.run(
        ["git", *WHO, *arguments], cwd=folder, env=environment, check=True, capture_output=True, timeout=60
    )


def commit(folder: Path, path: str, text: str, day: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "A change", day=day)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "all" / "dossiers"
    folder.mkdir(parents=True)
    git(folder.parent, "init", "--quiet")
    for name, day in DAYS.items():
        commit(folder, f"content/actors/{name}.yml", f"name: {name}\n", day)
    commit(folder, "content/actors/Åland 色丹.yml", "name: a name of its own\n", "2021-01-01")
    commit(folder, "seeds/article.txt", "A text.\n", "2022-01-01")
    return folder


def test_each_sheet_has_the_day_of_its_last_commit(repository: Path) -> None:
    assert last_changes(repository) == {
        "content/actors/one.yml": "2019-02-25",
        "content/actors/two.yml": "2020-03-01",
        "content/actors/Åland 色丹.yml": "2021-01-01",
    }


def test_what_was_edited_since_has_none(repository: Path) -> None:
    (repository / "content/actors/one.yml").write_text("name: other\n", "utf-8")
    (repository / "content/actors/new.yml").write_text("name: new\n", "utf-8")
    assert "content/actors/one.yml" not in last_changes(repository)
    assert "content/actors/new.yml" not in last_changes(repository)
    assert last_changes(repository)["content/actors/two.yml"] == "2020-03-01"


def test_a_later_change_counts(repository: Path) -> None:
    commit(repository, "content/actors/one.yml", "name: again\n", "2023-05-05")
    assert last_changes(repository)["content/actors/one.yml"] == "2023-05-05"


def test_a_shallow_clone_knows_nothing(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repository.parent}", "shallow")
    assert last_changes(tmp_path / "shallow" / "dossiers") == {}


def test_without_git_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert last_changes(tmp_path) == {}


def test_outside_a_repository_nothing_is_known(tmp_path: Path) -> None:
    assert last_changes(tmp_path) == {}
