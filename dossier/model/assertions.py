"""Reads what a sheet asserts: facts, relations and claims, each with its citations.

Owns their shapes and their ids. The frame they stand in is read by `sheets`, their values by `reading`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from dossier import prose
from dossier.citations import ID, Reference, read_cites, whole
from dossier.diagnostics import Diagnostic, Finding, Rule, Span, rule
from dossier.kinds import Choice, Field, Kind, RelationType
from dossier.model.reading import bad_choice, one_line, read_date, read_value
from dossier.model.references import instead_of_id, instead_of_name, read_references
from dossier.model.values import Claim, ClaimReference, Fact, Relation
from dossier.records import Record, wrong_shape
from dossier.strict_yaml import Node, Scalar, Sequence

__all__ = ["CLAIM_STATUSES", "RULES", "Ids", "read_claims", "read_facts", "read_relations"]

CLAIM_STATUSES = {
    choice.id: choice
    for choice in (
        Choice("stated", "Stated"),
        Choice("contested", "Contested"),
        Choice("withdrawn", "Withdrawn"),
    )
}
_OF_THE_PAGE = re.compile(r"event|cite-.*|(?:summary|text)(?:-\d+)?")  # anchors of the parts of a page


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


@rule()
def bad_claim_name(span: Span, value: str) -> Finding:
    """Where a claim is named stands something that cannot name one.

    A claim of this sheet is named by its `id`, one of another sheet by that sheet's id, `#`, and its own.

    Bad:

        changes: The first offer

    Good:

        changes: first-offer
        changes: habomai#first-offer
    """
    hint = 'Give the earlier claim an "id:" and write it here; for another sheet: its-id#claim-id.'
    return Finding(span, f'"{value[:60]}" does not name a claim', hint)


class Ids:
    """Hands out ids that are unique on a sheet and stay the same as long as what they name does."""

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """Return the id wanted, or the next like it where that is taken or names a part of the page."""
        if _OF_THE_PAGE.fullmatch(wanted):
            wanted = f"the-{wanted}"
        found = wanted
        while found in self._taken:
            self._count[wanted] += 1
            found = f"{wanted}-{self._count[wanted] + 1}"
        self._taken.add(found)
        return found


def read_facts(record: Record, kind: Kind, ids: Ids) -> Iterator[Fact]:
    """Read the facts of a sheet, in the order in which its kind declares them."""
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


def _fact(node: Node, declared: Field, ids: Ids, report: list[Diagnostic]) -> Fact | None:
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
    note = one_line(record.text("note"))
    cites = read_cites(record)
    record.close()
    if scalar is None or value is None:
        return None
    return Fact(_fact_id(declared, ids), declared, value, as_of, note, cites, whole(scalar))


def _fact_id(declared: Field, ids: Ids) -> str:
    return ids.take(declared.name.replace("_", "-"))


def read_relations(record: Record, kind: Kind, ids: Ids) -> Iterator[Relation]:
    """Read the relations of a sheet, in the order in which its kind declares them."""
    node = record.mapping("relations")
    if node is None:
        return
    holder = Record(node, f"the relations of {record.what}", record.report)
    for declared in kind.relations.values():
        for item in holder.records(declared.name, "a relation", "{to: its-id, cite: …}"):
            relation = _relation(item, declared, ids)
            if relation is not None:
                yield relation
    holder.close()


def _relation(record: Record, declared: RelationType, ids: Ids) -> Relation | None:
    target = record.require("to", record.scalar, "It is the id of the sheet the relation leads to.")
    role = one_line(record.text("as"))
    when = read_date(record.scalar("when"), record.report)
    note = one_line(record.text("note"))
    cites = read_cites(record)
    record.close()
    to = read_references((target,) if target else (), record.report, instead_of_id)
    if target is None or not to:
        return None
    if declared.role_required and not role:
        record.report.append(role_missing(target.span, declared.label))
    name = ids.take(f"{declared.name.replace('_', '-')}-{to[0].id}")
    return Relation(name, declared, to[0], role, when, note, cites, whole(target))


def read_claims(record: Record, ids: Ids, sheet_id: str) -> Iterator[Claim]:
    """Read the claims of a sheet, in the order written."""
    for item in record.records("claims", "a claim"):
        claim = _claim(item, ids, sheet_id)
        if claim is not None:
            yield claim


def _claim(record: Record, ids: Ids, sheet_id: str) -> Claim | None:
    text = record.require("text", record.prose, "It is the sentence that is claimed.")
    wanted, by, topic = (_reference(record, name) for name in ("id", "by", "topic"))
    status = record.scalar("status")
    if status and status.value not in CLAIM_STATUSES:
        record.report.append(bad_choice(status.span, status.value, "status", list(CLAIM_STATUSES)))
    when = read_date(record.scalar("when"), record.report)
    changes = tuple(_claim_references(record, sheet_id))
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
        changes=changes,
    )


def _claim_references(record: Record, sheet_id: str) -> Iterator[ClaimReference]:
    for scalar in record.scalars("changes"):
        sheet, hash_, claim = scalar.value.strip().rpartition("#")
        if ID.fullmatch(claim) and (not hash_ or ID.fullmatch(sheet)):
            yield ClaimReference(sheet or sheet_id, claim, whole(scalar))
        else:
            record.report.append(bad_claim_name(scalar.span, scalar.value))


def _reference(record: Record, name: str) -> Reference | None:
    scalar = record.scalar(name)
    instead = instead_of_id if name == "by" else instead_of_name
    return next(iter(read_references((scalar,) if scalar else (), record.report, instead)), None)


def _claim_id(text: Scalar) -> str:
    """An address for a claim without an id: it stays as long as its words do."""
    return f"claim-{sha256(one_line(text.value).encode()).hexdigest()[:8]}"


RULES: tuple[Rule[...], ...] = (role_missing, bad_claim_name)
