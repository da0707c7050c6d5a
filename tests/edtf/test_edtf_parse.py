"""Which texts are dates, and what a date holds. The examples are those of the LoC specification."""

from __future__ import annotations

import datetime

import pytest

from dossier.edtf import Date, Day, End, Fault, Kind, parse

LEVEL_0 = {
    "date": ["1985-04-12", "1985-04", "1985"],
    "date and time": [
        "1985-04-12T23:20:30",
        "1985-04-12T23:20:30Z",
        "1985-04-12T23:20:30-04",
        "1985-04-12T23:20:30+04:30",
    ],
    "interval": [
        "1964/2008",
        "2004-06/2006-08",
        "2004-02-01/2005-02-08",
        "2004-02-01/2005-02",
        "2004-02-01/2005",
        "2005/2006-02",
    ],
}
LEVEL_1 = {
    "letter-prefixed year": ["Y170000002", "Y-170000002"],
    "season": ["2001-21", "2001-22", "2001-23", "2001-24"],
    "qualification": ["1984?", "2004-06~", "2004-06-11%"],
    "unspecified digits": ["201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX"],
    "open end": ["1985-04-12/..", "1985-04/..", "1985/.."],
    "open start": ["../1985-04-12", "../1985-04", "../1985"],
    "unknown end": ["1985-04-12/", "1985-04/", "1985/"],
    "unknown start": ["/1985-04-12", "/1985-04", "/1985"],
    "qualified ends": [
        "1984~/2004-06",
        "1984/2004-06~",
        "1984~/2004~",
        "1984?/2004%",
        "1984-06?/2004-08?",
        "1984-06-02?/2004-08-08~",
    ],
    "negative year": ["-1985", "-1985-04-12", "-1985-04", "-0001"],
}
LEVEL_2_TAKEN = ["[..1760-12-03]", "[1760-12..]", "[..1984]", "[1670..1672]", "[2019-02-16..2019-02-25]"]
LEVEL_2_REFUSED = {
    "exponential year": {"Y-17E7": "Y-170000000", "Y17E8": "Y1700000000"},
    "significant digits": {"1950S2": "1950~", "Y171010000S3": "Y171010000~", "Y3388E2S3": "Y338800~"},
    "sub-year grouping": {
        "2001-25": "2001-21",
        "2001-30": "2001-22",
        "2001-34": "2001-04/2001-06",
        "2001-39": "2001-09/2001-12",
        "2001-41": "2001-07/2001-12",
    },
    "one of a set": {
        "[1667,1668,1670..1672]": "[1667..1672]",
        "[1760-01,1760-02,1760-12..]": "[1760-01..]",
        "[1667,1760-12]": "[1667..1760]",
        "[1667]": "1667",
    },
    "all of a set": {
        "{1667,1668,1670..1672}": "1667/1672",
        "{1960,1961-12}": "1960/1961-12",
        "{..1984}": "../1984",
    },
    "qualification of a part": {
        "2004-06~-11": "2004-06-11~",
        "2004?-06-11": "2004-06-11?",
        "?2004-06-~11": "2004-06-11%",
        "2004-%06-11": "2004-06-11%",
        "1984?-06": "1984-06?",
    },
    "unspecified digits": {
        "156X-12-25": "156X",
        "15XX-12-25": "15XX",
        "15XX-12-XX": "15XX",
        "1560-XX-25": "1560",
        "1XXX-XX": "1000/1999",
        "1XXX-12": "1000/1999",
        "1984-1X": "1984",
    },
    "interval": {
        "2004-06-~01/2004-06-~20": "2004-06-01~/2004-06-20~",
        "2004-06-XX/2004-07-03": "2004-06/2004-07-03",
        "198X/199X": "1980/1999",
        "-198X/-197X": "-1989/-1970",
        "[1950~..1956]": "[1950..1956]",
    },
}


def _flat(table: dict[str, list[str]]) -> list[str]:
    return [text for texts in table.values() for text in texts]


def read(text: str) -> Date:
    date = parse(text)
    assert isinstance(date, Date), date
    return date


@pytest.mark.parametrize("text", [*_flat(LEVEL_0), *_flat(LEVEL_1), *LEVEL_2_TAKEN])
def test_specification_examples_parse(text: str) -> None:
    assert read(text).text == text


@pytest.mark.parametrize(
    ("text", "instead"), [pair for table in LEVEL_2_REFUSED.values() for pair in table.items()]
)
def test_the_rest_of_level_2_is_named_and_rewritten(text: str, instead: str) -> None:
    fault = parse(text)
    assert isinstance(fault, Fault)
    assert "is valid EDTF, but" in fault.message
    assert "not supported here" in fault.message
    assert fault.suggestions[0] == instead
    assert f"write {instead}" in fault.hint


