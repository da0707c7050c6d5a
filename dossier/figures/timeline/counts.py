"""Timelines of more moments than can be told apart: how many there are in each year, month or day. Owns the columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import floor

from dossier.edtf import Date
from dossier.figures.svg import Element, element
from dossier.figures.timeline.axis import Scale
from dossier.figures.timeline.marks import percent
from dossier.figures.timeline.rows import Row, axis, day_line, whole

__all__ = ["counted"]

_COLUMNS = 60  # at most in the whole figure
_HEIGHT = 72  # pixels of the highest column
_TOP = 16
_BELOW = 24


def counted(laid: Sequence[Row], as_of: Date | None) -> Element:
    """A column for each of so many equal stretches of time, a link to the period it begins in."""
    scale = whole(laid, as_of)
    columns = list(_columns(laid, scale))
    highest = max(sum(counts.values()) for _, counts in columns)
    bottom = _TOP + _HEIGHT
    marks = [
        part
        for number, counts in columns
        for part in _column(number, counts, laid, _HEIGHT / highest, bottom)
    ]
    line = day_line(scale, as_of, bottom)
    most = element("text", str(highest), x="0%", y=_TOP - 5, class_="tick")
    rule = element("line", x1="0%", x2="100%", y1=_TOP, y2=_TOP, class_="guide")
    return element(
        "svg", rule, most, *marks, line, *axis(scale, bottom), height=bottom + _BELOW, width="100%"
    )


def _columns(laid: Sequence[Row], scale: Scale) -> Iterator[tuple[int, Counter[int]]]:
    """For each column that holds something how many moments of which row."""
    found: dict[int, Counter[int]] = {}
    for number, row in enumerate(laid):
        for each in row.extents:
            column = min(floor(scale.at(each.anchor) * _COLUMNS), _COLUMNS - 1)
            found.setdefault(column, Counter())[number] += 1
    yield from sorted(found.items())


def _column(
    number: int, counts: Counter[int], laid: Sequence[Row], unit: float, bottom: float
) -> Iterator[Element]:
    """The parts of a column, one upon the other: a link for each period that shares in it."""
    y = bottom
    for row, count in sorted(counts.items()):
        stretch = laid[row].stretch
        y -= count * unit
        bar = element(
            "rect",
            x=percent((number + 0.1) / _COLUMNS),
            width=percent(0.8 / _COLUMNS),
            y=y,
            height=count * unit,
            class_="column",
        )
        words = f"{count} of {stretch.title}"
        yield element("a", bar, element("title", words), href=stretch.href, class_="mark", aria_label=words)
