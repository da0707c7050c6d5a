"""Timelines as SVG: a row for each period, each on a scale of its own, and all of them on one scale above.

Owns what a timeline consists of. Places along an axis are in per cent and heights in pixels, so that a figure is as
wide as its page and its letters have one size on every screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.edtf import Date
from dossier.figures.svg import Element, element
from dossier.figures.timeline.counts import counted
from dossier.figures.timeline.key import caption
from dossier.figures.timeline.marks import Moment
from dossier.figures.timeline.rows import Row, Stretch, drawn_row, overview, rows

__all__ = ["MOST_MARKS", "Moment", "Stretch", "timeline"]

MOST_MARKS = 150
"""More than so many moments are counted, not drawn."""


def timeline(stretches: Sequence[Stretch], as_of: Date | None, ident: str, label: str) -> Element:
    """A figure of what happened in these periods, empty where there is nothing.

    `as_of` is the day the dossier speaks from; `ident` begins every id in the figure, `label` names it.
    """
    filled = [each for each in stretches if each.moments]
    if not filled:
        return Element("")
    laid = rows(filled, as_of)
    is_counted = sum(len(row.extents) for row in laid) > MOST_MARKS
    return element(
        "figure",
        element("a", "Skip to the entries", href=laid[0].stretch.href, class_="timeline-skip"),
        *([counted(laid, as_of)] if is_counted else _marks(laid, as_of, ident)),
        caption(laid, ident, is_counted=is_counted, as_of=as_of),
        class_="figure timeline",
        aria_label=label,
        data_search_exclude="",
    )


def _marks(laid: Sequence[Row], as_of: Date | None, ident: str) -> Iterator[Element]:
    if len(laid) > 1:
        yield overview(laid, as_of)
    for number, row in enumerate(laid):
        yield drawn_row(row, as_of, f"{ident}-{number}", is_named=len(laid) > 1)