def test_a_date_without_any_known_year_has_no_rewriting() -> None:
    fault = parse("XXXX-12-XX")
    assert isinstance(fault, Fault)
    assert "is valid EDTF, but" in fault.message
    assert fault.suggestions == ()
    assert "leave the date out" in fault.hint


@pytest.mark.parametrize("text", ["2019?-13-11", "{2019-13,2019-14}", "[2018-12,2019-13]"])
def test_a_level_2_form_of_no_day_is_not_called_valid(text: str) -> None:
    fault = parse(text)
    assert isinstance(fault, Fault)
    assert fault.message == "there is no month 13"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "hello",
        "1985-04-12\n",
        " 1985",
        "18 63-03-29",
        "1863-03- 29",
        "+2006",
        "19850412",
        "1985-W15-1",
        "1985-102",
        "1985-4-12",
        "85-04-12",
        "1985-04-12T23:20",
        "1985-04-12T1:10:10",
        "1985-04-12 23:20:30",
        "1985-04-12T23:20:30.5Z",
        "1985-04-12T24:00:00",
        "1985-04-12T23:60:00",
        "1985-04-12T23:20:61",
        "1985-04-12T23:20:30+24",
        "1985-04-12T23:20:30Z~",
        "1985-04-12T23:20:30~",
        "1985-04T23:20:30Z",
        "1985-04-XXT23:20:30Z",
        "1985-04-12T23:20:30Z/1985-04-13T23:20:30Z",
        "P1Y",
        "1985/P1Y",
        "2012/2013/1234",
        "2012///4444",
        "2012\\2013",
        "Y1985",
        "Y01985",
        "Y17000-01",
        "y170000002",
        "-0000",
        "-0000-01-01",
        "1985-00",
        "1985-13",
        "1985-20",
        "1985-42",
        "1985-99-01",
        "1985-01-00",
        "1985-01-32",
        "2001-21-05",
        "2001-21-XX",
        "2001-13-XX",
        "1950??",
        "1950~?",
        "195x",
        "195u",
        "19X5",
        "/",
        "../..",
        "../",
        "/..",
        "[]",
        "[..]",
        "[1950",
        "1950..1956]",
        "[1950/1956]",
        "[1950..1956..1960]",
        "[1950..1956]~",
        "[1950..1956-01]",
        "[1950 .. 1956]",
        "{1950}",
        "1985/unknown",
        "open/1985",
        "２０１９",
        "١٩٥٠",
        "2019‑02‑16",
        "null",
        "\ud800",
        "1" * 100,
        "1" * 101,
        "Y" + "1" * 13,
    ],
)
def test_everything_else_is_a_fault_with_a_hint(text: str) -> None:
    fault = parse(text)
    assert isinstance(fault, Fault), fault
    assert fault.message
    assert fault.hint


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("1985-04-12", (1985, 4, 12), (1985, 4, 12), "day"),
        ("1985-04", (1985, 4, 1), (1985, 4, 30), "month"),
        ("2000-02", (2000, 2, 1), (2000, 2, 29), "month"),
        ("1900-02", (1900, 2, 1), (1900, 2, 28), "month"),
        ("1985", (1985, 1, 1), (1985, 12, 31), "year"),
        ("0000", (0, 1, 1), (0, 12, 31), "year"),
        ("0000-02-29", (0, 2, 29), (0, 2, 29), "day"),
        ("-0004-02", (-4, 2, 1), (-4, 2, 29), "month"),
        ("1985~", (1985, 1, 1), (1985, 12, 31), "year"),
        ("Y-170000002", (-170000002, 1, 1), (-170000002, 12, 31), "year"),
        ("Y123456789012", (123456789012, 1, 1), (123456789012, 12, 31), "year"),
        ("2001-21", (2001, 1, 1), (2001, 12, 31), "season"),
        ("201X", (2010, 1, 1), (2019, 12, 31), "decade"),
        ("20XX", (2000, 1, 1), (2099, 12, 31), "century"),
        ("-004X", (-49, 1, 1), (-40, 12, 31), "decade"),
        ("2004-XX", (2004, 1, 1), (2004, 12, 31), "year"),
        ("1985-04-XX", (1985, 4, 1), (1985, 4, 30), "month"),
        ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31), "year"),
        ("1985-04-12T23:20:30-04", (1985, 4, 12), (1985, 4, 12), "second"),
        ("2016-12-31T23:59:60Z", (2016, 12, 31), (2016, 12, 31), "second"),
        ("1964/2008-06", (1964, 1, 1), (2008, 6, 30), "year"),
        ("2004-06/2004-07-03", (2004, 6, 1), (2004, 7, 3), "month"),
        ("1985-04/..", (1985, 4, 1), None, "month"),
        ("1985/", (1985, 1, 1), None, "year"),
        ("../1985-04-12", None, (1985, 4, 12), "day"),
        ("/1985", None, (1985, 12, 31), "year"),
        ("[2019-02-16..2019-02-25]", (2019, 2, 16), (2019, 2, 25), "day"),
        ("[..1956]", None, (1956, 12, 31), "year"),
    ],
)
def test_bounds_and_precision(text: str, earliest: Day | None, latest: Day | None, precision: str) -> None:
    date = read(text)
    assert (date.earliest, date.latest, str(date.precision)) == (earliest, latest, precision)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("1985", Kind.DATE, None, None),
        ("1985/1986", Kind.INTERVAL, None, None),
        ("1985/..", Kind.INTERVAL, None, End.OPEN),
        ("1985/", Kind.INTERVAL, None, End.UNKNOWN),
        ("../1985", Kind.INTERVAL, End.OPEN, None),
        ("/1985", Kind.INTERVAL, End.UNKNOWN, None),
        ("[1985..1986]", Kind.ONE_OF, None, None),
        ("[1985..]", Kind.ONE_OF, None, End.OPEN),
        ("[..1985]", Kind.ONE_OF, End.OPEN, None),
    ],
)
def test_kind_and_ends(text: str, kind: Kind, start: End | None, end: End | None) -> None:
    date = read(text)
    assert date.kind is kind
    assert (date.open_start, date.unknown_start) == (start is End.OPEN, start is End.UNKNOWN)
    assert (date.open_end, date.unknown_end) == (end is End.OPEN, end is End.UNKNOWN)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("1984", False, False),
        ("1984?", True, False),
        ("2004-06~", False, True),
        ("2004-06-11%", True, True),
        ("1984~/2004-06", False, True),
        ("1984/2004-06?", True, False),
        ("1984?/2004~", True, True),
        ("195X~", False, True),
        ("../1984~", False, True),
    ],
)
def test_qualification(text: str, uncertain: bool, approximate: bool) -> None:
    assert (read(text).is_uncertain, read(text).is_approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "reversed_"),
    [
        ("2005/2004", True),
        ("2005/2004-06", True),
        ("2004-06/2004-05", True),
        ("2019-02-17/2019-02-16", True),
        ("[1956..1950]", True),
        ("-1950/-1956", True),
        ("2004/2004", False),
        ("2004-06/2004", False),
        ("2004/2004-06", False),
        ("2019-02-16/2019-02-16", False),
        ("2005/..", False),
        ("/2005", False),
        ("2005", False),
    ],
)
def test_an_interval_that_ends_before_it_begins_parses_and_says_so(text: str, reversed_: bool) -> None:
    assert read(text).ends_before_it_begins is reversed_


