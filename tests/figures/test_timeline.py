"""Timelines: what is not known of a date is drawn so, nothing hides anything, and every mark is a link with a name."""

from __future__ import annotations

from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.edtf import Date, parse
from dossier.figures.timeline import MOST_MARKS, Moment, Stretch, timeline
from dossier.figures.timeline.axis import Scale, ticks
from dossier.figures.timeline.lanes import NARROW, WIDE, Room, places
from dossier.graph.periods import ordinal


def edtf(text: str) -> Date:
    read = parse(text)
    assert isinstance(read, Date)
    return read


def moment(date: str, name: str = "Talks", status: str = "happened", *, is_event: bool = True) -> Moment:
    aside = "" if status == "happened" else f" ({status})"
    return Moment(edtf(date), name, "#at_talks", "at_talks", "Event", "amber", is_event, status, aside)


def drawn(*dates: str, as_of: str = "", status: str = "happened") -> Element:
    """A timeline of one row."""
    moments = tuple(moment(date, status=status) for date in dates)
    day = edtf(as_of) if as_of else None
    return fromstring(timeline([Stretch("Then", "#at_talks", moments)], day, "t", "When"))


def marks(figure: Element) -> list[Element]:
    return [each for each in figure.iter("a") if "mark" in each.get("class", "").split()]


def forms(figure: Element) -> list[str]:
    return [each.get("class", "").split()[-1] for each in marks(figure)]


def bar(figure: Element, number: int = 0) -> tuple[float, float]:
    """Where a bar begins and ends, in days."""
    shape = next(each for each in marks(figure)[number].iter("rect") if each.get("class") == "shape")
    start, long = (float(shape.get(name, "").removesuffix("%")) for name in ("x", "width"))
    return start, start + long


@pytest.mark.parametrize(
    ("date", "form"),
    [
        ("2019-02-16", "point"),
        ("2019-02-16T12:30:00", "point"),
        ("2019-02-16~", "rough"),
        ("2019-02-16?", "rough"),
        ("2019-02", "within"),
        ("2019", "within"),
        ("2019-21", "within"),
        ("196X", "within"),
        ("2019-02-XX", "within"),
        ("2019~", "within"),
        ("1939/1945", "lasting"),
        ("1950~/..", "lasting"),
        ("[1960..1991]", "one-of"),
        ("[2019-02-25..]", "one-of"),
    ],
)
def test_only_what_is_known_to_the_day_is_a_point(date: str, form: str) -> None:
    assert forms(drawn(date)) == [form]


def test_a_bar_has_its_true_length() -> None:
    year, month = bar(drawn("2018", "2018-11"), 0), bar(drawn("2018", "2018-11"), 1)
    assert (month[1] - month[0]) / (year[1] - year[0]) == pytest.approx(30 / 365, abs=0.002)
    assert month[1] < year[1]


@pytest.mark.parametrize(
    ("date", "opacities"),
    [
        ("1956/1960", ["0", "1", "1", "0"]),
        ("1956-01-01/1960", ["1", "1", "1", "0"]),
        ("1950-01-01/..", ["1", "1", "1", "0"]),
        ("/1950-01-01", ["0", "1", "1", "1"]),
        ("1950?", ["0", "1", "1", "0"]),
        ("[..1950]", ["0", "1", "1", "1"]),
    ],
)
def test_an_end_that_is_not_known_fades(date: str, opacities: list[str]) -> None:
    (mark,) = marks(drawn(date))
    assert [stop.get("stop-opacity") for stop in mark.iter("stop")] == opacities
    shape = next(each for each in mark.iter("rect") if each.get("class") == "shape")
    assert shape.get("style", "").startswith("--paint: url(#t-0-0)")


@pytest.mark.parametrize("date", ["1956", "1956-01-01/1956-02-01", "[1956-01-01..1956-05-01]"])
def test_an_end_that_is_known_does_not_fade(date: str) -> None:
    (mark,) = marks(drawn(date))
    assert not list(mark.iter("stop"))


def test_what_lasts_into_the_next_row_goes_on_beyond_the_edge() -> None:
    early = Stretch("Early", "#a", (moment("1900"), moment("1910/1999")))
    late = Stretch("Late", "#b", (moment("1950-05-01"),))
    figure = fromstring(timeline([early, late], None, "t", "When"))
    cut = [any(each.get("class") == "on" for each in mark.iter("path")) for mark in marks(figure)]
    assert cut == [False, True, False]


def test_every_mark_is_a_link_that_says_when_and_what() -> None:
    (mark,) = marks(drawn("[2019-02-25..]", status="planned"))
    assert mark.get("href") == "#at_talks"
    assert mark.get("aria-label") == "on or after 25 February 2019: Talks (planned)"
    assert "planned" in mark.get("class", "").split()


def test_what_was_called_off_is_struck() -> None:
    for date in ("1950-01-01", "1950"):
        (mark,) = marks(drawn(date, status="cancelled"))
        assert any(each.get("class") == "strike" for each in mark.iter())


