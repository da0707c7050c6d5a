"""`dossier.json`: the whole compiled dossier as one document, described by `dossier.schema.json` beside this module.

Owns its shape and order. Equal dossiers give equal bytes. Offsets are code points into the source text as received.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TypeAlias

from dossier import edtf
from dossier.citations import Citation, Inference
from dossier.edtf import Date
from dossier.graph import Entry, Evidence, Graph, Link, Statement
from dossier.model import ChoiceValue, Claim, DateValue, Dossier, Fact, NumberValue, Relation, Sheet, Value
from dossier.model.values import CoordinatesValue, ReferencesValue
from dossier.model.wording import say_value
from dossier.pages.addresses import Addresses

__all__ = ["FORMAT", "about_sheet", "about_statement", "amended", "export"]

FORMAT = 1
"""The version of the document's shape; it grows when a reader of the old shape would misread the new one."""

Data: TypeAlias = "dict[str, Data] | list[Data] | str | int | float | bool | None"


def export(dossier: Dossier, graph: Graph) -> bytes:
    """Return the document as UTF-8 JSON, its keys sorted and the items of its lists one a line."""
    addresses = Addresses(dossier)
    document: dict[str, Data] = {
        "format": FORMAT,
        "briefing": _briefing(dossier),
        "kinds": {
            kind.id: {"label": kind.label, "plural": kind.plural, "role": str(kind.role)}
            for kind in dossier.kinds
        },
        "entities": [_entity(dossier.sheets[sheet_id], addresses) for sheet_id in sorted(dossier.sheets)],
        "statements": [_statement(statement, addresses) for statement in graph.statements],
        "links": [_link(link, graph) for page in sorted(graph.links_from) for link in graph.links_from[page]],
        "mentions": [
            {"entity": mention.sheet, "source": mention.source, "sentence": mention.sentence}
            for sheet_id in sorted(graph.mentions)
            for mention in graph.mentions[sheet_id]
        ],
        "chronology": [_entry(entry) for entry in graph.chronology],
    }
    parts = (f"{_json(name)}: {_lines(document[name])}" for name in sorted(document))
    return "{{\n{}\n}}\n".format(",\n".join(parts)).encode()


def amended(old: bytes, dossier: Dossier, graph: Graph, sheets: Sequence[str]) -> bytes | None:
    """The document of a dossier that differs from that of `old` only in what these sheets say.

    None where that cannot be seen: `old` is no such document, or a sheet has none of what it had, or had none.
    """
    addresses = Addresses(dossier)
    order = {sheet_id: number for number, sheet_id in enumerate(sorted(dossier.sheets))}
    document: bytes | None = old
    for sheet_id in sheets:
        entity = [_entity(dossier.sheets[sheet_id], addresses)]
        links = [_link(link, graph) for link in graph.links_from.get(sheet_id, ())]
        statements = [_statement(each, addresses) for each in graph.of_sheet.get(sheet_id, ())]
        document = document and _with_line(document, "entities", order[sheet_id], _items(entity))
        document = document and _with_run(document, "links", "start", sheet_id, _items(links))
        document = document and _with_run(document, "statements", "entity", sheet_id, _items(statements))
    return document


def _items(data: Sequence[Data]) -> bytes:
    return ",\n".join(map(_json, data)).encode()


def _with_line(document: bytes, name: str, number: int, line: bytes) -> bytes | None:
    """The document with another line in one of its lists."""
    start, end = _section(document, name)
    lines = document[start:end].split(b",\n") if start else []
    if number >= len(lines):
        return None
    lines[number] = line
    return b"".join((document[:start], b",\n".join(lines), document[end:]))


def _with_run(document: bytes, name: str, key: str, value: str, lines: bytes) -> bytes | None:
    """The document with other lines for those in one of its lists that have a value, which stand next to each other.

    In JSON no quotation mark stands within a text as such, so that what is looked for is only found where it is meant.
    """
    start, end = _section(document, name)
    sign = _json({key: value})[1:-1].encode()
    first, last = document.find(sign, start, end), document.rfind(sign, start, end)
    if first < 0 and not lines:
        return document
    if first < 0 or not lines or not start:
        return None
    first = document.rfind(b"\n", 0, first) + 1
    last = document.find(b"\n", last, end)
    last = end if last < 0 else last - len(b",")
    return b"".join((document[:first], lines, document[last:]))


def _section(document: bytes, name: str) -> tuple[int, int]:
    """Where the items of a list stand; nowhere (0, 0) where there are none."""
    head = f"\n{_json(name)}: [\n".encode()
    start = document.find(head)
    end = document.find(b"\n]", start)
    return (start + len(head), end) if start >= 0 and end >= 0 else (0, 0)


def about_sheet(sheet: Sheet, dossier: Dossier, graph: Graph) -> dict[str, Data]:
    """What the document holds about one sheet: itself, its statements, and whatever leads to it or from it."""
    addresses = Addresses(dossier)
    links = (*graph.links_from.get(sheet.id, ()), *graph.links_to.get(sheet.id, ()))
    return {
        "entity": _entity(sheet, addresses),
        "statements": [
            about_statement(each, dossier)["statement"] for each in graph.of_sheet.get(sheet.id, ())
        ],
        "cited_by": [each.id for each in graph.citing.get(sheet.id, ())],
        "links": [_link(link, graph) for link in links],
        "mentions": [
            {"source": each.source, "sentence": each.sentence} for each in graph.mentions.get(sheet.id, ())
        ],
        "chronology": [_entry(entry) for entry in graph.chronology_of.get(sheet.id, ())],
    }