@pytest.mark.parametrize("text", ["1985", "1985-04", "1985-04-12", "0001", "9999-12-31"])
def test_plain_dates_have_a_machine_form(text: str) -> None:
    assert read(text).machine == text


@pytest.mark.parametrize(
    "text",
    [
        "0000",
        "-1985",
        "Y17000",
        "1985~",
        "1985-04-12?",
        "201X",
        "2004-XX",
        "1985-04-XX",
        "2001-21",
        "1985-04-12T23:20:30Z",
        "1985/1986",
        "1985/1985",
        "[1985..1986]",
        "1985/..",
        "../1985",
    ],
)
def test_other_dates_have_no_machine_form(text: str) -> None:
    assert read(text).machine is None


def test_february_has_the_days_of_the_calendar_in_every_year() -> None:
    for year in range(1, 10_000):
        leap = (datetime.date(year, 2, 28) + datetime.timedelta(days=1)).month == 2
        assert isinstance(parse(f"{year:04}-02-29"), Date) is leap, year
        assert read(f"{year:04}-02").latest == (year, 2, 29 if leap else 28)


def test_months_have_the_days_of_the_calendar() -> None:
    for month in range(1, 13):
        last = (datetime.date(2019 + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)).day
        assert read(f"2019-{month:02}").latest == (2019, month, last)
        assert isinstance(parse(f"2019-{month:02}-{last + 1}"), Fault)
