"""Any words of a scalar are found in the file exactly, however the scalar was written."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.diagnostics import Span
from dossier.strict_yaml import Scalar, parse

LETTERS = "abzéшД語島😀"
WORDS = st.builds(
    lambda first, middle, last: first + middle + last,
    st.sampled_from(LETTERS),
    st.text(st.sampled_from(LETTERS + ",.()-:#'\"\\@[]"), max_size=4),
    st.sampled_from(LETTERS),
)


class Written(NamedTuple):
    """A file, and each word of its one value with where it starts and ends in the file."""

    text: str
    words: list[tuple[str, int, int]]


def position(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1


def span(text: str, start: int, end: int) -> Span:
    return Span("f", *position(text, start), *position(text, end))


def the_scalar(text: str) -> Scalar:
    parsed = parse(text.encode(), "f")
    assert parsed.root is not None, (text, parsed.diagnostics)
    node = parsed.root.get("key")
    assert isinstance(node, Scalar)
    return node


@st.composite
def folds(draw: st.DrawFn) -> str:
    """A line end inside a plain or quoted scalar, with spaces around it and perhaps blank lines."""
    blank = draw(st.lists(st.sampled_from(["\n", "   \n"]), max_size=2))
    return " " * draw(st.integers(0, 2)) + "\n" + "".join(blank) + " " * draw(st.integers(1, 4))


@st.composite
def escaped(draw: st.DrawFn, word: str) -> str:
    """A word as it may stand between double quotes."""
    forms = []
    for character in word:
        code = ord(character)
        choices = [f"\\U{code:08x}"] if code > 0xFFFF else [f"\\u{code:04X}"]
        choices += [f"\\x{code:02x}"] if code < 256 else []
        choices += [f"\\{character}"] if character in '"\\' else [character] * 3
        forms.append(draw(st.sampled_from(choices)))
    return "".join(forms)


@st.composite
def flow_files(draw: st.DrawFn) -> Written:
    """A file with a plain, single-quoted or double-quoted scalar."""
    style = draw(st.sampled_from(["", "'", '"']))
    text = draw(st.sampled_from(["語: x\nkey: ", "key:\n  ", "key:   "])) + style
    words: list[tuple[str, int, int]] = []
    for number, word in enumerate(draw(st.lists(WORDS, min_size=1, max_size=6))):
        gaps = [st.just(" "), st.just("   "), folds()]
        if style == '"':
            gaps += [st.just("\\n"), st.just(" \\\n  "), st.just("\\\n\n  \\ "), st.just("\\   \n ")]
        text += draw(st.one_of(gaps)) if number else ""
        raw = {"": word, "'": word.replace("'", "''"), '"': ""}[style] or draw(escaped(word))
        words.append((word, len(text), len(text) + len(raw)))
        text += raw
    return Written(text + style + draw(st.sampled_from(["", "\n", "\nlast: x\n"])), words)


@st.composite
def block_files(draw: st.DrawFn) -> Written:
    """A file with a literal or folded scalar, some lines blank and some indented further."""
    indent = draw(st.integers(1, 3))
    header = draw(st.sampled_from("|>")) + draw(st.sampled_from(["", "-", "+", str(indent), f"-{indent}"]))
    text = f"a: b\nkey: {header}" + draw(st.sampled_from(["", " # a note"])) + "\n"
    words: list[tuple[str, int, int]] = []
    for number, line in enumerate(draw(st.lists(st.lists(WORDS, max_size=3), min_size=1, max_size=7))):
        further = draw(st.integers(0, 2)) if words and line else 0
        text += " " * (indent + further) if line else draw(st.sampled_from(["", " " * bool(number)]))
        for word in line:
            words.append((word, len(text), len(text) + len(word)))
            text += word + draw(st.sampled_from([" ", "  "]))
        text += "\n"
    return Written(text + draw(st.sampled_from(["", "last: x\n"])), words)


@settings(max_examples=400, deadline=None)
@given(st.one_of(flow_files(), block_files()), st.data())
def test_any_run_of_words_is_where_the_file_has_it(written: Written, data: st.DataObject) -> None:
    scalar = the_scalar(written.text)
    places = []
    at = 0
    for word, begin, end in written.words:
        at = scalar.value.index(word, at)
        places.append((at, at + len(word), begin, end))
        at += len(word)
    if not places:
        return
    first = data.draw(st.integers(0, len(places) - 1))
    last = data.draw(st.integers(first, len(places) - 1))
    expected = span(written.text, places[first][2], places[last][3])
    assert scalar.span_of(places[first][0], places[last][1]) == expected


@settings(max_examples=200, deadline=None)
@given(st.one_of(flow_files(), block_files()), st.data())
def test_every_part_of_a_value_has_a_place_inside_the_scalar(written: Written, data: st.DataObject) -> None:
    scalar = the_scalar(written.text)
    start = data.draw(st.integers(0, len(scalar.value)))
    end = data.draw(st.integers(start, len(scalar.value)))
    found = scalar.span_of(start, end)
    assert (found.line, found.column) >= (scalar.span.line, scalar.span.column)
    assert (found.end_line, found.end_column) >= (found.line, found.column)
    last = position(written.text, len(written.text))
    assert (found.end_line, found.end_column) <= last


def found(text: str, words: str) -> tuple[int, int, int, int]:
    scalar = the_scalar(text)
    start = scalar.value.index(words)
    return scalar.span_of(start, start + len(words))[1:]


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("key: one two", "two", (1, 10, 1, 13)),
        ("key: 色丹島 😀 two", "two", (1, 12, 1, 15)),
        ("key: one\n  two\n\n  three", "three", (4, 3, 4, 8)),
        ("key: one\n  two", "one two", (1, 6, 2, 6)),
        ("key: 'it''s two'", "two", (1, 13, 1, 16)),
        ("key: 'it''s two'", "'", (1, 9, 1, 11)),
        (r'key: "a\u00e9 \"two\""', "two", (1, 17, 1, 20)),
        (r'key: "a\u00e9 two"', "é", (1, 8, 1, 14)),
        ('key: "one\\\n   two"', "onetwo", (1, 7, 2, 7)),
        ("key: >\n  one\n  two\n\n  three\n", "two", (3, 3, 3, 6)),
        ("key: >\n  one\n  two\n\n  three\n", "three", (5, 3, 5, 8)),
        ("key: >\n  one\n  two\n\n  three\n", "one two", (2, 3, 3, 6)),
        ("key: >-\n\n  one\n    two\n\n  three\n", "two", (4, 5, 4, 8)),
        ("key: |\n  one\n\n    two\n", "two", (4, 5, 4, 8)),
        ("key: |2\n   one\n  two", " one", (2, 3, 2, 7)),
        ("key: |\n  one\n  two", "one\ntwo", (2, 3, 3, 6)),
        ("key: one\r\n  two\r\n", "two", (2, 3, 2, 6)),
    ],
)
def test_place_of_words(text: str, words: str, place: tuple[int, int, int, int]) -> None:
    assert found(text, words) == place
