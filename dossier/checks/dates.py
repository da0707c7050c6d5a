"""Checks on dates: that nothing has happened that could not have been known."""

from __future__ import annotations

from collections.abc import Iterator

from dossier import edtf
from dossier.checks.subject import Subject
from dossier.diagnostics import Check, Finding, Severity, check
from dossier.edtf import Date
from dossier.model import Sheet

__all__ = ["CHECKS"]


@check()
def happened_too_late(subject: Subject) -> Iterator[Finding]:
    """An event is said to have happened after the day the dossier's knowledge ends (`updated` in the briefing).

    Bad:

        date: 2031-01-01
        status: happened

    Good:

        date: 2031-01-01
        status: planned
    """
    updated = _updated(subject)
    for sheet, date in _events(subject):
        status = sheet.choice("status")
        if updated and status and status.id == "happened" and edtf.is_after(date, updated):
            problem = f"this happened after {edtf.say(updated)}, where the dossier's knowledge ends"
            hint = 'Write status: planned, correct the date, or move "updated" in content/briefing.yml.'
            yield Finding(sheet.place_of("date").span, problem, hint)


@check(Severity.WARNING)
def planned_in_the_past(subject: Subject) -> Iterator[Finding]:
    """The time of a planned event has passed, and the dossier does not say what came of it.

    Bad:

        date: 2019-03
        status: planned

    Good:

        date: 2019-03
        status: planned
        outcome: 2019-03-05-deputies-talks
    """
    updated = _updated(subject)
    for sheet, date in _events(subject):
        status = sheet.choice("status")
        is_open = status and status.id == "planned" and not sheet.references("outcome")
        if updated and is_open and edtf.is_before(date, updated):
            problem = f"this was planned for {edtf.say(date)}, which is past, and has no outcome"
            hint = 'Add "outcome:" with the event that came of it, or write status: cancelled.'
            yield Finding(sheet.place_of("date").span, problem, hint)


@check()
def as_of_after_updated(subject: Subject) -> Iterator[Finding]:
    """The briefing speaks from a day that the dossier knows nothing about yet.

    Bad:

        as_of: 2019-02-25
        updated: 2019-02-01

    Good:

        as_of: 2019-02-25
        updated: 2022-03-22
    """
    briefing = subject.dossier.briefing
    if briefing and edtf.is_after(briefing.as_of, briefing.updated):
        hint = '"updated" is the day of the latest thing the dossier knows; it is not before "as_of".'
        yield Finding(briefing.updated_place.span, '"updated" is before "as_of"', hint)


@check(Severity.WARNING)
def reviewed_too_early(subject: Subject) -> Iterator[Finding]:
    """A sheet is said to have been reviewed before what it tells of had happened.

    Bad:

        date: 2022-03-21
        status: happened
        reviewed: 2021-05-01

    Good:

        date: 2022-03-21
        status: happened
        reviewed: 2022-05-01
    """
    for sheet, date in _events(subject):
        status = sheet.choice("status")
        if sheet.reviewed and status and status.id == "happened" and edtf.is_before(sheet.reviewed[0], date):
            problem = f"this was reviewed before it happened ({edtf.say(date)})"
            yield Finding(sheet.reviewed[1].span, problem, "Correct the day, or take the line out.")


def _updated(subject: Subject) -> Date | None:
    return subject.dossier.briefing.updated if subject.dossier.briefing else None


def _events(subject: Subject) -> Iterator[tuple[Sheet, Date]]:
    for sheet in subject.dossier.sheets.values():
        date = sheet.date() if sheet.is_event else None
        if date:
            yield sheet, date


CHECKS: tuple[Check[[Subject]], ...] = (
    happened_too_late,
    planned_in_the_past,
    as_of_after_updated,
    reviewed_too_early,
)
