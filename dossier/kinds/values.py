"""The values a declaration is made of. Owns their shapes and look-ups; `loading` makes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = [
    "COLOURS",
    "ICONS",
    "MAP_USES",
    "Choice",
    "Field",
    "FieldType",
    "Kind",
    "Kinds",
    "RelationType",
    "Role",
]


ICONS = (
    "person", "group", "building", "flag", "document", "law", "island", "place", "calendar", "quotation", "ship",
    "vehicle", "object", "money", "idea", "tag",
)  # fmt: skip
MAP_USES = ("fill", "hatch", "part")
"""What a map makes of a relation: who has it is filled or hatched by the other end, or is a part of the other end."""
COLOURS = ("red", "amber", "olive", "teal", "blue", "indigo", "plum", "slate")


class Role(StrEnum):
    """What the compiler does with sheets of a kind. Every kind that extends `event` or `source` shares its role."""

    ENTITY = "entity"
    EVENT = "event"
    SOURCE = "source"


class FieldType(StrEnum):
    """How the text of a field is read."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    COORDINATES = "coordinates"
    GEOMETRY = "geometry"
    URL = "url"
    CHOICE = "choice"
    REFERENCES = "references"
    LANGUAGE = "language"
    FILE = "file"
    SHA256 = "sha256"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a choice field may have; `schema` is its schema.org type, where it has one."""

    id: str
    label: str
    schema: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A named, typed value of a sheet. A date with an `event` label stands in the chronology by itself."""

    name: str
    type: FieldType
    label: str
    about: str = ""
    required: bool = False
    unit: str = ""
    event: str = ""
    reverse: str = ""
    to: tuple[str, ...] = ()
    choices: Mapping[str, Choice] = field(default_factory=dict)
    needs_evidence: bool = True


@dataclass(frozen=True, slots=True)
class RelationType:
    """An edge to another sheet, the kinds it may lead to, and what it is called seen from there.

    `acts_for`: who has this relation speaks or acts for the other end, as a minister does for a state.
    `map`: how a map shows it, if it does; one of `MAP_USES`.
    """

    name: str
    label: str
    reverse: str
    to: tuple[str, ...]
    about: str = ""
    role_required: bool = False
    acts_for: bool = False
    map: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of sheet. `fields` need no citation of their own, `facts` and `relations` do.

    `icon` and `colour` mark it wherever it is shown; the theme draws them.
    `lineage` is its id and those of the kinds it extends: wherever one of them may stand, it may.
    """

    id: str
    lineage: tuple[str, ...]
    label: str
    plural: str
    folder: str
    icon: str
    colour: str
    about: str
    schema: str
    role: Role
    fields: Mapping[str, Field]
    facts: Mapping[str, Field]
    relations: Mapping[str, RelationType]


class Kinds:
    """All kinds of a dossier, in the order they are published."""

    def __init__(self, kinds: dict[str, Kind]) -> None:
        self._by_id = dict(kinds)
        self._by_folder = {
            kind.folder: kind for kind in reversed(kinds.values())
        }  # the first to claim it keeps it

    def __iter__(self) -> Iterator[Kind]:
        return iter(self._by_id.values())

    def __getitem__(self, kind_id: str) -> Kind:
        return self._by_id[kind_id]

    def get(self, kind_id: str) -> Kind | None:
        return self._by_id.get(kind_id)

    def in_folder(self, folder: str) -> Kind | None:
        """The kind whose sheets live in this folder of `content/`."""
        return self._by_folder.get(folder)

    @property
    def folders(self) -> list[str]:
        return list(self._by_folder)