def test_a_date_among_facts_has_another_shape_than_an_event() -> None:
    stretch = Stretch("Then", "#x", (moment("1950-01-01"), moment("1950-01-02", is_event=False)))
    event, fact = marks(fromstring(timeline([stretch], None, "t", "When")))
    shapes = [next(e.tag for e in mark.iter() if e.get("class") == "shape") for mark in (event, fact)]
    assert shapes == ["circle", "path"]


def test_the_day_the_dossier_speaks_from_is_a_line_with_words() -> None:
    figure = drawn("2019-01-14", "2019-03-05", as_of="2019-02-25")
    assert [each.text for each in figure.iter("text") if each.get("class") == "flag"] == [
        "as of 25 February 2019"
    ]
    far = drawn("1855-01-14", "1856-03-05", as_of="2019-02-25")
    assert not any(each.get("class") == "flag" for each in far.iter("text"))


def test_the_legend_explains_what_is_there_and_no_more() -> None:
    assert drawn("2019-01-14", "2019-03-05").find("figcaption") is None
    words = "".join(drawn("2019-01-14", "[2019-01..2019-03]").find("figcaption").itertext())  # type: ignore[union-attr]
    assert "Event" in words
    assert "one moment of these" in words
    assert "lasted so long" not in words


def test_too_many_marks_are_counted_and_lead_to_their_periods() -> None:
    years = [Stretch(f"{year}", f"#y{year}", tuple(moment(f"{year}-0{m}-11") for m in range(1, 10) for _ in range(2)))
             for year in range(1990, 2000)]  # fmt: skip
    figure = fromstring(timeline(years, None, "t", "When"))
    columns = marks(figure)
    assert sum(len(year.moments) for year in years) > MOST_MARKS
    assert {each.get("href") for each in columns} == {year.href for year in years}
    assert sum(int(each.get("aria-label", "").split()[0]) for each in columns) == 180


def test_nothing_has_no_timeline() -> None:
    assert timeline([], edtf("2019"), "t", "When") == ""
    assert timeline([Stretch("Then", "#x", ())], None, "t", "When") == ""


def test_names_are_text_and_ids_are_unique() -> None:
    hostile = [moment("1950~", "</text><script>alert(1)</script>"), moment("1951~", '" onload="x')]
    figure = fromstring(timeline([Stretch("Then", "#x", tuple(hostile))], None, "t", "When"))
    ids = [each.get("id") for each in figure.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert not list(figure.iter("script"))


@pytest.mark.parametrize(
    ("start", "end", "first"),
    [
        (ordinal((2019, 2, 16)), ordinal((2019, 2, 17)), "16 Feb"),
        (ordinal((2019, 2, 14)), ordinal((2019, 2, 28)), "15 Feb"),
        (ordinal((2019, 1, 10)), ordinal((2019, 7, 3)), "Feb"),
        (ordinal((1855, 1, 1)), ordinal((2022, 1, 1)), "1900"),
        (ordinal((-2999, 1, 1)), ordinal((2022, 1, 1)), "3000 BC"),
        (ordinal((-4_000_000, 1, 1)), ordinal((2022, 1, 1)), "4,000,000 BC"),
    ],
)
def test_there_are_ticks_for_any_range(start: int, end: int, first: str) -> None:
    found = ticks(Scale(start, end), 6)
    assert found[0].label == first
    assert len(found) <= 6


@given(
    st.floats(min_value=-1e9, max_value=1e9),
    st.floats(min_value=0.5, max_value=1e9),
    st.integers(min_value=3, max_value=8),
)
def test_ticks_are_few_in_order_and_on_the_axis(start: float, length: float, most: int) -> None:
    found = [tick.at for tick in ticks(Scale(start, start + length), most)]
    assert found == sorted(found)
    assert len(found) <= most
    assert all(0 <= at <= 1 for at in found)


shares = st.floats(min_value=0, max_value=1)
rooms = st.tuples(shares, shares, st.text("abc ", max_size=30)).map(
    lambda each: Room(min(each[:2]), max(each[:2]), each[2])
)


@given(st.lists(rooms, max_size=25))
def test_no_mark_and_no_name_lies_on_another(found: list[Room]) -> None:
    placed = places(found)
    assert len(placed) == len(found)
    for size in (NARROW, WIDE):
        taken: dict[int, list[tuple[float, float]]] = {}
        for room, place in zip(found, placed, strict=True):
            start, end = room.start * size - 5, room.end * size + 5
            if place.fits and place.fits <= size:
                # Half of an em is less than any but the narrowest letters take.
                long = len(room.name) * 0.4 * 11
                start, end = (start - long, end) if place.is_before else (start, end + long)
            taken.setdefault(place.lane, []).append((start, end))
        for spans in taken.values():
            spans.sort()
            assert all(one[1] <= other[0] for one, other in pairwise(spans))
