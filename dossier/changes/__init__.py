"""What differs between two states of a dossier, by meaning, and how that is told.

Owns the comparison (`compare`), its values and their words. It knows no git, no page and no markup: states come in as
files, and words go out plain.

    values     what a comparison gives
    reading    what of a state is needed: the sheets that differ, and by name what they mention
    renaming   which sheet is which, where its id is another
    asserted   what each sort of statement asserts, taken apart
    entries    a statement as it is compared
    dating     how one date differs from another
    matching   which statement of one state is which of the other
    statements the changes of statements
    sheets     the changes of what a sheet holds besides statements
    comparing  all of it: files to `Changes`
    telling    a change in plain words
    as_json    `Changes` as a document, and back
"""

from dossier.changes.comparing import compare, differing
from dossier.changes.values import (
    NO_HISTORY,
    Changes,
    Day,
    Detail,
    First,
    History,
    Named,
    Said,
    SheetChange,
    Sort,
    StatementChange,
    Unread,
    What,
)
from dossier.changes.wordiff import Piece

__all__ = [
    "NO_HISTORY",
    "Changes",
    "Day",
    "Detail",
    "First",
    "History",
    "Named",
    "Piece",
    "Said",
    "SheetChange",
    "Sort",
    "StatementChange",
    "Unread",
    "What",
    "compare",
    "differing",
]
