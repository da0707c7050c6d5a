"""The quicker way from Markdown to HTML leaves what MkDocs' own leaves, of any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import markdown
import pytest
from engines import EXTENSIONS, GOLDEN, left_by, page_of, pages_of, project, texts
from hypothesis import example, given, settings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from dossier.publish.engine import trees
from dossier.publish.engine.markdown import convert
from dossier.publish.engine.sample import SAMPLE

DOSSIERS = sorted(GOLDEN.glob("*/expected/pages"))
TEXT = "# A *b*\n\n[Japan](japan.md#claims)[^1]\n\n[^1]: Note."


@settings(max_examples=500)
@given(texts())
@example("")
@example("\n<a id=x>\n")
@example('<b title="[a <i>b</i>](c)">\n')
@example("![[a <b>b</b>](c)](d)")
@example("<http://a\\*b>")
def test_any_text(text: str) -> None:
    page, site = page_of("index.md"), project()
    assert left_by(convert, page, text, site) == left_by(Page.render, page, text, site)


@settings(max_examples=60)
@given(texts())
def test_footnotes_are_counted_anew_on_every_page(text: str) -> None:
    page, site = (
        page_of("index.md"),
        project(None, EXTENSIONS.replace("BACKLINK", "UNIQUE_IDS: true, BACKLINK")),
    )
    assert left_by(convert, page, text, site) == left_by(Page.render, page, text, site)


@pytest.mark.parametrize("pages", DOSSIERS, ids=lambda pages: pages.parts[-3])
def test_pages_of_a_dossier_go_the_quick_way(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, original = project(pages), Page.render
    convert(page_of("index.md"), *project())
    convert(pages_of(pages)[0], *site)  # tries the sample with MkDocs' own way
    for page in pages_of(pages):
        text = page.markdown or ""
        with monkeypatch.context() as without:
            without.delattr(Page, "render")
            ours = left_by(convert, page, text, site)
        assert ours == left_by(original, page, text, site)
        assert "content" in ours


def _goes_the_slow_way(site: tuple[MkDocsConfig, Files], monkeypatch: pytest.MonkeyPatch) -> None:
    page, original = page_of("japan.md"), Page.render
    expected, made = left_by(original, page, TEXT, site), []

    def noted(page: Page, *site: Any) -> None:
        made.append(page)
        original(page, *site)

    monkeypatch.setattr(Page, "render", noted)
    convert(page_of("index.md"), *project())  # forget what was tried of this site
    assert left_by(convert, page, TEXT, site) == expected
    assert made[-1] is page


def test_an_extension_that_nobody_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    _goes_the_slow_way(project(None, EXTENSIONS + "  - abbr\n"), monkeypatch)


def test_another_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "__version_info__", (3, 99, 0, "final", 0))
    _goes_the_slow_way(project(None, EXTENSIONS + "  - def_list\n"), monkeypatch)


def test_a_library_that_writes_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    def changed(root: Element) -> str:
        return markdown.serializers.to_xhtml_string(root).replace("<em>", "<i>")

    monkeypatch.setattr(trees, "serialized", changed)
    _goes_the_slow_way(project(None, EXTENSIONS + "  - attr_list\n"), monkeypatch)


@pytest.mark.parametrize(
    "extensions", ["", "markdown_extensions: [md_in_html]\n", EXTENSIONS + "  - attr_list\n  - nl2br\n"]
)
def test_any_extensions(extensions: str) -> None:
    """Nothing is heard of the sample either, whatever it becomes with these."""
    page, site = page_of("japan.md"), project(None, extensions)
    assert left_by(convert, page, SAMPLE, site) == left_by(Page.render, page, SAMPLE, site)
