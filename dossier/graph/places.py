"""Which sheets lie where: the shapes of each, of what it consists, and what land belongs to none.

Owns the way from a sheet to its shapes. Who holds or claims a place is said by its relations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.kinds import Field, FieldType
from dossier.model import CoordinatesValue, Dossier, Shape, Sheet, TextValue, Value, point

__all__ = ["Places", "find_places"]


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where sheets lie. Every shape is drawn for one sheet: where several name it, for that which names the fewest.

    `named` gives the shapes a sheet names and `drawn` those drawn for it; `owner` is the sheet a shape is drawn for.
    `parts` are the sheets that a sheet consists of, by a relation that maps show as `part`, in order of names; `land`
    is what no sheet names.
    """

    named: Mapping[str, tuple[Shape, ...]]
    drawn: Mapping[str, tuple[Shape, ...]]
    owner: Mapping[str, str]
    parts: Mapping[str, tuple[str, ...]]
    land: tuple[Shape, ...]

    def of(self, sheet_id: str) -> tuple[str, ...]:
        """The sheets whose shapes show where a sheet lies: itself, those it shares shapes with, and its parts.

        Empty where it lies nowhere.
        """
        found = {each for each in self._whole(sheet_id) if each in self.drawn}
        found |= {self.owner[shape.id] for shape in self.named.get(sheet_id, ())}
        return tuple(sorted(found))

    @property
    def wholes(self) -> tuple[str, ...]:
        """The sheets that have no shape themselves and lie where their parts do."""
        return tuple(each for each in self.parts if each not in self.drawn and self.of(each))

    def _whole(self, sheet_id: str) -> Iterator[str]:
        """A sheet and all it consists of, each once, whatever circles the parts run in."""
        pending, seen = [sheet_id], {sheet_id}
        while pending:
            each = pending.pop()
            yield each
            new = [part for part in self.parts.get(each, ()) if part not in seen]
            seen.update(new)
            pending.extend(new)


def find_places(dossier: Dossier) -> Places:
    """Find where the sheets of a dossier lie."""
    sheets = sorted(dossier.sheets.values(), key=lambda sheet: (sheet.name.casefold(), sheet.id))
    named = {sheet.id: shapes for sheet in sheets if (shapes := tuple(_shapes(sheet, dossier.shapes)))}
    owner = _owners(named)
    drawn = {
        sheet: own
        for sheet, shapes in named.items()
        if (own := tuple(shape for shape in shapes if owner[shape.id] == sheet))
    }
    land = tuple(shape for shape in dossier.shapes.values() if shape.parts and shape.id not in owner)
    return Places(named, drawn, owner, _parts(sheets), land)


def _shapes(sheet: Sheet, shapes: Mapping[str, Shape]) -> Iterator[Shape]:
    """The shapes a sheet names; where it names none, the points it gives."""
    values = list(_values(sheet))
    names = {
        value.text: None
        for declared, value in values
        if declared.type is FieldType.GEOMETRY and isinstance(value, TextValue)
    }
    outlines = [shapes[name] for name in names if name in shapes and shapes[name].parts]
    if outlines:
        yield from outlines
        return
    for number, value in enumerate(
        dict.fromkeys(value for _, value in values if isinstance(value, CoordinatesValue))
    ):
        position = (float(value.longitude), float(value.latitude))
        yield Shape(f"{sheet.id}#{number}", (point(position),))


def _values(sheet: Sheet) -> Iterator[tuple[Field, Value]]:
    yield from ((fact.field, fact.value) for fact in sheet.facts)
    yield from ((declared, value) for declared, value, _ in sheet.fields.values())


def _owners(named: Mapping[str, tuple[Shape, ...]]) -> dict[str, str]:
    owners: dict[str, str] = {}
    for sheet_id in sorted(named, key=lambda each: (len(named[each]), each)):
        for shape in named[sheet_id]:
            owners.setdefault(shape.id, sheet_id)
    return owners


def _parts(sheets: Iterable[Sheet]) -> dict[str, tuple[str, ...]]:
    parts: dict[str, dict[str, None]] = {}
    for sheet in sheets:
        for relation in sheet.relations:
            if relation.type.map == "part" and relation.to.id != sheet.id:
                parts.setdefault(relation.to.id, {})[sheet.id] = None
    return {whole: tuple(found) for whole, found in parts.items()}
