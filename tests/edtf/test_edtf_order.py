"""Which date comes first, and when that is certain."""

from __future__ import annotations

from random import Random

import pytest

from dossier.edtf import Date, is_after, is_before, parse


def read(text: str) -> Date:
    date = parse(text)
    assert isinstance(date, Date), date
    return date


IN_ORDER = [
    "Y-170000002",
    "-0043",
    "-0043-03-15",
    "0000",
    "0476",
    "19XX",
    "195X",
    "1955",
    "1956/..",
    "1956",
    "1956~",
    "1956-21",
    "1956-22",
    "1956-01",
    "1956-01-XX",
    "1956-01-01/1956-01-02",
    "1956-01-01",
    "1956-01-01T12:00:00+09:00",
    "1956-01-01T04:00:00Z",
    "1956-01-01T12:00:00Z",
    "[1956-01-01..1956-02-01]",
    "1956-01-02",
    "1956-10-19",
    "../1956",
    "/1956",
    "[1956..1960]",
    "1957",
    "Y10000",
    "Y170000002",
]


def test_the_chronological_order() -> None:
    shuffled = Random(1956).sample(IN_ORDER, len(IN_ORDER))
    assert sorted(shuffled, key=lambda text: read(text).sort_key) == IN_ORDER


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2019-02-15", "2019-02-16"),
        ("2018", "2019-01-01"),
        ("2018-24", "2019"),
        ("../1956", "1957"),
        ("/1956", "1957/.."),
        ("[..2019-02-15]", "[2019-02-16..]"),
        ("-0043", "0000"),
        ("1956~", "1957"),
    ],
)
def test_certainly_before_and_after(earlier: str, later: str) -> None:
    assert is_before(read(earlier), read(later))
    assert is_after(read(later), read(earlier))
    assert not is_before(read(later), read(earlier))
    assert not is_after(read(earlier), read(later))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("2019", "2019-02-16"),
        ("2019-02-16", "2019-02-16"),
        ("2019-02-16T01:00:00Z", "2019-02-16T02:00:00Z"),
        ("1956/..", "2019"),
        ("1956/", "2019"),
        ("[1956..]", "2019"),
        ("../1956", "1955"),
        ("1950/1956", "1956/1960"),
        ("2005/2004", "2010"),
        ("2005/2004", "1990"),
    ],
)
def test_neither_is_certain(a: str, b: str) -> None:
    assert not is_before(read(a), read(b))
    assert not is_after(read(a), read(b))
    assert not is_before(read(b), read(a))
    assert not is_after(read(b), read(a))
