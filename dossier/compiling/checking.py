"""A dossier checked again. Owns when that can be done by looking only at the sheets that have changed.

It can where what every page may show of every sheet is the same as before (`outline`), nothing was wrong with these
sheets, nothing is now, and nothing loses its only way to be found by their edit. Then all other findings still stand,
and the graph is woven from what is known of it, page by page, as it is asked for. Everything else is checked from the
start.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, cast

from dossier import checks
from dossier.cache import Cache
from dossier.checks import Subject
from dossier.compiling import outline
from dossier.compiling.fingerprints import digest, installed
from dossier.compiling.known import Basis, Known, Page, basis_of, observe, page_of, reach
from dossier.compiling.sheets import Articles, Sheets, Shelf
from dossier.diagnostics import Diagnostic
from dossier.graph.links import sheet_uses
from dossier.graph.strands import Question
from dossier.graph.weaving import Weave
from dossier.model import Dossier, Sheet
from dossier.pipeline import Compiled, check

__all__ = ["Checked", "check_again"]

_NAME, _SINCE = "graph", "graph-since"
_FEW = 8  # changed sheets; with more, all are read, over all cores
_MANY = 200  # edits since everything was looked at; to remember more of them one by one takes longer than to do so
_LEADING = ("links_to", "said_by", "citing")


class Checked(NamedTuple):
    """A checked dossier. Without a basis nothing is known of it that the next build could use."""

    compiled: Compiled
    basis: Basis | None


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
    known = observe(files, compiled)
    cache.save(_NAME, installed(), known)
    return Checked(compiled, basis_of(known, known.pages, shelf))


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
        known = cast("Known | None", self._cache.load(_NAME, installed()))
        if known is None or known.others != outline.of_others(self._files, known.paths):
            return None
        own = installed() + known.own.hex()
        since = cast("dict[str, Page]", self._cache.load(_SINCE, own) or {})
        pages = {**known.pages, **since}
        digests = {path: digest(self._files[path]) for path in known.paths.values()}
        changed = [each for each, path in known.paths.items() if pages[each].file != digests[path]]
        if len(changed) > _FEW or len(since) > _MANY:
            return None
        if any(_is_told_of(known.paths[each], known.findings) for each in changed):
            return None
        sheets = Sheets(known.paths, digests, self._files, known.frame.kinds, self._shelf)
        dossier = replace(known.frame, sheets=sheets, articles=Articles(known.held, self._files))
        reached = reach(pages, known.rest)
        weave = Weave(dossier, known.fabric, reached)
        fresh = self._looked_at(changed, pages, sheets, weave)
        if (
            fresh is None
            or not _moved(pages, fresh, reached)
            or self._finds_something(changed, dossier, weave)
        ):
            return None
        if fresh:
            self._cache.save(_SINCE, own, {**since, **fresh})
        compiled = Compiled(dossier, weave.graph, known.findings)
        return Checked(compiled, basis_of(known, {**pages, **fresh}, self._shelf))

    @staticmethod
    def _looked_at(
        changed: Sequence[str], pages: Mapping[str, Page], sheets: Sheets, weave: Weave
    ) -> dict[str, Page] | None:
        """What is known of the changed sheets now; None where other sheets would have to be looked at as well."""
        fresh: dict[str, Page] = {}
        for each in changed:
            read, before = sheets.read(each), pages[each]
            if read.sheet is None or read.of_form or read.of_fields:
                return None
            now = page_of(sheets.digest(each), read.sheet, weave.strand(each), {})
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


def _moved(pages: Mapping[str, Page], fresh: Mapping[str, Page], reach: dict[Question, list[str]]) -> bool:
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
