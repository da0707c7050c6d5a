"""A change in plain words. Owns what readers are told, and in which words; how it is set is for whoever shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from dossier.changes.values import Changes, Detail, Named, Said, SheetChange, StatementChange, What
from dossier.changes.wordiff import Piece, whole, wordings

__all__ = ["Line", "counted", "lines", "said", "summary", "told_source", "whole_sheets"]

_LABELS = {
    What.ADDED: "Added",
    What.REMOVED: "Removed",
    What.REWORDED: "Reworded",
    What.DATED: "Date added",
    What.UNDATED: "Date taken out",
    What.SHARPENED: "Date sharpened",
    What.WIDENED: "Date less precise",
    What.RENAMED: "Renamed",
    What.NAMES: "Other names",
    What.MOVED: "New address",
    What.TEXT_HELD: "Text now held",
    What.TEXT_DROPPED: "Text no longer held",
    What.TEXT_REPLACED: "Text replaced",
    What.REDRAWN: "Redrawn",
}
_CHANGED = {
    What.VALUE: "value",
    What.RELATION: "details",
    What.VOICE: "attribution",
    What.STATUS: "status",
    What.REDATED: "date",
    What.RECITED: "evidence",
}
"""Of these it is said that they changed."""
_TEXTS = {
    What.TEXT_HELD: "what is quoted of it can be checked here",
    What.TEXT_DROPPED: "what is cited of it can no longer be checked here",
    What.TEXT_REPLACED: "what is quoted of it stands in the new one",
}
_WAYS = ("added", "removed", "changed")
_CONTESTED = {"contested", "withdrawn"}


class Line(NamedTuple):
    """One change: what happened, as it reads now, as it read, and what is to be added; what there is not is empty.

    `statement` is the statement as it stands now; None where it is gone, and for what is no statement.
    """

    label: str
    after: tuple[Piece, ...] = ()
    before: tuple[Piece, ...] = ()
    aside: str = ""
    statement: Said | None = None


def lines(change: SheetChange) -> Iterator[Line]:
    """Tell all that changed of a sheet, one line a change."""
    yield from map(_detail, change.details)
    yield from map(_statement, change.statements)


def whole_sheets(changes: Changes) -> Iterator[tuple[str, tuple[SheetChange, ...]]]:
    """What came and what went as a whole, by sort: "Actors added", and which."""
    for what in (What.ADDED, What.REMOVED):
        found = (sheet for sheet in changes.sheets if sheet.what is what)
        for sort, sheets in groupby(found, key=lambda sheet: sheet.sort):
            yield f"{sort.plural} {_LABELS[what].lower()}", tuple(sheets)


def summary(changes: Changes) -> str:
    """How much changed, in a phrase: "2 actors added; 3 statements added; 12 statements changed"."""
    told = [
        f"{counted(len(sheets), sheets[0].sort.label.lower(), sheets[0].sort.plural.lower())} {label.split()[-1]}"
        for label, sheets in whole_sheets(changes)
    ]
    remaining = [sheet for sheet in changes.sheets if sheet.what is None]
    ways = Counter(_way(change) for sheet in remaining for change in sheet.statements)
    told += [f"{counted(ways[way], 'statement')} {way}" for way in _WAYS if ways[way]]
    others = sum(bool(sheet.details) for sheet in remaining)
    told += [f"details of {counted(others, 'page')} changed"] if others else []
    return "; ".join(told)


def _way(change: StatementChange) -> str:
    return str(change.what[0]) if change.what[0] in (What.ADDED, What.REMOVED) else "changed"


def said(of: Said) -> str:
    """A statement in words: who says it and when, what, and whether that is contested."""
    is_claim = of.part == "claim"
    head = ", ".join(part for part in (of.by.name, of.date if is_claim else "") if part)
    tail = f" ({of.status.name.lower()})" if is_claim and of.status.id in _CONTESTED else ""
    return f"{f'{head}: ' if head else ''}{of.words}{tail}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number of things: "1 statement", "2,000 statements"."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def _statement(change: StatementChange) -> Line:
    label = _label(change.what)
    before, after = change.before, change.after
    if after is None:
        return Line(label, before=whole(said(change.said)))
    found = Line(label, whole(said(after)), statement=after)
    if before is None:
        return found
    if said(before) != said(after):
        old, new = wordings(said(before), said(after))
        found = found._replace(before=old, after=new)
    return found._replace(aside=_evidence(before, after) if What.RECITED in change.what else "")


def _label(ways: tuple[What, ...]) -> str:
    """In which ways a statement changed: "Reworded, date and evidence changed"."""
    told = [_LABELS[what].lower() for what in ways if what in _LABELS]
    *most, last = [_CHANGED[what] for what in ways if what in _CHANGED] or [""]
    told += [f"{' and '.join(part for part in (', '.join(most), last) if part)} changed"] if last else []
    label = ", ".join(told)
    return label[:1].upper() + label[1:]


def _evidence(before: Said, after: Said) -> str:
    """What changed of the evidence."""
    gained = [
        told_source(each) for each in after.sources if each.id not in {old.id for old in before.sources}
    ]
    lost = [told_source(each) for each in before.sources if each.id not in {new.id for new in after.sources}]
    told = [f"new evidence: {'; '.join(gained)}"] if gained else []
    told += [f"evidence taken out: {'; '.join(lost)}"] if lost else []
    if before.mark != after.mark:
        told.append(f"{after.mark or 'without evidence'}, before: {before.mark or 'without evidence'}")
    if not told:
        is_reasoning = before.sources != after.sources
        told.append("the editor’s reasoning is put otherwise" if is_reasoning else "other words are quoted")
    return "; ".join(told)


def told_source(named: Named) -> str:
    """What a statement rests on, in short."""
    return named.name if named.id else "the editor’s own reasoning"


def _detail(detail: Detail) -> Line:
    what, label, before, after = detail
    match what:
        case What.TEXT_HELD | What.TEXT_DROPPED | What.TEXT_REPLACED:
            return Line(_LABELS[what], whole(_TEXTS[what]))
        case What.MOVED:
            return Line(_LABELS[what], whole(after), whole(before))
        case What.NAMES:
            return Line(label, aside="; ".join(_names(before, after)))
        case What.ADDED | What.REMOVED | What.REDRAWN:
            return Line(f"{label} {_LABELS[what].lower()}", whole(after or before))
        case What.RENAMED:
            label = _LABELS[what]
        case _:
            label = f"{label} changed" if before and after else f"{label} {'added' if after else 'removed'}"
    if not before or not after:
        return Line(label, whole(after) if after else (), whole(before) if before else ())
    old, new = wordings(before, after)
    return Line(label, new, old)


def _names(dropped: str, given: str) -> Iterator[str]:
    if given:
        yield f"given: {given}"
    if dropped:
        yield f"taken out: {dropped}"
