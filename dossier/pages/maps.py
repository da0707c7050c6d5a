"""Maps on pages. Owns which pages have one, its legend and its caption, and the list beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dossier import edtf
from dossier.figures.maps import (
    Atlas,
    Drawing,
    Site,
    Style,
    bounds,
    compile_atlas,
    draw,
    scripts,
    swatch,
    ways,
)
from dossier.figures.svg import Element, element, html
from dossier.graph.places import Places
from dossier.kinds import FieldType
from dossier.model import Relation, Sheet
from dossier.pages.addresses import index_path
from dossier.pages.desk import Desk
from dossier.pages.holders import Holding, holding, listed, shown, styles
from dossier.pages.markdown import Markdown, escape, join
from dossier.pages.templates import fill
from dossier.pages.writer import Writer

__all__ = ["locator", "overview"]

_LISTED = 60  # sheets; a map of more has a link for each kind, whose list names them all
_NEIGHBOURS = 6
_POINTS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_NOT_STATED = "Not stated in this dossier"


def overview(desk: Desk, writer: Writer) -> Markdown:
    """The map of the whole dossier and the list of what is on it; empty where nothing in it has a shape."""
    atlas = _atlas(desk.graph.places)
    if atlas is None:
        return Markdown("")
    view = _View(desk, writer)
    if len(atlas.shapes) > _LISTED:
        drawing = draw(atlas, atlas.view, list(view.kinds(atlas)), view.language)
        return fill("map.md.j2", figure=_figure(drawing, [*_legend({}), *_credit(view, atlas)]), items=[])
    held = view.holdings(atlas.shapes)
    drawing = draw(atlas, atlas.view, view.sites(atlas.shapes, held), view.language)
    figure = _figure(drawing, [*_legend(held), *_credit(view, atlas)])
    return fill(
        "map.md.j2", figure=figure, items=list(view.items([*atlas.shapes, *desk.graph.places.wholes]))
    )


def locator(desk: Desk, writer: Writer, sheet: Sheet) -> Markdown:
    """Where a sheet lies, and what lies around it; empty where it has no shape and consists of nothing that has one."""
    atlas, subject = _atlas(desk.graph.places), desk.graph.places.of(sheet.id)
    if atlas is None or not subject:
        return Markdown("")
    view = _View(desk, writer, sheet, subject)
    frame = atlas.around(subject)
    near = atlas.near(frame, subject)
    held = view.holdings(near)
    drawing = draw(atlas, frame, view.sites(near, held), view.language)
    seen = {each: held[each] for each in drawing.seen}
    said = [*view.caption(drawing), *_legend(seen), *_credit(view, atlas)]
    return fill("map.md.j2", figure=_figure(drawing, said), items=[])


@lru_cache(maxsize=1)  # of one dossier, every page asks for the same; it depends on nothing else
def _atlas(places: Places) -> Atlas | None:
    return compile_atlas(places.drawn, places.land)


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
        self._places = desk.graph.places
        self.language = desk.dossier.briefing.language if desk.dossier.briefing else "en"

    def holdings(self, ids: Iterable[str]) -> dict[str, Holding]:
        return {each: holding(self._desk.dossier, self._sheets[each]) for each in ids}

    def sites(self, ids: Iterable[str], held: dict[str, Holding]) -> list[Site]:
        """Sheets as a map wants them. The page's own sheet is no link."""
        style = styles(held.values())
        return [self._site(self._sheets[each], style[held[each]]) for each in ids]

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
                way_there = self._desk.addresses.between(self._writer.path, index_path(kind.folder))
                href = f"{way_there.removesuffix('.md')}.html"
                yield Site(kind.id, kind.plural, (), tuple(shapes), href, kind.colour)

    def items(self, ids: Iterable[str]) -> Iterator[Markdown]:
        """An entry for each sheet: its names, and who holds and claims it, with the evidence."""
        for sheet in sorted(
            map(self._sheets.__getitem__, ids), key=lambda each: (each.name.casefold(), each.id)
        ):
            name = Markdown(f"**{self._writer.to(sheet.id)}**")
            told = [self._relations(sheet, label, relations) for label, relations in shown(sheet)]
            parts = [self._writer.to(each) for each in self._places.parts.get(sheet.id, ())]
            told += [join([Markdown(f"{escape(self._reverse(sheet))}:"), join(parts, ", ")])] if parts else []
            yield join([join([name, self._writer.names(sheet)], " "), *told], "<br>")

    def caption(self, drawing: Drawing) -> Iterator[Element | str]:
        """What a map of a part shows, in words."""
        if self._subject is None:
            return
        yield element("strong", f"{self._subject.name}.")
        notes = [
            fact.note for fact in self._subject.facts if fact.field.type is FieldType.GEOMETRY and fact.note
        ]
        around = "; ".join(self._around(drawing))
        yield f" Around it: {around}." if around else ""
        yield "".join(f" {note}." for note in dict.fromkeys(notes))
        if not drawing.view.projection.is_world:
            yield f" The map is about {_rounded(drawing.view.frame.width / 1000)} km across."
        yield " The small map shows where this lies in the whole." if drawing.has_inset else ""

    def sources(self, atlas: Atlas) -> list[str]:
        """Where the outlines come from, as their files say."""
        shapes = [*(shape for own in atlas.shapes.values() for shape in own), *atlas.land]
        told = (
            ", ".join(filter(None, (each.properties.get("source"), each.properties.get("licence"))))
            for each in shapes
        )
        return list(dict.fromkeys(filter(None, told)))

    def _site(self, sheet: Sheet, style: Style) -> Site:
        own = scripts(sheet.name)
        others = ((name.language, name.text) for name in sheet.names if not scripts(name.text) <= own)
        own_page = sheet is self._subject
        href = "" if own_page else self._desk.addresses.published(self._writer.path, sheet.id)
        shapes = self._places.drawn[sheet.id]
        colour = sheet.kind.colour
        return Site(sheet.id, sheet.name, tuple(others), shapes, href, colour, style, sheet.id in self._drawn)

    def _relations(self, sheet: Sheet, label: str, relations: list[Relation]) -> Markdown:
        statements = self._desk.statements(sheet.id)
        parties = sorted(relations, key=lambda each: self._name(each.to.id))
        said = []
        for relation in parties:
            when = Markdown(f"({edtf.say(relation.when)})") if relation.when else Markdown("")
            cite = self._writer.cite(statements[relation.id].evidence)
            said.append(join([self._writer.to(relation.to.id), when, cite]))
        return join([Markdown(f"{escape(label)}"), join(said, ", ")])

    def _reverse(self, sheet: Sheet) -> str:
        """What the relation of its parts to a sheet is called on the sheet's page."""
        relations = (each for part in self._places.parts[sheet.id] for each in self._sheets[part].relations)
        return next(
            each.type.reverse for each in relations if each.type.map == "part" and each.to.id == sheet.id
        )

    def _around(self, drawing: Drawing) -> list[str]:
        """The other sheets seen, by the direction they lie in; those nearest come first."""
        own = [point for each, point in drawing.middles.items() if each in self._drawn]
        start = drawing.view.position(bounds(own).middle if own else drawing.view.box.middle)
        others = {each: point for each, point in drawing.middles.items() if each not in self._drawn}
        far = dict(zip(others, ways(start, drawing.view.positions(list(others.values()))), strict=True))
        found: dict[str, list[str]] = {}
        for each in sorted(far, key=lambda each: (far[each][1], each))[:_NEIGHBOURS]:
            found.setdefault(_POINTS[round(far[each][0] / 45) % 8], []).append(self._name(each))
        return [f"to the {point} {listed(names)}" for point, names in found.items()]

    def _name(self, sheet_id: str) -> str:
        sheet = self._sheets.get(sheet_id)
        return sheet.name if sheet else sheet_id


def _rounded(number: float) -> str:
    """A number to two digits, which is as exact as a map's edge is of use."""
    return f"{float(f'{number:.2g}'):,.10g}"


def _figure(drawing: Drawing, said: Iterable[Element | str]) -> Markdown:
    caption = element("figcaption", *said)
    return Markdown(
        html(element("figure", drawing.svg, caption, class_="figure map", data_search_exclude=""))
    )


def _legend(held: dict[str, Holding]) -> Iterator[Element]:
    """What the fills and hatchings mean; nothing where there are none."""
    style = styles(held.values())
    if not any(each.words for each in style):
        return
    order = sorted(style, key=lambda each: (not each.words, style[each].fill, style[each].hatch))
    yield element(
        "span",
        *(element("span", swatch(style[each]), " ", each.words or _NOT_STATED) for each in order),
        class_="map-legend",
    )


def _credit(view: _View, atlas: Atlas) -> Iterator[Element]:
    if sources := view.sources(atlas):
        yield element("small", f"Outlines: {'; '.join(sources)}.")
