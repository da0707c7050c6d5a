"""A dossier checked again. Owns when that can be done by looking only at the sheets that have changed.

It can where what every page may show of every sheet is the same as before (`outline`), nothing was wrong with these
sheets, nothing is now, and nothing loses its only way to be found by their edit. Then all other findings still stand,
and the graph is woven from what is known of it, page by page, as it is asked for. Everything else is checked from the
start.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple, cast

from dossier import checks
from dossier.cache import Cache
from dossier.checks import Subject
from dossier.compiling import outline
from dossier.compiling.fingerprints import digest, installed
from dossier.compiling.sheets import Articles, Sheets, Shelf
from dossier.diagnostics import Diagnostic
from dossier.graph.links import sheet_uses
from dossier.graph.strands import Question, Strand, gifts
from dossier.graph.weaving import Fabric, Weave
from dossier.model import Dossier, Sheet
from dossier.pipeline import Compiled, check

__all__ = ["Basis", "Checked", "check_again"]

_NAME, _SINCE = "graph", "graph-since"
_FEW = 8  # changed sheets; with more, all are read, over all cores
_MANY = 200  # edits since everything was looked at; to remember more of them one by one takes longer than to do so
_LEADING = ("links_to", "said_by", "citing")


class Basis(NamedTuple):
    """What pages are made from: what stands for the outline; by the ids of sheets their files, what stands for them,
    and what stands for all that is counted of them. `shelf` has sheets as they were.
    """

    outline: bytes
    paths: Mapping[str, str]
    files: Mapping[str, bytes]
    counts: Mapping[str, bytes]
    shelf: Shelf


class Checked(NamedTuple):
    """A checked dossier. Without a basis nothing is known of it that the next build could use."""

    compiled: Compiled
    basis: Basis | None


class _Page(NamedTuple):
    """What is known of a sheet: what stands for its file, outline, claims and counts; which questions it answers."""

    file: bytes
    outline: bytes
    claims: bytes
    counts: bytes
    questions: tuple[Question, ...]


class _Known(NamedTuple):
    """What is known of a dossier in which no error was found. `own` stands for it among others."""

    own: bytes
    others: bytes
    frame: Dossier
    held: Mapping[str, tuple[str, str]]
    fabric: Fabric
    paths: Mapping[str, str]
    pages: Mapping[str, _Page]
    rest: Mapping[str, tuple[Question, ...]]
    findings: tuple[Diagnostic, ...]


def check_again(
    files: Mapping[str, bytes], faults: tuple[Diagnostic, ...], cache: Cache, jobs: int
) -> Checked:
    """Check files that were read; `faults` is what was wrong then. What comes out is what `pipeline.check` finds."""
    shelf = Shelf(files, cache, jobs)
    again = _Again(files, cache, shelf) if cache and not faults else None
    if again and (found := again.checked()):
        return found
    compiled = check(files, shelf.read)
    compiled = replace(compiled, diagnostics=(*faults, *compiled.diagnostics))
    if not cache or not _is_fit(compiled):
        return Checked(compiled, None)
    known = _observed(files, compiled)
    cache.save(_NAME, installed(), known)
    return Checked(compiled, _basis(known, known.pages, shelf))


def _is_fit(compiled: Compiled) -> bool:
    dossier = compiled.dossier
    return not (compiled.has_errors or dossier.unreadable or dossier.drafts)


class _Again:
    """One attempt to look only at what has changed."""

    def __init__(self, files: Mapping[str, bytes], cache: Cache, shelf: Shelf) -> None:
        self._files = files
        self._cache = cache
        self._shelf = shelf

    def checked(self) -> Checked | None:
        """The dossier as it is now; None where all of it must be looked at."""
        known = cast("_Known | None", self._cache.load(_NAME, installed()))
        if known is None or known.others != outline.of_others(self._files, known.paths):
            return None
        own = installed() + known.own.hex()
        since = cast("dict[str, _Page]", self._cache.load(_SINCE, own) or {})
        pages = {**known.pages, **since}
        digests = {path: digest(self._files[path]) for path in known.paths.values()}
        changed = [each for each, path in known.paths.items() if pages[each].file != digests[path]]
        if len(changed) > _FEW or len(since) > _MANY:
            return None
        if any(_is_told_of(known.paths[each], known.findings) for each in changed):
            return None
        sheets = Sheets(known.paths, digests, self._files, known.frame.kinds, self._shelf)
        dossier = replace(known.frame, sheets=sheets, articles=Articles(known.held, self._files))
        reach = _reach(pages, known.rest)
        weave = Weave(dossier, known.fabric, reach)
        fresh = self._looked_at(changed, pages, sheets, weave)
        if fresh is None or not _moved(pages, fresh, reach) or self._finds_something(changed, dossier, weave):
            return None
        if fresh:
            self._cache.save(_SINCE, own, {**since, **fresh})
        compiled = Compiled(dossier, weave.graph, known.findings)
        return Checked(compiled, _basis(known, {**pages, **fresh}, self._shelf))

    @staticmethod
    def _looked_at(
        changed: Sequence[str], pages: Mapping[str, _Page], sheets: Sheets, weave: Weave
    ) -> dict[str, _Page] | None:
        """What is known of the changed sheets now; None where other sheets would have to be looked at as well."""
        fresh: dict[str, _Page] = {}
        for each in changed:
            read, before = sheets.read(each), pages[each]
            if read.sheet is None or read.of_form or read.of_fields:
                return None
            now = _page(sheets.digest(each), read.sheet, weave.strand(each), {})
            if (now.outline, now.claims) != (before.outline, before.claims):
                return None
            fresh[each] = now
        return fresh

    def _finds_something(self, changed: Collection[str], dossier: Dossier, weave: Weave) -> bool:
        """Whether something is wrong with the changed sheets."""
        strands = {each: weave.strand(each) for each in changed}
        graph = replace(
            weave.graph,
            statements=tuple(statement for strand in strands.values() for statement in strand.statements),
            prose={
                (each, name): text for each, strand in strands.items() for name, text in strand.prose.items()
            },
            uses=tuple(use for each in changed for use in sheet_uses(dossier.sheets[each])),
        )
        seeds = {path: data for path, data in self._files.items() if path.startswith("seeds/")}
        focused = replace(dossier, sheets=_Focused(dossier.sheets, changed))
        return next(checks.run_on(Subject(focused, graph, seeds)), None) is not None


def _is_told_of(path: str, findings: Iterable[Diagnostic]) -> bool:
    """Whether a finding stands in a file, or leads to it."""
    return any(
        path == span.file
        for each in findings
        for span in (each.span, *(other.span for other in each.related), *(edit.span for edit in each.remedy))
    )


def _moved(pages: Mapping[str, _Page], fresh: Mapping[str, _Page], reach: dict[Question, list[str]]) -> bool:
    """Have changed sheets answer the questions they answer now; False where nothing would lead to something any more.

    Nor must something be led to that was not: both are what a finding may tell of.
    """
    for each, now in fresh.items():
        for question in set(now.questions).symmetric_difference(pages[each].questions):
            if question[0] in _LEADING and fresh.keys() >= set(reach.get(question, ())):
                return False
    for each, now in fresh.items():
        for question in pages[each].questions:
            reach[question].remove(each)
        for question in now.questions:
            reach.setdefault(question, []).append(each)
    for question in [each for page in fresh for each in pages[page].questions if not reach.get(each)]:
        reach.pop(question, None)
    return True


class _Focused(Mapping[str, Sheet]):
    """All sheets to whoever looks one up, and a few to whoever goes through them."""

    def __init__(self, sheets: Mapping[str, Sheet], few: Collection[str]) -> None:
        self._sheets = sheets
        self._few = few

    def __getitem__(self, sheet_id: str) -> Sheet:
        return self._sheets[sheet_id]

    def __contains__(self, sheet_id: object) -> bool:
        return sheet_id in self._sheets

    def __iter__(self) -> Iterator[str]:
        return iter(self._few)

    def __len__(self) -> int:
        return len(self._few)


def _observed(files: Mapping[str, bytes], compiled: Compiled) -> _Known:
    """What is to be known of a dossier the next time."""
    dossier, strands = compiled.dossier, compiled.graph.strands
    paths = {sheet.id: sheet.path for sheet in dossier.sheets.values()}
    sources = (dossier.sheets[source] for source in dossier.articles)
    others = outline.of_others(files, paths)
    alike: dict[Question, Question] = {}  # equal questions are kept once
    pages = {
        each: _page(digest(files[path]), dossier.sheets[each], strands[each], alike)
        for each, path in paths.items()
    }
    return _Known(
        own=digest(others + b"".join(page.file for page in pages.values())),
        others=others,
        frame=replace(dossier, sheets={}, articles={}),
        held={each.id: (each.text("text"), each.text("language") or "en") for each in sources},
        fabric=Fabric.of(dossier, compiled.graph),
        paths=paths,
        pages=pages,
        rest={page: _questions(strand, alike) for page, strand in strands.items() if page not in paths},
        findings=compiled.diagnostics,
    )


def _page(file: bytes, sheet: Sheet, strand: Strand, alike: dict[Question, Question]) -> _Page:
    claims = outline.of_claims(sheet)
    counts = outline.of_counts(strand)
    return _Page(file, outline.of_sheet(sheet), claims, counts, _questions(strand, alike))


def _questions(strand: Strand, alike: dict[Question, Question]) -> tuple[Question, ...]:
    asked = dict.fromkeys(gift.question for gift in gifts(strand))
    return tuple(alike.setdefault(question, question) for question in asked)


def _reach(pages: Mapping[str, _Page], rest: Mapping[str, tuple[Question, ...]]) -> dict[Question, list[str]]:
    """The pages that answer each question."""
    found: defaultdict[Question, list[str]] = defaultdict(list)
    asked = chain(rest.items(), ((each, page.questions) for each, page in pages.items()))
    for page, questions in asked:
        for question in questions:
            found[question].append(page)
    return dict(found)


def _basis(known: _Known, pages: Mapping[str, _Page], shelf: Shelf) -> Basis:
    return Basis(
        outline.of_all(known.others, {each: page.outline for each, page in pages.items()}),
        known.paths,
        {each: page.file for each, page in pages.items()},
        {each: page.counts for each, page in pages.items()},
        shelf,
    )
