"""The quicker reading of a page for the search finds the entries that Material's plugin finds, in any HTML."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from engines import GOLDEN, page_of, pages_of, project, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser, SearchIndex, SearchPlugin  # type: ignore[import-untyped]
from mkdocs.structure.pages import Page
from pieces import HTML

from dossier.publish.engine import search
from dossier.publish.engine.markdown import convert


@cache
def _plugin() -> SearchPlugin:
    config, _ = project()
    plugin = SearchPlugin()
    plugin.load_config({"lang": "en", "separator": " ", "pipeline": []})
    plugin.on_config(config)
    return plugin


def _by_plugin(page: Page) -> list[dict[str, Any]]:
    plugin = _plugin()
    plugin.search_index = SearchIndex()
    plugin.on_page_context({}, page=page, config=project()[0], nav=None)
    found: list[dict[str, Any]] = plugin.search_index.entries
    return found


def _by_us(page: Page) -> list[dict[str, Any]]:
    return search.entries(_plugin(), page)


def _same(page: Page, html: str) -> None:
    outcomes: list[object] = []
    for find in (_by_us, _by_plugin):
        page.content = html
        try:
            outcomes.append((find(page), page.content))
        except Exception as error:
            outcomes.append((repr(error), None))
    assert outcomes[0] == outcomes[1]


META: tuple[dict[str, Any], ...] = (
    {},
    {"title": "Of the page"},
    {"tags": ["a", 1, None, ["b"]]},
    {"search": {"boost": 2}},
    {"search": {"exclude": True}},
)


@settings(max_examples=500)
@given(texts(HTML, ("", "", "", " ", "\n")), st.sampled_from(META))
def test_any_html(html: str, meta: dict[str, Any]) -> None:
    page = page_of("index.md")
    page.meta, page.toc = meta, []  # type: ignore[assignment]
    _same(page, html)


@settings(max_examples=150)
@given(texts())
def test_what_any_markdown_becomes(text: str) -> None:
    page = page_of("index.md")
    page.markdown, page.meta = text, {}
    Page.render(page, *project())
    _same(page, page.content or "")


@pytest.mark.parametrize("pages", sorted(GOLDEN.glob("*/expected/pages")), ids=lambda pages: pages.parts[-3])
def test_pages_of_a_dossier_go_the_quick_way(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for page in pages_of(pages):
        convert(page, *project(pages))
        html = page.content or ""
        ours, shortened = _by_us(page), page.content  # the first also tries the sample with Material's parser
        page.content = html
        with monkeypatch.context() as without:
            without.setattr(Parser, "feed", None, raising=False)
            assert _by_us(page) == ours
        page.content = html
        assert (ours, shortened) == (_by_plugin(page), page.content)


def test_another_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer plugin keeps more tags, say. What it finds is what we give."""
    search._agreed.cache_clear()
    start = Parser.handle_starttag
    monkeypatch.setattr(
        Parser, "handle_starttag", lambda self, tag, attrs: (self.keep.add("em"), start(self, tag, attrs))
    )
    page = page_of("index.md")
    page.meta = {}
    _same(page, "<p>a <em>b</em></p>")
    assert "<em>" in _by_us(page)[0]["text"]
    search._agreed.cache_clear()


def test_a_search_that_is_switched_off() -> None:
    plugin = SearchPlugin()
    plugin.load_config({"enabled": False})
    page = page_of("index.md")
    page.content = '<p data-search-other="z">text</p>'
    assert search.entries(plugin, page) == []
    assert page.content == '<p data-search-other="z">text</p>'
