"""Reads declarations of kinds. Owns the findings on them; a vocabulary that does not hold together is reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import TypeVar

from dossier.citations import ID
from dossier.diagnostics import Diagnostic, Finding, Rule, Span, rule
from dossier.kinds.values import Choice, Field, FieldType, Kind, Kinds, RelationType, Role
from dossier.records import Record
from dossier.strict_yaml import parse
from dossier.suggestions import did_you_mean

__all__ = ["RULES", "load", "shipped"]

T = TypeVar("T")
_ORDER = ("actor", "treaty", "island", "event", "source")  # the order shipped kinds are published in
_NAME = "[a-z][a-z0-9_]*"


@rule()
def bad_kind(span: Span, problem: str, hint: str) -> Finding:
    """The declaration of a kind does not hold together.

    A kind names its label, the plural, and the fields, facts and relations its sheets may hold; a relation names the
    kinds it leads to and what it is called from there.

    Bad:

        # content/kinds/vessel.yml
        label: Vessel
        relations:
          flag: {label: Flag, to: [state]}

    Good:

        # content/kinds/vessel.yml
        label: Vessel
        plural: Vessels
        relations:
          flag: {label: Flag, reverse: Vessels under its flag, to: [actor]}
    """
    return Finding(span, problem, hint)


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
        _declare(file, data, kinds, report)
    return kinds


def load(files: Mapping[str, bytes]) -> tuple[Kinds, tuple[Diagnostic, ...]]:
    """Read a dossier's own declarations (path to bytes) on top of those that ship with the package.

    A file named as an existing kind adds to it; a file of another name declares a kind. Returns all kinds that could
    be read and what is wrong with the rest.
    """
    kinds = dict(_shipped_kinds())
    report: list[Diagnostic] = []
    for file, data in sorted(files.items()):
        _declare(file, data, kinds, report)
    _check_targets(files, kinds, report)
    return Kinds(kinds), tuple(report)


def _declare(file: str, data: bytes, kinds: dict[str, Kind], report: list[Diagnostic]) -> None:
    parsed = parse(data, file)
    report.extend(parsed.diagnostics)
    kind_id = file.rsplit("/", 1)[-1].removesuffix(".yml")
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
        base = Kind(kind_id, label, plural, "", "material/tag", "", "Thing", Role.ENTITY, {}, {}, {})
    role = Role(kind_id) if kind_id in (Role.EVENT, Role.SOURCE) else base.role
    plural = text("plural", base.plural)
    folder = (base.folder if not is_new else "") or plural.lower().replace(" ", "-")
    return replace(
        base,
        id=kind_id,
        label=text("label", base.label),
        plural=plural,
        folder=text("folder", folder),
        icon=text("icon", base.icon),
        about=text("about", base.about),
        schema=text("schema", base.schema),
        role=role,
        fields={**base.fields, **_declared(record, "fields", _field)},
        facts={**base.facts, **_declared(record, "facts", _field)},
        relations={**base.relations, **_declared(record, "relations", _relation)},
    )


def _declared(record: Record, name: str, read: Callable[[str, Record], T | None]) -> dict[str, T]:
    node = record.mapping(name)
    if node is None:
        return {}
    holder = Record(node, name, record.report)
    found: dict[str, T] = {}
    for entry in node.entries:
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
    type_ = record.require("type", record.scalar, f"One of {', '.join(FieldType)}.")
    declared = Field(
        name=name,
        type=FieldType(type_.value) if type_ and type_.value in list(FieldType) else FieldType.TEXT,
        label=record.text("label") or name.replace("_", " ").capitalize(),
        about=record.text("about"),
        required=record.text("required") == "true",
        unit=record.text("unit"),
        event=record.text("event"),
        reverse=record.text("reverse"),
        to=_targets(record),
        choices=_declared(record, "choices", _choice),
        needs_evidence=record.text("evidence") != "none",
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
        role_required=record.text("role") == "required",
    )


def _targets(record: Record) -> tuple[str, ...]:
    return tuple(scalar.value for scalar in record.scalars("to"))


def _check_targets(files: Mapping[str, bytes], kinds: Mapping[str, Kind], report: list[Diagnostic]) -> None:
    for file in sorted(files):
        kind = kinds.get(file.rsplit("/", 1)[-1].removesuffix(".yml"))
        if kind is None:
            continue
        targets = {to for relation in kind.relations.values() for to in relation.to}
        targets |= {to for field in kind.fields.values() for to in field.to}
        for target in sorted(targets - set(kinds)):
            hint = did_you_mean(target, kinds, f"Kinds of this dossier: {', '.join(kinds)}.")
            report.append(bad_kind(Span(file), f'it leads to "{target}", which is no kind', hint))


RULES: tuple[Rule[...], ...] = (bad_kind,)
