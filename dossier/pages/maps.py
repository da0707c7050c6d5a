"""Maps on pages. Owns which pages have one, its legend and its caption. `map_entries` owns the list beside it.

A figure shows of its dossier only what belongs to the outline, and the notes on the shapes of its own sheet: so it is
drawn once for all pages made while these are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dossier.figures.maps import Atlas, Drawing, Site, Style, bounds, draw, swatch, ways
from dossier.figures.svg import Element, element
from dossier.kinds import FieldType
from dossier.model import Sheet
from dossier.pages.addresses import index_path, published
from dossier.pages.desk import Desk
from dossier.pages.holders import Holding, styles
from dossier.pages.map_entries import entries
from dossier.pages.markdown import Markdown
from dossier.pages.templates import fill
from dossier.pages.writer import Writer

__all__ = ["locator", "overview"]

_LISTED = 60  # sheets; a map of more has a link for each kind, whose list names them all
_NEIGHBOURS = 12  # more than that a caption cannot name
_POINTS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_NOT_STATED = "Not stated in this dossier"


def overview(desk: Desk, writer: Writer) -> Markdown:
    """The map of the whole dossier and the list of what is on it; empty where nothing in it has a shape."""
    drawn, places = desk.graph.places.drawn, desk.graph.places
    if not drawn:
        return Markdown("")
    figure = desk.drawings.get("overview", lambda: _overview(desk, writer))
    listed_ids = [*drawn, *places.wholes] if len(drawn) <= _LISTED else []
    return fill("map.md.j2", figure=figure, items=list(entries(desk, writer, listed_ids)))


def _overview(desk: Desk, writer: Writer) -> Markdown:
    atlas, view = desk.gazetteer.atlas, _View(desk, writer)
    if atlas is None:
        return Markdown("")
    if len(atlas.shapes) > _LISTED:
        drawing = draw(atlas, atlas.view, list(view.kinds(atlas)), view.language)
        return _figure(drawing, _credit(desk))
    held = view.holdings(atlas.shapes)
    drawing = draw(atlas, atlas.view, view.sites(held), view.language)
    return _figure(drawing, [*_legend(drawing, held), *_credit(desk)])


def locator(desk: Desk, writer: Writer, sheet: Sheet) -> Markdown:
    """Where a sheet lies, and what lies around it.

    Empty where it has no shape and consists of nothing that has one, and where the map would show too little to say it.
    """
    subject = desk.graph.places.of(sheet.id)
    figure = subject and desk.drawings.get(
        (sheet.id, _notes(sheet)), lambda: _locator(desk, writer, sheet, subject)
    )
    return fill("map.md.j2", figure=figure, items=[]) if figure else Markdown("")


def _locator(desk: Desk, writer: Writer, sheet: Sheet, subject: Sequence[str]) -> Markdown:
    atlas = desk.gazetteer.atlas
    if atlas is None:
        return Markdown("")
    view = _View(desk, writer, sheet, subject)
    frame = atlas.around(subject)
    held = view.holdings(atlas.near(frame, subject))
    drawing = draw(atlas, frame, view.sites(held), view.language)
    if not drawing.is_telling:
        return Markdown("")
    seen = {each: held[each] for each in drawing.seen}
    return _figure(drawing, [*view.caption(drawing), *_legend(drawing, seen), *_credit(desk)])


def _notes(sheet: Sheet) -> tuple[str, ...]:
    """What the editor says of the shapes of a sheet, each once."""
    notes = [fact.note for fact in sheet.facts if fact.field.type is FieldType.GEOMETRY and fact.note]
    return tuple(dict.fromkeys(notes))


class _View:
    """What a map of one page shows and says."""

    def __init__(
        self, desk: Desk, writer: Writer, subject: Sheet | None = None, drawn: Sequence[str] = ()
    ) -> None:
        self._desk = desk
        self._writer = writer
        self._subject = subject
        self._drawn = drawn
        self._sheets = desk.dossier.sheets
        self.language = desk.dossier.language

    def holdings(self, ids: Iterable[str]) -> dict[str, Holding]:
        return {each: self._desk.gazetteer.holding(each) for each in ids}

    def sites(self, held: dict[str, Holding]) -> list[Site]:
        """Sheets as a map wants them. The page's own sheet is no link."""
        style = styles(held.values())
        return [self._site(each, style[holding]) for each, holding in held.items()]

    def kinds(self, atlas: Atlas) -> Iterator[Site]:
        """All sheets of a kind as one, which leads to their list."""
        for kind in self._desk.dossier.kinds:
            shapes = [
                shape
                for each, own in atlas.shapes.items()
                if self._sheets[each].kind is kind
                for shape in own
            ]
            if shapes:
                href = published(self._desk.addresses.between(self._writer.path, index_path(kind.folder)))
                yield Site(kind.id, kind.plural, (), tuple(shapes), href, kind.colour)

    def caption(self, drawing: Drawing) -> Iterator[Element | str]:
        """What a map of a part shows, in words."""
        if self._subject is None:
            return
        yield element("strong", f"{self._subject.name}.")
        yield from self._around(drawing)
        yield "".join(f" {note}." for note in _notes(self._subject))
        if not drawing.view.projection.is_world:
            yield f" The map is about {_rounded(drawing.view.frame.width / 1000)} km across."
        yield " The small map shows where this lies in the whole." if drawing.has_inset else ""

    def _site(self, each: str, style: Style) -> Site:
        own_page = self._subject is not None and each == self._subject.id
        href = "" if own_page else self._desk.addresses.published(self._writer.path, each)
        site = self._desk.gazetteer.site(each)
        return replace(site, href=href, style=style, is_subject=each in self._drawn)

    def _around(self, drawing: Drawing) -> Iterator[Element | str]:
        """The other sheets seen, linked, by the direction they lie in; those nearest come first."""
        opening = " Around it: to the"
        for point, ids in self._by_direction(drawing).items():
            yield f"{opening} {point} "
            for number, each in enumerate(ids, 1):
                href = self._desk.addresses.published(self._writer.path, each)
                yield element("a", self._sheets[each].name, href=href)
                yield "" if number == len(ids) else " and " if number == len(ids) - 1 else ", "
            opening = "; to the"
        yield "." if opening.startswith(";") else ""

    def _by_direction(self, drawing: Drawing) -> dict[str, list[str]]:
        own = [point for each, point in drawing.middles.items() if each in self._drawn]
        start = drawing.view.position(bounds(own).middle if own else drawing.view.box.middle)
        others = {each: point for each, point in drawing.middles.items() if each not in self._drawn}
        far = dict(zip(others, ways(start, drawing.view.positions(list(others.values()))), strict=True))
        found: dict[str, list[str]] = {}
        for each in sorted(far, key=lambda each: (far[each][1], each))[:_NEIGHBOURS]:
            found.setdefault(_POINTS[round(far[each][0] / 45) % 8], []).append(each)
        return found


def _rounded(number: float) -> str:
    """A number to two digits, which is as exact as a map's edge is of use."""
    return f"{float(f'{number:.2g}'):,.10g}"


def _figure(drawing: Drawing, said: Iterable[Element | str]) -> Markdown:
    caption = element("figcaption", *said)
    return Markdown(element("figure", drawing.svg, caption, class_="figure map", data_search_exclude=""))


def _legend(drawing: Drawing, held: dict[str, Holding]) -> Iterator[Element]:
    """What the fills and hatchings mean; nothing where there are none."""
    style = styles(held.values())
    if not drawing.has_areas or not any(each.words for each in style):
        return
    order = sorted(style, key=lambda each: (not each.words, style[each].fill, style[each].hatch))
    yield element(
        "span",
        *(element("span", swatch(style[each]), " ", each.words or _NOT_STATED) for each in order),
        class_="map-legend",
    )


def _credit(desk: Desk) -> Iterator[Element]:
    if sources := desk.gazetteer.sources:
        yield element("small", f"Outlines: {'; '.join(sources)}.")
