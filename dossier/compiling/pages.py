"""The pages of the build before. Owns which of them still hold.

The page of a sheet holds while the outline of the dossier is the same, its sheet has not changed, nothing that it
looked up is something else now, and its file is as it was written. What goes through all sheets holds while nothing has
changed that it reads of any.
"""

from __future__ import annotations

import contextlib
from array import array
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from dossier.cache import Cache
from dossier.compiling.differing import lookups_that_differ, parts_that_differ
from dossier.compiling.fingerprints import digest, installed
from dossier.compiling.known import Basis
from dossier.compiling.sheets import Packed
from dossier.compiling.traces import SHEETS, Trace, Tracer, numbers
from dossier.exports import dossier_json
from dossier.model import BRIEFING_FILE, Declarations, Read, Sheet
from dossier.pages import Desk, Task
from dossier.pages.drawings import Drawings
from dossier.pages.previews import Previews
from dossier.pages.templates import compile_all
from dossier.pipeline import DATA, Files, tasks
from dossier.processes import spread

__all__ = ["Below", "Pages", "Stamp", "compile_pages"]

_NAME, _DRAWN, _TEMPLATES = "pages", "maps", "templates"
_FEW = 8  # sheets; with more, what there is of each in a document is not looked for
_SHOWN = frozenset(("fields", "sentence"))  # of a sheet, on pages that are led to it by something else

Stamp = tuple[int, int]
"""By what one sees that a file was not touched: its size in bytes and its time in nanoseconds."""


class Below(NamedTuple):
    """What lies below `build/` now: the stamps of its files, by path, and how one is read."""

    stamps: Mapping[str, Stamp]
    read: Callable[[str], bytes]


class _Made(NamedTuple):
    """Files as they were made: their paths, what they tell besides the dossier's own files, and the numbers of what was
    looked up for them.
    """

    paths: tuple[str, ...]
    told: str
    lookups: array[int]


class _Memory(NamedTuple):
    """What is remembered of a build: what it was made from, and what by the names of tasks.

    `since` has sheets as they were then, where the shelf has them as they were before.
    """

    outline: bytes
    counts: Mapping[str, bytes]
    topics: bool
    files: Mapping[str, bytes]
    since: Mapping[str, Packed]
    pages: Mapping[str, _Made]
    stamps: Mapping[str, Stamp]


@dataclass(frozen=True, slots=True)
class Pages:
    """What is to be written below `build/`, and what stands there and holds still."""

    files: Files
    kept: frozenset[str]
    _memory: _Memory | None

    def remember(self, cache: Cache, stamps: Mapping[str, Stamp]) -> None:
        """Keep for the next build what was made. `stamps` are those of the files below `build/`, now written."""
        if self._memory:
            cache.save(_NAME, installed(), self._memory._replace(stamps=stamps))


def compile_pages(desk: Desk, below: Below, cache: Cache, jobs: int, basis: Basis | None) -> Pages:
    """Make the files below `build/`, those that still hold excepted.

    `basis` is what checking the dossier found its pages to be made from.
    """
    _ready_templates(cache)
    drawn = _drawn(cache, basis)
    desk = replace(desk, drawings=Drawings(drawn))
    tracer = Tracer(desk.dossier, desk.graph)
    told = _Told(desk, basis)
    before = cast("_Memory | None", cache.load(_NAME, installed())) if basis else None
    still = _Still(before, basis, desk, below) if before and basis else None
    holding = still if still and still.is_alike else None
    wanted: list[Task[Files]] = []
    known: dict[str, _Made] = {}
    for task in tasks(tracer.traced(desk)):
        made = holding.made(task, told.by(task)) if holding else None
        if made:
            known[task.name] = made
        else:
            wanted.append(task)
    tracer.trace()  # to list them was to go through all

    def make(task: Task[Files]) -> tuple[Files, Trace, Mapping[Hashable, bytes]]:
        amended = holding.document() if task.name == DATA and holding else None
        made = {DATA: amended} if amended else task.make()
        return made, tracer.trace(), desk.drawings.taken()

    kept = frozenset(path for made in known.values() for path in made.paths)
    fresh: dict[str, bytes] = {}
    before_drawing = len(drawn)
    for task, (texts, trace, drawings) in zip(wanted, spread(make, wanted, jobs), strict=True):
        fresh |= texts
        drawn |= drawings
        if task.reads or (task.sheet and not trace.is_of_all):
            known[task.name] = _Made(
                tuple(texts), told.by(task), trace.lookups if task.sheet else trace.named
            )
    if basis is None:
        return Pages(fresh, kept, None)
    if len(drawn) > before_drawing:
        cache.save(_DRAWN, _of_outline(basis), drawn)
    topics, since = desk.addresses.has_topic_pages, _since(basis, desk)
    memory = _Memory(basis.outline, basis.counts, topics, basis.files, since, known, {})
    return Pages(fresh, kept, memory)


