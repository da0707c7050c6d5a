"""The text of a new sheet, made from the declaration of its kind.

Owns its layout: what must be filled in comes first, empty, so that `dossier check` asks for it; what may be said
besides follows, commented out, and is empty too. Nothing that is written here could be published by itself.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from dossier import edtf
from dossier.kinds import FieldType, Kind, Role
from dossier.model import Dossier
from dossier.starter.hints import Hints
from dossier.strict_yaml.writing import scalar

__all__ = ["date_in_front", "new_sheet"]

_HINTS_BEGIN, _WIDTH = 32, 119
_DATED_BY = {Role.EVENT: "date", Role.SOURCE: "issued", Role.ENTITY: ""}
_BESIDES = (
    "What may be said besides. To use a line, take away its #, and those of the lines indented below it."
)


def new_sheet(dossier: Dossier, kind: Kind, name: str, date: str = "") -> str:
    """Return the text of a sheet on something called `name`, one line.

    `date` (EDTF) is when an event happened, or when a source was issued. Hints name sheets that the dossier has.
    """
    hints = Hints(dossier)
    lines = [
        *_wrapped(f"{kind.label}. {kind.about}".rstrip(), "# "),
        "# Fill in what is empty. What follows a # is a hint and is not read.",
        f"{'title' if kind.role is Role.SOURCE else 'name'}: {scalar(name)}",
        *_required(kind, hints, date),
        "",
        f"# {_BESIDES}",
        *(f"#{line}" for line in _optional(kind, hints, date)),
    ]
    return "\n".join(lines) + "\n"


def date_in_front(date: edtf.Date) -> str:
    """Return what an id begins with: the first day, month or year the date names; nothing of one before the year 1."""
    point = date.points[0]
    year, month, day = point.earliest
    if not 1 <= year <= 9999:
        return ""
    if point.precision in (edtf.Precision.DAY, edtf.Precision.SECOND):
        return f"{year:04}-{month:02}-{day:02}"
    return f"{year:04}-{month:02}" if point.precision is edtf.Precision.MONTH else f"{year:04}"


def _required(kind: Kind, hints: Hints, date: str) -> Iterator[str]:
    for field in kind.fields.values():
        if date and field.name == _DATED_BY[kind.role]:
            yield f"{field.name}: {scalar(date)}"
        elif field.required:
            yield from _noted(f"{field.name}:", hints.field(field))
    if kind.role is Role.EVENT:
        yield from _noted(f"cite: {hints.cite}", "the exact words that tell of it")


def _optional(kind: Kind, hints: Hints, date: str) -> Iterator[str]:
    if kind.role is not Role.SOURCE:
        yield from _noted('names: {ru: ""}', "what it is called in other languages")
        yield from _noted('aliases: [""]', "what else a text may call it")
    for field in kind.fields.values():
        if not field.required and not (date and field.name == _DATED_BY[kind.role]):
            empty = "[]" if field.type is FieldType.REFERENCES else '""'
            yield from _noted(f"{field.name}: {empty}", hints.field(field))
    yield from _noted("summary: >-", "one or two sentences, and what supports them")
    yield f"  {hints.cite_in_prose}"
    if kind.role is not Role.SOURCE:
        yield from _facts(kind, hints)
        yield from _relations(kind, hints)
        yield from _claims(hints)
    yield from _noted("body: |", "paragraphs, each with what supports it")
    yield f"  {hints.cite_in_prose}"
    yield from _noted('reviewed: ""', "the day on which all of this was last held against its sources")


def _facts(kind: Kind, hints: Hints) -> Iterator[str]:
    if kind.facts:
        yield "facts:"
    for fact in kind.facts.values():
        cited = f'{{value: "", cite: {hints.cite}}}' if fact.needs_evidence else '""'
        yield from _noted(f"  {fact.name}: {cited}", hints.field(fact))


def _relations(kind: Kind, hints: Hints) -> Iterator[str]:
    if kind.relations:
        yield "relations:"
    for relation in kind.relations.values():
        role = ' as: "", when: "",' if relation.role_required else ""
        yield from _noted(
            f'  {relation.name}: {{to: "",{role} cite: {hints.cite}}}', hints.relation(relation)
        )


def _claims(hints: Hints) -> Iterator[str]:
    yield "claims:"
    yield from _noted('  - text: ""', "a sentence, in words to which no side would object")
    yield from _noted('    by: ""', f"who says so, such as {hints.ids(('actor',))}")
    yield from _noted(
        '    topic: ""', "what it is about, such as the-price: claims on one topic stand side by side"
    )
    yield from _noted("    status: contested", "stated, contested or withdrawn")
    yield f"    cite: {hints.cite}"


def _noted(line: str, hint: str) -> list[str]:
    """A line with a hint beside it, or above it where both are too long for one."""
    beside = f"{line:<{_HINTS_BEGIN}}  # {hint}" if hint else line
    if len(beside) <= _WIDTH:
        return [beside]
    return [*_wrapped(hint, f"{line[: len(line) - len(line.lstrip())]}# "), line]


def _wrapped(text: str, before: str) -> list[str]:
    wrapper = textwrap.TextWrapper(
        _WIDTH, initial_indent=before, subsequent_indent=before, break_on_hyphens=False
    )
    return wrapper.wrap(text)
