"""What sheets of all kinds are made of: values, citations, claims, names. Owns `schema/parts.json`.

The ids of a dossier of ten thousand sheets would fill most of every other file; here they stand once for each set of
kinds that something may lead to.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.exports.schema.known import LANGUAGE, Known, form
from dossier.exports.schema.pieces import (
    Schema,
    choices,
    described,
    one_or_many,
    pattern,
    record,
    snippet,
    text,
)
from dossier.kinds import Field, FieldType, Role
from dossier.model.assertions import CLAIM_STATUSES

__all__ = ["DATE_FORMS", "PARTS_FILE", "Parts", "part"]

PARTS_FILE = "parts.json"

_ONE_VALUE = "Write one value here, in words or digits; text that begins with a bracket goes in quotes."
_DATE = "Write a date such as 2019-02-16, 2019-02 or 2017-08-03/2019-09-11; one that begins with [ goes in quotes."
DATE_FORMS = (
    "A date, as exact as the source: 2019-02-16, 2019-02, 2019; 1950~ (about); 2017-08-03/2019-09-11 (from, to); "
    '"[2019-02-16..2019-02-25]" (some day between, in quotes).'
)
_CITE = [
    snippet(
        "source and quotation",
        "The exact words of a source whose text is held here.",
        {"source": "$1", "quote": "$2"},
    )
]
_PROSE = (
    "Markdown, with [[id]] for links to sheets. Every paragraph needs a citation: "
    '[@source "exact words"], or [inferred: your reasoning].'
)


def part(name: str) -> Schema:
    """A reference to one of the parts."""
    return {"$ref": f"{PARTS_FILE}#/definitions/{name}"}


class Parts:
    """The parts, those that depend on what the dossier knows included."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._sheets: dict[str, Schema] = {}

    def sheets(self, wanted: Sequence[str]) -> Schema:
        """A reference to the ids of the sheets of these kinds or roles; of all sheets, where none is named."""
        kinds = self._known.kinds(wanted)
        name = ".".join(["sheets", *kinds])  # no dot is in the id of a kind
        if name not in self._sheets:
            self._sheets[name] = self._known.sheets(kinds)
        return part(name)

    def value(self, declared: Field) -> Schema:
        """One value of a declared field."""
        if declared.type is FieldType.CHOICE:
            return choices({choice.id: choice.label for choice in declared.choices.values()})
        if declared.type is FieldType.REFERENCES:
            return one_or_many(self.sheets(declared.to))
        return part(declared.type)

    def definitions(self) -> dict[str, Schema]:
        """All parts by their names: those asked for so far, and those that others refer to."""
        source, entity = self.sheets((Role.SOURCE,)), self.sheets((Role.ENTITY,))
        return {**_FORMS, **_values(self._known), **_cites(source), **_claims(entity), **self._sheets}


def _values(known: Known) -> dict[str, Schema]:
    names = one_or_many(part("text"))
    return {
        FieldType.LANGUAGE: known.language(),
        FieldType.GEOMETRY: known.shapes(),
        "topic": known.topics(),
        "claim-id": known.claims(),
        "names": {
            "type": "object",
            "description": "Its names in other languages, each under its language tag (BCP 47).",
            "properties": {
                tag: {**names, "description": f"{said}."} for tag, said in known.languages.items()
            },
            "patternProperties": {f"^{LANGUAGE}$": names},
            "additionalProperties": False,
            "errorMessage": "Names stand under a language code such as ru, ja or ja-Latn.",
        },
    }


