"""Checks on drafts: that nothing is published before somebody has looked at it, and that what waits is in order.

Owns the findings on drafts as such. What is wrong in one is found by the checks of all sheets, as if it were accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dossier.checks.subject import Subject
from dossier.diagnostics import Check, Diagnostic, Finding, Severity, Span, check
from dossier.graph import connect
from dossier.model import DraftItem, as_if_accepted
from dossier.suggestions import did_you_mean

__all__ = ["CHECKS", "in_place"]


@check()
def unreviewed_draft(subject: Subject) -> Iterator[Finding]:
    """A draft has not been looked at by a person. Nothing is published while one is left.

    Drafts are made by `dossier ingest`. Their quotations are exact, the rest is a guess.

    Bad:

        # content/drafts/tass-2019-02-25.yml
          - text: “Japan laid claims to the four southern islands.”
            on: japan
            cite: {source: tass-2019-02-25, quote: "Japan laid claims to the four southern islands"}
            draft: true

    Good:

        # the item is deleted; or put in words, and the line "draft: true" deleted:
          - text: Laid claim to the four southern islands.
            on: japan
            cite: {source: tass-2019-02-25, quote: "Japan laid claims to the four southern islands"}
    """
    for item in _items(subject):
        if item.mark:
            hint = 'Delete the whole item, or put it in your own words and delete its line "draft: true".'
            yield Finding(item.mark.span, "this draft has not been reviewed", hint)


@check()
def waiting_draft(subject: Subject) -> Iterator[Finding]:
    """A draft has been reviewed, but it is still among the drafts, from where nothing is published.

    Bad:

        # content/drafts/tass-2019-02-25.yml
          - text: Laid claim to the four southern islands.
            on: japan
            cite: {source: tass-2019-02-25, quote: "Japan laid claims to the four southern islands"}

    Good:

        # content/actors/japan.yml, after `dossier accept`
        claims:
          - text: Laid claim to the four southern islands.
            cite: {source: tass-2019-02-25, quote: "Japan laid claims to the four southern islands"}
    """
    for item in _items(subject):
        if not item.mark:
            yield Finding(_head(item), "this reviewed draft is not in its place yet", "Run: dossier accept")


@check()
def misplaced_draft(subject: Subject) -> Iterator[Finding]:
    """A draft does not say where it comes from or belongs: its source, or the sheet it is for, is not there.

    Bad:

        on: japann

    Good:

        on: japan
    """
    sheets = subject.dossier.sheets
    sources = [sheet.id for sheet in sheets.values() if sheet.is_source]
    for draft in subject.dossier.drafts:
        if draft.source and draft.source.id not in {*sources, *subject.dossier.unreadable}:
            hint = did_you_mean(draft.source.id, sources, "Write the id of a sheet in content/sources.")
            yield Finding(draft.source.place.span, f'there is no source "{draft.source.id}"', hint)
    others = sheets.keys() - set(sources)
    for item in _items(subject):
        if item.on and item.on.id not in {*others, *subject.dossier.unreadable}:
            hint = did_you_mean(item.on.id, others, "Write the id of the sheet that the claim is for.")
            yield Finding(item.on.place.span, f'no sheet "{item.on.id}" can hold this claim', hint)
        if item.claim and not item.on and not item.mark:
            hint = 'Add a line "on:" with the id of the sheet that the claim is for.'
            yield Finding(_head(item), "this claim does not say which sheet it is for", hint)


def _items(subject: Subject) -> Iterator[DraftItem]:
    return (item for draft in subject.dossier.drafts for item in draft.items)


def _head(item: DraftItem) -> Span:
    """The name of the item's first field."""
    return item.node.entries[0].key.span if item.node.entries else item.node.span


def in_place(subject: Subject, checks: Iterable[Check[[Subject]]]) -> Iterator[Diagnostic]:
    """The errors that the checks of all sheets would find in the drafts if these were accepted as they stand.

    What is no error can wait until they are: half of them never will be.
    """
    paths = {draft.path for draft in subject.dossier.drafts}
    if not paths:
        return
    sheets = as_if_accepted(subject.dossier.sheets, subject.dossier.drafts)
    dossier = replace(subject.dossier, sheets=sheets, drafts=())
    accepted = Subject(dossier, connect(dossier), subject.seeds)
    for each in (each for each in checks if each.severity is Severity.ERROR):
        yield from (found for found in each(accepted) if found.span.file in paths)


CHECKS: tuple[Check[[Subject]], ...] = (unreviewed_draft, waiting_draft, misplaced_draft)
