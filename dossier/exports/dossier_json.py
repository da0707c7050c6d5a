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
    sections = {name: _section(old, name) for name in ("entities", "links", "statements")}
    pieces: list[tuple[int, int, bytes]] = []
    for sheet_id in sheets:
        sheet = dossier.sheets[sheet_id]
        links = [_link(link, graph) for link in graph.links_from.get(sheet_id, ())]
        statements = [_statement(each, addresses) for each in graph.of_sheet.get(sheet_id, ())]
        for name, key, value, items in (
            ("entities", "path", sheet.path, [_entity(sheet, addresses)]),
            ("links", "start", sheet_id, links),
            ("statements", "entity", sheet_id, statements),
        ):
            start, end = _run(old, *sections[name], _json({key: value})[1:-1].encode())
            if (start < end) != bool(items):
                return None
            pieces.append((start, end, ",\n".join(map(_json, items)).encode()))
    return _with(old, sorted(piece for piece in pieces if piece[2]))


def _with(document: bytes, pieces: Sequence[tuple[int, int, bytes]]) -> bytes:
    """The document with these stretches replaced."""
    parts: list[bytes | memoryview] = []
    rest, done = memoryview(document), 0
    for start, end, piece in pieces:
        parts += [rest[done:start], piece]
        done = end
    return b"".join([*parts, rest[done:]])


def _section(document: bytes, name: str) -> tuple[int, int]:
    """Where the items of a list stand, a line each; nowhere (0, 0) where there are none."""
    head = f"\n{_json(name)}: [\n".encode()
    start = document.find(head)
    end = document.find(b"\n]", start)
    return (start + len(head), end) if start >= 0 and end >= 0 else (0, 0)


def _run(document: bytes, start: int, end: int, sign: bytes) -> tuple[int, int]:
    """Where the lines stand that have a sign, which are next to each other, without what ends the last of them.

    No quotation mark stands in the text of a JSON document as such, so that a key and its value are found nowhere else.
    """
    found = document.find(sign, start, end)
    if found < 0:
        return start, start
    first = last = document.rfind(b"\n", 0, found) + 1
    while last < end and document.find(sign, last, line := _end_of_line(document, last, end)) >= 0:
        last = min(line + len(b"\n"), end)
    if document.find(sign, last, end) >= 0:
        return start, start  # a sheet may have a field of its own with that name, and that value
    return first, last if last == end else last - len(b",\n")


def _end_of_line(document: bytes, start: int, end: int) -> int:
    found = document.find(b"\n", start, end)
    return end if found < 0 else found


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
