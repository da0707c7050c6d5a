"""The entries of one page in Material's search index.

    entries(plugin, page) -> list[Entry]

What `plugin.on_page_context` (material.plugins.search) would add to `plugin.search_index.entries` for this page, in its
order. As that event does, it takes the `data-search-…` attributes out of `page.content`. The plugin itself is not
changed; a plugin that is switched off gives no entries and leaves the page alone.

The page is read by `sections`. Material's own parser reads it where that one does not, and wherever the two do not
agree on a sample, which is tried once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, TypeAlias

from material.plugins.search.plugin import Parser, SearchIndex, SearchPlugin, Section  # type: ignore[import-untyped]
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from dossier.publish.engine.sections import sections_of

__all__ = ["Entry", "entries"]

Entry: TypeAlias = dict[str, Any]

_ATTRIBUTES: Final = re.compile(r'\s?data-search-\w+="[^"]+"')
# Begins with letters: it takes far less time to find that there is none.
_ATTRIBUTE: Final = re.compile(r'data-search-\w+="[^"]+"')


def entries(plugin: SearchPlugin, page: Page) -> list[Entry]:
    """See above. Raises what the plugin raises."""
    if not plugin.config.enabled:
        return []
    index = _Index(**plugin.config)
    index.add_entry_from_context(page)
    if _ATTRIBUTE.search(page.content or ""):
        page.content = _ATTRIBUTES.sub("", page.content or "")
    return index.entries


class _Index(SearchIndex):  # type: ignore[misc]
    """The plugin's index, of one page."""

    entries: list[Entry]

    def add_entry_from_context(self, page: Page) -> None:
        if (page.meta.get("search") or {}).get("exclude"):
            return
        self._items: dict[str, AnchorLink] = {}
        self._note(page.toc)
        sections = sections_of(page.content or "") if _agreed() else None
        if sections is None:
            super().add_entry_from_context(page)
            return
        for section in sections:
            if not section.is_excluded():
                self.create_entry_for_section(section, page.toc, page.url, page)

    def _note(self, items: Iterable[AnchorLink]) -> None:
        for item in items:
            self._items.setdefault(item.id, item)
            self._note(item.children)

    # The plugin walks the table of contents for each section.
    def _find_toc_by_id(self, _toc: object, id: str | None) -> AnchorLink | None:  # noqa: A002  # the plugin's name
        return self._items.get(id) if id is not None else None


_SAMPLE: Final = """
<p>Before &amp; <code>code</code> <em>x</em></p>
<h1 id="a" class="x">A <sup>1</sup><a class="headerlink" href="#a">#</a></h1>
<ul>\n<li>one<br />\ntwo</li><li> <p></p></li>\n</ul><pre>\n a\n\n</pre>
<div><h2 id="b">B &lt;</h2><p>b</p></div><p>after</p>
<figure data-search-exclude=""><svg><title>No</title></svg><p>no</p></figure>
<h3>none</h3><h2 id="c" data-search-exclude>C</h2>
<table><tr><td class="linenodiv">1</td><td>2 <a href="x">y</a></td></tr></table><object>no</object><p>end
"""


@cache
def _agreed() -> bool:
    """Whether Material's parser still finds the sections that we find."""
    parser = Parser()
    parser.feed(_SAMPLE)
    parser.close()
    return [*map(_shown, sections_of(_SAMPLE) or ())] == [*map(_shown, parser.data)]


def _shown(section: Section) -> tuple[object, ...]:
    return (section.el.tag, section.el.attrs, section.depth, section.id, section.title, section.text)
