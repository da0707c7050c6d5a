"""The schema of a sheet of one kind: the frame that all sheets share, and what the kind declares."""

from __future__ import annotations

from dossier.exports.schema.known import Known
from dossier.exports.schema.parts import DATE_FORMS, Parts, part
from dossier.exports.schema.pieces import Schema, described, offered, one_or_many, record, snippet
from dossier.kinds import Field, FieldType, Kind, RelationType, Role

__all__ = ["sheet_schema"]


def sheet_schema(kind: Kind, known: Known, parts: Parts) -> Schema:
    """What a sheet of a kind may hold, in the order in which it is best written."""
    properties = {
        **_named(kind),
        **{name: _field(kind, declared, known, parts) for name, declared in kind.fields.items()},
        "summary": described(
            part("prose"), "What it is, in one or two sentences, each paragraph with a citation."
        ),
        **_asserted(kind),
        "body": part("prose"),
        "aliases": described(
            part("texts"), "What else it is called in the texts of sources, so that it is found there."
        ),
        "names": part("names"),
        "formerly": described(part("ids"), "Ids this sheet had before. Links to them keep working."),
        "reviewed": described(part("day"), "The day on which the sheet was last held against its sources."),
    }
    required = [name for name, declared in kind.fields.items() if declared.required]
    if kind.role is Role.EVENT:
        required.append("cite")
    titled: Schema = {"if": {"required": ["name"]}, "else": {"required": ["title"]}}
    is_source = kind.role is Role.SOURCE
    return {
        "title": kind.label,
        "description": kind.about or kind.label,
        **record(properties, required if is_source else ["name", *required]),
        **(titled if is_source else {"definitions": _definitions(kind, known, parts)}),
    }


def _named(kind: Kind) -> dict[str, Schema]:
    if kind.role is Role.SOURCE:
        return {
            "title": described(part("text"), "The title of the document, in its own language."),
            "name": described(part("text"), "What the page is called, where that is not the title."),
        }
    return {"name": described(part("text"), "What the page is called.")}


def _field(kind: Kind, declared: Field, known: Known, parts: Parts) -> Schema:
    repeated = known.repeated(kind.id, declared.name) if declared.type is FieldType.TEXT else []
    return described(offered(parts.value(declared), repeated), _about(declared))


def _about(declared: Field | RelationType) -> str:
    said = f"{declared.label}." if not declared.about else f"{declared.label}. {declared.about}"
    if isinstance(declared, RelationType):
        return f"{said} Seen from there: {declared.reverse}."
    if declared.type is FieldType.REFERENCES:
        said += " An id, or several in [ ]."
    if declared.unit:
        said += f" In {declared.unit}."
    if declared.type is FieldType.DATE:
        said += f" {DATE_FORMS}"
    return said


def _asserted(kind: Kind) -> dict[str, Schema]:
    if kind.role is Role.SOURCE:
        return {}
    facts = {name: _several(f"fact.{name}", declared) for name, declared in kind.facts.items()}
    relations = {name: _several(f"relation.{name}", declared) for name, declared in kind.relations.items()}
    below = "Write them below, each on a line of its own and indented by two spaces."
    asserted = {
        "facts": described(record(facts, (), below), "What is known of it, each with its evidence."),
        "relations": described(
            record(relations, (), below), "What it has to do with other sheets, with evidence."
        ),
        "claims": part("claims"),
    }
    return {**asserted, "cite": part("cite")} if kind.role is Role.EVENT else asserted


def _several(name: str, declared: Field | RelationType) -> Schema:
    """One or many of a definition, ready to be filled in; a fact that needs no evidence may be its value alone."""
    schema: Schema = {"$ref": f"#/definitions/{name}"}
    if isinstance(declared, Field) and not declared.needs_evidence:
        return one_or_many({"$ref": f"#/definitions/{name}.value"}, schema, description=_about(declared))
    with_evidence = snippet(f"{declared.label}, with evidence", "", _gaps(_needed(declared)))
    return one_or_many(schema, description=_about(declared), defaultSnippets=[with_evidence])


def _needed(declared: Field | RelationType) -> list[str]:
    if isinstance(declared, Field):
        return ["value", "cite"] if declared.needs_evidence else ["value"]
    return ["to", "as", "cite"] if declared.role_required else ["to", "cite"]


def _gaps(needed: list[str]) -> Schema:
    """Fields to be filled in one after another, the words of a source last."""
    gaps: Schema = {name: f"${number}" for number, name in enumerate(needed[:-1], 1)}
    return {**gaps, "cite": {"source": f"${len(needed)}", "quote": f"${len(needed) + 1}"}}


def _definitions(kind: Kind, known: Known, parts: Parts) -> Schema:
    found: Schema = {}
    for name, fact in kind.facts.items():
        found[f"fact.{name}"] = _fact(fact, parts)
        if not fact.needs_evidence:
            found[f"fact.{name}.value"] = parts.value(fact)
    for name, relation in kind.relations.items():
        found[f"relation.{name}"] = _relation(relation, known, parts)
    return found


def _fact(declared: Field, parts: Parts) -> Schema:
    properties = {
        "value": described(parts.value(declared), _about(declared)),
        "as_of": described(part("date"), f"For when it holds. {DATE_FORMS}"),
        "note": described(part("text"), "A few words that readers need with it."),
        "cite": part("cite"),
    }
    return record(properties, _needed(declared), "Write the value with its evidence: {value: …, cite: …}.")


def _relation(declared: RelationType, known: Known, parts: Parts) -> Schema:
    properties = {
        "to": described(parts.sheets(declared.to), f"{declared.label}: the id of the sheet it leads to."),
        "as": described(offered(part("text"), known.roles(declared.name)), "As what: an office, a role."),
        "when": described(part("date"), f"When it was so. {DATE_FORMS}"),
        "note": described(part("text"), "A few words that readers need with it."),
        "cite": part("cite"),
    }
    return record(properties, _needed(declared), "Write where it leads, with the evidence: {to: …, cite: …}.")
