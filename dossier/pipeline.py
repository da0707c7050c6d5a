"""Files to pages, in one pass. Owns the order of the stages; each stage is a module of its own.

    files -> assemble -> Dossier -> connect -> Graph -> check -> diagnostics
                                                     -> render -> pages
                                                     -> export -> data

Nothing here or below reads a disk, a clock or the environment: equal files give equal results. What only pages need is
loaded when pages are wanted: most commands only check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from dossier import checks
from dossier.changes import NO_HISTORY, History
from dossier.checks import Subject
from dossier.diagnostics import Diagnostic, Severity
from dossier.graph import Graph, connect
from dossier.model import Dossier, Reader, assemble, read_files

if TYPE_CHECKING:
    from dossier.pages import Desk, Page
    from dossier.pages.rendering import Task

__all__ = ["DATA", "Compiled", "Files", "Site", "check", "compile_site", "desk_of", "tasks"]

Files = Mapping[str, bytes]
"""The files of a dossier: paths relative to its folder, with `/`, to bytes."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A dossier, its graph, and everything that is wrong with it."""

    dossier: Dossier
    graph: Graph
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        return any(each.severity is Severity.ERROR for each in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Site:
    """What a dossier compiles to: files below `build/`, by path."""

    files: Files


def check(files: Files, reader: Reader = read_files) -> Compiled:
    """Read a dossier and find everything that is wrong with it. `reader` reads its sheets."""
    dossier, faults = assemble(files, reader)
    graph = connect(dossier)
    seeds = {path: data for path, data in files.items() if path.startswith("seeds/")}
    findings = checks.run(Subject(dossier, graph, seeds))
    return Compiled(dossier, graph, (*faults, *findings))


def desk_of(
    compiled: Compiled, changed: Mapping[str, str] = MappingProxyType({}), history: History = NO_HISTORY
) -> Desk:
    """What the pages of a dossier in which no errors were found are written with.

    For pages to say, `changed` gives the day (ISO 8601) on which a file was last changed, and `history` the days on
    which the dossier came to say something else.
    """
    from dossier.pages import Desk
    from dossier.pages.addresses import Addresses

    addresses = Addresses(compiled.dossier, compiled.graph.claims)
    return Desk(compiled.dossier, compiled.graph, addresses, changed, history)


def compile_site(
    compiled: Compiled, changed: Mapping[str, str] = MappingProxyType({}), history: History = NO_HISTORY
) -> Site:
    """Render a dossier in which no errors were found; the rest is as for `desk_of`."""
    desk = desk_of(compiled, changed, history)
    return Site({path: data for task in tasks(desk) for path, data in task.make().items()})


DATA = "dossier.json"
"""The task that makes the whole dossier as one document, and the name of that."""


def tasks(desk: Desk) -> Iterator[Task[Files]]:
    """What there is to make, each by itself: files below `build/`."""
    from dossier.exports import bibliography, dossier_json, feed, schema
    from dossier.pages import tasks as tasks_of_pages
    from dossier.pages.addresses import SOURCES_BIB, SOURCES_CSL
    from dossier.pages.rendering import Task

    dossier = desk.dossier

    def sources() -> Files:
        return {
            f"pages/{SOURCES_BIB}": bibliography.export_biblatex(dossier),
            f"pages/{SOURCES_CSL}": bibliography.export_csl(dossier),
        }

    yield Task(DATA, lambda: {DATA: dossier_json.export(dossier, desk.graph)})
    yield Task("schema", lambda: schema.export(dossier), "", ("fields", "summary", "relations", "claims"))
    yield Task("sources", sources, "", ("fields",))
    yield Task("feed", lambda: feed.export(desk), "", ("fields",))
    for task in tasks_of_pages(desk):
        yield Task(task.name, partial(_written, task.make), *task[2:])


def _written(make: Callable[[], Iterable[Page]]) -> Files:
    return {f"pages/{page.path}": page.text.encode() for page in make()}
