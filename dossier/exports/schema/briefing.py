"""The schema of `content/briefing.yml`."""

from __future__ import annotations

from dossier.exports.schema.known import Known
from dossier.exports.schema.parts import DATE_FORMS, Parts, part
from dossier.exports.schema.pieces import Schema, described, one_or_many, record, snippet
from dossier.kinds import Role

__all__ = ["briefing_schema"]

_SECTION = {"title": "$1", "body": "$2"}


def briefing_schema(known: Known, parts: Parts) -> Schema:
    """What the briefing may hold."""
    section = record(
        {
            "title": described(part("text"), "It heads the section."),
            "body": part("prose"),
        },
        ["title", "body"],
        "Write fields: title and body.",
        defaultSnippets=[snippet("section", "A section of the briefing.", _SECTION)],
    )
    topics: Schema = {
        "type": "object",
        "description": "What readers see for the topics of claims.",
        "properties": {
            topic: described(part("text"), f"The label of a topic that {said}.")
            for topic, said in known.topics_in_use.items()
        },
        "additionalProperties": part("text"),
    }
    properties = {
        "title": described(part("text"), "What the dossier is called."),
        "description": described(part("text"), "What it is about, in a sentence, for lists and searches."),
        "language": described(part("language"), "The language it is written in; en, where this is not said."),
        "as_of": described(part("date"), f"The day the briefing speaks from. {DATE_FORMS}"),
        "updated": described(part("date"), f"Where the dossier's knowledge ends. {DATE_FORMS}"),
        "sides": described(
            one_or_many(parts.sheets((Role.ENTITY,))), "Those whose positions and people stand side by side."
        ),
        "topics": topics,
        "sections": one_or_many(
            {"$ref": "#/definitions/section"},
            description="The briefing itself, in sections.",
            defaultSnippets=[snippet("sections", "The first of several sections.", [_SECTION])],
        ),
        "address": described(part("url"), "Where the site is published."),
    }
    return {
        "title": "Briefing",
        "description": "The dossier's own words, which readers meet first.",
        **record(properties, ["title", "as_of", "updated", "sections"]),
        "definitions": {"section": section},
    }
