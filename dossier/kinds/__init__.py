"""What a sheet of each kind may hold: fields, facts, relations and the words for their reverses.

Owns the declarations: their values and how they are read from `kinds/*.yml` (of this package, then of the dossier,
which may add to a kind or bring its own). It does not read sheets.
"""

from dossier.kinds.linting import RULES
from dossier.kinds.loading import load, shipped
from dossier.kinds.values import Choice, Field, FieldType, Kind, Kinds, RelationType, Role

__all__ = [
    "RULES",
    "Choice",
    "Field",
    "FieldType",
    "Kind",
    "Kinds",
    "RelationType",
    "Role",
    "load",
    "shipped",
]
