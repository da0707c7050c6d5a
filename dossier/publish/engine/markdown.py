"""From Markdown to HTML: the same as `mkdocs.structure.pages.Page.render`, for many pages.

    convert(page, config, files) -> None

Sets on the page what `Page.render` sets: content, toc, present_anchor_ids, links_to_anchors and the title found in the
text. The page's `markdown` has been read before. Raises what `Page.render` raises.

MkDocs makes a `Markdown` for each page; here one serves all pages of a configuration, and parts of it are exchanged for
the quicker ones beside this module, each made for one class of the library. `Page.render` does the work where a project
names extensions that are not listed here, where Python-Markdown is of another version, where a page holds something
unusual, and where a sample comes out differently, which is tried once for each configuration.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import markdown
from markdown import blockparser, preprocessors, serializers, treeprocessors
from markdown.extensions import fenced_code, footnotes, md_in_html, toc
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import (  # what is private is what Page.render itself puts into its Markdown
    Page,
    _ExtractAnchorsTreeprocessor,
    _ExtractTitleTreeprocessor,
)
from mkdocs.structure.toc import get_toc

from dossier.publish.engine import blocks, inline, lines, links, patterns, rawhtml, trees
from dossier.publish.engine.sample import SAMPLE
from dossier.publish.engine.unusual import Unusual

__all__ = ["convert", "make_ready"]

_VERSION: Final = (3, 11)
# They keep nothing from one page to the next, once `Markdown.reset` was called.
_EXTENSIONS: Final = {
    *("attr_list", "def_list", "fenced_code", "footnotes", "md_in_html"),
    *("nl2br", "sane_lists", "tables", "toc"),
}
_PARTS: Final[tuple[tuple[type, type], ...]] = (
    (blockparser.BlockParser, blocks.Blocks),
    (fenced_code.FencedBlockPreprocessor, lines.Fences),
    (footnotes.FootnoteExtension, trees.Footnotes),
    (md_in_html.HtmlBlockPreprocessor, rawhtml.HtmlBlocks),
    (md_in_html.MarkdownInHTMLPostprocessor, trees.RawHtml),
    (preprocessors.NormalizeWhitespace, lines.Whitespace),
    (toc.TocTreeprocessor, trees.Contents),
    (treeprocessors.UnescapeTreeprocessor, trees.Unescape),
)
_log = logging.getLogger(Page.__module__)
_last: list[tuple[MkDocsConfig, _Engine | None]] = []


def convert(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Make the page's HTML. See above for what is set, and what is raised."""
    engine = make_ready(config)
    try:
        if engine is None or page.markdown is None:
            raise Unusual("no engine for this project, or no text")
        engine.render(page, config, files)
    except Unusual:
        page.render(config, files)
    except Exception:
        _last.clear()  # the parser was left in the middle of a page
        page.render(config, files)


def make_ready(config: MkDocsConfig) -> _Engine | None:
    """Find out, once for a configuration, how its pages can be made; None where MkDocs has to make them."""
    if not _last or _last[0][0] is not config:
        _last[:] = [(config, _tried(config))]
    return _last[0][1]


class _Engine:
    """A `Markdown` for all pages of a configuration, in its quicker form."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._md = trees.OneMarkdown(
            extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"] or {}
        )
        self._anchors = rawhtml.Anchors(self._md)
        self._anchors.register()
        self._exchange_parts()

    def _exchange_parts(self) -> None:
        md = self._md
        parts: dict[type, type] = dict(_PARTS)
        if patterns.are_known(md):
            parts[treeprocessors.InlineProcessor] = inline.Inline
        processors = [*md.preprocessors, *md.treeprocessors, *md.postprocessors]
        for part in (md.parser, *md.registeredExtensions, *processors):
            if ours := parts.get(type(part)):
                part.__class__ = ours  # a subclass: what the part was set up with stays
        if md.serializer is serializers.to_xhtml_string:
            md.serializer = trees.serialized

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """What `Page.render` does once it has its `Markdown`."""
        anchors = _ExtractAnchorsTreeprocessor(page.file, files, config)
        addresses = links.Links(page.file, files, config)
        title = _ExtractTitleTreeprocessor()
        self._md.reset()
        self._anchors.reset()
        for processor in (anchors, addresses, title):
            processor._register(self._md)  # noqa: SLF001  # theirs, as Page.render calls it
        page.content = self._md.convert(page.markdown or "")
        page.toc = get_toc(getattr(self._md, "toc_tokens", []))
        page._title_from_render = title.title  # noqa: SLF001  # we stand in for a method of Page
        page.present_anchor_ids = anchors.present_anchor_ids | self._anchors.present_anchor_ids
        if _log.getEffectiveLevel() > logging.DEBUG:
            page.links_to_anchors = addresses.links_to_anchors


def _tried(config: MkDocsConfig) -> _Engine | None:
    """An engine that makes of the sample what MkDocs makes of it; None where it does not, or is not made for this."""
    names = {name.removeprefix("markdown.extensions.") for name in config["markdown_extensions"]}
    if markdown.__version_info__[:2] != _VERSION or not names <= _EXTENSIONS:
        return None
    with _unheard():
        page = _sample_page(config)
        files = Files([page.file])
        page.render(config, files)
        expected = _shown(page)
        try:
            engine = _Engine(config)
            for _ in range(2):  # the second shows what it keeps of the first
                engine.render(page, config, files)
        except Exception:  # a library that changed may raise anything
            return None
        return engine if _shown(page) == expected else None


@contextmanager
def _unheard() -> Iterator[None]:
    """What MkDocs says of the sample's links is for nobody."""
    before, _log.disabled = _log.disabled, True
    try:
        yield
    finally:
        _log.disabled = before


def _sample_page(config: MkDocsConfig) -> Page:
    included = InclusionLevel.INCLUDED
    file = File("sample.md", None, config.site_dir, config.use_directory_urls, inclusion=included)
    page = Page(None, file, config)
    page.markdown = SAMPLE
    return page


def _shown(page: Page) -> tuple[object, ...]:
    links = [(file.src_uri, found) for file, found in (page.links_to_anchors or {}).items()]
    return page.content, str(page.toc), page.title, page.present_anchor_ids, links
