"""What an editor is told when a date is not EDTF, and what to type instead."""

from __future__ import annotations

import pytest

from dossier.edtf import MAX_LENGTH, Date, Fault, parse


def fault_of(text: str) -> Fault:
    fault = parse(text)
    assert isinstance(fault, Fault), fault
    return fault


HABITS = {
    "16 Feb 2019": "2019-02-16",
    "16-Feb-2019": "2019-02-16",
    "16th of February 2019": "2019-02-16",
    "February 16, 2019": "2019-02-16",
    "FEBRUARY 16TH, 2019": "2019-02-16",
    "Sept. 3, 1945": "1945-09-03",
    "Saturday, 16 February 2019": "2019-02-16",
    "2019 February 16": "2019-02-16",
    "Feb 2019": "2019-02",
    "February, 2019": "2019-02",
    "spring 2001": "2001-21",
    "Fall 2001": "2001-23",
    "16.02.2019": "2019-02-16",
    "02.03.2019": "2019-03-02",
    "16/02/2019": "2019-02-16",
    "02/16/2019": "2019-02-16",
    "03/03/2019": "2019-03-03",
    "2019/02/16": "2019-02-16",
    "2019.02.16": "2019-02-16",
    "2019-2-16": "2019-02-16",
    "2019-02-6": "2019-02-06",
    "02.16.2019": "2019-02-16",
    "2001年5月4日": "2001-05-04",
    "2001年5月": "2001-05",
    "昭和31年10月19日": "1956-10-19",
    "令和元年": "2019",
    "明治38年9月5日": "1905-09-05",
    "4 мая 2001 г.": "2001-05-04",
    "16 февр. 2019": "2019-02-16",
    "с 1950 года": "1950/..",
    "end of May 2001": "2001-05",
    "2019/02": "2019-02",
    "2012/12": "2012-12",
    "2019-2": "2019-02",
    "02/2019": "2019-02",
    "20190216": "2019-02-16",
    "201902": "2019-02",
    "2019-16-02": "2019-02-16",
    "1950s": "195X",
    "the 1950's": "195X",
    "c. 1950": "1950~",
    "c.1950": "1950~",
    "c1950": "1950~",
    "ca 1950": "1950~",
    "ca. 16 Feb 1950": "1950-02-16~",
    "circa 1950": "1950~",
    "about the 1950s": "195X~",
    "probably 1950": "1950?",
    "~1950": "1950~",
    "1950 ~": "1950~",
    "1950?~": "1950%",
    "1950–1956": "1950/1956",
    "1950-1956": "1950/1956",
    "1950 — 1956": "1950/1956",
    "1950 to 1956": "1950/1956",
    "from 1950 to 1956": "1950/1956",
    "1950-56": "1950/1956",
    "1950/56": "1950/1956",
    "c. 1950-1956": "1950~/1956",
    "2019-02-15/17": "2019-02-15/2019-02-17",
    "2018-01-15/02-20": "2018-01-15/2018-02-20",
    "15-17 Feb 2019": "2019-02-15/2019-02-17",
    "28 August to 5 September 1945": "1945-08-28/1945-09-05",
    "June–August 2004": "2004-06/2004-08",
    "16 Feb 2019 – 20 Mar 2020": "2019-02-16/2020-03-20",
    "16 Feb 2019/20 Feb 2019": "2019-02-16/2019-02-20",
    "2019-2-16/2019-2-20": "2019-02-16/2019-02-20",
    "[16 Feb 2019..25 Feb 2019]": "[2019-02-16..2019-02-25]",
    "between 1950 and 1956": "[1950..1956]",
    "between 16 and 25 February 2019": "[2019-02-16..2019-02-25]",
    "[1950 .. 1956]": "[1950..1956]",
    "since 1950": "1950/..",
    "1950-": "1950/..",
    "1950 to present": "1950/..",
    "1950–today": "1950/..",
    "until 1956": "../1956",
    "1985/open": "1985/..",
    "unknown/1985": "/1985",
    "195u": "195X",
    "195x": "195X",
    "y170000002": "Y170000002",
    "12345": "Y12345",
    "Y2006": "2006",
    "Y0012345": "Y12345",
    "476": "0476",
    "AD 476": "0476",
    "44 BC": "-0043",
    "1 BCE": "0000",
    "-0000": "0000",
    "1985-04-12T23:20": "1985-04-12T23:20:00",
    "1985-04-12 9:05": "1985-04-12T09:05:00",
    "1985-04-12 23:20:30 UTC": "1985-04-12T23:20:30Z",
    "1985-04-12T23:20:30.123+0430": "1985-04-12T23:20:30+04:30",
    "1985-04-12T10:00:00Z/1985-04-13": "1985-04-12/1985-04-13",
    "[2019-02-16..2019-03]": "[2019-02-16..2019-03-31]",
    "２０１９-02-16": "2019-02-16",
    "١٩٥٠": "1950",
    "2019‑02‑16": "2019-02-16",
    " 2019-02-16": "2019-02-16",
    "2019-02-16\n": "2019-02-16",
}


