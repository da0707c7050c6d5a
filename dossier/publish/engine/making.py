"""One page, from its Markdown to its HTML in the release.

Owns the order of the steps for a page, and what is left of it when its HTML is written. It knows of no other page and
of no process.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from mkdocs.commands.build import get_context
from mkdocs.exceptions import BuildError
from mkdocs.structure.pages import Page

from dossier.diagnostics import Diagnostic
from dossier.publish.engine import markdown, search
from dossier.publish.engine.memory import Places
from dossier.publish.engine.plan import Plan
from dossier.publish.engine.sources import Source, look
from dossier.publish.engine.watched import NavPage, NeedsAll
from dossier.publish.manifest import Record
from dossier.publish.staging import Staging

__all__ = ["Beyond", "Failed", "Judge", "Made", "Maker", "Trouble", "index_text"]

_log = logging.getLogger("mkdocs.commands.build")


class Trouble(NamedTuple):
    """Why a build ended early: findings in a page, or what is wrong elsewhere, or an error of the disk."""

    findings: tuple[Diagnostic, ...] = ()
    fault: Diagnostic | None = None
    error: OSError | None = None


class Learned(NamedTuple):
    """What was asked for while a page was made, and was not before: templates, front matter of pages of the nav."""

    templates: Mapping[str, str]
    read: frozenset[str]


class Made(NamedTuple):
    """What is left of a page. `number` is its place among the pages; `record` is None where nothing was written.

    MkDocs reads all pages before it makes one of a template, so what it warns of comes in two parts.
    """

    number: int
    source: Source
    record: Record | None
    index_text: bytes
    places: Places
    learned: Learned
    warned_reading: tuple[str, ...]
    warned_building: tuple[str, ...]


class Failed(NamedTuple):
    """A page that could not be read, or read but not built."""

    number: int
    was_read: bool
    trouble: Trouble


class Beyond(NamedTuple):
    """A page that only MkDocs itself can make, and why."""

    what: str


Judge = Callable[[BaseException, list[str]], Trouble]
"""Says what an exception means, given what MkDocs logged."""


class Maker:
    """Makes pages of one plan. `messages` is where MkDocs' log is kept, and is emptied for each page."""

    def __init__(self, plan: Plan, staging: Staging, messages: list[str], judge: Judge) -> None:
        self._plan = plan
        self._staging = staging
        self._messages = messages
        self._judge = judge
        self._broken = len(plan.pages)
        self._told = Learned({}, frozenset())

    def make(self, number: int) -> Made | Failed | Beyond | None:
        """Make a page. None where one before it could not be built already: that one is reported, not this."""
        found: list[search.Entry] = []
        page, was_read = self._plan.pages[number], False
        self._plan.files.asked.clear()
        try:
            with self._at_work(page, "reading") as warned_reading:
                source = look(page.file.abs_src_path or "")
                page.read_source(self._plan.config)
                markdown.convert(page, self._plan.config, self._plan.files)
            was_read = True
            if number > self._broken:
                return None
            with self._at_work(page, "building") as warned_building:
                if self._plan.search:
                    found = search.entries(self._plan.search, page)
                record = self._write(page)
        except NeedsAll as error:
            return Beyond(str(error))
        except (Exception, SystemExit) as error:  # an extension may raise anything
            self._broken = min(number, self._broken) if was_read else self._broken
            return Failed(number, was_read, self._judge(error, self._messages))
        places, text = _places(page, self._plan.files.asked), index_text(found)
        return Made(
            number,
            source,
            record,
            text,
            places,
            self._learned(),
            tuple(warned_reading),
            tuple(warned_building),
        )

    def _learned(self) -> Learned:
        asked = self._plan.shelf.asked
        templates = {} if len(asked) == len(self._told.templates) else asked.copy()
        read = frozenset(NavPage.read - self._told.read)
        self._told = Learned(templates or self._told.templates, self._told.read | read)
        return Learned(templates, read)

    @contextmanager
    def _at_work(self, page: Page, doing: str) -> Iterator[list[str]]:
        """What MkDocs does around each step; gives what it warned of, once the step is done."""
        heard: list[str] = []
        self._messages.clear()
        self._plan.config._current_page = page  # noqa: SLF001  # extensions ask for it
        try:
            yield heard
        except Exception as error:
            why = "" if isinstance(error, BuildError) else f" {error}"
            _log.error("Error %s page '%s':%s", doing, page.file.src_uri, why)
            raise
        finally:
            self._plan.config._current_page = None  # noqa: SLF001
        heard += self._messages

    def _write(self, page: Page) -> Record | None:
        html = built(page, self._plan)
        if not html.strip():
            return None
        return self._staging.write(page.file.dest_uri, html.encode("utf-8", errors="xmlcharrefreplace"))


def built(page: Page, plan: Plan) -> str:
    """A page that was read, in its template."""
    NavPage.maker = page
    page.active = True
    try:
        context = get_context(plan.nav, plan.unseen, plan.config, page)
        return plan.env.get_template(page.meta.get("template", "main.html")).render(context)
    finally:
        page.active = False
        NavPage.maker = None


def index_text(entries: Iterable[search.Entry]) -> bytes:
    """Entries of the search index as the plugin writes them, but for the brackets around all."""
    return json.dumps(list(entries), separators=(",", ":"), default=str)[1:-1].encode()


def _places(page: Page, asked: Iterable[str]) -> Places:
    """Take from a page what others may ask of it; the rest, which is large, nobody asks for again."""
    anchors = frozenset(page.present_anchor_ids or ())
    links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
    page.markdown = page.content = page.present_anchor_ids = page.links_to_anchors = None
    page.toc = ()  # type: ignore[assignment]
    return Places(anchors, links, frozenset(asked))
