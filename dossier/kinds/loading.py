"""Reads declarations of kinds. Owns their shape; whether they hold together is for `linting`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import TypeVar

from dossier.citations import ID
from dossier.diagnostics import Diagnostic
from dossier.kinds.linting import bad_kind, lint_field, lint_kinds, lint_redeclared
from dossier.kinds.values import (
    COLOURS,
    ICONS,
    MAP_USES,
    Choice,
    Field,
    FieldType,
    Kind,
    Kinds,
    RelationType,
    Role,
)
from dossier.records import Record
from dossier.strict_yaml import Parsed, Scalar, parse
from dossier.suggestions import did_you_mean

__all__ = ["load", "shipped"]

T = TypeVar("T")
_ORDER = ("actor", "treaty", "island", "event", "source")  # the order shipped kinds are published in
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*", re.ASCII)  # it becomes a part of addresses
_OF_EVERY_SHEET = frozenset(
    {
        "name",
        "title",
        "names",
        "aliases",
        "formerly",
        "reviewed",
        "summary",
        "facts",
        "relations",
        "claims",
        "cite",
        "body",
    }
)


@cache
def shipped() -> Mapping[str, bytes]:
    """The declarations that come with this package: file name to bytes."""
    folder = resources.files("dossier.kinds")
    return {f"{name}.yml": folder.joinpath(f"{name}.yml").read_bytes() for name in _ORDER}


@cache
def _shipped_kinds() -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    report: list[Diagnostic] = []
    for file, data in shipped().items():
        _declare(file, parse(data, file), kinds, report)
    return kinds


def load(files: Mapping[str, bytes]) -> tuple[Kinds, tuple[Diagnostic, ...]]:
    """Read a dossier's own declarations (path to bytes) on top of those that ship with the package.

    A file named as an existing kind adds to it; a file of another name declares a kind, and may extend any other.
    Returns all kinds that could be read and what is wrong with the rest.
    """
    kinds = dict(_shipped_kinds())
    report: list[Diagnostic] = []
    pending = {file: parse(data, file) for file, data in sorted(files.items())}
    while pending:
        file = next((each for each in pending if not _waits(pending[each], pending)), next(iter(pending)))
        _declare(file, pending.pop(file), kinds, report)
    lint_kinds({file: kinds[_id(file)] for file in files if _id(file) in kinds}, kinds, report)
    return Kinds(kinds), tuple(report)


def _id(file: str) -> str:
    return file.rsplit("/", 1)[-1].removesuffix(".yml")


def _waits(parsed: Parsed, pending: Mapping[str, Parsed]) -> bool:
    """Whether a declaration extends one that is not read yet."""
    extends = parsed.root.get("extends") if parsed.root else None
    return isinstance(extends, Scalar) and any(_id(file) == extends.value for file in pending)


def _declare(file: str, parsed: Parsed, kinds: dict[str, Kind], report: list[Diagnostic]) -> None:
    report.extend(parsed.diagnostics)
    kind_id = _id(file)
    if parsed.root is None:
        return
    if not ID.fullmatch(kind_id):
        hint = "Name the file in lower case, with hyphens between words, such as vessel.yml."
        report.append(bad_kind(parsed.root.span, f'"{kind_id}" cannot name a kind', hint))
        return
    record = Record(parsed.root, "a kind", report)
    base = kinds.get(kind_id) or _extended(record, kinds)
    kinds[kind_id] = _kind(kind_id, record, base, is_new=kind_id not in kinds)
    record.close()


def _extended(record: Record, kinds: Mapping[str, Kind]) -> Kind | None:
    extends = record.scalar("extends")
    if extends is None:
        return None
    if extends.value not in kinds:
        hint = did_you_mean(extends.value, kinds, "Name a kind that is declared, such as event.")
        record.report.append(bad_kind(extends.span, f'there is no kind "{extends.value}" to extend', hint))
    return kinds.get(extends.value)


def _kind(kind_id: str, record: Record, base: Kind | None, *, is_new: bool) -> Kind:
    def text(name: str, default: str) -> str:
        return record.text(name) or default

    if base is None:
        label = record.require("label", record.text, "It is what one such sheet is called.")
        plural = record.require("plural", record.text, "It heads the list of them.")
        base = Kind(kind_id, (), label, plural, "", "tag", "slate", "", "Thing", Role.ENTITY, {}, {}, {})
    role = Role(kind_id) if kind_id in (Role.EVENT, Role.SOURCE) else base.role
    plural = text("plural", base.plural)
    fields = _declared(record, "fields", _field, taken=_OF_EVERY_SHEET)
    lint_redeclared(base, fields, record.key_span("fields"), record.report)
    folder = (base.folder if not is_new else "") or plural.lower().replace(" ", "-")
    return replace(
        base,
        id=kind_id,
        lineage=(kind_id, *base.lineage) if is_new else base.lineage,
        label=text("label", base.label),
        plural=plural,
        folder=text("folder", folder),
        icon=_listed(record, "icon", ICONS, base.icon),
        colour=_listed(record, "colour", COLOURS, base.colour),
        about=text("about", base.about),
        schema=text("schema", base.schema),
        role=role,
        fields={**base.fields, **fields},
        facts={**base.facts, **_declared(record, "facts", _fact)},
        relations={**base.relations, **_declared(record, "relations", _relation)},
    )


def _declared(
    record: Record, name: str, read: Callable[[str, Record], T | None], taken: frozenset[str] = frozenset()
) -> dict[str, T]:
    node = record.mapping(name)
    if node is None:
        return {}
    holder = Record(node, name, record.report)
    found: dict[str, T] = {}
    for entry in node.entries:
        if not _NAME.fullmatch(entry.key.value):
            hint = "Use lower-case letters a-z, digits, and single _ or - between words."
            record.report.append(bad_kind(entry.key.span, f'"{entry.key.value}" cannot be a name', hint))
            continue
        if entry.key.value in taken:
            hint = "Choose another name, and set what readers see with label."
            problem = f'every sheet has "{entry.key.value}" already'
            record.report.append(bad_kind(entry.key.span, problem, hint))
            continue
        inner = holder.mapping(entry.key.value)
        if inner is None:
            continue
        declaration = Record(inner, f'"{entry.key.value}"', record.report)
        value = read(entry.key.value, declaration)
        declaration.close()
        if value is not None:
            found[entry.key.value] = value
    return found


def _field(name: str, record: Record) -> Field | None:
    return _linted(_any_field(name, record), record, is_fact=False)


def _fact(name: str, record: Record) -> Field | None:
    return _linted(_any_field(name, record), record, is_fact=True)


def _linted(declared: Field | None, record: Record, *, is_fact: bool) -> Field | None:
    if declared:
        lint_field(declared, record.span, record.report, is_fact=is_fact)
    return declared


def _any_field(name: str, record: Record) -> Field | None:
    type_ = record.require("type", record.scalar, f"One of {', '.join(FieldType)}.")
    declared = Field(
        name=name,
        type=FieldType(type_.value) if type_ and type_.value in list(FieldType) else FieldType.TEXT,
        label=record.text("label") or name.replace("_", " ").capitalize(),
        about=record.text("about"),
        required=_one_of(record, "required", "false", "true") == "true",
        unit=record.text("unit"),
        event=record.text("event"),
        reverse=record.text("reverse"),
        to=_targets(record),
        choices=_declared(record, "choices", _choice),
        needs_evidence=_one_of(record, "evidence", "required", "none") == "required",
    )
    if type_ and type_.value not in list(FieldType):
        hint = did_you_mean(type_.value, list(FieldType), f"One of {', '.join(FieldType)}.")
        record.report.append(bad_kind(type_.span, f'"{type_.value}" is not a type of field', hint))
        return None
    return declared


def _choice(name: str, record: Record) -> Choice:
    return Choice(name, record.text("label") or name.capitalize(), record.text("schema"))


def _relation(name: str, record: Record) -> RelationType:
    return RelationType(
        name=name,
        label=record.require("label", record.text, "It is what the relation is called on this sheet."),
        reverse=record.require(
            "reverse", record.text, "It is what the relation is called seen from the other side."
        ),
        to=record.require("to", lambda _: _targets(record), "The kinds it may lead to, such as [actor]."),
        about=record.text("about"),
        role_required=_one_of(record, "role", "optional", "required") == "required",
        acts_for=_one_of(record, "acts_for", "false", "true") == "true",
        map=_listed(record, "map", MAP_USES, ""),
    )


def _one_of(record: Record, name: str, default: str, other: str) -> str:
    scalar = record.scalar(name)
    if scalar and scalar.value not in (default, other):
        hint = f"Write {other}, or delete the line."
        record.report.append(bad_kind(scalar.span, f'"{scalar.value}" is not {default} or {other}', hint))
    return scalar.value if scalar else default


def _listed(record: Record, name: str, known: tuple[str, ...], default: str) -> str:
    scalar = record.scalar(name)
    if scalar and scalar.value not in known:
        hint = did_you_mean(scalar.value, known, f"Choose one of: {', '.join(known)}.")
        record.report.append(bad_kind(scalar.span, f'there is no {name} "{scalar.value}"', hint))
        return default
    return scalar.value if scalar else default


def _targets(record: Record) -> tuple[str, ...]:
    return tuple(scalar.value for scalar in record.scalars("to"))
