"""The chronology over the whole dossier, and how an entry of any chronology is written."""

from __future__ import annotations

from dossier import edtf
from dossier.graph import Entry
from dossier.model import Fact, Sheet
from dossier.pages.addresses import CHRONOLOGY
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.page import Page
from dossier.pages.templates import fill
from dossier.pages.writer import Writer

__all__ = ["entries", "line", "of_sheet", "page"]


def page(desk: Desk) -> Page:
    """What happened up to the day the briefing speaks from, what has happened since, and what is planned."""
    writer = desk.writer(CHRONOLOGY)
    briefing = desk.dossier.briefing
    until = f"Until {edtf.say(briefing.as_of)}" if briefing else "What happened"
    parts: dict[str, list[Entry]] = {until: [], "Since then": [], "Planned": []}
    for entry in desk.graph.chronology:
        is_later = briefing is not None and edtf.is_after(entry.date, briefing.as_of)
        heading = "Planned" if entry.status == "planned" else "Since then" if is_later else until
        parts[heading].append(entry)
    written = [(heading, [line(writer, entry) for entry in part]) for heading, part in parts.items() if part]
    return desk.page(
        writer,
        "chronology.md.j2",
        "Chronology",
        "chronology",
        "Every dated event and document of this dossier, in order.",
        parts=written,
        briefing=briefing,
    )


def of_sheet(desk: Desk, writer: Writer, sheet: Sheet) -> Markdown:
    """The chronology of what concerns a sheet."""
    return fill("dated.md.j2", lines=[line(writer, entry) for entry in entries(desk, sheet)])


def latest(desk: Desk, writer: Writer) -> Markdown:  # noqa: ARG001
    """What happened last, and what is planned next."""
    return Markdown("")


def entries(desk: Desk, sheet: Sheet) -> list[Entry]:
    """What concerns a sheet; an event is no news on its own page."""
    concerned = desk.graph.chronology_of.get(sheet.id, ())
    return [entry for entry in concerned if not (sheet.is_event and entry.sheet == sheet.id)]


def line(writer: Writer, entry: Entry) -> Markdown:
    """One entry: its date in words, what happened, and the evidence for it."""
    sheet = writer.dossier.sheets[entry.sheet]
    what = writer.to(entry.sheet)
    if entry.label:
        what = Markdown(f"{what}: {escape(entry.label.lower())}")
    item = entry.statement.item
    if isinstance(item, Fact) and item.note:
        what = join([what, escape(f"({item.note})")])
    when = Markdown(f'<span class="when">{writer.date(entry.date)}</span>')
    return join([when, what, _status(writer, entry, sheet), writer.cite(entry.statement.evidence)])


def _status(writer: Writer, entry: Entry, sheet: Sheet) -> Markdown:
    """What is to be said of an entry that did not simply happen: planned, called off, going on, and what came of it."""
    status, briefing = sheet.choice("status"), writer.dossier.briefing
    if status is None or entry.status == "happened":
        return Markdown("")
    said = status.label.lower()
    if entry.status == "ongoing" and briefing:
        said += f" as of {edtf.say(briefing.as_of)}"
    outcomes = join([writer.to(outcome.id) for outcome in sheet.references("outcome")], ", ")
    return Markdown(f"*({escape(said)})*" + (f" Outcome: {outcomes}." if outcomes else ""))
