"""What holds of every text and of every date."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from dossier.edtf import Date, Fault, is_after, is_before, parse, say

years = st.integers(-9999, 9999).filter(bool).map(lambda year: f"{year:0{5 if year < 0 else 4}}")
months = st.integers(1, 12).map(lambda month: f"{month:02}")
days = st.integers(1, 28).map(lambda day: f"{day:02}")
marks = st.sampled_from(["", "", "?", "~", "%"])
bare = st.one_of(
    years,
    st.integers(10_000, 10**12 - 1).map(lambda year: f"Y{year}"),
    st.builds("{}-{}".format, years, months),
    st.builds("{}-{}".format, years, st.integers(21, 24)),
    st.builds("{}-{}-{}".format, years, months, days),
)
qualified = st.builds("{}{}".format, bare, marks)
unspecified = st.one_of(
    st.builds("{}X".format, st.integers(100, 999)),
    st.builds("{}XX".format, st.integers(10, 99)),
    st.builds("{}-XX".format, years),
    st.builds("{}-{}-XX".format, years, months),
    st.builds("{}-XX-XX".format, years),
)
timed = st.builds(
    "{}-{}-{}T{:%H:%M:%S}{}".format,
    years,
    months,
    days,
    st.times(),
    st.sampled_from(["", "Z", "+09:00", "-04"]),
)
intervals = st.builds("{}/{}".format, qualified, st.one_of(qualified, st.sampled_from(["", ".."])))
open_starts = st.builds("{}/{}".format, st.sampled_from(["", ".."]), qualified)
ranges = st.one_of(
    st.builds("[{}..]".format, bare),
    st.builds("[..{}]".format, bare),
    st.builds("[{}..{}]".format, years, years),
)
texts = st.one_of(qualified, unspecified, timed, intervals, open_starts, ranges)
# Near misses reach further into the code than text at random does.
near = st.text(alphabet="0123456789XYTZ-/.[]{},?~%: +SEcaFebtoand", max_size=40)


def read(text: str) -> Date:
    date = parse(text)
    assert isinstance(date, Date), date
    return date


@given(st.one_of(st.text(max_size=110), near))
@example("c. " * 30)
@example("1 to " * 20)
@example("[" * 50 + ".." + "]" * 48)
@example("ﷺ" * 100)
@example("Y" + "9" * 49 + "E99")
@example("½²①Ⅷ")
@example("0000-XX/0000-XX")
def test_every_text_is_a_date_or_a_fault(text: str) -> None:
    found = parse(text)
    if isinstance(found, Date):
        assert found.text == text
        assert say(found)
        return
    assert isinstance(found, Fault)
    assert found.message.isprintable()
    assert found.hint.isprintable()
    assert found.hint
    assert all(isinstance(parse(suggestion), Date) for suggestion in found.suggestions)
    assert all(suggestion in found.hint for suggestion in found.suggestions)


@given(texts)
def test_a_date_keeps_its_text_and_has_words(text: str) -> None:
    date = read(text)
    assert date.text == text
    assert read(date.text) == date
    words = say(date)
    assert words == words.strip()
    assert not set(words) & set("XYTZ/~%[]") - set("T"), words


@given(texts)
def test_bounds_stand_in_order_unless_it_says_otherwise(text: str) -> None:
    date = read(text)
    assert date.earliest or date.latest
    if date.earliest and date.latest:
        assert date.ends_before_it_begins is (date.latest < date.earliest)


@given(texts, texts)
def test_the_order_is_total(a: str, b: str) -> None:
    first, second = read(a).sort_key, read(b).sort_key
    assert (first == second) is (a == b)
    assert (first < second) + (first > second) + (first == second) == 1


@given(texts, texts)
def test_what_is_certainly_before_sorts_before(a: str, b: str) -> None:
    first, second = read(a), read(b)
    assert is_after(second, first) is is_before(first, second)
    assert not (is_before(first, second) and is_before(second, first))
    if is_before(first, second):
        assert first.sort_key < second.sort_key
