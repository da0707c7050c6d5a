"""Where a word may be cut, and how words are counted."""

from __future__ import annotations

import pytest

from dossier.articles.folding import fold
from dossier.articles.words import count_words, within_word


@pytest.mark.parametrize(
    "cut",
    [
        "un|able",
        "Japan|ese",
        "can|'t",
        "can'|t",
        "can|’t",
        "l’|Union",
        "non-|binding",
        "non|-binding",
        "non|‑binding",
        "3|.5",
        "3.|5",
        "1|,000",
        "1956|-1960",
        "snake|_case",
        "и|\u0306она",
        "x|\u0301",
        ".|\u0301",
        "हिन्|दी",
        "ก|ั",
        "Lavrov'|s",
    ],
)
def test_within_a_word(cut: str) -> None:
    left, right = cut.split("|")
    assert within_word(fold(left + right), len(fold(left).text))


@pytest.mark.parametrize(
    "cut",
    [
        "|word",
        "word|",
        "two| words",
        "two |words",
        "end|.",
        "end|. ",
        "(|word",
        "visit|—which",
        "visit—|which",
        "visit|--which",
        "visit--|which",
        "Lavrov|’s visit",
        "Lavrov|'s",
        "U.S.| agreed",
        "“|word",
        "日|本",
        "日-|本",
        "日|-本",
        "日本|Tokyo",
        "5|月",
        "กา|กา",
        "a|,b",
        "peace|/treaty",
    ],
)
def test_between_words(cut: str) -> None:
    left, right = cut.split("|")
    assert not within_word(fold(left + right), len(left))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("… — !", 0),
        ("one", 1),
        ("one, two - three", 3),
        ("don't do", 2),
        ("peace-treaty talks", 2),
        ("peace—treaty talks", 3),
        ("1,000 islands", 2),
        ("хорошо\u0301 и\u0306", 2),
        ("हिन्दी भाषा", 2),
        ("日", 0),
        ("日本と", 1),
        ("日本と露国", 2),
        ("日本、露国、中国", 3),
        ("Tokyo日本Moscow", 3),
        ("กากา", 2),
        ("one two three four", 3),
    ],
)
def test_counted_up_to_three(text: str, words: int) -> None:
    assert count_words(fold(text), 3) == words
