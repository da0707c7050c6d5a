"""The words a reader sees for a date."""

from __future__ import annotations

import pytest

from dossier.edtf import Date, parse, say

WORDS = {
    # dates
    "2019-02-16": "16 February 2019",
    "2019-02-06": "6 February 2019",
    "2018-11": "November 2018",
    "1956": "1956",
    "2001-21": "spring 2001",
    "2001-22": "summer 2001",
    "2001-23": "autumn 2001",
    "2001-24": "winter 2001",
    # qualified
    "1950~": "about 1950",
    "1950?": "1950 (uncertain)",
    "1950%": "about 1950 (uncertain)",
    "2019-02-16~": "about 16 February 2019",
    # unspecified digits
    "195X": "the 1950s",
    "195X~": "about the 1950s",
    "190X": "1900–1909",
    "19XX": "1900–1999",
    "2004-XX": "2004 (month not known)",
    "1985-04-XX": "April 1985 (day not known)",
    "1985-XX-XX": "1985 (month and day not known)",
    "1985-04-XX?": "April 1985 (day not known, uncertain)",
    # time of day
    "1985-04-12T23:20:30": "12 April 1985, 23:20:30",
    "1985-04-12T23:20:30Z": "12 April 1985, 23:20:30 UTC",
    "1985-04-12T23:20:30+00:00": "12 April 1985, 23:20:30 UTC",
    "1985-04-12T23:20:30-04": "12 April 1985, 23:20:30 UTC−4",
    "1985-04-12T03:05:09+04:30": "12 April 1985, 03:05:09 UTC+4:30",
    # early and long years
    "0476": "AD 476",
    "0476-09-04": "4 September AD 476",
    "0000": "1 BC",
    "-0043": "44 BC",
    "-0043-03-15": "15 March 44 BC",
    "Y170000002": "AD 170,000,002",
    "Y-170000002": "170,000,003 BC",
    "-004X": "50–41 BC",
    "047X": "AD 470–479",
    "00XX": "1 BC to AD 99",
    # intervals
    "1964/2008": "1964 to 2008",
    "2017-08-03/2019-09-11": "3 August 2017 to 11 September 2019",
    "2019-02-15/2019-02-17": "15 to 17 February 2019",
    "1945-08-28/1945-09-05": "28 August to 5 September 1945",
    "1945-12-28/1946-01-05": "28 December 1945 to 5 January 1946",
    "2019-02-15/2019-02-15": "15 February 2019",
    "2004-06/2004-08": "June to August 2004",
    "2004-06/2006-08": "June 2004 to August 2006",
    "2001-21/2001-23": "spring to autumn 2001",
    "2004-02-01/2004-03": "1 February 2004 to March 2004",
    "1984~/2004-06": "about 1984 to June 2004",
    "2004-06-01~/2004-06-20": "about 1 June 2004 to 20 June 2004",
    "1984?/2004%": "1984 (uncertain) to about 2004 (uncertain)",
    "1950~/..": "since about 1950",
    "1985/..": "since 1985",
    "1985/": "from 1985, end not known",
    "../1956": "until 1956",
    "/1956": "until 1956, start not known",
    # one of
    "[2019-02-16..2019-02-25]": "between 16 and 25 February 2019",
    "[1945-08-28..1945-09-05]": "between 28 August and 5 September 1945",
    "[1950..1956]": "between 1950 and 1956",
    "[1956..1956]": "1956",
    "[2019-02-16..]": "on or after 16 February 2019",
    "[2018-11..]": "in or after November 2018",
    "[..2019-02-16]": "on or before 16 February 2019",
    "[..1956]": "in or before 1956",
}


@pytest.mark.parametrize(("text", "words"), WORDS.items())
def test_words(text: str, words: str) -> None:
    date = parse(text)
    assert isinstance(date, Date)
    assert say(date) == words
