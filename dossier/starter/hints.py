"""What is said beside a line of a new sheet: what belongs there, by example of what the dossier has.

Owns the words for each type of field; the lines themselves are laid out by `sheets`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.edtf import SortKey
from dossier.kinds import Field, FieldType, RelationType
from dossier.model import Dossier, Sheet

__all__ = ["Hints"]

_NAMED = 2  # ids in a hint: enough to see what is meant

_OF_TYPE = {
    FieldType.DATE: "a date: 2024-05-31, 2024-05, 2024",
    FieldType.NUMBER: "a number",
    FieldType.COORDINATES: "latitude, longitude: 51.48, 0.00",
    FieldType.GEOMETRY: "the id of a feature in content/geo",
    FieldType.URL: "https://…",
    FieldType.LANGUAGE: "a language tag: en, ru, ja",
    FieldType.FILE: "a file: seeds/article.txt",
    FieldType.SHA256: "64 characters; leave the line out, and `dossier check` tells them",
}


class Hints:
    """Hints for the sheets of one dossier. A source of it stands for all: the newest one whose text is held."""

    def __init__(self, dossier: Dossier) -> None:
        self._sheets = sorted(dossier.sheets.values(), key=lambda sheet: sheet.id)
        sources = [sheet for sheet in self._sheets if sheet.is_source]
        self._source = max(sources, key=_usefulness, default=None)

    @property
    def cite(self) -> str:
        """A citation in which the words are still to be filled in; of a source whose text is not held, all of it."""
        if self._source is None:
            return '{source: "", quote: ""}'
        return f'{{source: {self._source.id}, quote: ""}}' if self._source.text("text") else self._source.id

    @property
    def cite_in_prose(self) -> str:
        return f'[@{self._source.id if self._source else "id-of-a-source"} "exact words"]'

    def field(self, field: Field) -> str:
        """Say what belongs in a field; nothing where its name says it all."""
        if field.type is FieldType.CHOICE:
            return _sentences(_either(list(field.choices)), field.about)
        if field.type is FieldType.REFERENCES:
            return _sentences(f"such as {self.ids(field.to)}", field.about)
        words = _OF_TYPE.get(field.type, "") + (f" of {field.unit}" if field.unit else "")
        return field.about.rstrip(".") or words

    def relation(self, relation: RelationType) -> str:
        """Say what a relation is, and what it leads to."""
        return _sentences(f"{relation.label}: {_either(relation.to)}", relation.about)

    def ids(self, kinds: Iterable[str]) -> str:
        """Name some sheets of these kinds; what their ids are, where there is none yet."""
        wanted = set(kinds)
        found = [sheet.id for sheet in self._sheets if wanted & set(sheet.kind.lineage)]
        return ", ".join(found[:_NAMED]) or f"the id of {_either(sorted(wanted))}"


def _usefulness(source: Sheet) -> tuple[bool, bool, SortKey | None, str]:
    issued = source.date("issued")
    return bool(source.text("text")), issued is not None, issued.sort_key if issued else None, source.id


def _either(words: Sequence[str]) -> str:
    return " or ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def _sentences(*parts: str) -> str:
    return ". ".join(part.rstrip(".") for part in parts if part)
