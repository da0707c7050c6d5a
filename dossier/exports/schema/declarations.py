"""The schema of `content/kinds/*.yml`, the declarations of kinds."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.exports.schema.parts import part
from dossier.exports.schema.pieces import Schema, choices, described, one_or_many, record, snippet
from dossier.kinds import FieldType, Kinds
from dossier.kinds.values import COLOURS, ICONS, MAP_USES

__all__ = ["declaration_schema"]

_NAME = "^[a-z][a-z0-9]*([_-][a-z0-9]+)*$"
_TYPES: Mapping[str, str] = {
    FieldType.TEXT: "Words.",
    FieldType.NUMBER: "A number, of a unit.",
    FieldType.DATE: "A date (EDTF).",
    FieldType.COORDINATES: "Latitude and longitude in decimal degrees.",
    FieldType.GEOMETRY: "A shape in content/geo.",
    FieldType.URL: "A web address.",
    FieldType.CHOICE: "One of the choices that are listed.",
    FieldType.REFERENCES: "Ids of other sheets.",
    FieldType.LANGUAGE: "A language code.",
    FieldType.FILE: "A file in seeds/.",
    FieldType.SHA256: "The SHA-256 of a file.",
}
_LABEL = described(part("text"), "What readers see.")
_ABOUT = described(part("text"), "What an editor is told of it.")


def declaration_schema(kinds: Kinds) -> Schema:
    """What the declaration of a kind may hold."""
    known = choices({kind.id: kind.label for kind in kinds}, "There is no such kind.")
    properties = {
        "label": described(part("text"), "What one such sheet is called: Vessel."),
        "plural": described(part("text"), "What heads the list of them: Vessels."),
        "folder": described(part("id"), "The folder in content/; without it, it is named as the plural."),
        "about": described(part("text"), "What such a sheet is about."),
        "icon": described(_one_of(ICONS), "The sign that stands beside its name."),
        "colour": described(_one_of(COLOURS), "The colour of its sign."),
        "schema": described(part("text"), "Its type on schema.org, such as Vehicle."),
        "extends": described(known, "The kind of which this is a special form."),
        "fields": _named("field", "What a sheet says of itself, without evidence."),
        "facts": _named("field", "Typed values, each with its evidence."),
        "relations": _named("relation", "What it may have to do with other sheets."),
    }
    return {
        "title": "Kind",
        "description": "What sheets of a kind may hold. A file named as a kind adds to it; another makes a new kind.",
        **record(properties),
        "definitions": {
            "field": _field(known),
            "relation": _relation(known),
            "choice": record({"label": _LABEL, "schema": properties["schema"]}),
        },
    }


def _field(known: Schema) -> Schema:
    properties = {
        "type": described(choices(_TYPES), "How the value is read."),
        "label": _LABEL,
        "about": _ABOUT,
        "required": described(_one_of(("true", "false")), "Whether every sheet must have it."),
        "unit": described(part("text"), "The unit of a number: m, km²."),
        "event": described(part("text"), "Of a date: what stands in the chronology, such as Signed."),
        "choices": _named("choice", "The values there are to choose from."),
        "to": described(one_or_many(known), "Of references: the kinds they lead to."),
        "reverse": described(part("text"), "Of references: what they are called seen from there."),
        "evidence": described(_one_of(("required", "none")), "Whether the value needs a citation."),
    }
    return record(properties, ["type"])


def _relation(known: Schema) -> Schema:
    properties = {
        "label": described(part("text"), "What it is called on this sheet: Flag."),
        "reverse": described(
            part("text"), "What it is called seen from the other side: Vessels under its flag."
        ),
        "to": described(one_or_many(known), "The kinds it may lead to."),
        "about": _ABOUT,
        "role": described(_one_of(("required", "optional")), "Whether it means nothing without `as`."),
        "acts_for": described(_one_of(("true", "false")), "Whether who has it speaks for the other side."),
        "map": described(_one_of(MAP_USES), "How a map shows it."),
    }
    body = {"label": "$1", "reverse": "$2", "to": "[$3]"}
    return record(
        properties,
        ["label", "reverse", "to"],
        defaultSnippets=[snippet("relation", "A relation and its reverse.", body)],
    )


def _one_of(words: tuple[str, ...]) -> Schema:
    return choices(dict.fromkeys(words, ""))


def _named(definition: str, words: str) -> Schema:
    return {
        "type": "object",
        "description": words,
        "patternProperties": {_NAME: {"$ref": f"#/definitions/{definition}"}},
        "additionalProperties": False,
        "errorMessage": "A name has lower-case letters a-z, digits, and single _ or - between words.",
    }
