"""Which line breaks end a paragraph."""

from __future__ import annotations

import pytest

from dossier.articles.layout import paragraphs

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
