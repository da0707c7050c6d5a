"""The dossier as typed values: sheets, the briefing, hand-written pages and the texts held.

Owns what a statement is made of and how files become one `Dossier`. References are kept as written: whether anything
answers to them, and whether a quotation stands in its source, is for `graph`.
"""

from dossier.model.assembling import RULES, Reader, SheetFile, assemble, read_file, read_files
from dossier.model.briefing import BRIEFING_FILE
from dossier.model.drafts import DRAFTS_FOLDER, as_if_accepted
from dossier.model.geojson import Form, Part, Position, Ring, point
from dossier.model.keeping import Declarations, Read
from dossier.model.reading import is_seed
from dossier.model.shapes import Shape
from dossier.model.values import (
    AddressValue,
    Briefing,
    ChoiceValue,
    Claim,
    ClaimReference,
    CoordinatesValue,
    DateValue,
    Dossier,
    Draft,
    DraftItem,
    Fact,
    HandPage,
    Name,
    NumberValue,
    ReferencesValue,
    Relation,
    Section,
    Sheet,
    TextValue,
    Value,
)

__all__ = [
    "BRIEFING_FILE",
    "DRAFTS_FOLDER",
    "RULES",
    "AddressValue",
    "Briefing",
    "ChoiceValue",
    "Claim",
    "ClaimReference",
    "CoordinatesValue",
    "DateValue",
    "Declarations",
    "Dossier",
    "Draft",
    "DraftItem",
    "Fact",
    "Form",
    "HandPage",
    "Name",
    "NumberValue",
    "Part",
    "Position",
    "Read",
    "Reader",
    "ReferencesValue",
    "Relation",
    "Ring",
    "Section",
    "Shape",
    "Sheet",
    "SheetFile",
    "TextValue",
    "Value",
    "as_if_accepted",
    "assemble",
    "is_seed",
    "point",
    "read_file",
    "read_files",
]