_FORMS: dict[str, Schema] = {
    FieldType.TEXT: text(_ONE_VALUE),
    "texts": one_or_many(part("text")),
    "prose": described(text(_ONE_VALUE), _PROSE),
    "id": form("id"),
    "ids": one_or_many(part("id")),
    FieldType.NUMBER: pattern(
        "[-+]?[0-9]{1,15}([.][0-9]{1,15})?", "Write digits only, with a point for decimals: 1490 or 264.13."
    ),
    FieldType.DATE: described(pattern(r"[-0-9XYTZ:.~?%/+\[\]]+", _DATE), DATE_FORMS),
    "day": described(
        pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "Write one day, such as 2026-11-01.", number=False), "A day."
    ),
    FieldType.COORDINATES: pattern(
        r"[-+]?[0-9]{1,3}([.][0-9]{1,10})?\s*,\s*[-+]?[0-9]{1,3}([.][0-9]{1,10})?",
        "Write decimal degrees, latitude first, south and west with a minus: 43.80, 146.75.",
        number=False,
    ),
    FieldType.URL: pattern(
        r"[Hh][Tt][Tt][Pp][Ss]?://\S+|[Mm][Aa][Ii][Ll][Tt][Oo]:\S+",
        "Write an address that begins with https:// or http://.",
        number=False,
    ),
    FieldType.FILE: pattern(
        "seeds/[A-Za-z0-9][A-Za-z0-9._-]*",
        "Write seeds/ and the name of the file, such as seeds/article.txt.",
        number=False,
    ),
    FieldType.SHA256: pattern(
        "[0-9a-f]{64}",
        "It is 64 characters of 0-9 and a-f. Delete the line, and `dossier check` says what belongs there.",
    ),
}


def _cites(source: Schema) -> dict[str, Schema]:
    citation = record(
        {
            "source": described(source, "The source's id."),
            "quote": described(
                part("text"), "At least three words, exactly as they stand in the source, without a gap."
            ),
            "prefix": described(
                part("text"), "The words just before, where the quotation stands there twice."
            ),
            "suffix": described(
                part("text"), "The words just after, where the quotation stands there twice."
            ),
            "locator": described(part("text"), "Where in the source: a page, an article, a table."),
            "relation": described(
                choices(
                    {"supports": "It supports the statement.", "contradicts": "It contradicts the statement."}
                ),
                "Whether the source supports the statement (which goes without saying) or contradicts it.",
            ),
        },
        ["source"],
        "Write the id of a source, or {source: …, quote: …}.",
    )
    inference = record(
        {"inferred": described(part("text"), "Your reasoning, which readers see.")},
        ["inferred"],
        defaultSnippets=[
            snippet("inferred", "No source says so: your own reasoning, said to be so.", {"inferred": "$1"})
        ],
    )
    forms = (source, part("citation"), part("inference"))
    what = "What supports this: a source's id, a source with a quotation, or your own reasoning. Or a list of these."
    return {
        "citation": citation,
        "inference": inference,
        "cite": described(one_or_many(*forms), what, defaultSnippets=_CITE),
    }


def _claims(entity: Schema) -> dict[str, Schema]:
    claim = record(
        {
            "text": described(part("prose"), "The sentence that is claimed."),
            "by": described(entity, "Who says so. Without it, the dossier itself does."),
            "topic": described(part("topic"), "What it is about. Claims on one topic stand side by side."),
            "status": described(
                choices({status.id: status.label for status in CLAIM_STATUSES.values()}),
                "Whether it is contested or withdrawn. Without it, it is stated.",
            ),
            "when": described(part("date"), f"When it was said or holds. {DATE_FORMS}"),
            "cite": part("cite"),
            "id": described(part("id"), "A name for the claim, where a later one changes it."),
            "changes": described(
                one_or_many(part("claim-id")), "The earlier claim in whose place this one came."
            ),
        },
        ["text"],
        "Write fields: text, and cite with what supports it.",
    )
    body = {"text": "$1", "topic": "$2", "cite": {"source": "$3", "quote": "$4"}}
    words = "A sentence and the words that support it."
    return {
        "claim": {**claim, "defaultSnippets": [snippet("claim", words, body)]},
        "claims": one_or_many(
            part("claim"),
            description="Sentences that somebody says, or the dossier itself, each with its evidence.",
            defaultSnippets=[snippet("claims", "The first of several claims.", [body])],
        ),
    }
