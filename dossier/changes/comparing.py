"""Two states of a dossier to `Changes`. Owns which page of one state is which of the other, and the order of it all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

from dossier import edtf
from dossier.changes.entries import entries
from dossier.changes.reading import Files, State, read_state
from dossier.changes.renaming import moved, renamed_files
from dossier.changes.sheets import briefing_details, outline_details, page_details, sheet_details
from dossier.changes.statements import statement_changes
from dossier.changes.values import Changes, Detail, Named, SheetChange, Sort, Unread, What
from dossier.graph import BRIEFING_ID
from dossier.graph.statements import page_id
from dossier.kinds import Kind
from dossier.model import BRIEFING_FILE, Sheet

__all__ = ["compare", "differing"]

_BRIEFING = Named(BRIEFING_ID, "Briefing")
_BRIEFINGS = Sort("briefing", "Briefing", "Briefing")
_PAGES = Sort("page", "Page", "Pages")
_MAPS = Named("geo", "Outlines on maps")
_OUTLINES = Sort("geo", "Map", "Maps")

Item = TypeVar("Item")


def differing(before: Files, after: Files) -> frozenset[str]:
    """The paths of files that are not the same in both."""
    both = before.keys() | after.keys()
    return frozenset(path for path in both if before.get(path) != after.get(path))


def compare(before: Files, after: Files, paths: Collection[str] | None = None) -> Changes:
    """Compare two states of a dossier by meaning: a new order, another layout, a moved file change nothing.

    `paths` are those of the files that differ, where that is known; of other files only what they mention is read. What
    cannot be read in one of the states is said, and not compared.
    """
    paths = differing(before, after) if paths is None else paths
    if not paths:
        return Changes()
    states = read_state(before, paths), read_state(after, paths)
    comparison = _Comparison(*states, renamed_files(before, after, paths), is_briefing=BRIEFING_FILE in paths)
    return Changes(tuple(comparison.all()), tuple(comparison.unread()))


class _Comparison:
    """Everything of two states, side by side."""

    def __init__(self, before: State, after: State, renamed: Mapping[str, str], *, is_briefing: bool) -> None:
        self._before = before
        self._after = after
        self._is_briefing = is_briefing
        self._moved = moved(before.sheets, after.sheets, renamed)
        self._former = {new: old for old, new in self._moved.items()}
        self._faulty = {fault.span.file for state in (before, after) for fault in state.faults}

    def all(self) -> Iterator[SheetChange]:
        found = [*self._briefing(), *self._pages(), *self._sheets(), *self._outlines()]
        yield from (each for each in found if each.what or each.details or each.statements)

    def unread(self) -> Iterator[Unread]:
        for side, state in (("before", self._before), ("after", self._after)):
            for fault in state.faults:
                yield Unread(side, fault.span.file, fault.span.line, fault.message)

    def _briefing(self) -> Iterator[SheetChange]:
        old, new = self._before.dossier.briefing, self._after.dossier.briefing
        if self._is_briefing and (old or new) and self._are_known(old, new, BRIEFING_FILE):
            yield self._made(_BRIEFING, _BRIEFINGS, old, new, briefing_details)

    def _pages(self) -> Iterator[SheetChange]:
        old, new = ({page.slug: page for page in each.dossier.pages} for each in (self._before, self._after))
        for slug, page in sorted({**old, **new}.items()):
            if self._are_known(old.get(slug), new.get(slug), page.path):
                named = Named(page_id(slug), page.title)
                yield self._made(named, _PAGES, old.get(slug), new.get(slug), page_details)

    def _sheets(self) -> Iterator[SheetChange]:
        """Sheets in the order of kinds, then of names."""
        old = {self._moved.get(key, key): sheet for key, sheet in self._before.sheets.items()}
        new = self._after.sheets
        unread = self._before.dossier.unreadable | self._after.dossier.unreadable
        order = [kind.id for kind in self._after.dossier.kinds]
        for key, sheet in sorted({**old, **new}.items(), key=lambda item: _order(item[1], order)):
            if key not in unread:
                yield self._sheet(old.get(key), new.get(key), sheet)

    def _outlines(self) -> Iterator[SheetChange]:
        details = outline_details(self._before.dossier.shapes, self._after.dossier.shapes)
        yield SheetChange(_MAPS, _OUTLINES, None, "", tuple(details), ())

    def _are_known(self, before: object, after: object, path: str) -> bool:
        """Whether what is missing from a state is not there, rather than there and not readable."""
        return bool(before and after) or path not in self._faulty

    def _sheet(self, before: Sheet | None, after: Sheet | None, shown: Sheet) -> SheetChange:
        def details(old: Sheet, new: Sheet) -> Iterator[Detail]:
            return sheet_details(old, new, (self._before, self._after), self._moved)

        change = self._made(Named(shown.id, shown.name), _sort(shown.kind), before, after, details)
        return change._replace(formerly=self._former.get(shown.id, "") if after else "")

    def _made(
        self,
        named: Named,
        sort: Sort,
        before: Item | None,
        after: Item | None,
        details: Callable[[Item, Item], Iterator[Detail]],
    ) -> SheetChange:
        what = None if before and after else What.ADDED if after else What.REMOVED
        old_id = self._former.get(named.id, named.id)
        statements = statement_changes(
            list(entries(self._before, old_id, self._moved)) if before else [],
            list(entries(self._after, named.id, {})) if after else [],
        )
        told = tuple(details(before, after)) if before and after else ()
        return SheetChange(named, sort, what, "", told, statements)


def _order(sheet: Sheet, kinds: list[str]) -> tuple[int, tuple[edtf.SortKey, ...], str, str]:
    """By kind; events by their dates, others by their names."""
    place = kinds.index(sheet.kind.id) if sheet.kind.id in kinds else len(kinds)
    date = sheet.date() if sheet.is_event else None
    return place, (date.sort_key,) if date else (), sheet.name.casefold(), sheet.id


def _sort(kind: Kind) -> Sort:
    return Sort(kind.id, kind.label, kind.plural)
