"""The peers get the same dossier: every sheet has a page there, and every link leads to one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.corpus import write
from benchmarks.folders import Folders
from benchmarks.peers.gen_files.pages import pages
from benchmarks.peers.gen_files.sheets import load

LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    write(tmp_path / "dossier", 40)
    monkeypatch.setenv("DOSSIER_CONTENT", str(tmp_path / "dossier/content"))
    load.cache_clear()
    yield dict(pages(load()))
    load.cache_clear()


def test_gen_files_has_a_page_for_every_sheet(made: dict[str, str]) -> None:
    assert {f"{sheet.folder}/{sheet.id}.md" for sheet in load().values()} <= made.keys()


def test_links_of_gen_files_lead_to_its_pages(made: dict[str, str]) -> None:
    for path, text in made.items():
        targets = {posixpath.normpath(posixpath.join(path, "..", each)) for each in LINK.findall(text)}
        assert targets <= made.keys(), path


def test_every_mark_has_its_footnote(made: dict[str, str]) -> None:
    for path, text in made.items():
        assert set(re.findall(r"\[\^\d+\](?!:)", text)) == set(re.findall(r"\[\^\d+\](?=:)", text)), path


def test_hugo_gets_pages_under_names_and_with_links_that_it_knows(tmp_path: Path) -> None:
    folders = Folders(tmp_path, 40)
    given = {
        "index.md": "[Berg](actors/berg.md) and [its text](actors/berg.md#text)",
        "actors/index.md": '[Berg](berg.md "Person: Berg.md")',
        "actors/berg.md": '<a id="text"></a>Words.',
    }
    for path, text in given.items():
        (folders.pages / path).parent.mkdir(parents=True, exist_ok=True)
        (folders.pages / path).write_text(text, "utf-8")
    content = folders.hugo / "content"
    assert (content / "_index.md").read_text("utf-8") == (
        "[Berg](actors/berg.html) and [its text](actors/berg.html#text)"
    )
    assert (content / "actors/_index.md").read_text("utf-8") == '[Berg](berg.html "Person: Berg.md")'
    folders.edit_page(7)
    assert (content / "actors/berg.md").read_text("utf-8") == (
        '<a id="text"></a>Entry 7 of the log was made later. Words.'
    )
