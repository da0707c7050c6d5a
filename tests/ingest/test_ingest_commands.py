"""`dossier ingest` and `dossier accept` as an editor meets them: what is printed and written, and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from ingestcases import ARTICLES, ENGLISH, STRAIT

from dossier import disk
from dossier.cli import main

DRAFTS = "content/drafts/the-harbour-post-2020-03-12.yml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    disk.write(tmp_path / "project", STRAIT)
    (tmp_path / "visit.txt").write_text(ENGLISH, "utf-8")
    return tmp_path / "project"


def run(*args: str | Path, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def ingest(folder: Path, *args: str | Path, stdin: bytes | None = None) -> Result:
    return run("ingest", *args, "--dir", folder, stdin=stdin)


def held(folder: Path) -> dict[str, bytes]:
    return disk.read(folder)[0]


def test_an_article_is_taken_in_reviewed_and_accepted(folder: Path) -> None:
    before = held(folder)
    told = ingest(
        folder, folder.parent / "visit.txt", "--publisher", "The Harbour Post", "--date", "2020-03-12"
    )
    assert (told.exit_code, told.stderr) == (0, "")
    assert "Taken in as the source the-harbour-post-2020-03-12:" in told.stdout
    after = held(folder)
    assert {path: after[path] for path in before} == before
    assert len(after) == len(before) + 3

    assert "unreviewed-draft" in run("check", folder, "--output-format", "concise").stdout
    assert run("build", folder).exit_code == 1
    nothing = run("accept", "--dir", folder)
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "No draft has been reviewed" in nothing.stderr

    drafts = folder / DRAFTS
    first, *others = drafts.read_text("utf-8").split("    draft: true\n")
    drafts.write_text(first + "    draft: true\n".join(others), "utf-8")
    accepted = run("accept", "the-harbour-post-2020-03-12", "--dir", folder)
    assert accepted.exit_code == 0
    assert (
        accepted.stdout == "content/events/2020-03-20-foreign-ministers-northland-southland-meet.yml: new\n"
    )
    assert accepted.stderr == "11 drafts are left to be reviewed.\n"

    drafts.unlink()
    assert "error" not in run("check", folder, "--output-format", "concise").stdout


def test_the_same_article_is_refused_the_second_time(folder: Path) -> None:
    ingest(folder, folder.parent / "visit.txt", "--publisher", "The Harbour Post")
    before = held(folder)
    again = ingest(folder, folder.parent / "visit.txt", "--publisher", "The Harbour Post")
    assert (again.exit_code, again.stdout) == (1, "")
    assert 'it is the source "the-harbour-post-2020-03-12"' in again.stderr
    assert held(folder) == before


def test_what_is_piped_in_is_taken_and_told_to_a_program(folder: Path) -> None:
    data = (ARTICLES / "ferry.html").read_bytes()
    told = ingest(folder, "-", "--output-format", "json", stdin=data)
    assert told.exit_code == 0, told.stderr
    assert json.loads(told.stdout)["files"] == [
        "seeds/the-harbour-post-2020-03-12.txt",
        "seeds/the-harbour-post-2020-03-12.html",
        "content/sources/the-harbour-post-2020-03-12.yml",
        DRAFTS,
    ]


@pytest.mark.parametrize(
    ("name", "code", "says"),
    [
        ("nowhere.txt", 2, "there is no such file"),
        (".", 2, "it is a folder"),
        ("empty.txt", 1, "the file is empty"),
        ("broken.pdf", 1, "damaged or protected"),
        ("visit.txt", 1, "Add --publisher"),
    ],
)
def test_what_cannot_be_taken_in_ends_in_a_line(folder: Path, name: str, code: int, says: str) -> None:
    (folder.parent / "empty.txt").write_bytes(b"")
    (folder.parent / "broken.pdf").write_bytes(b"%PDF-1.4\n")
    (folder.parent / "visit.txt").write_text(ENGLISH.replace("/HARBOUR/. ", ""), "utf-8")
    before = held(folder)
    told = ingest(folder, folder.parent / name)
    assert (told.exit_code, told.stdout) == (code, "")
    assert says in told.stderr
    assert held(folder) == before


def test_an_edit_that_is_refused_says_which_draft_and_why(folder: Path) -> None:
    ingest(folder, folder.parent / "visit.txt", "--publisher", "The Harbour Post")
    drafts = folder / DRAFTS
    text = drafts.read_text("utf-8").replace("    draft: true\n", "", 1)
    drafts.write_text(text.replace("status: planned", "status: plannd", 1), "utf-8")
    before = held(folder)
    told = run("accept", "--dir", folder)
    assert told.exit_code == 1
    assert "error[bad-choice]" in told.stdout
    assert "nothing was accepted" in told.stderr
    assert held(folder) == before
