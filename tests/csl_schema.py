"""The shape of CSL-JSON, as far as it is used here: what `csl-data.json` of the CSL schema 1.0.2 allows, in short."""

from __future__ import annotations

from typing import Any

__all__ = ["SCHEMA"]

_TYPES = [
    *(
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "bill",
        "book",
        "broadcast",
        "chapter",
    ),
    *(
        "classic",
        "collection",
        "dataset",
        "document",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "event",
    ),
    *(
        "figure",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
    ),
    *(
        "musical_score",
        "pamphlet",
        "paper-conference",
        "patent",
        "performance",
        "periodical",
        "personal_communication",
    ),
    *(
        "post",
        "post-weblog",
        "regulation",
        "report",
        "review",
        "review-book",
        "software",
        "song",
        "speech",
        "standard",
    ),
    *("thesis", "treaty", "webpage"),
]
_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
_NUMBER: dict[str, Any] = {"type": ["string", "number"]}
_DATE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": _NUMBER},
        },
        "season": _NUMBER,
        "circa": {"type": ["string", "number", "boolean"]},
        "literal": _TEXT,
        "raw": _TEXT,
        "edtf": _TEXT,
    },
    "additionalProperties": False,
    "minProperties": 1,
}
_NAME: dict[str, Any] = {
    "type": "object",
    "properties": {"family": _TEXT, "given": _TEXT, "suffix": _TEXT, "literal": _TEXT},
    "additionalProperties": False,
    "minProperties": 1,
}
_TEXTS = ("title", "container-title", "publisher", "URL", "archive_location", "language", "note")

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "properties": {
            "id": {"type": ["string", "number"]},
            "type": {"enum": _TYPES},
            "author": {"type": "array", "items": _NAME, "minItems": 1},
            "issued": _DATE,
            "accessed": _DATE,
            **dict.fromkeys(_TEXTS, _TEXT),
        },
        "additionalProperties": False,
    },
}
