"""Which events brought things together. Owns what counts as such an event.

What was only planned, or called off, brought nothing together; an event that names very many ties no two of them.
"""

from __future__ import annotations

from collections import defaultdict

from dossier.kinds import Role
from dossier.model import Dossier, Sheet

__all__ = ["gatherings", "participants"]

_CROWD = 40  # sheets; beyond, that an event names both says nothing of two of them
_NOT_HAPPENED = ("planned", "cancelled")


def gatherings(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """The events that brought each sheet together with others, earliest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    events = [sheet for sheet in dossier.sheets.values() if sheet.is_event and _happened(sheet)]
    for event in sorted(events, key=_by_date):
        named = participants(dossier, event)
        for each in named if 1 < len(named) <= _CROWD else ():
            found[each].append(event.id)
    return {each: tuple(events) for each, events in found.items()}


def participants(dossier: Dossier, event: Sheet) -> tuple[str, ...]:
    """What the fields of an event name, other events and sources left out."""
    named = dict.fromkeys(each.id for _, references in event.reference_fields() for each in references)
    sheets = dossier.sheets
    return tuple(each for each in named if each in sheets and sheets[each].kind.role is Role.ENTITY)


def _happened(event: Sheet) -> bool:
    status = event.choice("status")
    return status is None or status.id not in _NOT_HAPPENED


def _by_date(event: Sheet) -> tuple[bool, object, str]:
    date = event.date()
    return date is None, date.sort_key if date else (), event.id
