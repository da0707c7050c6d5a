"""What a comparison gives. Owns the shapes: plain values that need no dossier to be told, and keep as JSON."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

__all__ = [
    "NO_HISTORY",
    "Changes",
    "Day",
    "Detail",
    "First",
    "History",
    "Named",
    "Said",
    "SheetChange",
    "Sort",
    "StatementChange",
    "Unread",
    "What",
]


class What(StrEnum):
    """In what way something is no longer what it was. The order is that in which it is told."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    VALUE = "value-changed"
    RELATION = "relation-changed"
    VOICE = "attributed-otherwise"
    STATUS = "status-changed"
    DATED = "dated"
    UNDATED = "undated"
    SHARPENED = "date-sharpened"
    WIDENED = "date-widened"
    REDATED = "date-changed"
    RECITED = "evidence-changed"
    RENAMED = "renamed"
    NAMES = "names-changed"
    MOVED = "moved"
    FIELD = "field-changed"
    TEXT_HELD = "text-held"
    TEXT_DROPPED = "text-dropped"
    TEXT_REPLACED = "text-replaced"
    REDRAWN = "redrawn"


class Named(NamedTuple):
    """Something with an id, and what it is called."""

    id: str
    name: str


class Sort(NamedTuple):
    """What sort of page it is: a kind, the briefing, a page written by hand."""

    id: str
    label: str
    plural: str


class Said(NamedTuple):
    """A statement in one of the two states.

    `anchor` is its place on its page and `part` the sort of statement; `words` are plain, without who says them.
    `date` is in words, `mark` how far it is supported; `sources` are what it rests on, the id empty for the editor's
    own reasoning. What it does not have is empty.
    """

    anchor: str
    part: str
    words: str
    by: Named
    date: str
    status: Named
    mark: str
    sources: tuple[Named, ...]


class StatementChange(NamedTuple):
    """A statement and all that changed of it; `before` is None where it is new, `after` where it is gone."""

    what: tuple[What, ...]
    before: Said | None
    after: Said | None

    @property
    def said(self) -> Said:
        """As it stands now; of what is gone, as it stood."""
        said = self.after or self.before
        assert said is not None, "a change has a side"  # noqa: S101
        return said


class Detail(NamedTuple):
    """Something of a sheet besides its statements: what it is called, and its value before and after."""

    what: What
    label: str
    before: str
    after: str


class SheetChange(NamedTuple):
    """A sheet, the briefing or a page written by hand, and all that changed of it.

    `what` is `ADDED`, `REMOVED`, or None where it stands in both states; `formerly` is its former id, if it had one.
    """

    sheet: Named
    sort: Sort
    what: What | None
    formerly: str
    details: tuple[Detail, ...]
    statements: tuple[StatementChange, ...]


class Unread(NamedTuple):
    """Something that could not be read, so that nothing is said of it. `side` is "before" or "after"."""

    side: str
    file: str
    line: int
    message: str


class Changes(NamedTuple):
    """All that differs: the briefing first, then pages, then sheets by kind and name, each with what changed of it."""

    sheets: tuple[SheetChange, ...] = ()
    unread: tuple[Unread, ...] = ()


class First(NamedTuple):
    """How large a dossier was when it first appeared."""

    sheets: int
    sources: int


class Day(NamedTuple):
    """A day on which the dossier came to say something else.

    `day` is ISO 8601, `moment` that of its last commit (RFC 3339). On the first day `first` says what there was;
    `too_many` says how many files differ where they are too many to be compared.
    """

    day: str
    moment: str
    changes: Changes = Changes()
    first: First | None = None
    too_many: int = 0

    @property
    def says_something(self) -> bool:
        return bool(self.changes.sheets or self.first or self.too_many)


class History(NamedTuple):
    """The newest days on which something changed by meaning, newest first; `known` is False without a history."""

    days: tuple[Day, ...] = ()
    known: bool = False


NO_HISTORY = History()
"""What is known of the past of a dossier where git cannot tell."""
