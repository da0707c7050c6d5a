"""What of a date can be drawn: from when to when, and where that is not known. Owns the way from EDTF to the axis."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dossier.edtf import Date, End, Point, Precision
from dossier.edtf import Kind as Shape
from dossier.graph.periods import ordinal

__all__ = ["Extent", "Form", "extent"]

_DAY_SECONDS = 86_400


class Form(StrEnum):
    """What a stretch on the axis means, which is how it is drawn."""

    POINT = "point"  # a day, or a time of a day
    ROUGH = "rough"  # about or perhaps that day
    LASTING = "lasting"  # all of it
    WITHIN = "within"  # at some time in it: a date known to the month, the year or less
    ONE_OF = "one-of"  # at one moment of it, as the source leaves open which


@dataclass(frozen=True, slots=True)
class Extent:
    """From when to when, in days; None where an end is open or unknown.

    Between `start` and `sure_from`, and between `sure_until` and `end`, it is not known whether it had begun or
    ended.
    """

    form: Form
    start: float | None
    sure_from: float | None
    sure_until: float | None
    end: float | None

    @property
    def anchor(self) -> float:
        """A moment it certainly reaches to."""
        return next(each for each in (self.start, self.end) if each is not None)


def extent(date: Date) -> Extent:
    """Where a date lies on an axis."""
    point = date.points[0]
    if date.kind is Shape.DATE and point.precision in (Precision.DAY, Precision.SECOND):
        return _moment(point)
    form = {Shape.DATE: Form.WITHIN, Shape.INTERVAL: Form.LASTING, Shape.ONE_OF: Form.ONE_OF}[date.kind]
    start, sure_from = _start(date.start, form)
    end, sure_until = _end(date.end, form)
    return Extent(form, start, sure_from, sure_until, end)


def _moment(point: Point) -> Extent:
    day = ordinal(point.earliest)
    at = day + (point.time.seconds / _DAY_SECONDS if point.time else 0.5)
    return Extent(Form.ROUGH if point.is_qualified else Form.POINT, at, at, at, at)


def _start(end: Point | End, form: Form) -> tuple[float | None, float | None]:
    """Where it begins at the earliest, and by when it has begun."""
    if isinstance(end, End):
        return None, None
    earliest = float(ordinal(end.earliest))
    return earliest, ordinal(end.latest) + 1.0 if _is_soft(end, form) else earliest


def _end(end: Point | End, form: Form) -> tuple[float | None, float | None]:
    """Where it ends at the latest, and until when it lasts for sure."""
    if isinstance(end, End):
        return None, None
    latest = ordinal(end.latest) + 1.0
    return latest, float(ordinal(end.earliest)) if _is_soft(end, form) else latest


def _is_soft(end: Point, form: Form) -> bool:
    """What lasts from one year to another begins at some time in the first; a year itself has sharp borders."""
    is_day = end.precision in (Precision.DAY, Precision.SECOND)
    return end.is_qualified or (form is Form.LASTING and not is_day)
