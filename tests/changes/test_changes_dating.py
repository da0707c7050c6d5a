"""A date is sharper where it is narrower within what it was; otherwise it is wider, or another one."""

from __future__ import annotations

import pytest

from dossier.changes.dating import redated
from dossier.edtf import Date, parse

SHARPER = {
    "1956": "1956-10-19",
    "2018-11": "2018-11-14",
    "195X": "1956",
    "[2019-02-16..2019-02-25]": "2019-02-20",
    "[..1960]": "1956",
    "[1956..]": "[1956..1960]",
    "1956~": "1956",
    "1956?": "1956",
    "2019": "2019-21",
    "2019-02-16": "2019-02-16T10:30:00",
    "2017/2019": "2017-08-03/2019-09-11",
    "2017/": "2017/2019",
}
ANOTHER = [
    ("1956", "1957"),
    ("1956", "1956/1957"),
    ("2017/2019", "2017"),
    ("2017/2021", "2018/2020"),  # a shorter time is no sharper date
    ("2017/..", "2017/2019"),  # what was going on has ended
    ("2017/2019", "2017-08/2019~"),
    ("2019-21", "2019-23"),
    ("2019-02-16T10:30:00", "2019-02-16T11:30:00"),
]
THE_SAME = [("1956", "1956"), ("2019-02-XX", "2019-02")]


def date(text: str) -> Date:
    found = parse(text)
    assert isinstance(found, Date), text
    return found


@pytest.mark.parametrize("before", SHARPER)
def test_sharper_one_way_and_less_precise_the_other(before: str) -> None:
    assert redated(date(before), date(SHARPER[before])) == "date-sharpened"
    assert redated(date(SHARPER[before]), date(before)) == "date-widened"


@pytest.mark.parametrize(("before", "after"), ANOTHER)
def test_another_date(before: str, after: str) -> None:
    assert redated(date(before), date(after)) == redated(date(after), date(before)) == "date-changed"


@pytest.mark.parametrize(("before", "after"), THE_SAME)
def test_the_same_date(before: str, after: str) -> None:
    assert redated(date(before), date(after)) is None


def test_a_date_given_and_taken_away() -> None:
    assert (redated(None, date("1956")), redated(date("1956"), None), redated(None, None)) == (
        "dated",
        "undated",
        None,
    )
