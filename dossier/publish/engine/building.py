"""A whole site, in the order in which MkDocs makes it, as far as anybody can see.

Owns which step comes after which, and which of several failures is the one MkDocs would have met first. What is made
and what is warned of is the same, in the same order, however many processes are at work, and whatever is remembered.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig

from dossier.cache import Cache
from dossier.publish.engine import markdown
from dossier.publish.engine.anchors import dead_anchors
from dossier.publish.engine.fingerprint import Opaque, fingerprint
from dossier.publish.engine.frame import clash
from dossier.publish.engine.framing import Frame
from dossier.publish.engine.index import addresses, index_files, index_head
from dossier.publish.engine.kept import index_parts, index_stays, pages_kept, shared_holds
from dossier.publish.engine.known import remembers
from dossier.publish.engine.making import Beyond, Failed, Judge, Made, Maker, Trouble
from dossier.publish.engine.memory import Memory, Remembered, recall, save
from dossier.publish.engine.plan import Plan, configured, plan, read_nav
from dossier.publish.engine.remembering import memory_of
from dossier.publish.engine.watched import NeedsAll
from dossier.publish.engine.workers import Job, processes, spread
from dossier.publish.staging import Staging

__all__ = ["Layout", "Site", "Stopped", "build", "lay_out"]


class Site(NamedTuple):
    """What was made: the addresses of the pages, and all that MkDocs warns of, in its order."""

    addresses: tuple[str, ...]
    warned: tuple[str, ...]


class Stopped(Exception):  # noqa: N818
    """A page could not be made. `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__()
        self.trouble = trouble


class Layout(NamedTuple):
    """What is known of a site without a look into any of its pages: which there are, and what is remembered of them.

    `key` is empty where nothing is remembered. `files` are those that were there to be laid out.
    """

    key: str
    before: Memory
    site: Plan
    warned: list[str]
    files: list[tuple[str, ...]]


def lay_out(config: MkDocsConfig, messages: list[str], cache: Cache) -> Layout:
    """Lay out a site whose plugins have not yet had their say. `messages` is where MkDocs' log is kept.

    Raises whatever a plugin raises.
    """
    with _uncollected():
        config = configured(config)
        key = _key(config, cache)
        before = recall(cache, key) if key else Memory()
        markdown.make_ready(config)
        return _laid_out(config, key, before, messages)


def build(
    layout: Layout, staging: Staging, messages: list[str], judge: Judge, cache: Cache, jobs: int | None
) -> Site:
    """Make the site in the folder of `staging`. `messages` is where MkDocs' log is kept, and is emptied.

    It is laid out anew where a page has come or gone since then. Raises `NeedsAll` where only MkDocs itself can make
    this site, and then has put nothing on record; `Stopped`, and whatever a template raises that is no page's.
    """
    with _uncollected():
        begun = _begin(layout, Staging(staging.folder, staging.last), messages)
    maker = Maker(begun.layout.site, begun.scratch, messages, judge)
    made = _pages(maker, begun.layout.site, begun.kept, begun.frame, jobs)
    messages.clear()
    with _uncollected():
        return _finish(begun, made, staging, messages, cache)


def _laid_out(config: MkDocsConfig, key: str, before: Memory, messages: list[str]) -> Layout:
    files = _files(config)
    site = plan(config, before.installed, before.compiled)
    return Layout(key, before, site, _taken(messages), files)


def _files(config: MkDocsConfig) -> list[tuple[str, ...]]:
    """Every folder with the names of its files, as MkDocs finds them."""
    return sorted((folder, *sorted(names)) for folder, _, names in os.walk(config.docs_dir, followlinks=True))


class _Begun(NamedTuple):
    """All that is known before the first page is made."""

    layout: Layout
    scratch: Staging
    kept: dict[str, Remembered]
    parts: dict[str, memoryview] | None
    frame: Frame
    frame_warned: list[str]


def _begin(layout: Layout, scratch: Staging, messages: list[str]) -> _Begun:
    key, before, site, _, files = layout
    if files != _files(site.config):
        layout = _laid_out(site.config, key, before, messages)
        site = layout.site
    if address := clash(site):
        raise NeedsAll(f"two files that would both be {address}")
    read_nav(site)
    messages.clear()  # said again when the pages have their turn
    kept, parts = _kept(site, before, scratch)
    frame = Frame(site, scratch, before)
    return _Begun(layout, scratch, kept, parts, frame, _taken(messages))


def _finish(begun: _Begun, made: list[Made], staging: Staging, messages: list[str], cache: Cache) -> Site:
    (key, before, site, _, _), scratch = begun.layout, begun.scratch
    begun.frame.write()
    after = memory_of(site, before, begun.kept, made, begun.frame)
    _index(site, after, made, begun.parts, scratch)
    for page in site.pages:
        if page.file.src_uri in begun.kept:
            scratch.keep(page.file.dest_uri)
    dead_anchors(site, before, made)
    warned = _warned(begun, made) + _taken(messages)
    if key and not warned and all(each.record for each in made):
        save(cache, key, after, before)
    staging.take(scratch.records)
    staging.take({site.pages[each.number].file.dest_uri: each.record for each in made if each.record})
    return Site(tuple(page.file.dest_uri for page in site.pages), tuple(warned))


def _warned(begun: _Begun, made: Sequence[Made]) -> list[str]:
    reading = [each for one in made for each in one.warned_reading]
    building = [each for one in made for each in one.warned_building]
    # What is said of a template is said once a process, however many pages it is true of.
    return [*begun.layout.warned, *reading, *dict.fromkeys([*begun.frame_warned, *building])]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for garbage among ten thousands of values of which none is any yet."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _key(config: MkDocsConfig, cache: Cache) -> str:
    """The fingerprint of what is remembered; empty where nothing can be."""
    try:
        return fingerprint(config) if cache and remembers(config) else ""
    except Opaque:
        return ""


def _kept(
    site: Plan, before: Memory, staging: Staging
) -> tuple[dict[str, Remembered], dict[str, memoryview] | None]:
    """The pages that stay, and the parts of the old index; None for these where the index stays whole."""
    if not before.pages or not shared_holds(site, before):
        before.forget_pages()
        return {}, {}
    kept = pages_kept(site, before, staging)
    is_same = [page.file.src_uri for page in site.pages] == list(
        before.pages
    ) and kept.keys() == before.pages.keys()
    if is_same and index_stays(site, before, staging):
        return kept, None
    parts = index_parts(site, before, staging)
    if parts is None:
        before.forget_pages()
        return {}, {}
    return kept, parts


def _pages(maker: Maker, site: Plan, kept: Iterable[str], frame: Frame, jobs: int | None) -> list[Made]:
    stay = frozenset(kept)
    numbers = [number for number, page in enumerate(site.pages) if page.file.src_uri not in stay]
    work = [Job(number, _size(site, number)) for number in numbers]
    results = spread(work, maker.make, processes(jobs, work), frame.copy)
    for each in results:
        if isinstance(each, Beyond):
            raise NeedsAll(each.what)
    failed = [each for each in results if isinstance(each, Failed)]
    if unread := [each for each in failed if not each.was_read]:
        raise Stopped(unread[0].trouble)
    frame.check()
    if failed:
        raise Stopped(failed[0].trouble)
    return [each for each in results if isinstance(each, Made)]


def _size(site: Plan, number: int) -> int:
    """Bytes of Markdown; 0 where the file cannot be asked, which its own turn will tell."""
    try:
        return Path(site.pages[number].file.abs_src_path or "").stat().st_size
    except OSError:
        return 0


def _index(
    site: Plan, after: Memory, made: Sequence[Made], parts: dict[str, memoryview] | None, staging: Staging
) -> None:
    after.head = len(index_head(site))
    if parts is None and not made:
        for address in addresses(site):
            staging.keep(address)
        return
    texts: dict[str, bytes | memoryview] = dict(parts or {})
    texts |= {site.pages[each.number].file.src_uri: each.index_text for each in made}
    files = index_files(site, (texts.get(page.file.src_uri, b"") for page in site.pages))
    after.index = {address: staging.write(address, data) for address, data in files.items()}


def _taken(messages: list[str]) -> list[str]:
    taken = messages.copy()
    messages.clear()
    return taken
