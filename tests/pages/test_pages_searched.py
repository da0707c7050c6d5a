"""What the search is given: each statement on its own page, and not again on every page that repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]
from rendered import front_matter_of, html

from dossier import disk
from dossier.graph import Statement
from dossier.pages.addresses import Addresses
from dossier.pipeline import Compiled, check, compile_site

ROOT = Path(__file__).parents[2]
LIGHTHOUSE = ROOT / "tests" / "golden" / "lighthouse"
_WORD = re.compile(r"\w+")


@cache
def compiled(root: Path) -> Compiled:
    files, _ = disk.read(root)
    return check(files)


@cache
def pages(root: Path) -> dict[str, str]:
    files = compile_site(compiled(root)).files
    return {
        path.removeprefix("pages/"): data.decode() for path, data in files.items() if path.endswith(".md")
    }


@cache
def sections(root: Path, path: str) -> tuple[tuple[str, str], ...]:
    """The sections of a page as Material's search takes them: their titles and their texts."""
    head, body = front_matter_of(pages(root)[path])
    if (head.get("search") or {}).get("exclude"):
        return ()
    parser = Parser()
    parser.feed(html(body))
    kept = [section for section in parser.data if not section.is_excluded()]
    return tuple(("".join(each.title).strip(), "".join(each.text)) for each in kept)


@cache
def words_of(root: Path, path: str) -> frozenset[str]:
    head, _ = front_matter_of(pages(root)[path])
    text = " ".join([str(head["title"]), *(part for each in sections(root, path) for part in each)])
    return frozenset(_WORD.findall(re.sub("<[^>]*>", " ", text).lower()))


def missing(root: Path, path: str, statement: Statement) -> set[str]:
    return {word for word in _WORD.findall(statement.text.lower()) if word not in words_of(root, path)}


def lost(root: Path) -> Iterator[tuple[str, set[str]]]:
    """The statements whose words are not all among those that their own page is found by."""
    found = compiled(root)
    addresses = Addresses(found.dossier)
    for statement in found.graph.statements:
        if words := missing(root, addresses.path(statement.sheet), statement):
            yield statement.id, words


@pytest.mark.parametrize("root", [ROOT, LIGHTHOUSE], ids=["real", "lighthouse"])
def test_every_statement_is_found_on_its_own_page(root: Path) -> None:
    assert dict(lost(root)) == {}


@pytest.mark.parametrize("root", [ROOT, LIGHTHOUSE], ids=["real", "lighthouse"])
def test_no_list_footnote_or_figure_repeats_it(root: Path) -> None:
    repeating = {"Sources", "Relations", "Mentions in sources", "Said elsewhere", "What it is cited for"}
    below_titles = {title for path in pages(root) for title, _ in sections(root, path)[1:]}
    assert below_titles & repeating == set()
    for path in pages(root):
        if path.endswith("/index.md"):
            assert all(len(text) < 400 for _, text in sections(root, path)), path


def test_a_held_sentence_is_found_on_the_page_of_its_source() -> None:
    assert {"council", "decided", "lamp"} <= words_of(LIGHTHOUSE, "sources/gazette.md")
