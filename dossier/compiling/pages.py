"""The pages of the build before. Owns which of them still hold.

The page of a sheet holds while the outline of the dossier is the same, nothing it was made from has changed, nothing
that has changed belongs on it now, and its file is as it was written. Pages that go through all sheets are always made
anew: that costs little, and whether they differ is seen when they are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from dossier.cache import Cache
from dossier.compiling.fingerprints import Parts, installed, parts_of
from dossier.compiling.outline import outline
from dossier.compiling.traces import Question, Trace, Tracer, questions_about
from dossier.pages import Desk, Task, tasks
from dossier.pipeline import export
from dossier.processes import spread

__all__ = ["Pages", "Stamp", "compile_pages"]

_NAME = "pages"


Stamp = tuple[int, int]
"""By what one sees that a file was not touched: its size in bytes and its time in nanoseconds."""


class _Made(NamedTuple):
    """Pages as they were made: their paths, the day their sheet was changed (which they tell), and what from."""

    paths: tuple[str, ...]
    changed: str
    trace: Trace


class _Memory(NamedTuple):
    """What is remembered of a build: what stood for its outline and its sheets, and its pages by the names of tasks."""

    outline: bytes
    sheets: Mapping[str, Parts]
    pages: Mapping[str, _Made]
    stamps: Mapping[str, Stamp]


@dataclass(frozen=True, slots=True)
class Pages:
    """What is to be written below `build/`, and what stands there and holds still."""

    files: Mapping[str, bytes]
    kept: frozenset[str]
    _memory: _Memory

    def remember(self, cache: Cache, stamps: Mapping[str, Stamp]) -> None:
        """Keep for the next build what was made. `stamps` are those of the files below `build/`, now written."""
        cache.save(_NAME, installed(), self._memory._replace(stamps=stamps))


def compile_pages(
    desk: Desk, files: Mapping[str, bytes], stamps: Mapping[str, Stamp], cache: Cache, jobs: int
) -> Pages:
    """Make the files below `build/`, those that still hold excepted.

    `files` are those of the dossier, `stamps` those of what lies below `build/` now.
    """
    tracer = Tracer(desk.dossier, desk.graph)
    traced = replace(desk, dossier=tracer.dossier, graph=tracer.graph)
    before = cast("_Memory | None", cache.load(_NAME, installed()))
    now = outline(files, desk.dossier, desk.graph, desk.addresses)
    sheets = {sheet.id: parts_of(files[sheet.path]) for sheet in desk.dossier.sheets.values()}
    still = _Still(before, sheets, desk, stamps) if before and before.outline == now else None
    asked = {task.name: task for task in tasks(traced)}
    known = {name: made for name, task in asked.items() if still and (made := still.holding(task))}
    wanted = [task for name, task in asked.items() if name not in known]

    def make(task: Task | None) -> tuple[dict[str, bytes], Trace]:
        if task is None:
            return export(desk), tracer.trace()
        made = {f"pages/{page.path}": page.text.encode() for page in task.make()}
        return made, tracer.trace()

    kept = frozenset(path for made in known.values() for path in made.paths)
    fresh: dict[str, bytes] = {}
    for task, (texts, trace) in zip((None, *wanted), spread(make, [None, *wanted], jobs), strict=True):
        fresh |= texts
        if task and (task.unread or (task.sheet and not trace.is_of_all)):
            known[task.name] = _Made(tuple(texts), _changed(desk, task), trace)
    return Pages(fresh, kept, _Memory(now, sheets, known, {}))


class _Still:
    """Which pages of the build before still hold, its outline being the same."""

    def __init__(
        self, before: _Memory, sheets: Mapping[str, Parts], desk: Desk, stamps: Mapping[str, Stamp]
    ) -> None:
        self._before = before
        self._desk = desk
        self._stamps = stamps
        pairs = [(each, now, before.sheets.get(each)) for each, now in sheets.items()]
        self._whole = {each for each, now, then in pairs if not then or then.whole != now.whole}
        self._without_body = {each for each, now, then in pairs if not then or then[1] != now[1]}
        self._front = {each for each, now, then in pairs if not then or then.front != now.front}
        self._questions = questions_about(self._whole, desk.graph) if self._whole else set[Question]()

    def holding(self, task: Task) -> _Made | None:
        """The pages a task would make, if they are as it would make them."""
        made = self._before.pages.get(task.name)
        if made is None or made.changed != _changed(self._desk, task) or not self._is_untouched(made):
            return None
        return made if (self._is_one(made.trace) if task.sheet else self._are_all(task)) else None

    def _is_one(self, trace: Trace) -> bool:
        return (
            self._whole.isdisjoint(trace.owners)
            and self._front.isdisjoint(trace.seen)
            and self._questions.isdisjoint(trace.questions)
        )

    def _are_all(self, task: Task) -> bool:
        return not (self._front if "claims" in task.unread else self._without_body)

    def _is_untouched(self, made: _Made) -> bool:
        then = self._before.stamps
        return all(path in then and self._stamps.get(path) == then[path] for path in made.paths)


def _changed(desk: Desk, task: Task) -> str:
    return desk.changed.get(desk.dossier.sheets[task.sheet].path, "") if task.sheet else ""
