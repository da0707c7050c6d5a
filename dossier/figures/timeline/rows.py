"""The rows of a timeline, and the line above them that has them all on one scale. Owns their scales and heights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.edtf import Date, Precision, say
from dossier.figures.svg import Element, element
from dossier.figures.timeline.axis import Scale, ticks
from dossier.figures.timeline.extent import Extent, extent
from dossier.figures.timeline.lanes import places
from dossier.figures.timeline.marks import Drawn, Moment, draw, percent
from dossier.graph.periods import ordinal

__all__ = ["Row", "Stretch", "axis", "day_line", "drawn_row", "line_of", "overview", "rows", "whole"]

_LANE = 14  # pixels
_ABOVE = 6  # pixels from the highest lane to the top
_BELOW = 24  # pixels from the lowest lane to the bottom: the axis, its ticks and their labels
_FLAG = 16  # pixels for what the line of the dossier's day says
_RUG = 20  # pixels, the height of the line above the rows
_MARGIN = 0.03  # of a range, left free at both of its ends
_NEAR = 0.3  # of the last row: a day that follows so soon is on it too
_SHORTEST, _SHORTEST_TIMED = 12.0, 0.5  # days that a row shows at least
_TICKS = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period: what it is called, where its entries stand, and what it holds, in order."""

    title: str
    href: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch with the dates of its moments and the axis they are drawn on."""

    stretch: Stretch
    extents: tuple[Extent, ...]
    scale: Scale


def rows(stretches: Sequence[Stretch], as_of: Date | None) -> list[Row]:
    """Give each stretch, of which there is one at least, its scale: from its first day to its last.

    What lasts into the next one is cut off where that begins.
    """
    extents = [tuple(extent(moment.date) for moment in each.moments) for each in stretches]
    bounds = [*(min(each.anchor for each in later) for later in extents[1:]), float("inf")]
    laid = [
        Row(stretch, found, _scale(stretch, found, until))
        for stretch, found, until in zip(stretches, extents, bounds, strict=True)
    ]
    day = line_of(as_of)
    if day is not None:
        scale = laid[-1].scale
        if scale.end < day <= scale.end + _NEAR * scale.length:
            laid[-1] = replace(laid[-1], scale=Scale(scale.start, day + _MARGIN * scale.length))
    return laid


def _scale(stretch: Stretch, extents: Sequence[Extent], until: float) -> Scale:
    start, last = (choose(each.anchor for each in extents) for choose in (min, max))
    until = max(until, last)
    end = max([last, *(min(each.end, until) for each in extents if each.end is not None)])
    is_timed = any(moment.date.precision is Precision.SECOND for moment in stretch.moments)
    spare = max((_SHORTEST_TIMED if is_timed else _SHORTEST) - (end - start), 0) / 2
    margin = (end - start) * _MARGIN + spare
    return Scale(start - margin, end + margin)


def whole(laid: Sequence[Row], as_of: Date | None) -> Scale:
    """The scale that holds all rows, and the day the dossier speaks from where that is near."""
    start, end = min(row.scale.start for row in laid), max(row.scale.end for row in laid)
    day = line_of(as_of)
    is_near = day is not None and end < day <= end + _NEAR * (end - start)
    return Scale(start, day if is_near and day is not None else end)


def line_of(as_of: Date | None) -> float | None:
    """The end of the day the dossier speaks from: what happened on it is known."""
    return ordinal(as_of.latest) + 1.0 if as_of and as_of.latest else None


def day_line(scale: Scale, as_of: Date | None, height: float) -> Element | None:
    """The upright line at the day the dossier speaks from, where the scale holds it."""
    day = line_of(as_of)
    if day is None or not scale.holds(day):
        return None
    x = percent(scale.at(day))
    return element("line", x1=x, x2=x, y1=0, y2=height, class_="as-of")


def drawn_row(row: Row, as_of: Date | None, ident: str, *, is_named: bool) -> Element:
    """The marks of a row above its axis, and beside it the name of its period, a link to its entries."""
    drawn = [Drawn.of(m, e, row.scale) for m, e in zip(row.stretch.moments, row.extents, strict=True)]
    found = places([each.room for each in drawn])
    day = line_of(as_of)
    has_flag = as_of is not None and day is not None and row.scale.holds(day)
    top = _ABOVE + (_FLAG if has_flag else 0)
    bottom = top + (max(place.lane for place in found) + 1) * _LANE
    marks = (
        draw(each, place, bottom - (place.lane + 0.5) * _LANE, f"{ident}-{number}")
        for number, (each, place) in enumerate(zip(drawn, found, strict=True))
    )
    flag = list(_flag(row.scale, as_of, bottom)) if has_flag and as_of else []
    if day is not None and row.scale.start >= day:
        flag = [element("rect", x=0, y=0, width="100%", height=bottom, class_="after")]
    picture = element(
        "svg",
        *flag,
        day_line(row.scale, as_of, bottom),
        *axis(row.scale, bottom),
        *marks,
        height=bottom + _BELOW,
        width="100%",
    )
    return element("div", _name(row.stretch) if is_named else None, picture, class_="row")


def _name(stretch: Stretch) -> Element:
    link = element("a", stretch.title, href=stretch.href)
    return element("p", link, " ", element("span", str(len(stretch.moments)), class_="count"))


def axis(scale: Scale, y: float) -> Iterator[Element]:
    """The line below the marks, its ticks and what they say."""
    yield element("line", x1="0%", x2="100%", y1=y, y2=y, class_="axis")
    for tick in ticks(scale, _TICKS):
        x = percent(tick.at)
        yield element("line", x1=x, x2=x, y1=y, y2=y + 4, class_="axis")
        anchor = "start" if tick.at < 0.05 else "end" if tick.at > 0.95 else "middle"
        yield element("text", tick.label, x=x, y=y + 16, text_anchor=anchor, class_="tick")


def _flag(scale: Scale, as_of: Date, y: float) -> Iterator[Element]:
    """The line of the dossier's day, what it is, and the ground of what came after."""
    at = scale.at(line_of(as_of) or scale.end)
    x = percent(at)
    yield element("rect", x=x, y=0, width=percent(1 - at), height=y, class_="after")
    is_before = at > 0.5
    yield element(
        "text",
        f"as of {say(as_of)}",
        x=x,
        y=12,
        dx=-5 if is_before else 5,
        text_anchor="end" if is_before else "start",
        class_="flag",
    )


def overview(laid: Sequence[Row], as_of: Date | None) -> Element:
    """All moments on one scale: how far apart the rows below are, and how long. A picture only."""
    scale = whole(laid, as_of)
    bands = (
        element(
            "rect",
            x=percent(scale.at(row.scale.start)),
            width=percent(scale.at(row.scale.end) - scale.at(row.scale.start)),
            y=0,
            height=_RUG,
            class_="band",
        )
        for row in laid
    )
    line = day_line(scale, as_of, _RUG)
    stitches = (
        _stitch(moment, found, scale)
        for row in laid
        for moment, found in zip(row.stretch.moments, row.extents, strict=True)
    )
    return element(
        "svg",
        *bands,
        *stitches,
        line,
        *axis(scale, _RUG),
        height=_RUG + _BELOW,
        width="100%",
        class_="overview",
        aria_hidden="true",
    )


def _stitch(moment: Moment, found: Extent, scale: Scale) -> Element:
    x = percent(scale.at(found.anchor))
    return element("line", x1=x, x2=x, y1=4, y2=_RUG - 4, class_="stitch", data_entry=moment.mark)
