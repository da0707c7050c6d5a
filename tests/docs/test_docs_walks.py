"""Whoever does what a page of the documentation tells gets what the page says, and a dossier without an error."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from walking import PAGES, Walk, blocks

from dossier.cli import main
from dossier.strict_yaml import parse

GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "An Editor",
    "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_COMMITTER_NAME": "An Editor",
    "GIT_COMMITTER_EMAIL": "editor@example.org",
}


@pytest.fixture(scope="session")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new dossier."""
    folder = tmp_path_factory.mktemp("docs") / "bell"
    made = CliRunner().invoke(main, ["init", str(folder)])
    assert made.exit_code == 0, made.output
    return folder


@pytest.fixture
def walk(new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    for name, value in GIT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)  # and back, when the walk is over
    shutil.copytree(new, tmp_path / "bell")
    return Walk(tmp_path / "bell")


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_tells_to_do_is_done(page: str, walk: Walk, tmp_path: Path) -> None:
    if page == "start.md":  # begins where there is no dossier yet
        shutil.rmtree(walk.folder)
        walk.folder = tmp_path
    walk.follow(page)
    if walk.done:
        left = CliRunner().invoke(main, ["check", str(walk.folder), "--output-format", "concise"])
        assert "error[" not in left.stdout, left.stdout


@pytest.mark.parametrize("page", PAGES)
def test_an_excerpt_of_a_sheet_is_one(page: str) -> None:
    for kind, text in blocks(page):
        if kind == "yaml":
            assert parse(text.encode(), "excerpt.yml").diagnostics == ()


def test_it_notices_what_does_not_come_out_as_told(walk: Walk) -> None:
    walk.printed = "error[quote-not-found]: these words do not stand in it"
    walk._look("error[quote-not-found]:\n…\nin it")
    with pytest.raises(AssertionError, match="told"):
        walk._look("error[bad-date]")
    with pytest.raises(AssertionError, match="nobody knows"):
        walk._run("rm -rf .", False)
    with pytest.raises(AssertionError, match=re.escape("there is no dossier")):
        walk._run("dossier check nowhere", False)
