"""EDTF text to a `Date`, or to what is wrong in it.

Owns intervals (LoC Levels 0 and 1) and the one part of Level 2 we take: `[a..b]`, `[a..]` and `[..b]`, one
of a set. Their ends are read by `points`. It does not guess: what has none of these shapes is None, for
`level2` and `habits` to look at. The suggestions of its faults are drafts, which `parsing` reads before it
shows them.
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.edtf.date import Date, Day, End, Kind, Point
from dossier.edtf.fault import Fault, unsupported
from dossier.edtf.points import read_point, year_text


def read(text: str) -> Date | Fault | None:
    """A date; what is wrong with it; or None when it has no shape we know."""
    halves = split(text)
    if halves:
        return _pair(text, halves)
    point = read_point(text)
    return Date(text, Kind.DATE, point, point) if isinstance(point, Point) else point


@dataclass(frozen=True, slots=True)
class Halves:
    """The two sides of `a/b` or `[a..b]`, not yet read."""

    kind: Kind
    left: str
    right: str

    @property
    def sides(self) -> tuple[str, str]:
        return self.left, self.right

    def join(self, left: str, right: str) -> str:
        """The text of the same kind with other sides."""
        return f"{left}/{right}" if self.kind is Kind.INTERVAL else f"[{left}..{right}]"

    def end_without_date(self, side: str) -> End | None:
        """What a side that holds no date means: Level 1 `..` and empty; Level 2 `[..b]` and `[a..]`."""
        if self.kind is Kind.ONE_OF:
            return None if side else End.OPEN
        return {"": End.UNKNOWN, "..": End.OPEN}.get(side)


def split(text: str) -> Halves | None:
    """The two sides of an interval or of a one-of range; None for anything else."""
    if text.startswith("[") and text.endswith("]") and "," not in text:
        left, dots, right = text[1:-1].partition("..")
        return Halves(Kind.ONE_OF, left, right) if dots else None
    left, slash, right = text.partition("/")
    return Halves(Kind.INTERVAL, left, right) if slash and "/" not in right else None


def _pair(text: str, halves: Halves) -> Date | Fault | None:
    start, end = (halves.end_without_date(side) or read_point(side) for side in halves.sides)
    if isinstance(start, End) and isinstance(end, End):
        return Fault(f"{text} holds no date", "give at least one of its two dates, such as 2019/..")
    if not isinstance(start, Point | End) or not isinstance(end, Point | End):
        return None
    points = [point for point in (start, end) if isinstance(point, Point)]
    fault = _unfit_for_pair(text, halves, points)
    if not fault and halves.kind is Kind.ONE_OF:
        fault = _unfit_for_range(text, halves, points)
    return fault or Date(text, halves.kind, start, end)


def _unfit_for_pair(text: str, halves: Halves, points: list[Point]) -> Fault | None:
    """Level 0 keeps times out of intervals; an X inside one is Level 2."""
    keep = "" if halves.kind is Kind.ONE_OF else "?~%"
    draft = halves.join(_plain(halves.left, "0", keep), _plain(halves.right, "9", keep))
    if any(point.time for point in points):
        return Fault("a stretch of time cannot have a time of day at its ends", "", (draft,))
    if "X" in text:
        return unsupported(text, "X at the end of a stretch of time is", draft)
    return None


def _unfit_for_range(text: str, halves: Halves, points: list[Point]) -> Fault | None:
    """Level 2, set representation: what stands on the two sides of `..` has the same precision."""
    if any(point.is_qualified for point in points):
        drafts = (_plain(side, "", "") for side in halves.sides)
        return unsupported(text, "?, ~ and % inside [ ] are", halves.join(*drafts))
    if len({point.precision for point in points}) > 1:
        draft = halves.join(_day_text(points[0].earliest), _day_text(points[1].latest))
        return Fault(
            "the two ends of [ ] differ in precision", "give both to the year or to the day", (draft,)
        )
    return None


def _plain(side: str, outermost: str, keep: str) -> str:
    """A side without its time of day, and with `outermost` (0 or 9) for the X of its year."""
    mark = side[-1:] if side[-1:] in tuple(keep) else ""
    date = side.rstrip("?~%").partition("T")[0].partition("-XX")[0]
    if date.startswith("-"):
        # The digits of a negative year count backwards: -198X begins in -1989.
        outermost = {"0": "9", "9": "0"}.get(outermost, "")
    return date.replace("X", outermost) + mark


def _day_text(day: Day) -> str:
    return f"{year_text(day[0])}-{day[1]:02}-{day[2]:02}"
