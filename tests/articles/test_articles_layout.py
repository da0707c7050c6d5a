"""Which line breaks end a paragraph."""

from __future__ import annotations

import textwrap
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.articles.layout import paragraphs

# As filled by hand, and twice by `fmt -w 60`, which leaves lines short by a word.
BY_HAND = """\
The first lamp at Tern Point was put up by the fishermen and ran out in
about half of the nights before the year
2012; Sudwick holds what is left of it."""
BY_FMT = """\
The two towns share the Pier
Agreement, which was signed in May
2012. It names the berths. No. 9 is
shut, and Norhaven vs. Sudwick is
before the Court."""
LONG = (
    "A paragraph copied from the web, which is as long as they tend to be there, and all of it in one line. "
)
WRAPPED = """\
The government works on the issue of the visit of the minister, but the
Ministry said that the exact date is still a subject for approval. It
said so on Monday."""


def texts(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in paragraphs(text)]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_blank_lines_part_paragraphs(line_break: str) -> None:
    assert texts("One.\n\nTwo.\n \t\n\nThree.\n".replace("\n", line_break)) == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("blank", ["\n\u200b\n", "\u2029", "\n\f\n"])
def test_what_else_makes_a_blank_line(blank: str) -> None:
    full = WRAPPED.rpartition("\n")[0]
    assert texts(f"{full}{blank}{full}") == [" ".join(full.split())] * 2


def test_one_paragraph_a_line_without_blank_lines() -> None:
    text = f"Headline\n{LONG}\nshort\nin lower case\n{LONG}"
    assert texts(text) == ["Headline", LONG.strip(), "short", "in lower case", LONG.strip()]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\f", "\u2028"])
def test_lines_broken_to_a_width_run_on(line_break: str) -> None:
    assert texts(WRAPPED.replace("\n", line_break)) == [" ".join(WRAPPED.split())]


def test_a_short_line_ends_a_paragraph_in_broken_text() -> None:
    first, second, third = texts(f"Peace treaty\n{WRAPPED}\n{WRAPPED}")
    assert first == "Peace treaty"
    assert second == third == " ".join(WRAPPED.split())


def test_an_indented_line_begins_a_paragraph() -> None:
    full = "said so on Monday, and nothing else was known of it by the end of that."
    text = "   " + WRAPPED.replace("said so on Monday.", full) + "\n   " + WRAPPED
    assert len(texts(text)) == 2


def test_an_indented_block_is_one_paragraph() -> None:
    assert len(texts("\n".join("    " + line for line in WRAPPED.splitlines()))) == 1


def test_a_long_headline_does_not_make_broken_text_one_paragraph_a_line() -> None:
    assert len(texts(f"{LONG}\n\n{WRAPPED}\n\n{WRAPPED}")) == 3


def test_a_line_too_long_to_break_says_nothing_of_the_width() -> None:
    address = "https://example.org/" + "a" * 90
    assert len(texts(f"{WRAPPED}\n{address}")) == 1  # also the address had no room in the line before


def test_lines_of_a_list_do_not_run_on() -> None:
    assert texts("Apples\nPears and plums\nFigs") == ["Apples", "Pears and plums", "Figs"]


def test_japanese_lines_are_as_wide_as_they_look() -> None:
    full = "日本の外務省は二十五日、外相の訪日について調整を進めている"
    assert len(texts(f"外相会談の日程\n{full}\nと発表した。\n次の会談は来月に開かれる。")) == 3


@pytest.mark.parametrize("text", [BY_HAND, BY_FMT])
def test_lines_filled_less_than_full_run_on(text: str) -> None:
    assert texts(text) == [" ".join(text.split())]


PLAIN = ["a", "of", "the", "light", "harbour", "agreement", "internationally"]
TELLING = [
    "Sudwick",
    "Pier",
    "Agreement",
    "I",
    "9",
    "2012",
    "1,450",
    "No.",
    "vs.",
    "(the",
    "“We",
    "town – and",
]
WORDS = st.tuples(
    st.sampled_from(PLAIN * 3 + TELLING), st.sampled_from(["", "", "", "", ",", ".", "?", ".”", ":"])
)


@given(st.lists(WORDS.map("".join), min_size=40, max_size=80), st.integers(40, 80), st.randoms())
def test_a_wrapped_paragraph_is_one(words: list[str], width: int, random: Random) -> None:
    lines: list[str] = []
    rest = " ".join(words)
    while rest:
        line = textwrap.wrap(rest, int(width * random.uniform(0.87, 1)), break_on_hyphens=False)[0]
        lines.append(line)
        rest = rest[len(line) :].lstrip()
    if any(line.lstrip("“(")[0].islower() for line in lines[1:]):  # else it may as well be a list
        assert len(texts("\n".join(lines))) == 1


def test_a_wrapped_paragraph_may_begin_every_line_with_a_capital() -> None:
    text = """\
In 2009 the ferry MV Astrid ran aground off Kap Moor. Nobody was hurt.
The Board of Inquiry met 6 times and heard 31 witnesses, among them
Helen Marsh of the Coast Guard and Professor Lund of the University of
Eastport. Its report, published in May 2011, found that the lamp at Tern
Point had been out for 3 nights. It was lit again in June."""
    assert len(texts(text)) == 1


def test_headings_among_wrapped_paragraphs_without_blank_lines() -> None:
    full = "Nothing else was known of it by the end of that day, said the Ministry."
    paragraph = f"{WRAPPED.rpartition('.')[0].rpartition('.')[0]}.\n{full}"
    found = texts(f"Peace treaty\n{paragraph}\nDisagreements\n{WRAPPED}")
    assert found == ["Peace treaty", " ".join(paragraph.split()), "Disagreements", " ".join(WRAPPED.split())]


def test_short_paragraphs_one_a_line() -> None:
    lines = [
        "The ministers met in Tokyo on Monday.",
        "No date was set.",
        "They are to meet again in the spring.",
    ]
    assert texts("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "text",
    [
        """Shall I compare thee to a summer’s day?
Thou art more lovely and more temperate:
Rough winds do shake the darling buds of May,
And summer’s lease hath all too short a date;""",
        "Rowan Tern\n12 Pier Street\nSudwick\n4711 Eastport",
        """The Minister of Foreign Affairs of Norhaven
The Mayor of Sudwick
The Harbour Master of Sudwick
The Secretary of the Water Company""",
    ],
)
def test_verse_addresses_and_lists_do_not_run_on(text: str) -> None:
    assert texts(text) == text.splitlines()


@pytest.mark.parametrize("marks", ["- - -", "• • •", "1. 2. 3.", "1) 2) 3)"])
@pytest.mark.parametrize("hanging", ["", "  "])
def test_items_of_a_list_begin_paragraphs(marks: str, hanging: str) -> None:
    item = WRAPPED.replace("\n", "\n" + hanging)
    assert len(texts("\n".join(f"{mark} {item}" for mark in marks.split()))) == 3


def test_a_numbered_list_under_its_heading() -> None:
    lines = [
        "item | weight | paid",
        "1. letters at 0.50 each, 100 % paid and signed",
        "2. one parcel of tea, 3 lb",
    ]
    assert texts("\n".join(lines)) == lines
