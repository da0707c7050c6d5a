"""One mark of a timeline: a day is a dot, a stretch a bar, and what is not known of it fades. Owns how each is drawn.

What stands on the sheet of an event is round, a date among the facts of another a diamond: the colour of the kind is
never alone in saying it. Filled is what happened, hollow what was planned, struck what was called off; a dashed line
is drawn around what is one of several days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.edtf import Date, say
from dossier.figures.svg import Element, element
from dossier.figures.timeline.axis import Scale
from dossier.figures.timeline.extent import Extent, Form
from dossier.figures.timeline.lanes import NARROW, WIDE, Place, Room

__all__ = ["Drawn", "Moment", "draw", "percent"]

_HIT = 8  # pixels around the middle of a point that react to a pointer
_BAR = 7  # pixels
_OPEN = 0.25  # of the axis: over so much an end fades that is open or unknown
_ROUGH = 0.05  # of the axis: an end that is not exact fades over this at least
_LABELS = {NARROW: "label fits", WIDE: "label fits-wide", 0: "label"}


@dataclass(frozen=True, slots=True)
class Moment:
    """Something with a date, as a timeline shows it.

    `href` leads to its entry, `mark` is the id of that entry, by which filters know it; `kind` is what its kind
    is called and `colour` the kind's; `status` is that of an event, `aside` what is to be said of it.
    """

    date: Date
    name: str
    href: str
    mark: str
    kind: str
    colour: str
    is_event: bool
    status: str
    aside: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A moment on the axis of a row: its ends from 0 to 1, and how far into it the beginning and the end fade.

    `is_cut` says that it goes on beyond the row.
    """

    moment: Moment
    form: Form
    start: float
    end: float
    fades: tuple[float, float]
    is_cut: bool

    @classmethod
    def of(cls, moment: Moment, found: Extent, scale: Scale) -> Drawn:
        """Lay a moment on the axis."""
        start = scale.start if found.start is None else found.start
        end = scale.end if found.end is None else found.end
        at = scale.at(start), scale.at(end)
        fades = (
            _fade(found.start, found.sure_from, scale, at[0]),
            _fade(found.end, found.sure_until, scale, at[1]),
        )
        return cls(moment, found.form, *at, fades, end > scale.end)

    @property
    def is_point(self) -> bool:
        return self.form in (Form.POINT, Form.ROUGH)

    @property
    def room(self) -> Room:
        return Room(self.start, self.end, self.moment.name)


def _fade(end: float | None, sure: float | None, scale: Scale, at: float) -> float:
    """Over how much of the axis an end fades."""
    if end is None or sure is None:
        return _OPEN
    return max(abs(scale.at(sure) - at), _ROUGH) if sure != end else 0.0


def draw(drawn: Drawn, place: Place, y: float, ident: str) -> Element:
    """A mark at its lane, a link to its entry. `ident` names the gradient it may need."""
    moment = drawn.moment
    shape = _point(drawn, y) if drawn.is_point else _bar(drawn, y, ident)
    return element(
        "a",
        *shape,
        _label(drawn, place, y),
        href=moment.href,
        class_=f"mark {moment.colour} {moment.status} {drawn.form}",
        data_entry=moment.mark,
        aria_label=f"{say(moment.date)}: {moment.name}{moment.aside}",
    )


def _point(drawn: Drawn, y: float) -> Iterator[Element]:
    form = (
        element("circle", r=4.5, class_="shape")
        if drawn.moment.is_event
        else element("path", d="M0-5.5 5.5 0 0 5.5-5.5 0z", class_="shape")
    )
    struck = element("path", d="M-7 5 7-5", class_="strike") if drawn.moment.status == "cancelled" else None
    hit = element("circle", r=_HIT, class_="hit")
    yield element("svg", hit, form, struck, x=percent(drawn.start), y=y, overflow="visible")


def _bar(drawn: Drawn, y: float, ident: str) -> Iterator[Element]:
    long = max(drawn.end - drawn.start, 0.0)
    place = {"x": percent(drawn.start), "width": percent(long)}
    yield element("rect", **place, y=y - _HIT, height=2 * _HIT, class_="hit")
    paint = f"--paint: url(#{ident})" if any(drawn.fades) and long else None
    if paint:
        yield _gradient(drawn, long, ident)
    shape = element("rect", **place, y=y - _BAR / 2, height=_BAR, rx=1.5, class_="shape", style=paint)
    yield shape
    if drawn.moment.status == "cancelled":
        x1, x2 = percent(drawn.start), percent(drawn.end)
        yield element("line", x1=x1, x2=x2, y1=y, y2=y, class_="strike")
    if drawn.is_cut:
        arrow = element("path", d="M1-3.5 4.5 0 1 3.5", class_="on")
        yield element("svg", arrow, x="100%", y=y, overflow="visible")


def _gradient(drawn: Drawn, long: float, ident: str) -> Element:
    """Full where it is sure, nothing at an end that is not known."""
    first, last = (min(fade / long, 0.5 if all(drawn.fades) else 1.0) for fade in drawn.fades)
    stops = [(0.0, 0 if first else 1), (first, 1), (1 - last, 1), (1.0, 0 if last else 1)]
    made = (element("stop", offset=percent(at), stop_opacity=opacity) for at, opacity in stops)
    return element("linearGradient", *made, id=ident, class_=drawn.moment.colour)


def _label(drawn: Drawn, place: Place, y: float) -> Element:
    """Name and date, to be seen where there is room, or when the mark is pointed at."""
    is_before = place.is_before if place.fits else drawn.start > 0.5
    date = element("tspan", f"{say(drawn.moment.date)} ", class_="date")
    return element(
        "text",
        date,
        element("tspan", drawn.moment.name),
        x=percent(drawn.start if is_before else drawn.end),
        y=y,
        dx=-9 if is_before else 9,
        dy=3.8,
        class_=_LABELS[place.fits] + (" before" if is_before else ""),
    )


def percent(share: float) -> str:
    """A share of the axis as SVG and CSS write it."""
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"
