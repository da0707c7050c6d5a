"""Reads one sheet. Owns the frame: names, fields and texts. What it asserts is read by `assertions`."""

from __future__ import annotations

from collections.abc import Iterator

from dossier import prose
from dossier.citations import Place, read_cites, whole
from dossier.diagnostics import Diagnostic, Finding, Rule, Span, rule
from dossier.edtf import Date, Precision
from dossier.kinds import Field, FieldType, Kind, Role
from dossier.model import assertions
from dossier.model.assertions import Ids, read_claims, read_facts, read_relations
from dossier.model.other_forms import language_meant
from dossier.model.reading import is_language_tag, one_line, read_date, read_value
from dossier.model.references import read_references
from dossier.model.values import Name, ReferencesValue, Sheet, Value
from dossier.prose import Prose
from dossier.records import Record
from dossier.strict_yaml import Mapping, Scalar

__all__ = ["RULES", "read_sheet"]


@rule()
def bad_language(span: Span, tag: str) -> Finding:
    """A name is filed under something that is not a language tag (BCP 47).

    Bad:

        names: {russian: Шикотан}

    Good:

        names: {ru: Шикотан, ja: 色丹島, ja-Latn: Shikotan-tō}
    """
    meant = language_meant(tag)
    hint = "Write a two- or three-letter code such as ru or ja; ja-Latn is Japanese in Latin letters."
    return Finding(span, f'"{tag}" is not the code of a language', f"Write {meant}." if meant else hint)


@rule()
def review_not_a_day(span: Span, value: str) -> Finding:
    """`reviewed` is the day on which a sheet was last held against its sources: one day, known for certain.

    Bad:

        reviewed: 2026-11

    Good:

        reviewed: 2026-11-01
    """
    return Finding(span, f'"{value}" is not one day', "Write the day of the review, such as 2026-11-01.")


def read_sheet(sheet_id: str, kind: Kind, path: str, root: Mapping, report: list[Diagnostic]) -> Sheet:
    """Read a sheet of a kind from its parsed file; what is wrong goes to the report, the rest is kept."""
    record = Record(root, f"{_article(kind.label)} {kind.label.lower()}", report)
    name = _name(record, kind)
    ids = Ids()
    asserts = kind.role is not Role.SOURCE  # what a source says is told on the sheets of what it is about
    sheet = Sheet(
        id=sheet_id,
        kind=kind,
        path=path,
        place=whole(name) if name else _start(record),
        name=one_line(name.value) if name else sheet_id,
        names=tuple(_names(record)),
        aliases=tuple((one_line(alias.value), whole(alias)) for alias in record.scalars("aliases")),
        formerly=read_references(record.scalars("formerly"), report),
        fields=_fields(record, kind),
        summary=_prose(record, "summary"),
        facts=tuple(read_facts(record, kind, ids)) if asserts else (),
        relations=tuple(read_relations(record, kind, ids)) if asserts else (),
        claims=tuple(read_claims(record, ids, sheet_id)) if asserts else (),
        cites=read_cites(record) if kind.role is Role.EVENT else (),
        body=_prose(record, "body"),
        reviewed=_reviewed(record),
    )
    record.close(dict.fromkeys(kind.facts, "facts") | dict.fromkeys(kind.relations, "relations"))
    return sheet


def _article(label: str) -> str:
    return "an" if label[:1].lower() in "aeiou" else "a"


def _name(record: Record, kind: Kind) -> Scalar | None:
    if kind.role is Role.SOURCE and not record.has("name"):
        return record.require("title", record.scalar, "It is the title of the document.")
    if kind.role is Role.SOURCE:
        record.scalar("title")
    return record.require("name", record.scalar, "It is what the page is called.")


def _names(record: Record) -> Iterator[Name]:
    node = record.mapping("names", "{ru: Шикотан, ja: 色丹島}")
    if node is None:
        return
    holder = Record(node, "names", record.report)
    for entry in node.entries:
        if not is_language_tag(entry.key.value):
            record.report.append(bad_language(entry.key.span, entry.key.value))
        for scalar in holder.scalars(entry.key.value):
            yield Name(entry.key.value, one_line(scalar.value), whole(scalar))


def _reviewed(record: Record) -> tuple[Date, Place] | None:
    scalar = record.scalar("reviewed")
    date = read_date(scalar, record.report)
    if scalar is None or date is None:
        return None
    if date.machine is None or date.precision is not Precision.DAY:
        record.report.append(review_not_a_day(scalar.span, scalar.value))
        return None
    return date, whole(scalar)


def _prose(record: Record, name: str) -> Prose | None:
    scalar = record.prose(name)
    return prose.parse(scalar, record.report) if scalar else None


def _fields(record: Record, kind: Kind) -> dict[str, tuple[Field, Value, Place]]:
    found: dict[str, tuple[Field, Value, Place]] = {}
    for declared in kind.fields.values():
        if declared.type is FieldType.REFERENCES:
            scalars = record.scalars(declared.name)
            references = read_references(scalars, record.report)
            if references:
                found[declared.name] = (declared, ReferencesValue(references), whole(scalars[0]))
            continue
        scalar = _field(record, declared)
        value = read_value(declared, scalar, record.report) if scalar else None
        if scalar and value is not None:
            found[declared.name] = (declared, value, whole(scalar))
    return found


def _field(record: Record, declared: Field) -> Scalar | None:
    if declared.required:
        choices = f"One of {', '.join(declared.choices)}." if declared.choices else ""
        return record.require(declared.name, record.scalar, f"{declared.about} {choices}".strip())
    return record.scalar(declared.name)


def _start(record: Record) -> Place:
    return whole(Scalar("", True, record.node.source, record.node.start, record.node.start))


RULES: tuple[Rule[...], ...] = (*assertions.RULES, bad_language, review_not_a_day)
