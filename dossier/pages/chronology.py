"""Dated things as lines, in order: on the page of what they concern, on the home page, before and after an event.

Owns how an entry of the chronology is written, wherever it stands, and drawn. The chronology over the whole dossier
has a module of its own, `chronology_pages`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier import edtf
from dossier.figures.svg import element
from dossier.figures.timeline import Moment, Stretch, timeline
from dossier.graph import Entry, Part
from dossier.graph.chronology import neighbours
from dossier.graph.periods import Period, periods
from dossier.model import Fact, Sheet
from dossier.pages.addresses import CHRONOLOGY
from dossier.pages.desk import Desk
from dossier.pages.dividing import MOST
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.templates import fill
from dossier.pages.writer import Writer

__all__ = [
    "FEWEST_DRAWN",
    "MOST_TOGETHER",
    "drawn",
    "is_later",
    "latest",
    "line",
    "mark",
    "of_sheet",
    "sequence",
]

FEWEST_DRAWN = 4
"""Fewer entries need no picture."""
MOST_TOGETHER = 24
"""Entries under one heading, and in one row of a picture."""
_LATEST = 4
_OF_MANY = 100  # entries on the page of what very many concern


def of_sheet(desk: Desk, writer: Writer, sheet: Sheet) -> Markdown:
    """The chronology of what concerns a sheet; an event is no news on its own page."""
    concerned = desk.graph.chronology_of.get(sheet.id, ())
    entries = [entry for entry in concerned if not (sheet.is_event and entry.sheet == sheet.id)]
    shown = entries if len(entries) <= MOST else entries[-_OF_MANY:]
    parts = periods(shown, MOST_TOGETHER)
    figure = drawn(desk, [(part, "") for part in parts], f"When: {sheet.name}")
    return fill(
        "dated.md.j2",
        figure=figure,
        lines=[line(writer, entry) for entry in shown],
        count=len(entries),
        whole=writer.to_page(CHRONOLOGY, "chronology"),
    )


def latest(desk: Desk, writer: Writer) -> Markdown:
    """The last that happened up to the day the briefing speaks from, and what is planned, the earliest first."""
    briefing = desk.dossier.briefing
    entries = desk.graph.chronology
    happened = [entry for entry in entries if entry.status == "happened" and _is_over(desk, entry)]
    planned = [entry for entry in entries if entry.status == "planned"]
    return fill(
        "latest.md.j2",
        w=writer,
        day=briefing.as_of if briefing else None,
        happened=[line(writer, entry, is_marked=False) for entry in happened[-_LATEST:]],
        planned=[line(writer, entry, is_marked=False) for entry in planned[:_LATEST]],
        chronology=CHRONOLOGY if writer.path != CHRONOLOGY else "",
        count=len(desk.graph.chronology),
    )


def _is_over(desk: Desk, entry: Entry) -> bool:
    """Whether an entry ended, as far as its date says, by the day the briefing speaks from."""
    briefing = desk.dossier.briefing
    last, day = entry.date.latest, briefing.as_of.latest if briefing else None
    return last is not None and (day is None or last <= day)


def is_later(desk: Desk, entry: Entry) -> bool:
    """Whether an entry is dated after the day the briefing speaks from."""
    briefing = desk.dossier.briefing
    return briefing is not None and edtf.is_after(entry.date, briefing.as_of)


def sequence(desk: Desk, writer: Writer, sheet: Sheet) -> Markdown:
    """Links from an event to the events before and after it; empty on other pages."""
    own = next((each for each in desk.graph.of_sheet.get(sheet.id, ()) if each.part is Part.EVENT), None)
    date = sheet.date()
    if own is None or date is None:
        return Markdown("")
    before, after = neighbours(desk.graph.chronology, date, own.id)
    links = []
    for entry, rel, words in ((before, "prev", "Before"), (after, "next", "After")):
        if entry:
            name = element("span", desk.dossier.sheets[entry.sheet].name, class_="name")
            label, when = (
                element("span", words, class_="label"),
                element("span", edtf.say(entry.date), class_="when"),
            )
            target = desk.addresses.published(writer.path, entry.sheet)
            links.append(element("a", label, " ", when, " ", name, href=target, rel=rel))
    nav = element("nav", *links, class_="sequence", aria_label="Before and after, in the chronology")
    return Markdown(nav if links else "")


def drawn(desk: Desk, parts: Sequence[tuple[Period, str]], label: str) -> Markdown:
    """A picture of periods, each with the address of the page its entries stand on (empty: this page)."""
    if sum(len(part.entries) for part, _ in parts) < FEWEST_DRAWN:
        return Markdown("")
    briefing = desk.dossier.briefing
    stretches = [
        Stretch(
            part.title,
            f"{page}#{mark(part.entries[0])}",
            tuple(_moment(desk, each, page) for each in part.entries),
        )
        for part, page in parts
    ]
    return Markdown(timeline(stretches, briefing.as_of if briefing else None, "timeline", label))


def _moment(desk: Desk, entry: Entry, page: str) -> Moment:
    sheet = desk.dossier.sheets[entry.sheet]
    name = f"{sheet.name}: {entry.label.lower()}" if entry.label else sheet.name
    kind = sheet.kind
    href = f"{page}#{mark(entry)}"
    status = sheet.choice("status")
    aside = f" ({status.label.lower()})" if status and entry.status != "happened" else ""
    return Moment(
        entry.date, name, href, mark(entry), kind.label, kind.colour, sheet.is_event, entry.status, aside
    )


def mark(entry: Entry) -> str:
    """The id of an entry's line: no heading and no statement has one with an underscore after two letters."""
    own = "" if entry.statement.part is Part.EVENT else f"_{entry.statement.anchor}"
    return f"at_{entry.sheet}{own}"


def line(writer: Writer, entry: Entry, data: str = "", *, is_marked: bool = True) -> Markdown:
    """One entry: its date in words, what happened, and the evidence for it.

    `data` are attributes for what works on the line; one that is not marked cannot be linked to.
    """
    sheet = writer.dossier.sheets[entry.sheet]
    what = writer.to(entry.sheet)
    if entry.label:
        what = Markdown(f"{what}: {escape(entry.label.lower())}")
    item = entry.statement.item
    if isinstance(item, Fact) and item.note:
        what = join([what, escape(f"({item.note})")])
    return join(
        [
            _when(writer, entry, sheet, data, is_marked),
            what,
            _status(writer, entry, sheet),
            writer.cite(entry.statement.evidence),
        ]
    )


def _when(writer: Writer, entry: Entry, sheet: Sheet, data: str, is_marked: bool) -> Markdown:
    """The date; below it that of the calendar then in use, where an event gives it."""
    own = f' id="{mark(entry)}"' if is_marked else ""
    original = sheet.text("calendar") if sheet.is_event and not entry.label else ""
    other = f' <span class="calendar">{escape(original)}</span>' if original else ""
    return Markdown(f'<span class="when"{own}{data}>{writer.date(entry.date)}{other}</span>')


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
