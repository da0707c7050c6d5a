"""The day of issue is found by reasoning that is told, or is left open; it is never guessed in silence."""

from __future__ import annotations

import pytest
from ingestcases import ENGLISH, JAPANESE, RUSSIAN, TODAY

from dossier import articles
from dossier.articles import Article
from dossier.ingest.issued import Issued, find_issued


def issued(text: str, language: str = "en", *, given: str = "", stated: str = "") -> Issued:
    article = articles.read(text.encode(), language)
    assert isinstance(article, Article)
    return find_issued(article, given, stated, TODAY)


def test_the_weekday_of_the_lead_settles_the_year_after_the_latest_date() -> None:
    found = issued(ENGLISH)
    assert (found.edtf, found.is_settled) == ("2020-03-12", True)
    assert "latest date that the text gives in full is June 2019" in found.note
    assert "the lead says “Thursday”, and 12 March 2020 was a Thursday" in found.note


def test_it_does_in_russian() -> None:
    assert issued(RUSSIAN, "ru").edtf == "2020-03-12"


def test_a_weekday_that_fits_a_later_year_alone_leaves_that_year_uncertain() -> None:
    found = issued(ENGLISH.replace("said on Thursday", "said on Friday"))
    assert (found.edtf, found.is_settled) == ("2021-03-12?", False)
    assert "the lead says “Friday”, while 12 March 2020 was a Thursday. It was one in 2021." in found.note


def test_a_weekday_that_fits_several_years_settles_none() -> None:
    long_ago = ENGLISH.replace("2018", "2008").replace("2019", "2008")
    found = issued(long_ago)
    assert (found.edtf, found.is_settled) == ("2009-03-12?", False)
    assert found.note.endswith("But it was one in each of 2009, 2015, 2020.")
    assert issued(long_ago.replace("on Thursday", "on Friday")).edtf == ""


def test_a_weekday_that_fits_no_year_leaves_it_open() -> None:
    found = issued(ENGLISH.replace("said on Thursday", "said on Tuesday"))
    assert (found.edtf, found.is_settled) == ("", False)
    assert found.note.endswith("It was one in no year since.")


def test_a_date_that_bounds_what_is_to_come_says_nothing_of_the_year() -> None:
    assert issued(f"{ENGLISH}\nThe pact holds until May 2021.\n").edtf == "2020-03-12"


def test_without_a_weekday_the_first_year_possible_is_uncertain() -> None:
    found = issued(ENGLISH.replace(" on Thursday", "").replace(" last Friday", ""))
    assert (found.edtf, found.is_settled) == ("2020-03-12?", False)
    assert "nothing else confirms it" in found.note


def test_without_any_year_in_the_text_it_is_open() -> None:
    found = issued("NORTHPORT, March 12. /HARBOUR/. They will meet, he said on Thursday.\n")
    assert (found.edtf, found.is_settled) == ("", False)
    assert "“March 12”, gives no year" in found.note


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("NORTHPORT, March 12, 2020 (Harbour) - They met.\n", "en", "2020-03-12"),
        ("They meet\n\n12 March 2020\n\nThe two will meet in May.\n", "en", "2020-03-12"),
        ("会談へ\n\n2020年3月12日\n\n両氏は会談する。\n", "ja", "2020-03-12"),
        ("Они встретятся\n\n12 марта 2020 года\n\nОни встретятся в мае.\n", "ru", "2020-03-12"),
    ],
)
def test_a_whole_date_in_its_place_is_taken(text: str, language: str, date: str) -> None:
    found = issued(text, language)
    assert (found.edtf, found.is_settled) == (date, True)


def test_a_place_and_a_day_that_are_a_sentence_count_as_a_dateline() -> None:
    found = issued(ENGLISH.replace(" /HARBOUR/.", ""))
    assert (found.edtf, found.is_settled) == ("2020-03-12", True)
    assert "The dateline, “March 12”," in found.note


def test_what_is_read_against_an_uncertain_date_is_uncertain() -> None:
    anchor = issued(ENGLISH, given="2020-03-12?").anchor
    assert anchor is not None
    assert not anchor.is_certain


def test_what_the_editor_says_comes_first_and_is_held_against_the_dateline() -> None:
    assert issued(ENGLISH, given="2021-03-12", stated="2020-03-12").note.endswith("agrees with it.")
    assert issued(ENGLISH, given="2021-03-13").note.endswith("is of another day.")


def test_what_the_file_states_comes_next() -> None:
    assert issued(ENGLISH, stated="2020-03-12").edtf == "2020-03-12"
    assert issued(JAPANESE, "ja", stated="2020-13-45").edtf == ""


def test_a_report_is_not_from_the_future() -> None:
    assert issued("NORTHPORT, December 24. /HARBOUR/. It opened in August 2026.\n").edtf == ""
