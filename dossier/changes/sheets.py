"""The changes of what a sheet holds besides statements. Owns which of it counts.

What only keeps the books does not: when a sheet was reviewed, when an address was looked up, checksums.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dossier import edtf
from dossier.changes.asserted import words_of_value
from dossier.changes.reading import State
from dossier.changes.values import Detail, What
from dossier.kinds import Field
from dossier.model import Briefing, HandPage, ReferencesValue, Shape, Sheet
from dossier.model.wording import say_value

__all__ = ["briefing_details", "outline_details", "page_details", "sheet_details"]

_BOOKS = {"accessed", "sha256", "text"}
_SAID_BY_THE_EVENT = {"date", "status"}


def sheet_details(
    before: Sheet, after: Sheet, states: tuple[State, State], moved: Mapping[str, str]
) -> Iterator[Detail]:
    """What changed of a sheet that stands in both states. `moved` gives new ids of what has been given another."""
    if before.id != after.id and before.id in {old.id for old in after.formerly}:
        yield Detail(What.MOVED, "Address", before.id, after.id)
    if before.name != after.name:
        yield Detail(What.RENAMED, "Title" if after.is_source else "Name", before.name, after.name)
    if before.kind.id != after.kind.id:
        yield Detail(What.FIELD, "Kind", before.kind.label, after.kind.label)
    yield from _names(before, after)
    yield from _fields(before, after, states, moved)
    yield from _text(before, after)


def briefing_details(before: Briefing, after: Briefing) -> Iterator[Detail]:
    """What changed of the briefing besides what it says."""
    told = (
        ("Title", before.title, after.title),
        ("Description", before.description, after.description),
        ("Day of the briefing", edtf.say(before.as_of), edtf.say(after.as_of)),
        ("End of knowledge", edtf.say(before.updated), edtf.say(after.updated)),
        ("Sections", _headings(before), _headings(after)),
    )
    yield from (Detail(What.FIELD, label, old, new) for label, old, new in told if old != new)


def page_details(before: HandPage, after: HandPage) -> Iterator[Detail]:
    """What changed of a page written by hand besides what it says on evidence."""
    if before.title != after.title:
        yield Detail(What.RENAMED, "Title", before.title, after.title)


def outline_details(before: Mapping[str, Shape], after: Mapping[str, Shape]) -> Iterator[Detail]:
    """Which outlines came, went, or were drawn otherwise."""
    redrawn = [key for key in before.keys() & after.keys() if before[key].parts != after[key].parts]
    if given := _shape_names(after, after.keys() - before.keys()):
        yield Detail(What.ADDED, "Outlines", "", given)
    if dropped := _shape_names(before, before.keys() - after.keys()):
        yield Detail(What.REMOVED, "Outlines", dropped, "")
    if names := _shape_names(after, redrawn):
        yield Detail(What.REDRAWN, "Outlines", names, names)


def _shape_names(shapes: Mapping[str, Shape], keys: Iterable[str]) -> str:
    return ", ".join(shapes[key].properties.get("name", key) for key in sorted(keys))


def _headings(briefing: Briefing) -> str:
    return " · ".join(section.title for section in briefing.sections)


def _names(before: Sheet, after: Sheet) -> Iterator[Detail]:
    old, new = _other_names(before), _other_names(after)
    dropped = ", ".join(f"“{name}”" for name in old if name not in new)
    given = ", ".join(f"“{name}”" for name in new if name not in old)
    if dropped or given:
        yield Detail(What.NAMES, "Other names", dropped, given)


def _other_names(sheet: Sheet) -> dict[str, None]:
    """The names and aliases of a sheet, in order; which language a name is filed under is no part of it."""
    return dict.fromkeys([*(name.text for name in sheet.names), *(alias for alias, _ in sheet.aliases)])


def _fields(
    before: Sheet, after: Sheet, states: tuple[State, State], moved: Mapping[str, str]
) -> Iterator[Detail]:
    left_out = _BOOKS | (_SAID_BY_THE_EVENT if after.is_event else set())
    for name, declared in _declared(before, after).items():
        if name in left_out or _compared(before, name, moved) == _compared(after, name, {}):
            continue
        old, new = (
            words_of_value(sheet.value(name), state.dossier)
            for sheet, state in zip((before, after), states, strict=True)
        )
        yield Detail(What.FIELD, declared.label, old, new)


def _declared(before: Sheet, after: Sheet) -> dict[str, Field]:
    """The fields that either has, in the order of their kinds."""
    found = {**before.kind.fields, **after.kind.fields}
    return {name: field for name, field in found.items() if name in before.fields or name in after.fields}


def _compared(sheet: Sheet, name: str, moved: Mapping[str, str]) -> object:
    value = sheet.value(name)
    if isinstance(value, ReferencesValue):
        return {moved.get(each.id, each.id) for each in value.references}
    return say_value(value) if value is not None else None


def _text(before: Sheet, after: Sheet) -> Iterator[Detail]:
    old, new = before.text("text"), after.text("text")
    if new and not old:
        yield Detail(What.TEXT_HELD, "Text", "", new)
    elif old and not new:
        yield Detail(What.TEXT_DROPPED, "Text", old, "")
    elif before.text("sha256") != after.text("sha256"):
        yield Detail(What.TEXT_REPLACED, "Text", old, new)
