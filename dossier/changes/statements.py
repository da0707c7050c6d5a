"""The changes of statements. Owns in which ways a statement can change."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.changes.dating import redated
from dossier.changes.entries import Entry
from dossier.changes.matching import matched
from dossier.changes.values import StatementChange, What

__all__ = ["statement_changes"]


def statement_changes(before: list[Entry], after: list[Entry]) -> tuple[StatementChange, ...]:
    """What changed between the statements of a page: in their order, then those that are gone."""
    changes = (_change(old, new) for old, new in matched(before, after))
    return tuple(change for change in changes if change.what)


def _change(before: Entry | None, after: Entry | None) -> StatementChange:
    if before is None or after is None:
        what: tuple[What, ...] = (What.ADDED,) if after else (What.REMOVED,)
    else:
        what = tuple(_ways(before, after))
    return StatementChange(what, before.said if before else None, after.said if after else None)


def _ways(before: Entry, after: Entry) -> Iterator[What]:
    if before.words != after.words and before.key != after.key:
        yield What.REWORDED
    if before.extra != after.extra:
        yield What.RELATION if before.group.startswith("relation") else What.VALUE
    if before.said.by.id != after.said.by.id:
        yield What.VOICE
    if before.said.status.id != after.said.status.id:
        yield What.STATUS
    if how := redated(before.date, after.date):
        yield how
    if before.cites != after.cites or before.said.mark != after.said.mark:
        yield What.RECITED
