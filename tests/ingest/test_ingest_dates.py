"""Dates as prose states them, in three languages, come out as what they mean on the day of writing, or not at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier import edtf
from dossier.edtf.names import MONTHS
from dossier.ingest.dates import Anchor, find_dates

MONDAY = Anchor(date(2019, 2, 25))
RUSSIAN_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
WORDS = st.text(
    st.sampled_from("abMay 0123456789.,-–()/年月日週前先昨火曜 вгода назад февраля"), max_size=60
) | st.text(max_size=60)


def read(sentence: str, language: str, anchor: Anchor | None = MONDAY) -> list[tuple[str, str]]:
    return [(each.words, each.edtf) for each in find_dates(sentence, language, anchor)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met on February 16 in Germany.", [("February 16", "2019-02-16")]),
        ("In November 2018 they met.", [("November 2018", "2018-11")]),
        ("A memorandum dated January 27, 1960, said so.", [("January 27, 1960", "1960-01-27")]),
        ("The ministry announced on Monday.", [("Monday", "2019-02-25")]),
        ("She said on Tuesday that it was over.", [("Tuesday", "2019-02-19")]),
        ("He said on Monday they would meet on Wednesday.", [("Monday", "2019-02-25"), ("Wednesday", "2019-02-27")]),
        ("On Friday, the sides will sign it.", [("Friday", "2019-03-01")]),
        ("They spoke last week.", [("last week", "[2019-02-18..2019-02-24]")]),
        ("They spoke last Friday and two days ago.", [("last Friday", "2019-02-22"), ("two days ago", "2019-02-23")]),
        ("It was three weeks ago, or two years ago.", [("three weeks ago", "2019-02-04~"), ("two years ago", "2017~")]),
        ("They met in December and will meet in April.", [("December", "2018-12"), ("April", "2019-04")]),
        ("It was signed last November.", [("last November", "2018-11")]),
        ("It began on May 5 of last year.", [("May 5 of last year", "2018-05-05")]),
        ("From February 15 to 17 they met.", [("February 15 to 17", "2019-02-15/2019-02-17")]),
        ("It ran from 28 January – 3 February.", [("28 January – 3 February", "2019-01-28/2019-02-03")]),
        ("It ran from 28 December to 3 January 2019.", [("28 December to 3 January 2019", "2018-12-28/2019-01-03")]),
        ("Since the mid-20th century.", [("mid-20th century", "19XX~")]),
        ("The 1990s were quiet.", [("The 1990s", "199X")]),
        ("It opened on Saturday, February 16.", [("Saturday, February 16", "2019-02-16")]),
        ("It opened on Saturday, 16 February 2019.", [("Saturday, 16 February 2019", "2019-02-16")]),
        ("They may march in 2000 homes of 1500 people; the 55th talks.", []),
        ("USA Today wrote so; it is the Japan of today.", [("today", "2019-02-25")]),
        ("There is no February 30 nor 1956-13-01.", [("February 30", ""), ("1956-13-01", "")]),
    ],
)  # fmt: skip
def test_english_dates(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert read(sentence, "en") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Встреча прошла 16 февраля в Германии.", [("16 февраля", "2019-02-16")]),
        ("Она прошла 16 февраля 2018 года.", [("16 февраля 2018 года", "2018-02-16")]),
        ("В ноябре 2018 года стороны договорились.", [("ноябре 2018 года", "2018-11")]),
        ("Министр заявил в понедельник.", [("понедельник", "2019-02-25")]),
        ("Он сказал, что встреча состоится в пятницу.", [("пятницу", "2019-03-01")]),
        ("Они говорили на прошлой неделе.", [("прошлой неделе", "[2019-02-18..2019-02-24]")]),
        ("Они встретились в декабре прошлого года.", [("декабре прошлого года", "2018-12")]),
        ("Встреча шла с 15 по 17 февраля.", [("15 по 17 февраля", "2019-02-15/2019-02-17")]),
        ("Он прибыл два дня назад, вчера уехал.", [("два дня назад", "2019-02-23"), ("вчера", "2019-02-24")]),
        ("Документ от 25.02.2018 и 1956 года.", [("25.02.2018", "2018-02-25"), ("1956 года", "1956")]),
        ("В конце XIX века и в 1990-е годы.", [("конце XIX века", "18XX~"), ("1990-е годы", "199X")]),
        ("В мае и в марте май не маялся.", [("мае", "2019-05"), ("марте", "2019-03")]),
    ],
)
def test_russian_dates(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert read(sentence, "ru") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("外相は25日、電話で会談した。", [("25日", "2019-02-25")]),
        ("2月16日に会談した。", [("2月16日", "2019-02-16")]),
        ("昨年11月の首脳会談。", [("昨年11月", "2018-11")]),
        ("２０１８年１１月１４日（水）に合意した。", [("２０１８年１１月１４日（水）", "2018-11-14")]),
        (
            "平成31年2月と昭和31年10月19日、令和元年5月1日。",
            [("平成31年2月", "2019-02"), ("昭和31年10月19日", "1956-10-19"), ("令和元年5月1日", "2019-05-01")],
        ),
        (
            "先月14日、来週、今年。",
            [("先月14日", "2019-01-14"), ("来週", "[2019-03-04..2019-03-10]"), ("今年", "2019")],
        ),
        ("2月15日から17日まで開かれた。", [("2月15日から17日まで", "2019-02-15/2019-02-17")]),
        ("3日前、2日間の協議。", [("3日前", "2019-02-22")]),
        ("1950年代、19世紀。", [("1950年代", "195X"), ("19世紀", "18XX~")]),
        ("明治3年5月2日に始まった。", [("明治3年5月2日", "1870~")]),
    ],
)  # fmt: skip
def test_japanese_dates(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert read(sentence, "ja") == expected


def test_a_month_half_a_year_away_is_uncertain() -> None:
    assert read("They met on August 20.", "en") == [("August 20", "2019-08-20?")]


def test_what_rests_on_an_uncertain_day_is_uncertain() -> None:
    assert read("They met on February 16.", "en", Anchor(date(2019, 2, 25), is_certain=False)) == [
        ("February 16", "2019-02-16?")
    ]


def test_the_day_of_the_week_tells_the_year() -> None:
    assert read("It was on Friday, February 16.", "en") == [("Friday, February 16", "2018-02-16?")]


def test_without_a_day_of_writing_only_whole_dates_are_told() -> None:
    sentence = "On Monday, February 16 and last week, as in May 2018 and on 3 June 2017."
    assert [found for _, found in read(sentence, "en", None)] == ["", "", "2018-05", "2017-06-03"]


def test_a_day_in_a_tale_of_another_time_is_left_open() -> None:
    first = find_dates("In 1956 they talked.", "en", MONDAY)
    second = find_dates("On October 19, they signed.", "en", MONDAY, first)
    assert [each.edtf for each in (*first, *second)] == ["1956", ""]


@given(DAYS, DAYS)
def test_every_whole_day_is_read_as_it_is_written(day: date, written: date) -> None:
    iso, month = day.isoformat(), MONTHS[day.month - 1]
    anchor = Anchor(written)
    for text in (f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", iso):
        assert read(f"It was on {text}.", "en", anchor) == [(text, iso)]
    for text in (f"{day.day} {RUSSIAN_MONTHS[day.month - 1]} {day.year} года", f"{day:%d.%m.}{day.year}"):
        assert read(f"Это было {text}, и всё.", "ru", anchor) == [(text, iso)]
    text = f"{day.year}年{day.month}月{day.day}日"
    assert read(f"会談は{text}に開かれた。", "ja", anchor) == [(text, iso)]


@given(DAYS, st.integers(-149, 149))
def test_a_day_without_its_year_is_the_nearest(written: date, away: int) -> None:
    day = written + timedelta(days=away)
    if (day.month, day.day) == (2, 29):
        return
    text = f"{MONTHS[day.month - 1]} {day.day}"
    assert read(f"They met on {text}.", "en", Anchor(written)) == [(text, day.isoformat())]
    text = f"{day.month}月{day.day}日"
    assert read(f"{text}に会談した。", "ja", Anchor(written)) == [(text, day.isoformat())]


@given(
    WORDS,
    st.sampled_from(["en", "ru", "ja", "de", ""]),
    st.none() | st.builds(Anchor, st.dates(), st.booleans()),
)
def test_any_text_gives_dates_in_order_that_are_edtf(text: str, language: str, anchor: Anchor | None) -> None:
    found = find_dates(text, language, anchor)
    assert found == find_dates(text, language, anchor)
    end = 0
    for each in found:
        assert end <= each.start < each.end <= len(text)
        assert each.words == text[each.start : each.end]
        assert not each.edtf or isinstance(edtf.parse(each.edtf), edtf.Date)
        end = each.end
