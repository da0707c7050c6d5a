"""From bytes to an article: the one real article unit by unit, what is unreadable, what holds of any text."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.articles import Article, Dateline, Unreadable, display, read
from dossier.articles.reading import LIMIT

SEED = Path(__file__).parents[2] / "seeds" / "tass-2019-02-25-lavrov-visit.txt"

# number, paragraph, role, first words, last words
SEED_UNITS = [
    (1, 1, "heading", "All news", "All news"),
    (2, 2, "heading", "Japan works on", "visit to Tokyo"),
    (3, 3, "heading", "Lavrov and Japanese", "February 16 in Germany"),
    (4, 4, "dateline", "TOKYO, February 25.", "/TASS/."),
    (5, 4, "sentence", "The government of Japan", "to TASS on Monday."),
    (6, 5, "sentence", '"We have agreed', "Foreign Ministry stated."),
    (7, 6, "sentence", '"The exact agenda', "the ministry added."),
    (8, 7, "sentence", "Russia’s top diplomat", "Munich Security Conference."),
    (9, 8, "sentence", "Following their meeting,", "Russian foreign ministers."),
    (10, 9, "sentence", "At their February", "in the coming weeks."),
    (11, 9, "sentence", "The Japanese top", "was being considered."),
    (12, 10, "heading", "Russia-Japan peace treaty", "disagreements"),
    (13, 11, "sentence", "Since the mid-20th", "to World War II."),
    (14, 11, "sentence", "The Kuril Islands", "four southern islands."),
    (15, 12, "sentence", "In November 2018,", "1956 Joint Declaration."),
    (16, 12, "sentence", "The document ended", "treaty was signed."),
    (17, 13, "sentence", "However, after Japan", "over the islands."),
    (18, 13, "sentence", "A Soviet government’s", "out of the country."),
    (19, 14, "sentence", "Russia has pointed", "required further clarification."),
]


def article(text: str, language: str = "en") -> Article:
    result = read(text.encode(), language)
    assert isinstance(result, Article)
    return result


def units(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(unit.role.value, unit.text) for unit in article(text, language).sentences]


def test_the_seed_unit_by_unit() -> None:
    data = SEED.read_bytes()
    seed = read(data, "en")
    assert isinstance(seed, Article)
    assert [(s.number, s.paragraph, s.role) for s in seed.sentences] == [row[:3] for row in SEED_UNITS]
    for unit, (*_, first, last) in zip(seed.sentences, SEED_UNITS, strict=True):
        assert unit.text.startswith(first)
        assert unit.text.endswith(last)
        assert seed.text[unit.start : unit.end] == unit.text
    assert seed.dateline == Dateline("TOKYO", "February 25", "TASS")
    assert seed.sha256 == sha256(data).hexdigest()
    assert seed.text.encode() == data
    assert len(seed.paragraphs) == 14


@pytest.mark.parametrize(
    ("data", "byte", "line", "message"),
    [
        (b"one\ntwo \xff three", 8, 2, "not UTF-8: byte 0xff"),
        (b"one\r\ntwo\rthree \xc3", 15, 3, "not UTF-8"),
        (b"\xed\xa0\x80", 0, 1, "not UTF-8"),  # a surrogate
        ("é\n\n\x00".encode(), 4, 3, "control character U+0000"),
        (b"a\x1bb", 1, 1, "U+001B"),
        (b"a\x0bb", 1, 1, "U+000B"),
        ("a\x85b".encode(), 1, 1, "U+0085"),
        (b"a" * (LIMIT + 1), LIMIT, 1, "larger than 1024 KiB"),
    ],
)
def test_unreadable(data: bytes, byte: int, line: int, message: str) -> None:
    result = read(data, "en")
    assert isinstance(result, Unreadable)
    assert (result.byte, result.line) == (byte, line)
    assert message in result.message


def test_as_large_as_allowed_is_read() -> None:
    assert isinstance(read(b"a" * LIMIT, "en"), Article)


def test_an_empty_text_has_no_sentences() -> None:
    assert article("").sentences == ()
    assert article(" \n\ufeff\n\u200b ").paragraphs == ()


def test_a_byte_order_mark_is_kept_and_not_shown() -> None:
    marked = article("\ufeffA sentence stands here.")
    assert marked.text[0] == "\ufeff"
    assert marked.sentences[0].start == 1
    assert marked.sentences[0].text == "A sentence stands here."


def test_white_space_and_invisible_characters_are_not_shown() -> None:
    shown = article("The treaty\u00a0of  Peace\u200b and\r\nfriend\u00adship was\u202e signed.").sentences
    assert [unit.text for unit in shown] == ["The treaty of Peace and friendship was signed."]


def test_display_shows_a_stretch() -> None:
    assert display("one  two\u00ad three", 5, 12) == "two th"


@pytest.mark.parametrize("language", ["en", "en-GB", "EN", "xx", "", "i-klingon", "no such\ttag"])
def test_any_language_tag_does(language: str) -> None:
    text = "Mr. Smith came. He left."
    assert units(text, language) == [("sentence", "Mr. Smith came."), ("sentence", "He left.")]


def test_the_primary_subtag_chooses_the_abbreviations() -> None:
    text = "Он живёт на ул. Ленина. Это центр."
    assert [shown for _, shown in units(text, "ru-RU")] == ["Он живёт на ул. Ленина.", "Это центр."]


@pytest.mark.parametrize(
    "text",
    [
        "Norhaven vs. Sudwick was heard.",
        "It was Norhaven vs.\nSudwick that was heard.",
        "He lives at No. 9 Mill Lane.",
        "No. 9 is shut.",
        "See Vol. 2, Ch. 3, approx. 40 pages.",
        "It was Cpt. Ray who came.",
    ],
)
@pytest.mark.parametrize("language", ["en", "de", "fr", "ru"])
def test_an_abbreviation_that_wants_more_ends_no_sentence(text: str, language: str) -> None:
    assert [shown for _, shown in units(text, language)] == [" ".join(text.split())]


def test_a_sentence_may_end_with_no() -> None:
    assert len(units("Did he go? She said no. Then he left.")) == 3


def test_japanese_sentences() -> None:
    text = "日本は条約を結ぶ。会談は来月だ。"
    assert units(text, "ja") == [("sentence", "日本は条約を結ぶ。"), ("sentence", "会談は来月だ。")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Peace treaty talks", "heading"),
        ("Talks «resumed»", "heading"),
        ("Talks resumed.", "sentence"),
        ("Will talks resume?", "sentence"),
        ("“Talks resumed.”", "sentence"),
        ("(Talks resumed.)", "sentence"),
        ("会談が再開した。」", "sentence"),
        ("word " * 41, "sentence"),  # too long for a heading
        ("word " * 39, "heading"),
    ],
)
def test_a_heading_is_one_unit_without_a_full_stop(text: str, role: str) -> None:
    assert [found for found, _ in units(text)] == [role]


def test_no_heading_in_a_paragraph_of_several_units() -> None:
    assert [role for role, _ in units("One was said. Then two")] == ["sentence", "sentence"]
    assert [role for role, _ in units("TOKYO (AP) — Talks resume")] == ["dateline", "sentence"]


def test_a_dateline_is_one_unit() -> None:
    assert units("МОСКВА, 25 февраля. /ТАСС/. Министр прибыл. Он сел.", "ru") == [
        ("dateline", "МОСКВА, 25 февраля. /ТАСС/."),
        ("sentence", "Министр прибыл."),
        ("sentence", "Он сел."),
    ]


def test_a_dateline_stands_only_in_the_opening_and_once() -> None:
    body = ["It was said one.", "It was said two.", "TOKYO (AP) — It was said three.", "SEOUL (AP) — Four."]
    assert [role for role, _ in units("\n\n".join(body))].count("dateline") == 1
    assert [role for role, _ in units("\n\n".join(body[2:]))].count("dateline") == 1
    body.insert(0, "It was said before.")
    assert "dateline" not in [role for role, _ in units("\n\n".join(body))]


def test_a_sentence_longer_than_is_segmented_at_once_is_cut_but_not_lost() -> None:
    text = "word " * 900 + "end. Short one. " + "Another is here. " * 300
    shown = [text for _, text in units(text)]
    assert " ".join(shown) == text.strip()
    assert shown.count("Another is here.") == 300


def test_no_break_space_before_a_full_stop() -> None:
    assert [shown for _, shown in units("So said Mr B\u00a0. Then all left.")][-1].endswith("Then all left.")


CHARACTERS = (
    "aB1.!?,;:'\"-()[]/ \n\r\f\t“”’«»。」é日กО\u00a0\u00ad\u200b\u202e\ufeff\u2028\u2029\u0301\U0001f600"
)
WORDS = [
    "\n\n",
    "\r\n",
    "Mr. ",
    "The ",
    "TOKYO, May 5. /TASS/. ",
    "日本",
    "Он ",
    "3.5 ",
    "x" * 70,
    "word " * 30,
]
PIECES = st.sampled_from([*CHARACTERS, *WORDS])
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200)


def inked(text: str) -> str:
    return display(text).replace(" ", "")


@given(TEXTS, st.sampled_from(["en", "ru", "ja", "th", "zz"]))
def test_units_are_in_order_inside_paragraphs_and_cover_everything(text: str, language: str) -> None:
    result = read(text.encode(), language)
    if isinstance(result, Unreadable):
        return
    assert [s.number for s in result.sentences] == list(range(1, len(result.sentences) + 1))
    paragraphs = [(p.start, p.end) for p in result.paragraphs]
    for stretches in (paragraphs, [(s.start, s.end) for s in result.sentences]):
        assert all(before[1] <= after[0] for before, after in pairwise(stretches))
        assert "".join(inked(text[start:end]) for start, end in stretches) == inked(text)
    for unit in result.sentences:
        inside = result.paragraphs[unit.paragraph - 1]
        assert inside.start <= unit.start < unit.end <= inside.end
        assert unit.text == display(text, unit.start, unit.end) != ""


@given(st.binary(max_size=300) | TEXTS.map(str.encode))
def test_any_bytes_are_an_article_or_unreadable(data: bytes) -> None:
    result = read(data, "en")
    if isinstance(result, Unreadable):
        assert 0 <= result.byte < len(data)
        assert result.line >= 1
    else:
        assert result.text.encode() == data
