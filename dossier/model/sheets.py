"""Reads one sheet. Owns the order and the shape of what may stand in it; the values of fields are for `reading`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from dossier import prose
from dossier.citations import Place, Reference, read_cites, whole
from dossier.diagnostics import Diagnostic, Finding, Rule, Span, rule
from dossier.kinds import Choice, Field, FieldType, Kind, RelationType, Role
from dossier.model.reading import bad_choice, is_language_tag, read_date, read_references, read_value
from dossier.model.values import Claim, Fact, Name, ReferencesValue, Relation, Sheet, Value
from dossier.prose import Prose
from dossier.records import Record, wrong_shape
from dossier.strict_yaml import Mapping, Node, Scalar, Sequence

__all__ = ["CLAIM_STATUSES", "RULES", "read_sheet"]

CLAIM_STATUSES = {
    choice.id: choice
    for choice in (
        Choice("stated", "Stated"),
        Choice("contested", "Contested"),
        Choice("withdrawn", "Withdrawn"),
    )
}
_SPACES = re.compile(r"\s+")
_OF_THE_PAGE = re.compile(r"event|(?:summary|text)(?:-\d+)?")  # anchors of the parts of a page


@rule()
def bad_language(span: Span, tag: str) -> Finding:
    """A name is filed under something that is not a language tag (BCP 47).

    Bad:

        names: {russian: Шикотан}

    Good:

        names: {ru: Шикотан, ja: 色丹島, ja-Latn: Shikotan-tō}
    """
    hint = "Write a two- or three-letter code such as ru or ja; ja-Latn is Japanese in Latin letters."
    return Finding(span, f'"{tag}" is not a language tag', hint)


@rule()
def role_missing(span: Span, label: str) -> Finding:
    """A relation that means nothing without a role has none.

    Bad:

        holds_office: {to: japan, cite: …}

    Good:

        holds_office: {to: japan, as: Minister for Foreign Affairs, cite: …}
    """
    return Finding(
        span, f'"{label}" does not say as what', 'Add "as:", such as as: Minister for Foreign Affairs.'
    )


def read_sheet(sheet_id: str, kind: Kind, path: str, root: Mapping, report: list[Diagnostic]) -> Sheet:
    """Read a sheet of a kind from its parsed file; what is wrong goes to the report, the rest is kept."""
    record = Record(root, f"{_article(kind.label)} {kind.label.lower()}", report)
    name = _name(record, kind)
    ids = _Ids()
    sheet = Sheet(
        id=sheet_id,
        kind=kind,
        path=path,
        place=whole(name) if name else _start(record),
        name=_one_line(name.value) if name else sheet_id,
        names=tuple(_names(record)),
        aliases=tuple((_one_line(alias.value), whole(alias)) for alias in record.scalars("aliases")),
        formerly=read_references(record.scalars("formerly"), report),
        fields=_fields(record, kind),
        summary=_prose(record, "summary"),
        facts=tuple(_facts(record, kind, ids)),
        relations=tuple(_relations(record, kind, ids)),
        claims=tuple(_claims(record, ids)),
        cites=read_cites(record) if kind.role is Role.EVENT else (),
        body=_prose(record, "body"),
    )
    record.close()
    return sheet


def _article(label: str) -> str:
    return "an" if label[:1].lower() in "aeiou" else "a"


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", text.strip())


def _name(record: Record, kind: Kind) -> Scalar | None:
    if kind.role is Role.SOURCE and not record.has("name"):
        return record.require("title", record.scalar, "It is the title of the document.")
    if kind.role is Role.SOURCE:
        record.scalar("title")
    return record.require("name", record.scalar, "It is what the page is called.")


def _names(record: Record) -> Iterator[Name]:
    node = record.mapping("names")
    if node is None:
        return
    holder = Record(node, "names", record.report)
    for entry in node.entries:
        if not is_language_tag(entry.key.value):
            record.report.append(bad_language(entry.key.span, entry.key.value))
        for scalar in holder.scalars(entry.key.value):
            yield Name(entry.key.value, _one_line(scalar.value), whole(scalar))


def _prose(record: Record, name: str) -> Prose | None:
    scalar = record.scalar(name)
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
        return record.require(declared.name, record.scalar, declared.about)
    return record.scalar(declared.name)


class _Ids:
    """Hands out ids that are unique on a sheet and stay the same as long as what they name does."""

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        if _OF_THE_PAGE.fullmatch(wanted):
            wanted = f"the-{wanted}"
        found = wanted
        while found in self._taken:
            self._count[wanted] += 1
            found = f"{wanted}-{self._count[wanted] + 1}"
        self._taken.add(found)
        return found


def _facts(record: Record, kind: Kind, ids: _Ids) -> Iterator[Fact]:
    node = record.mapping("facts")
    if node is None:
        return
    holder = Record(node, f"the facts of {record.what}", record.report)
    for declared in kind.facts.values():
        for item in holder.items(declared.name):
            fact = _fact(item, declared, ids, record.report)
            if fact is not None:
                yield fact
    holder.close()


def _fact(node: Node, declared: Field, ids: _Ids, report: list[Diagnostic]) -> Fact | None:
    if isinstance(node, Scalar):
        value = read_value(declared, node, report)
        if value is None:
            return None
        return Fact(_fact_id(declared, ids), declared, value, None, "", (), whole(node))
    if isinstance(node, Sequence):
        report.append(wrong_shape(node.span, declared.name, "one value", "a list"))
        return None
    record = Record(node, "a fact", report)
    scalar = record.require("value", record.scalar, "It is the fact itself.")
    value = read_value(declared, scalar, report) if scalar else None
    as_of = read_date(record.scalar("as_of"), report)
    note = _one_line(record.text("note"))
    cites = read_cites(record)
    record.close()
    if scalar is None or value is None:
        return None
    return Fact(_fact_id(declared, ids), declared, value, as_of, note, cites, whole(scalar))


def _fact_id(declared: Field, ids: _Ids) -> str:
    return ids.take(declared.name.replace("_", "-"))


def _relations(record: Record, kind: Kind, ids: _Ids) -> Iterator[Relation]:
    node = record.mapping("relations")
    if node is None:
        return
    holder = Record(node, f"the relations of {record.what}", record.report)
    for declared in kind.relations.values():
        for item in holder.records(declared.name, "a relation"):
            relation = _relation(item, declared, ids)
            if relation is not None:
                yield relation
    holder.close()


def _relation(record: Record, declared: RelationType, ids: _Ids) -> Relation | None:
    target = record.require("to", record.scalar, "It is the id of the sheet the relation leads to.")
    role = _one_line(record.text("as"))
    when = read_date(record.scalar("when"), record.report)
    note = _one_line(record.text("note"))
    cites = read_cites(record)
    record.close()
    to = read_references((target,) if target else (), record.report)
    if target is None or not to:
        return None
    if declared.role_required and not role:
        record.report.append(role_missing(target.span, declared.label))
    name = ids.take(f"{declared.name.replace('_', '-')}-{to[0].id}")
    return Relation(name, declared, to[0], role, when, note, cites, whole(target))


def _start(record: Record) -> Place:
    return whole(Scalar("", True, record.node.source, record.node.start, record.node.start))


def _claims(record: Record, ids: _Ids) -> Iterator[Claim]:
    for item in record.records("claims", "a claim"):
        claim = _claim(item, ids)
        if claim is not None:
            yield claim


def _claim(record: Record, ids: _Ids) -> Claim | None:
    text = record.require("text", record.scalar, "It is the sentence that is claimed.")
    wanted, by, topic = (_reference(record, name) for name in ("id", "by", "topic"))
    status = record.scalar("status")
    if status and status.value not in CLAIM_STATUSES:
        record.report.append(bad_choice(status.span, status.value, "status", list(CLAIM_STATUSES)))
    when = read_date(record.scalar("when"), record.report)
    cites = read_cites(record)
    record.close()
    if text is None:
        return None
    return Claim(
        id=ids.take(wanted.id if wanted else _claim_id(text)),
        text=prose.parse(text, record.report),
        topic=topic.id if topic else "",
        by=by,
        status=status.value if status else "stated",
        when=when,
        cites=cites,
        place=whole(text),
    )


def _reference(record: Record, name: str) -> Reference | None:
    scalar = record.scalar(name)
    return next(iter(read_references((scalar,) if scalar else (), record.report)), None)


def _claim_id(text: Scalar) -> str:
    """An address for a claim without an id: it stays as long as its words do."""
    return f"claim-{sha256(_one_line(text.value).encode()).hexdigest()[:8]}"


RULES: tuple[Rule[...], ...] = (bad_language, role_missing)
