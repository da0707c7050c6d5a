"""Checks on names and on being found: ambiguous names, and sheets that nothing leads to."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.checks.subject import Subject
from dossier.diagnostics import Check, Finding, Related, Severity, Span, check
from dossier.model import Sheet

__all__ = ["CHECKS"]


@check(Severity.INFO)
def ambiguous_name(subject: Subject) -> Iterator[Finding]:
    """Two sheets answer to one name. It is linked to neither by itself; write `[[id]]` where it should be.

    Bad:

        # taro-kono.yml and ichiro-kono.yml
        aliases: [Kono]

    Good:

        # taro-kono.yml
        aliases: [Taro Kono]
    """
    for name, owners in subject.graph.names.ambiguous().items():
        first, *others = (_place(subject.dossier.sheets[owner], name) for owner in owners)
        related = tuple(Related(span, "the same name") for span in others)
        hint = "It links by itself to none of them. Take it out of the sheet it does not belong to, if there is one."
        yield Finding(first, f'"{name}" names {" and ".join(owners)}', hint, related)


def _place(sheet: Sheet, name: str) -> Span:
    places = [place for alias, place in sheet.aliases if alias == name]
    places += [other.place for other in sheet.names if other.text == name]
    return (places or [sheet.place])[0].span


@check(Severity.WARNING)
def lonely_sheet(subject: Subject) -> Iterator[Finding]:
    """Nothing leads to a sheet: no relation, no event and no text of another sheet or the briefing.

    Bad:

        # content/actors/asean.yml, which no other sheet names

    Good:

        # content/events/2018-11-singapore-meeting.yml
        actors: [asean, vladimir-putin, shinzo-abe]
    """
    if subject.dossier.unreadable:
        return  # what leads to a sheet may stand in one that cannot be read
    for sheet in subject.dossier.sheets.values():
        is_named = sheet.id in subject.graph.links_to or sheet.id in subject.graph.said_by
        is_reached = is_named or sheet.is_source or sheet.is_event
        if not is_reached:
            hint = f"Name it in a relation or an event of another sheet, or in prose as [[{sheet.id}]]."
            yield Finding(sheet.place.span, "nothing leads to this sheet", hint)


CHECKS: tuple[Check[[Subject]], ...] = (ambiguous_name, lonely_sheet)
