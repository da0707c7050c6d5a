"""Reads `content/briefing.yml`. Owns its shape."""

from __future__ import annotations

from collections.abc import Iterator

from dossier import edtf, prose
from dossier.citations import Place, whole
from dossier.diagnostics import Diagnostic
from dossier.kinds import Field, FieldType
from dossier.model.reading import one_line, read_date, read_value
from dossier.model.references import read_references
from dossier.model.values import AddressValue, Briefing, Section, Topic
from dossier.records import Record
from dossier.strict_yaml import Scalar, parse

__all__ = ["BRIEFING_FILE", "read_briefing"]

BRIEFING_FILE = "content/briefing.yml"
_ADDRESS = Field("address", FieldType.URL, "Address")


def read_briefing(data: bytes, report: list[Diagnostic]) -> Briefing | None:
    """Read the briefing; what is wrong goes to the report. None where its title or its days are missing."""
    parsed = parse(data, BRIEFING_FILE)
    report.extend(parsed.diagnostics)
    if parsed.root is None:
        return None
    record = Record(parsed.root, "the briefing", report)
    title = record.require("title", record.text, "It is the title of the dossier.")
    description = record.text("description")
    language = record.text("language", "en")
    as_of = _day(record, "as_of", "It is the day the briefing speaks from.")
    updated = _day(record, "updated", "It is the day the dossier's knowledge ends.")
    sides = read_references(record.scalars("sides"), report)
    address = _address(record, report)
    topics = tuple(_topics(record))
    sections = record.require("sections", lambda _: tuple(_sections(record)), "They are the briefing itself.")
    record.close()
    if as_of is None or updated is None or not title:
        return None
    return Briefing(
        title,
        description,
        language,
        as_of[0],
        updated[0],
        as_of[1],
        updated[1],
        sections,
        sides,
        address,
        topics,
    )


def _address(record: Record, report: list[Diagnostic]) -> str:
    scalar = record.scalar("address")
    value = read_value(_ADDRESS, scalar, report) if scalar else None
    return value.url if isinstance(value, AddressValue) else ""


def _topics(record: Record) -> Iterator[Topic]:
    node = record.mapping("topics", "{handover: Handover of the islands}")
    if node is None:
        return
    labels = Record(node, "the topics", record.report)
    for entry in node.entries:
        label = labels.text(entry.key.value)
        if label:
            yield Topic(entry.key.value, one_line(label), whole(entry.key))


def _day(record: Record, name: str, about: str) -> tuple[edtf.Date, Place] | None:
    scalar = record.require(name, record.scalar, about)
    date = read_date(scalar, record.report)
    return (date, whole(scalar)) if scalar and date else None


def _sections(record: Record) -> list[Section]:
    sections = []
    for item in record.records("sections", "a section of the briefing", "[{title: …, body: …}]"):
        title = item.require("title", item.text, "It heads the section.")
        body: Scalar | None = item.require("body", item.prose, "It is the text of the section.")
        item.close()
        if body:
            sections.append(Section(title, prose.parse(body, record.report)))
    return sections
