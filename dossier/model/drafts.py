"""Drafts of events and claims, taken from a source and not yet looked at by a person.

Owns how `content/drafts/*.yml` is read. An item is read by the rules of the sheet it may become, so that what is
wrong with it is found before it is accepted; only `draft`, `on` and the `id` of an event are its own. Nothing of it
is published.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as MappingABC
from dataclasses import replace

from dossier.citations import ID, Place, whole
from dossier.diagnostics import Diagnostic
from dossier.kinds import Kinds
from dossier.model.assertions import Ids, read_claims
from dossier.model.file_rules import duplicate_id, is_in
from dossier.model.reading import bad_choice
from dossier.model.references import read_references
from dossier.model.sheets import read_sheet
from dossier.model.values import Claim, Draft, DraftItem, Sheet
from dossier.records import Record
from dossier.strict_yaml import Entry, Mapping, Scalar, Sequence, parse

__all__ = ["DRAFTS_FOLDER", "as_if_accepted", "read_drafts"]

DRAFTS_FOLDER = "content/drafts"

_EVENT = "event"


def read_drafts(
    files: MappingABC[str, bytes], declared: Kinds, sheets: MappingABC[str, Sheet], report: list[Diagnostic]
) -> Iterator[Draft]:
    """Read every file of drafts; what is wrong with its form goes to the report."""
    taken = {sheet.id: sheet.place for sheet in sheets.values()}
    for path in sorted(files):
        if is_in(path, DRAFTS_FOLDER, ".yml"):
            parsed = parse(files[path], path)
            report.extend(parsed.diagnostics)
            if parsed.root is not None:
                yield _read(path, parsed.root, declared, taken, report)


def _read(
    path: str, root: Mapping, declared: Kinds, taken: dict[str, Place], report: list[Diagnostic]
) -> Draft:
    record = Record(root, "a file of drafts", report)
    source = record.require("source", record.scalar, "It is the id of the source they were taken from.")
    to = read_references((source,) if source else (), report)
    items = [
        *(_event(each, declared, taken) for each in record.records("events", "a draft")),
        *(_claim(each) for each in record.records("claims", "a draft")),
    ]
    record.close()
    return Draft(path, to[0] if to else None, tuple(items))


def _event(record: Record, declared: Kinds, taken: dict[str, Place]) -> DraftItem:
    wanted = record.require(
        "id", record.scalar, "It is the name that the event's file will have, without .yml."
    )
    read_references((wanted,) if wanted else (), record.report)
    kind = declared.get(_EVENT)
    sheet = None
    if wanted and ID.fullmatch(wanted.value) and kind:
        if wanted.value in taken:
            record.report.append(duplicate_id(wanted.span, wanted.value, taken[wanted.value].span))
        taken.setdefault(wanted.value, whole(wanted))
        path = f"content/{kind.folder}/{wanted.value}.yml"
        sheet = read_sheet(wanted.value, kind, path, _without(record.node, "draft", "id"), record.report)
    return DraftItem(record.node, _mark(record), event=sheet)


def _claim(record: Record) -> DraftItem:
    on = record.scalar("on")
    to = read_references((on,) if on else (), record.report)
    place = to[0] if to else None
    return DraftItem(
        record.node, _mark(record), claim=_read_claim(record, place.id if place else ""), on=place
    )


def _read_claim(record: Record, sheet_id: str) -> Claim | None:
    """Read the one claim as that of a sheet."""
    node = _without(record.node, "draft", "on")
    alone = Sequence((node,), node.source, node.start, node.end)
    key = Scalar("claims", True, node.source, node.start, node.start)
    holder = Record(
        Mapping((Entry(key, alone),), node.source, node.start, node.end), "a draft", record.report
    )
    return next(read_claims(holder, Ids(), sheet_id), None)


def _mark(record: Record) -> Place | None:
    """Where it says that nobody has looked at the item yet; anything but `true` is reported, and says so too."""
    mark = record.scalar("draft")
    if mark and mark.value != "true":
        record.report.append(bad_choice(mark.span, mark.value, "draft", ["true"]))
    return whole(mark) if mark else None


def _without(node: Mapping, *names: str) -> Mapping:
    kept = tuple(entry for entry in node.entries if entry.name not in names)
    return Mapping(kept, node.source, node.start, node.end)


def as_if_accepted(sheets: MappingABC[str, Sheet], drafts: tuple[Draft, ...]) -> dict[str, Sheet]:
    """The sheets there would be if every draft were accepted as it stands; what cannot be, is left out."""
    found = dict(sheets)
    for item in (item for draft in drafts for item in draft.items):
        if item.event:
            found.setdefault(item.event.id, item.event)
        holder = found.get(item.on.id) if item.on else None
        if item.claim and holder and not holder.is_source:
            others = {claim.id for claim in holder.claims}
            claim = (
                item.claim
                if item.claim.id not in others
                else replace(item.claim, id=f"{item.claim.id}-{len(others)}")
            )
            found[holder.id] = replace(holder, claims=(*holder.claims, claim))
    return found
