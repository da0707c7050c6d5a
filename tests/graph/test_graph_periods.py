"""Where a chronology is cut, and what its parts are called."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dossiers import based
from hypothesis import given
from hypothesis import strategies as st

from dossier.edtf import Date, parse
from dossier.graph import Entry
from dossier.graph.chronology import neighbours
from dossier.graph.periods import civil, ordinal, periods

(TEMPLATE,) = based("").graph.chronology


def entries(*dates: str) -> tuple[Entry, ...]:
    """Entries of these dates, in order."""
    found = []
    for text in dates:
        read = parse(text)
        assert isinstance(read, Date)
        found.append(Entry(read, "x", "", "happened", TEMPLATE.statement, ()))
    return tuple(sorted(found, key=lambda entry: entry.date.sort_key))


def cut(dates: list[str], most: int) -> list[tuple[str, int]]:
    return [(period.title, len(period.entries)) for period in periods(entries(*dates), most)]


def test_few_entries_stay_together_however_far_apart() -> None:
    assert cut(["1855-02-07", "1945", "2019-01-14", "2019-01-22"], 24) == [("1855 to 2019", 4)]


def test_a_crowded_year_is_a_period_of_its_own() -> None:
    crowd = [f"2019-{month:02}-{day:02}" for month in range(1, 7) for day in (5, 15, 25)]
    assert cut(["1855", "1875", "1905", *crowd, "2021"], 24) == [
        ("1855 to 1905", 3),
        ("2019", 18),
        ("2021", 1),
    ]


def test_what_is_too_much_for_a_period_is_cut_at_the_calendar() -> None:
    every_year = [f"{year}-06" for year in range(1900, 2000)]
    found = cut(every_year, 24)
    assert found[0] == ("1900 to 1919", 20)
    assert [count for _, count in found] == [20] * 5
    days = [f"2019-03-{day:02}" for day in range(1, 32)]
    assert cut(days, 24) == [("1 to 24 March 2019", 24), ("25 to 31 March 2019", 7)]


def test_one_day_is_never_cut() -> None:
    assert cut(["2019-03-01"] * 50, 24) == [("2019", 50)]


def test_nothing_has_no_periods() -> None:
    assert periods((), 24) == ()


def test_years_before_our_era_and_of_many_digits_have_addresses() -> None:
    dates = [f"-{year:04}" for year in range(1, 50)] + ["Y123456"] * 30
    titles = [(each.title, each.slug) for each in periods(entries(*dates), 24)]
    assert ("AD 123,456", "ad-123-456") in titles
    assert titles[0] == ("50 BC to 32 BC", "50-bc-to-32-bc")


@given(
    st.lists(st.dates().map(date.isoformat), min_size=1, max_size=150),
    st.integers(min_value=1, max_value=30),
)
def test_periods_are_the_chronology_in_order(dates: list[str], most: int) -> None:
    whole = entries(*dates)
    found = periods(whole, most)
    assert tuple(entry for period in found for entry in period.entries) == whole
    assert len({period.title for period in found}) == len({period.slug for period in found}) == len(found)
    for period in found:
        days = {entry.date.text for entry in period.entries}
        assert len(period.entries) <= most or len(days) == 1 or len(whole) <= 12


@given(st.dates())
def test_days_are_numbered_as_python_does(day: date) -> None:
    number = ordinal((day.year, day.month, day.day))
    assert date(1970, 1, 1) + timedelta(days=number) == day
    assert civil(number) == (day.year, day.month, day.day)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_every_number_is_a_day(number: int) -> None:
    assert ordinal(civil(number)) == number


EVENT = """
content/events/{id}.yml
  name: {id}
  date: {date}
  status: happened
  cite: {{source: gazette, quote: held talks about Gull Island on Friday}}
"""


@pytest.mark.parametrize(
    ("event", "before", "after"),
    [
        ("first", None, "second"),
        ("second", "first", "2001-05-04-talks"),
        ("2001-05-04-talks", "second", None),
    ],
)
def test_an_event_has_events_beside_it(event: str, before: str | None, after: str | None) -> None:
    compiled = based(EVENT.format(id="first", date="1900") + EVENT.format(id="second", date="1900-05"))
    day = compiled.dossier.sheets[event].date()
    assert day
    found = neighbours(compiled.graph.chronology, day, f"{event}#event")
    assert [each.sheet if each else None for each in found] == [before, after]