@pytest.mark.parametrize(("text", "instead"), HABITS.items())
def test_a_date_in_another_habit_gets_its_one_rewriting(text: str, instead: str) -> None:
    fault = fault_of(text)
    assert fault.hint == f"write {instead}"
    assert fault.suggestions == (instead,)
    assert isinstance(parse(instead), Date)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("02/03/2019", "write 2019-03-02 for 2 March 2019, or 2019-02-03 for 3 February 2019"),
        ("2-3-2019", "write 2019-03-02 for 2 March 2019, or 2019-02-03 for 3 February 2019"),
        ("1900s", "write 190X for 1900–1909, or 19XX for 1900–1999"),
        ("20th century", "write 1901/2000 for 1901 to 2000, or 19XX for 1900–1999"),
        ("1911/12", "write 1911-12 for December 1911, or 1911/1912 for 1911 to 1912"),
        ("195", "write 0195 for AD 195, or 195X for the 1950s"),
        ("1950..1956", "write [1950..1956] for between 1950 and 1956, or 1950/1956 for 1950 to 1956"),
        ("1925-34", "write 1925-04/1925-06 for April to June 1925, or 1925/1934 for 1925 to 1934"),
    ],
)
def test_what_can_mean_two_dates_lists_both(text: str, hint: str) -> None:
    assert fault_of(text).hint == hint
    assert all(isinstance(parse(suggestion), Date) for suggestion in fault_of(text).suggestions)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the date is empty"),
        ("16 Feb 2019", "16 Feb 2019 is not a date that can be read"),
        ("2019-02-30", "February 2019 has 28 days"),
        ("2020-02-30~", "February 2020 has 29 days"),
        ("31 Apr 2019", "April 2019 has 30 days"),
        ("31/02/2019", "February 2019 has 28 days"),
        ("2019-02-30/2019-03-01", "February 2019 has 28 days"),
        ("[2019-01-01..2019-02-30]", "February 2019 has 28 days"),
        ("2019-13", "there is no month 13"),
        ("2019-13/2019-14", "there is no month 13"),
        ("2019-00-10", "there is no month 00"),
        ("2019-01-00", "there is no day 00"),
        ("2001-21-05", "21 in place of the month is a season, which has no days"),
        ("2019-02-16T25:00:00", "there is no hour 25"),
        ("2019-02-16T10:60:00", "there is no minute 60"),
        ("2019-02-16T10:00:60", "there is no second 60"),
        ("2019-02-16T10:00:00+25", "there is no time zone +25"),
        ("-0000-05", "there is no year -0000"),
        ("Y1234567890123", "a year of 13 digits is too long"),
        ("Y1985", "Y is for years of more than four digits"),
        ("../..", "../.. holds no date"),
        ("[..]", "[..] holds no date"),
        ("2019-02-16 ", "the date has a space before or after it"),
        ("2019‑02‑16", "2019‑02‑16 has characters that only look like plain digits or hyphens"),
        ("[1956..1960-03]", "the two ends of [ ] differ in precision"),
        ("9" * 101, "a date of 101 characters is too long"),
        ("a\u202eb\x00", "a\\u202eb\\u0000 is not a date that can be read"),
        ("z" * 60, "z" * 39 + "… is not a date that can be read"),
    ],
)
def test_the_message_names_what_is_wrong(text: str, message: str) -> None:
    assert fault_of(text).message == message


def test_the_length_limit_counts_characters() -> None:
    assert "too long" not in fault_of("x" * MAX_LENGTH).message
    assert "too long" in fault_of("x" * (MAX_LENGTH + 1)).message


def test_a_day_that_does_not_exist_offers_the_month() -> None:
    assert fault_of("2019-02-30").hint == "check the day, or write 2019-02 for the month"


@pytest.mark.parametrize("text", ["hello", "16.02.19", "undated", "1985-04-12T23:20:30Z~"])
def test_what_is_no_date_gets_examples(text: str) -> None:
    assert "such as 2019-02-16" in fault_of(text).hint


def test_no_rewriting_ends_before_it_begins() -> None:
    assert fault_of("{1972,1667}").suggestions == ()
    assert fault_of("1956–1950").suggestions == ()
