"""What a new sheet may be called. Owns which kind is meant by a word, and what else has the id or the name already."""

from __future__ import annotations

from dossier.diagnostics import Span
from dossier.kinds import Kind, Kinds, Role
from dossier.model import Dossier, Sheet

__all__ = ["kind_called", "taken", "words_for_kinds"]


def words_for_kinds(kinds: Kinds) -> dict[str, Kind]:
    """Every word for a kind, in lower case: its id, its folder, what one and what many are called."""
    found: dict[str, Kind] = {}
    for kind in kinds:
        for word in (kind.id, kind.folder, kind.label, kind.plural):
            found.setdefault(word.casefold(), kind)
    return found


def kind_called(kinds: Kinds, word: str) -> Kind | None:
    """Return the kind that somebody means by a word, in whatever case; None where there is none."""
    exact = kinds.get(word)
    return exact or words_for_kinds(kinds).get(" ".join(word.split()).casefold())


def taken(dossier: Dossier, kind: Kind, name: str, sheet_id: str) -> tuple[str, Span] | None:
    """Return what stands in the way of a new sheet and where that is written; None where nothing does.

    Two sources may have one title, and two events of different days one name.
    """
    if same := dossier.sheets.get(sheet_id):
        return f'the id "{sheet_id}" is taken', same.place.span
    for sheet in dossier.sheets.values():
        for former in sheet.formerly:
            if former.id == sheet_id:
                return f'"{sheet.id}" was formerly called "{sheet_id}"', former.place.span
        both_are_things = sheet.kind.role is kind.role is Role.ENTITY
        if both_are_things and (span := _bears(sheet, name.casefold())):
            return f'"{sheet.id}" is called "{name}" already', span
    return None


def _bears(sheet: Sheet, name: str) -> Span | None:
    named = [(sheet.name, sheet.place), *((each.text, each.place) for each in sheet.names), *sheet.aliases]
    return next((place.span for text, place in named if text.casefold() == name), None)