def about_statement(statement: Statement, dossier: Dossier) -> dict[str, Data]:
    """What the document holds about one statement, and the sentences its quotations stand in."""
    evidence: list[Data] = [
        {**_evidence(each), **({"text": _sentences(each)} if each.found else {})}
        for each in statement.evidence
    ]
    return {"statement": {**_statement(statement, Addresses(dossier)), "evidence": evidence}}


def _sentences(each: Evidence) -> list[Data]:
    """The sentences that hold a quotation, in words."""
    numbers = each.found.sentences if each.found and each.article else ()
    return [each.article.sentences[number - 1].text for number in numbers] if each.article else []


# Made once: `json.dumps` would make one for each item, which takes longer than writing it.
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True)


def _lines(data: Data) -> str:
    """JSON of which a difference of two versions shows what changed: the items of a list stand one a line."""
    if not isinstance(data, list) or not data:
        return _json(data)
    return "[\n{}\n]".format(",\n".join(map(_json, data)))


def _json(data: Data) -> str:
    return _ENCODER.encode(data)


def _briefing(dossier: Dossier) -> Data:
    briefing = dossier.briefing
    if briefing is None:
        return None
    return {
        "title": briefing.title,
        "description": briefing.description,
        "language": briefing.language,
        "as_of": briefing.as_of.text,
        "updated": briefing.updated.text,
        "sections": [section.title for section in briefing.sections],
    }


def _entity(sheet: Sheet, addresses: Addresses) -> Data:
    return {
        "id": sheet.id,
        "kind": sheet.kind.id,
        "path": sheet.path,
        "page": addresses.path(sheet.id),
        "name": sheet.name,
        "names": [{"language": name.language, "text": name.text} for name in sheet.names],
        "aliases": [alias for alias, _ in sheet.aliases],
        "formerly": [old.id for old in sheet.formerly],
        "reviewed": _date(sheet.reviewed[0]) if sheet.reviewed else None,
        "fields": {name: _value(value) for name, (_, value, _) in sheet.fields.items()},
    }


def _statement(statement: Statement, addresses: Addresses) -> dict[str, Data]:
    return {
        "id": statement.id,
        "entity": statement.sheet,
        "page": addresses.path(statement.sheet),
        "anchor": statement.anchor,
        "part": str(statement.part),
        "text": statement.text,
        "mark": str(statement.mark) if statement.mark else None,
        **_details(statement),
        "evidence": [_evidence(each) for each in statement.evidence],
    }


def _details(statement: Statement) -> dict[str, Data]:
    item = statement.item
    if isinstance(item, Claim):
        by = item.by.id if item.by else None
        claim = {"by": by, "status": item.status, "topic": item.topic or None, "when": _date(item.when)}
        return {**claim, "changes": [earlier.id for earlier in item.changes]}
    if isinstance(item, Relation):
        relation = {
            "relation": item.type.name,
            "to": item.to.id,
            "as": item.role or None,
            "note": item.note or None,
        }
        return {**relation, "when": _date(item.when)}
    if isinstance(item, Fact):
        fact = {"field": item.field.name, "value": _value(item.value), "note": item.note or None}
        return {**fact, "as_of": _date(item.as_of)}
    return {}


def _evidence(each: Evidence) -> dict[str, Data]:
    mark = str(each.mark) if each.mark else None
    if isinstance(each.cite, Inference):
        return {"mark": mark, "inferred": each.cite.why}
    return {
        "mark": mark,
        "relation": "contradicts" if each.contradicts else "supports",
        **_citation(each, each.cite),
    }


def _citation(each: Evidence, cite: Citation) -> dict[str, Data]:
    data: dict[str, Data] = {"source": cite.source.id}
    data |= {name: text for name in ("quote", "prefix", "suffix", "locator") if (text := getattr(cite, name))}
    if each.found:
        data |= {"sentences": list(each.found.sentences), "start": each.found.start, "end": each.found.end}
    return data


def _link(link: Link, graph: Graph) -> Data:
    return {
        "start": link.start,
        "end": link.end,
        "by": str(link.kind),
        "label": link.label,
        "reverse": link.reverse,
        "sentence": link.sentence,
        "statement": link.statement if link.statement in graph.by_id else None,
    }


def _entry(entry: Entry) -> Data:
    return {
        "date": _date(entry.date),
        "entity": entry.sheet,
        "label": entry.label or None,
        "status": entry.status,
        "statement": entry.statement.id,
        "concerns": list(entry.concerns),
    }


def _value(value: Value) -> Data:
    if isinstance(value, DateValue):
        return _date(value.date)
    if isinstance(value, NumberValue):
        return {"number": f"{value.number:f}", "unit": value.unit or None}
    if isinstance(value, CoordinatesValue):
        return {"latitude": f"{value.latitude:f}", "longitude": f"{value.longitude:f}"}
    if isinstance(value, ChoiceValue):
        return value.choice.id
    if isinstance(value, ReferencesValue):
        return [reference.id for reference in value.references]
    return say_value(value)


def _date(date: Date | None) -> Data:
    return {"edtf": date.text, "said": edtf.say(date)} if date else None
