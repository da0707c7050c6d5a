"""What git knows of a dossier is told, and nothing where it does not know; a repository's settings start nothing."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from dossiers import BASE, overlaid, tree
from repositories import commit, git, repository

from dossier import disk, history
from dossier.changes import NO_HISTORY, First, What
from dossier.history import GitError, Past, Repository

DAYS = {"one": "2019-02-25", "two": "2020-03-01"}
ISLAND = "content/islands/gull-island.yml"


def asked(folder: Path) -> Past:
    """What a build is told of a folder, which keeps what there is to be kept."""
    files, _ = disk.read(folder)
    past = history.past(folder, files)
    for path, data in past.kept.items():
        (folder / "build").mkdir(exist_ok=True)
        (folder / "build" / path).write_bytes(data)
    return past


def renamed(name: str) -> dict[str, bytes]:
    """The island's sheet under another name."""
    return {ISLAND: BASE[ISLAND].replace(b"name: Gull Island", f"name: {name}".encode())}


@pytest.fixture
def actors(tmp_path: Path) -> Path:
    """A dossier in a folder of a repository."""
    folder = tmp_path / "all" / "dossiers"
    folder.mkdir(parents=True)
    git(folder.parent, "init", "--quiet")
    for name, day in DAYS.items():
        commit(folder, {f"content/actors/{name}.yml": f"name: {name}\n".encode()}, day)
    commit(folder, {"content/actors/Åland 色丹.yml": b"name: a name of its own\n"}, "2021-01-01")
    commit(folder, {"seeds/article.txt": b"A text.\n"}, "2022-01-01")
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier that two days changed after the one on which it first appeared."""
    folder = repository(tmp_path_factory.mktemp("made"), {**BASE, ".gitignore": b"build/\n"}, "2019-02-25")
    commit(folder, renamed("Tern Island"), "2019-03-01T09:00:00+00:00")
    commit(folder, renamed("Gull Rock"), "2019-03-01T18:00:00+00:00")
    commit(folder, {ISLAND: (folder / ISLAND).read_bytes() + b"# nothing\n"}, "2019-03-02")
    commit(folder, {"README.md": b"A dossier.\n"}, "2019-03-03")
    commit(folder, renamed("Gull Island"), "2019-03-04")
    return folder


@pytest.fixture
def dossier(made: Path, tmp_path: Path) -> Path:
    """A copy of that, to do with it what one likes."""
    return Path(shutil.copytree(made, tmp_path / "dossier"))


def test_each_sheet_has_the_day_of_its_last_commit(actors: Path) -> None:
    assert asked(actors).changed == {
        "content/actors/one.yml": "2019-02-25",
        "content/actors/two.yml": "2020-03-01",
        "content/actors/Åland 色丹.yml": "2021-01-01",
    }


def test_what_was_edited_since_has_none(actors: Path) -> None:
    (actors / "content/actors/one.yml").write_text("name: other\n", "utf-8")
    (actors / "content/actors/new.yml").write_text("name: new\n", "utf-8")
    changed = asked(actors).changed
    assert "content/actors/one.yml" not in changed
    assert "content/actors/new.yml" not in changed
    assert changed["content/actors/two.yml"] == "2020-03-01"


def test_line_ends_that_git_made_are_no_edit(actors: Path) -> None:
    (actors / "content/actors/one.yml").write_bytes(b"name: one\r\n")
    assert asked(actors).changed["content/actors/one.yml"] == "2019-02-25"


def test_a_later_change_counts(actors: Path) -> None:
    commit(actors, {"content/actors/one.yml": b"name: again\n"}, "2023-05-05")
    assert asked(actors).changed["content/actors/one.yml"] == "2023-05-05"


def test_a_shallow_clone_knows_nothing(actors: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{actors.parent}", "shallow")
    assert asked(tmp_path / "shallow" / "dossiers") == Past()


def test_a_clone_without_files_knows_nothing_and_fetches_nothing(dossier: Path, tmp_path: Path) -> None:
    git(dossier, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", f"file://{dossier}", "partial")
    assert asked(tmp_path / "partial").history == NO_HISTORY


def test_without_git_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history.past(tmp_path, {}) == Past()


def test_outside_a_repository_nothing_is_known(tmp_path: Path) -> None:
    assert history.past(tmp_path, {}) == Past()


def test_before_the_first_commit_nothing_is_known(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert history.past(tmp_path, {}) == Past()


def test_a_dossier_that_is_not_committed_has_no_days(tmp_path: Path) -> None:
    folder = repository(tmp_path, {"README.md": b"Nothing yet.\n"})
    past = history.past(folder, BASE)
    assert (past.history.known, past.history.days) == (True, ())


def test_each_day_is_told_by_how_it_ended(dossier: Path) -> None:
    days = asked(dossier).history.days
    assert [day.day for day in days] == ["2019-03-04", "2019-03-01", "2019-02-25"]
    assert days[1].moment == "2019-03-01T18:00:00+00:00"
    (sheet,) = days[1].changes.sheets
    assert [(each.what, each.before, each.after) for each in sheet.details] == [
        (What.RENAMED, "Gull Island", "Gull Rock")
    ]
    assert days[2].first == First(sheets=4, sources=1)


def test_what_a_merge_brought_in_is_of_its_day(dossier: Path) -> None:
    git(dossier, "checkout", "--quiet", "-b", "aside")
    commit(dossier, renamed("Gull Isle"), "2019-03-05")
    git(dossier, "checkout", "--quiet", "main")
    git(dossier, "merge", "--no-ff", "--message", "Merged", "aside", moment="2019-03-09T12:00:00+00:00")
    days = asked(dossier).history.days
    assert [day.day for day in days][:2] == ["2019-03-09", "2019-03-04"]


def test_a_clock_that_went_wrong_makes_no_day_twice(dossier: Path) -> None:
    commit(dossier, renamed("Gull Isle"), "2018-01-01")
    commit(dossier, renamed("Gull Reef"), "2019-03-08")
    days = [day.day for day in asked(dossier).history.days]
    assert days == sorted(set(days), reverse=True)


def test_a_day_of_far_too_many_files_is_only_counted(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.history.days._MOST_FILES", 3)
    commit(dossier, {f"content/actors/a-{n}.yml": b"name: A\ntype: state\n" for n in range(4)}, "2019-03-06")
    day = asked(dossier).history.days[0]
    assert (day.too_many, day.changes.sheets) == (4, ())


def test_old_faults_do_not_matter(dossier: Path) -> None:
    commit(dossier, {ISLAND: b"name: [Gull\n", "content/actors/[x].yml": b"\x00"}, "2019-03-06")
    commit(dossier, {**renamed("Gull Isle"), "content/actors/[x].yml": None}, "2019-03-07")
    assert asked(dossier).history.days[0].day == "2019-03-04"


def test_the_second_time_nothing_is_compared(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = asked(dossier)
    monkeypatch.setattr("dossier.history.days.compare", None)
    assert asked(dossier) == first


DAMAGE: Mapping[str, bytes] = {
    "nothing": b"",
    "no document": b"\xff{",
    "another document": b"[]",
    "a deep one": b"[" * 100_000,
    "no days": b'{"format": 1}',
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_cache_is_passed_over(dossier: Path, name: str) -> None:
    first = asked(dossier)
    (dossier / "build/changes.json").write_bytes(DAMAGE[name])
    assert asked(dossier) == first


@pytest.mark.parametrize(
    "data", [{}, [], "x", {"day": 1}, {"day": "2019-03-04", "moment": "", "changes": []}, None]
)
def test_a_damaged_day_in_the_cache_is_compared_again(dossier: Path, data: object) -> None:
    first = asked(dossier)
    file = dossier / "build/changes.json"
    document = json.loads(file.read_bytes())
    document["days"] = dict.fromkeys(document["days"], data)
    file.write_text(json.dumps(document), "utf-8")
    assert asked(dossier) == first


def test_a_cache_that_is_a_link_is_not_followed(dossier: Path, tmp_path: Path) -> None:
    asked(dossier)
    file = dossier / "build/changes.json"
    file.rename(tmp_path / "elsewhere.json")
    file.symlink_to(tmp_path / "elsewhere.json")
    files, _ = disk.read(dossier)
    assert history.past(dossier, files).history.known


def test_no_setting_of_the_repository_starts_a_program(dossier: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\ncat\n", "utf-8")
    trap.chmod(0o755)
    for name in (
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "gpg.program",
        "core.sshCommand",
        "filter.x.clean",
    ):
        git(dossier, "config", name, str(trap))
    for name in ("filter.x.smudge", "filter.x.process", "diff.x.textconv", "diff.x.command", "core.editor"):
        git(dossier, "config", name, str(trap))
    git(dossier, "config", "log.showSignature", "true")
    (dossier / ".gitattributes").write_text("* filter=x diff=x\n", "utf-8")
    os.utime(dossier / ISLAND)
    assert asked(dossier).history.known
    with Repository(dossier) as opened:
        opened.revision(opened.commit("HEAD~1"))[ISLAND]
    assert not (tmp_path / "sprung").exists()


def test_files_that_look_like_a_repository_are_none(tmp_path: Path) -> None:
    folder = repository(tmp_path / "all", {"README.md": b"x\n"}) / "dossier"
    commit(folder.parent, {f"dossier/{path}": data for path, data in BASE.items()}, "2019-02-26")
    git(folder, "init", "--quiet", "--bare", ".")
    (folder / "config").write_text("[core]\n\tbare = true\n\tfsmonitor = /bin/false\n", "utf-8")
    assert asked(folder) == Past()  # refused, since nobody asked for it by name


def test_a_revision_holds_the_files_that_the_disk_would_give(dossier: Path) -> None:
    commit(
        dossier,
        {"content/.hidden/x.yml": b"x", "content/actors/x.yml~": b"x", "content/a/b/c/d/e/x.yml": b"x"},
    )
    (dossier / "content/actors/link.yml").symlink_to("/etc/passwd")
    commit(dossier, {"seeds/large.txt": b"x" * (4 * 1024 * 1024 + 1)})
    with Repository(dossier) as opened:
        revision = opened.revision(opened.commit("main"))
        assert set(revision) == {*BASE, "seeds/large.txt"}
        assert revision["seeds/large.txt"] == b""
        assert revision["seeds/gazette.txt"] == BASE["seeds/gazette.txt"]
        assert revision.differing(overlaid(BASE, tree("seeds/more.txt\n  x\n"))) == {
            "seeds/large.txt",
            "seeds/more.txt",
        }


@pytest.mark.parametrize("name", ["nowhere", "", "-x", "--help", "HEAD~99", "main:seeds", "a\nb", "\u0000"])
def test_what_names_no_commit_is_refused(dossier: Path, name: str) -> None:
    with Repository(dossier) as opened, pytest.raises(GitError):
        opened.commit(name)
