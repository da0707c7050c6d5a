"""What counts as the same text, and the way back from the folded text."""

from __future__ import annotations

import sys
from unicodedata import category, normalize

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dossier.articles.folding import BLANK, INVISIBLE, fold, trim

CHARACTERS = "abq .'-\néй“’—がが\u0301\u00a0\u3000\u00ad\u200b\u212b"
SEQUENCES = ["  ", "e\u0301", "и\u0306", "a\u0323\u0302", "a\u0302\u0323", "\u1112\u1161\u11ab", "か\u3099"]
PIECES = [*CHARACTERS, *SEQUENCES]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  a \t\r\n b\u00a0\u2003c\u3000d\u2028e  ", "a b c d e"),
        ('“a” „b‟ "c"', '"a" "b" "c"'),
        ("‘a’ ‚b‛ 'c'", "'a' 'b' 'c'"),
        ("-‐‑‒–—―−﹘﹣－", "-" * 11),
        ("so\u00adft ze\u200bro \u202ebidi\u202c \ufeffbom", "soft zero bidi bom"),
        ("a \u200b b", "a b"),
        ("a\u200b \u00adb", "a b"),
        ("\u200b a \u200b", "a"),
        ("cafe\u0301 и\u0306", "café й"),
        ("e\u200b\u0301", "é"),  # the invisible goes before the composition
        ("\u1112\u1161\u11ab", "한"),
        ("A", "A"),
        ("«a» ʼ ″ … ...", "«a» ʼ ″ … ..."),  # not alike anything
        ("", ""),
    ],
)
def test_folded(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_double_and_single_quotation_marks_differ() -> None:
    assert fold("“").text != fold("‘").text


@pytest.mark.parametrize(
    ("text", "start", "end", "part"),
    [
        ("a   b", 2, 3, "b"),
        ("a   b", 1, 2, "   "),
        ("  ab", 0, 1, "a"),
        ("\u0958x", 1, 2, "\u0958"),  # one character of which NFC makes two
        ("so\u00adft", 0, 4, "so\u00adft"),
        ("so\u00adft", 0, 2, "so"),
        ("so\u00adft", 2, 4, "ft"),
        ("e\u0301te\u0301", 0, 1, "e\u0301"),
        ("e\u0301te\u0301", 1, 2, "t"),
        ("e\u0301te\u0301", 2, 3, "e\u0301"),
        ("\u200b «cafe\u0301»,  x", 1, 5, "cafe\u0301"),
    ],
)
def test_the_way_back(text: str, start: int, end: int, part: str) -> None:
    assert text[slice(*fold(text).span(start, end))] == part


@given(TEXTS, st.data())
def test_what_a_folded_stretch_came_from_folds_to_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    cuts = [i for i, character in enumerate(folded.text) if not category(character).startswith("M")]
    assume(cuts)
    start = data.draw(st.sampled_from(cuts))
    end = data.draw(st.sampled_from([cut for cut in [*cuts, len(folded.text)] if cut > start]))
    first, last = folded.span(start, end)
    assert 0 <= first < last <= len(text)
    assert fold(text[first:last]).text == normalize("NFC", folded.text[start:end]).strip()


@given(TEXTS)
def test_folding_is_done_once_and_forgets_the_form(text: str) -> None:
    folded = fold(text).text
    assert fold(folded).text == folded
    assert fold(normalize("NFD", text)).text == folded
    assert fold(normalize("NFC", text)).text == folded


def test_a_hostile_row_of_marks_is_left_in_its_order() -> None:
    row = "a" + "\u0301\u0316" * 20
    assert fold(f"e\u0301 {row} e\u0301").text == f"é {row} é"


def test_the_invisible_are_those_of_unicode() -> None:
    with_ink = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
    known = {code for code in range(sys.maxunicode + 1) if category(chr(code)) == "Cf"} - with_ink
    text = "".join(map(chr, sorted(known)))
    assert fold(text).text == ""
    assert fold("".join(map(chr, sorted(with_ink)))).text != ""
    assert INVISIBLE in BLANK


def test_every_white_space_is_folded() -> None:
    spaces = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()]
    assert all(fold(f"a{space}b").text == "a b" for space in spaces)


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [(" \u200ba b\n\ufeff", "a b"), ("ab", "ab"), (" \u00ad ", ""), ("", ""), ("a\u200bb ", "a\u200bb")],
)
def test_trim(text: str, trimmed: str) -> None:
    around = f"x{text}y"
    assert around[slice(*trim(around, 1, 1 + len(text)))] == trimmed
