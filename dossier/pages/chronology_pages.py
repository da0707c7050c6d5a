"""The chronology over the whole dossier. Owns its pages: one, or where it is long one for each period and one above.

What happened up to the day the briefing speaks from, what has happened since and what is planned stand apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier import edtf
from dossier.graph import Entry
from dossier.graph.periods import Period, periods
from dossier.pages.addresses import CHRONOLOGY, published
from dossier.pages.chronology import MOST_TOGETHER, drawn, is_later, latest, line
from dossier.pages.chronology_filters import data_of, filters, packed
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown
from dossier.pages.page import Page
from dossier.pages.writer import Writer

__all__ = ["pages"]

_ON_ONE_PAGE = 200  # entries; a longer chronology is split
_ON_A_PART = 100
_FILTERED_AT_ONCE = 1500  # entries; of more, each part is filtered by itself
_WITHOUT_HEADINGS = 16  # lines of a part that need none within

Group = tuple[str, list[Markdown]]


def pages(desk: Desk) -> Iterator[Page]:
    """Every page of the chronology. The first has the same address however long it is."""
    entries = desk.graph.chronology
    if len(entries) <= _ON_ONE_PAGE:
        yield _page(desk, desk.writer(CHRONOLOGY), "Chronology", periods(entries, MOST_TOGETHER))
        return
    parts = periods(entries, _ON_A_PART)
    yield _contents(desk, parts)
    for number, part in enumerate(parts):
        around = [parts[n] if 0 <= n < len(parts) else None for n in (number - 1, number + 1)]
        title = f"Chronology: {part.title}"
        inner = periods(part.entries, MOST_TOGETHER)
        yield _page(desk, desk.writer(_path(part)), title, inner, around)


def _path(part: Period) -> str:
    return f"{CHRONOLOGY.removesuffix('.md')}/{part.slug}.md"


def _page(
    desk: Desk,
    writer: Writer,
    title: str,
    parts: Sequence[Period],
    around: Sequence[Period | None] = (),
) -> Page:
    """A page with the lines of these periods; `around` are the periods that pages before and after it hold."""
    entries = [entry for part in parts for entry in part.entries]
    figure = drawn(desk, [(part, "") for part in parts], "When it happened")
    return desk.page(
        writer,
        "chronology.md.j2",
        title,
        "chronology",
        "Every dated event and document of this dossier, in order.",
        searchable=not around,
        figure=figure,
        form=filters(desk, entries),
        parts=[(heading, list(groups)) for heading, groups in _parts(desk, writer, parts)],
        briefing=desk.dossier.briefing,
        around=[writer.to_page(_path(part), part.title) if part else "" for part in around],
        whole=writer.to_page(CHRONOLOGY, "The whole chronology") if around else "",
    )


def _parts(desk: Desk, writer: Writer, parts: Sequence[Period]) -> Iterator[tuple[str, Iterator[Group]]]:
    """The lines under their headings: whether it has happened, and when, where there are many."""
    briefing = desk.dossier.briefing
    until = f"Until {edtf.say(briefing.as_of)}" if briefing else "What happened"
    found: dict[str, list[tuple[str, list[Entry]]]] = {until: [], "Since then": [], "Planned": []}
    for part in parts:
        split: dict[str, list[Entry]] = {}
        for entry in part.entries:
            later = "Since then" if is_later(desk, entry) else until
            split.setdefault("Planned" if entry.status == "planned" else later, []).append(entry)
        for heading, entries in split.items():
            found[heading].append((part.title, entries))
    for heading, groups in found.items():
        if groups:
            yield heading, _groups(writer, groups)


def _groups(writer: Writer, groups: list[tuple[str, list[Entry]]]) -> Iterator[Group]:
    if sum(len(entries) for _, entries in groups) <= _WITHOUT_HEADINGS:
        groups = [("", [entry for _, entries in groups for entry in entries])]
    for title, entries in groups:
        yield title, [line(writer, entry, data_of(writer.dossier, entry)) for entry in entries]


def _contents(desk: Desk, parts: Sequence[Period]) -> Page:
    """The page above the parts: how many entries are when, and where."""
    writer = desk.writer(CHRONOLOGY)
    addressed = [(part, published(_path(part))) for part in parts]
    entries = desk.graph.chronology
    is_filtered = len(entries) <= _FILTERED_AT_ONCE
    return desk.page(
        writer,
        "chronology-parts.md.j2",
        "Chronology",
        "chronology",
        "Every dated event and document of this dossier, in order.",
        figure=drawn(desk, addressed, "How much happened when"),
        form=filters(desk, entries) if is_filtered else "",
        is_filtered=is_filtered,
        parts=[
            (
                writer.to_page(_path(part), part.title),
                len(part.entries),
                packed(desk.dossier, part.entries) if is_filtered else "",
            )
            for part in parts
        ],
        latest=latest(desk, writer),
        briefing=desk.dossier.briefing,
    )
