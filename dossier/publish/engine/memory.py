"""What a build leaves for the next one, and what of it still holds.

Owns the form of what is remembered. No HTML is: a page that is as it was is taken from the last release, where it is
what it should be. A build that was warned of something publishes nothing, and leaves nothing either.
"""

from __future__ import annotations

import marshal
import secrets
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, cast

from mkdocs.utils import get_build_datetime

from dossier.cache import Cache
from dossier.publish.engine.frame import SITEMAP
from dossier.publish.engine.shelf import Compiled, found
from dossier.publish.engine.sources import Source, look
from dossier.publish.manifest import Record

__all__ = [
    "Memory",
    "Places",
    "Remembered",
    "Template",
    "as_they_are",
    "looked_up",
    "moment",
    "recall",
    "save",
]

_LEVEL = 1  # of compression: what is smaller is also read and sealed sooner
_SITE, _PLACES, _TEMPLATES = "site", "site-places", "site-templates"


class Remembered(NamedTuple):
    """A page as it was made: from which source, to which file, and how much of the search index is its."""

    source: Source
    record: Record
    indexed: int


class Template(NamedTuple):
    """A template that was asked for: where it was found ("" for nowhere), and what it asks besides the page."""

    file: str
    source: Source | None
    moment: str
    """How fine a time it shows: "date", "second", or "" for none."""


class Places(NamedTuple):
    """Of a page, what ties it to others: anchors, links to anchors, and the files that any of its links asks for."""

    anchors: frozenset[str]
    links: Mapping[str, Mapping[str, str]]
    asked: frozenset[str]

    def packed(self) -> bytes:
        data = marshal.dumps(
            (list(self.anchors), {to: dict(links) for to, links in self.links.items()}, list(self.asked))
        )
        return zlib.compress(data, _LEVEL)

    @classmethod
    def unpacked(cls, data: bytes) -> Places:
        anchors, links, asked = marshal.loads(zlib.decompress(data))  # noqa: S302  # from a cache that we sealed ourselves
        return cls(frozenset(anchors), links, frozenset(asked))


@dataclass(slots=True)
class Memory:
    """All that is remembered of a site. `token` ties the parts to each other that are kept apart."""

    token: str = ""
    pages: dict[str, Remembered] = field(default_factory=dict)
    places: dict[str, bytes] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    """The paths of all files that links may lead to."""
    templates: dict[str, Template] = field(default_factory=dict)
    read: frozenset[str] = frozenset()
    """What front matter of pages of the nav other pages show."""
    nav: str = ""
    """The digest of all that other pages may show of the nav."""
    moment: str = ""
    static: dict[str, Source] = field(default_factory=dict)
    frame: tuple[str, dict[str, Record]] = ("", {})
    index: dict[str, Record] = field(default_factory=dict)
    head: int = 0
    """Bytes of the search index before the part of the first page."""
    installed: list[str] | None = None
    """The files of the theme as it is installed."""
    compiled: Compiled = field(default_factory=dict)

    def forget_pages(self) -> None:
        """Make nothing of the pages any more; what else is remembered holds without them."""
        self.pages, self.places = {}, {}
        self.files = self.read = frozenset()
        self.templates = {}
        self.frame, self.index = ("", {}), {}

    def of(self, path: str) -> Places:
        return Places.unpacked(self.places[path])


_FIELDS = (
    "token",
    "pages",
    "files",
    "templates",
    "read",
    "nav",
    "moment",
    "static",
    "frame",
    "index",
    "head",
    "installed",
)


def recall(cache: Cache, fingerprint: str) -> Memory:
    """What the last build left, if it was of the same fingerprint; else an empty memory."""
    site = cache.load(_SITE, fingerprint)
    if not isinstance(site, tuple) or len(site) != len(_FIELDS):
        return Memory()
    memory = _named(Memory(**dict(zip(_FIELDS, site, strict=True))))
    compiled = cache.load(_TEMPLATES, fingerprint)
    memory.compiled = cast("Compiled", compiled) if isinstance(compiled, dict) else {}
    places = cache.load(_PLACES, fingerprint + memory.token)
    if isinstance(places, dict) and places.keys() == memory.pages.keys():
        memory.places = places
        return memory
    return Memory(installed=memory.installed, compiled=memory.compiled)


def _named(memory: Memory) -> Memory:
    """With the names that `_simple` took away."""
    memory.pages = {
        path: Remembered(Source(*source), Record(*record), size)
        for path, (source, record, size) in memory.pages.items()
    }
    memory.templates = {
        name: Template(file, Source(*source) if source else None, fine)
        for name, (file, source, fine) in memory.templates.items()
    }
    memory.static = {path: Source(*source) for path, source in memory.static.items()}
    memory.frame = (memory.frame[0], {path: Record(*record) for path, record in memory.frame[1].items()})
    memory.index = {path: Record(*record) for path, record in memory.index.items()}
    return memory


def save(cache: Cache, fingerprint: str, memory: Memory, before: Memory) -> None:
    """Leave for the next build what differs from what the last one left."""
    if memory.compiled != before.compiled:
        cache.save(_TEMPLATES, fingerprint, memory.compiled)
    memory.token = before.token
    if memory.places != before.places or not memory.token:
        memory.token = secrets.token_hex(8)
        cache.save(_PLACES, fingerprint + memory.token, memory.places)
    if any(getattr(memory, name) != getattr(before, name) for name in _FIELDS):
        cache.save(_SITE, fingerprint, tuple(_simple(getattr(memory, name)) for name in _FIELDS))


def _simple(value: object) -> object:
    """Plain tuples: a name with each of ten thousand makes them slow to load."""
    if isinstance(value, tuple):
        return tuple(map(_simple, value))
    if isinstance(value, dict):
        return {name: _simple(each) for name, each in value.items()}
    return value


def looked_up(names: Mapping[str, str], before: Mapping[str, Template]) -> dict[str, Template]:
    """The templates as they are now, by the files they were found in."""
    return {name: _template(name, file, before.get(name)) for name, file in sorted(names.items())}


def as_they_are(templates: Mapping[str, Template], folders: list[str]) -> dict[str, Template]:
    """Remembered templates, looked up anew."""
    return looked_up({name: found(name, folders) for name in templates}, templates)


def moment(templates: Iterable[Template]) -> str:
    """The time, as finely as any of the templates shows it; so that what shows a time is not kept beyond it."""
    fine = {template.moment for template in templates}
    now = get_build_datetime()
    return now.isoformat() if "second" in fine else now.date().isoformat() if "date" in fine else ""


def _template(name: str, file: str, known: Template | None) -> Template:
    if not file:
        return Template("", None, "")
    source = look(file, known.source if known and known.file == file else None)
    if known and known.source and known.source.sha256 == source.sha256:
        return Template(file, source, known.moment)
    text = Path(file).read_bytes()
    fine = "second" if b"build_date" in text else "date" if b"update_date" in text and name != SITEMAP else ""
    return Template(file, source, fine)
