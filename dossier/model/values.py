"""The values a dossier is made of. Owns their shapes; `assembling` and its neighbours make them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from dossier import strict_yaml
from dossier.articles import Article, Unreadable
from dossier.citations import Cite, Place, Reference
from dossier.edtf import Date
from dossier.kinds import Choice, Field, Kind, Kinds, RelationType, Role
from dossier.model.shapes import Shape
from dossier.prose import Prose


@dataclass(frozen=True, slots=True)
class TextValue:
    """Words."""

    text: str


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A number as the editor wrote it, and its unit (a symbol such as `km²`, or empty)."""

    number: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date in EDTF."""

    date: Date


@dataclass(frozen=True, slots=True)
class CoordinatesValue:
    """A point on WGS 84, in decimal degrees; north and east are positive."""

    latitude: Decimal
    longitude: Decimal


@dataclass(frozen=True, slots=True)
class AddressValue:
    """An address readers can follow."""

    url: str


@dataclass(frozen=True, slots=True)
class ChoiceValue:
    """One of the values the kind allows."""

    choice: Choice


@dataclass(frozen=True, slots=True)
class ReferencesValue:
    """Other sheets."""

    references: tuple[Reference, ...]


Value = TextValue | NumberValue | DateValue | CoordinatesValue | AddressValue | ChoiceValue | ReferencesValue


@dataclass(frozen=True, slots=True)
class Name:
    """A name in another script or form; `language` is a BCP 47 tag."""

    language: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Fact:
    """A typed value with its evidence. `id` is unique on its sheet."""

    id: str
    field: Field
    value: Value
    as_of: Date | None
    note: str
    cites: tuple[Cite, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Relation:
    """An edge to another sheet with its evidence. `id` is unique on its sheet."""

    id: str
    type: RelationType
    to: Reference
    role: str
    when: Date | None
    note: str
    cites: tuple[Cite, ...]
    place: Place


class ClaimReference(NamedTuple):
    """A claim as somebody named it; whether there is one is not known here."""

    sheet: str
    claim: str
    place: Place

    @property
    def id(self) -> str:
        """What the statement would be called in the whole dossier."""
        return f"{self.sheet}#{self.claim}"


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence with its evidence; without `by` the dossier itself says it. `id` is unique on its sheet.

    `changes` are the earlier claims in place of which this one came.
    """

    id: str
    text: Prose
    topic: str
    by: Reference | None
    status: str
    when: Date | None
    cites: tuple[Cite, ...]
    place: Place
    changes: tuple[ClaimReference, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One fact sheet. `place` is its name, where findings on the whole sheet point.

    `reviewed` is the day on which somebody last held the whole sheet against its sources, and where that is written.
    """

    id: str
    kind: Kind
    path: str
    place: Place
    name: str
    names: tuple[Name, ...]
    aliases: tuple[tuple[str, Place], ...]
    formerly: tuple[Reference, ...]
    fields: Mapping[str, tuple[Field, Value, Place]]
    summary: Prose | None = None
    facts: tuple[Fact, ...] = ()
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()
    cites: tuple[Cite, ...] = ()
    body: Prose | None = None
    reviewed: tuple[Date, Place] | None = None

    @property
    def is_event(self) -> bool:
        return self.kind.role is Role.EVENT

    @property
    def is_source(self) -> bool:
        return self.kind.role is Role.SOURCE

    @property
    def texts(self) -> tuple[tuple[str, Prose], ...]:
        """Its prose, each with the name of the field it stands in."""
        return tuple((name, text) for name, text in (("summary", self.summary), ("body", self.body)) if text)

    def value(self, name: str) -> Value | None:
        found = self.fields.get(name)
        return found[1] if found else None

    def place_of(self, name: str) -> Place:
        """Where the value of a field stands; the sheet's name where it has none."""
        found = self.fields.get(name)
        return found[2] if found else self.place

    def text(self, name: str) -> str:
        value = self.value(name)
        return value.text if isinstance(value, TextValue) else ""

    def address(self, name: str) -> str:
        value = self.value(name)
        return value.url if isinstance(value, AddressValue) else ""

    def date(self, name: str = "date") -> Date | None:
        value = self.value(name)
        return value.date if isinstance(value, DateValue) else None

    def choice(self, name: str) -> Choice | None:
        value = self.value(name)
        return value.choice if isinstance(value, ChoiceValue) else None

    def references(self, name: str) -> tuple[Reference, ...]:
        value = self.value(name)
        return value.references if isinstance(value, ReferencesValue) else ()

    def reference_fields(self) -> Iterator[tuple[Field, tuple[Reference, ...]]]:
        for declared, value, _ in self.fields.values():
            if isinstance(value, ReferencesValue):
                yield declared, value.references


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of the briefing."""

    title: str
    body: Prose


class Topic(NamedTuple):
    """What readers see for a topic of claims."""

    id: str
    label: str
    place: Place


@dataclass(frozen=True, slots=True)
class Briefing:
    """The dossier's own words. It speaks as of one day; its knowledge ends on another.

    `sides` are the actors it sets side by side, `address` is where the site is published, `topics` are the labels of
    the topics of claims; each may be empty.
    """

    title: str
    description: str
    language: str
    as_of: Date
    updated: Date
    as_of_place: Place
    updated_place: Place
    sections: tuple[Section, ...]
    sides: tuple[Reference, ...] = ()
    address: str = ""
    topics: tuple[Topic, ...] = ()


@dataclass(frozen=True, slots=True)
class HandPage:
    """A page written by hand: `content/pages/<slug>.md`."""

    slug: str
    path: str
    title: str
    body: Prose


@dataclass(frozen=True, slots=True)
class DraftItem:
    """An event or a claim that may become part of the dossier; None where it cannot be read as one.

    `mark` is where it says that nobody has looked at it yet, None once somebody has; `on` is the sheet a claim is for.
    """

    node: strict_yaml.Mapping
    mark: Place | None
    event: Sheet | None = None
    claim: Claim | None = None
    on: Reference | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A file of drafts, and the source they were taken from. No page and no export knows of it."""

    path: str
    source: Reference | None
    items: tuple[DraftItem, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of it.

    `unreadable` are the ids of sheets that exist but could not be read; `shapes` are the features of `content/geo`.
    `drafts` are not part of what is published.
    """

    kinds: Kinds
    briefing: Briefing | None
    sheets: Mapping[str, Sheet]
    pages: tuple[HandPage, ...]
    articles: Mapping[str, Article | Unreadable]
    unreadable: frozenset[str]
    shapes: Mapping[str, Shape]
    drafts: tuple[Draft, ...] = ()

    @property
    def language(self) -> str:
        """The language the dossier is written in, a BCP 47 tag."""
        return self.briefing.language if self.briefing else "en"

    def of_kind(self, kind_id: str) -> list[Sheet]:
        """The sheets of a kind, in the order of their names."""
        return sorted(
            (sheet for sheet in self.sheets.values() if sheet.kind.id == kind_id),
            key=lambda sheet: (sheet.name.casefold(), sheet.id),
        )