def _ready_templates(cache: Cache) -> None:
    known = cast("Mapping[str, bytes] | None", cache.load(_TEMPLATES, installed()))
    compiled = compile_all(known)
    if known is None:
        cache.save(_TEMPLATES, installed(), compiled)


def _since(basis: Basis, desk: Desk) -> dict[str, Packed]:
    """The sheets that the shelf does not have as they are."""
    left, declarations = basis.shelf.left, Declarations(desk.dossier.kinds)
    return {
        each: (now, declarations.pack(Read(desk.dossier.sheets[each], (), ())))
        for each, now in basis.files.items()
        if left.get(basis.paths[each], (b"",))[0] != now
    }


def _drawn(cache: Cache, basis: Basis | None) -> dict[Hashable, bytes]:
    """The maps of this outline that were drawn before."""
    known = cache.load(_DRAWN, _of_outline(basis)) if basis else None
    return cast("dict[Hashable, bytes]", known or {})


def _of_outline(basis: Basis) -> str:
    return installed() + basis.outline.hex()


class _Told:
    """What files tell besides what the dossier's files say: when those were changed, and how the dossier did."""

    def __init__(self, desk: Desk, basis: Basis | None) -> None:
        self._changed = desk.changed
        self._paths = basis.paths if basis else {}
        self._of_all = digest(repr((desk.history, desk.changed.get(BRIEFING_FILE))).encode()).hex()

    def by(self, task: Task[Files]) -> str:
        """What the files of a task tell."""
        return self._changed.get(self._paths.get(task.sheet, ""), "") if task.sheet else self._of_all


class _Still:
    """What of the build before still holds."""

    def __init__(self, before: _Memory, basis: Basis, desk: Desk, below: Below) -> None:
        self._before = before
        self._desk = desk
        self._below = below
        self._changed = {each for each, now in basis.files.items() if before.files.get(each) != now}
        self._counted = {each for each in self._changed if before.counts.get(each) != basis.counts[each]}
        self._parts: set[tuple[str, str]] = set()
        self._moved: set[int] = set()
        is_alike = (before.outline, before.topics) == (basis.outline, desk.addresses.has_topic_pages)
        self.is_alike = is_alike and self._is_known(basis)

    def _is_known(self, basis: Basis) -> bool:
        """Find out what of all that has changed is something else now; whether it is known how it was before."""
        declarations, graph = Declarations(self._desk.dossier.kinds), self._desk.graph
        for each in self._changed:
            versions = (self._before.since.get(each), basis.shelf.packed.get(basis.paths[each]))
            then = self._before.files[each]
            packed = next((version[1] for version in versions if version and version[0] == then), None)
            old = declarations.unpack(packed).sheet if packed else None
            if old is None:
                return False
            parts = self._parts_that_differ(old, self._desk.dossier.sheets[each])
            moved = lookups_that_differ(each, graph.loom.strand_of(old), graph.strands[each])
            self._moved |= numbers(moved | ({(SHEETS, each)} if parts & _SHOWN else set()))
            self._parts |= {(kind, part) for kind in ("", old.kind.id) for part in parts}
        return True

    def _parts_that_differ(self, old: Sheet, new: Sheet) -> set[str]:
        before, now = (Previews(self._desk.dossier).in_one_sentence(each) for each in (old, new))
        return parts_that_differ(old, new) | ({"sentence"} if before != now else set())

    def made(self, task: Task[Files], told: str) -> _Made | None:
        """The files a task would make, if they are as it would make them."""
        made = self._before.pages.get(task.name)
        if made is None or made.told != told or not self._is_untouched(made.paths):
            return None
        if not (self._is_one(task) if task.sheet else self._is_of_all(task)):
            return None
        return made if self._moved.isdisjoint(made.lookups) else None

    def document(self) -> bytes | None:
        """The whole dossier as one document: that of the build before, with what changed in the place of what was."""
        if len(self._changed) > _FEW or not self._is_untouched((DATA,)):
            return None
        with contextlib.suppress(OSError):
            old = self._below.read(DATA)
            return dossier_json.amended(old, self._desk.dossier, self._desk.graph, sorted(self._changed))
        return None

    def _is_one(self, task: Task[Files]) -> bool:
        return task.sheet not in self._changed

    def _is_of_all(self, task: Task[Files]) -> bool:
        read = {*task.lists, *(("", part) for part in task.reads)}
        return self._parts.isdisjoint(read) and not (task.counted and self._counted)

    def _is_untouched(self, paths: Collection[str]) -> bool:
        then, now = self._before.stamps, self._below.stamps
        return all(path in then and now.get(path) == then[path] for path in paths)
