"""The closest passage to a quotation that is not there, and what differs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dossier.articles import Article, Difference, closest, read
from dossier.articles.nearness import NEAR

SEED = Path(__file__).parents[2] / "seeds" / "tass-2019-02-25-lavrov-visit.txt"


def article(text: str, language: str = "en") -> Article:
    result = read(text.encode(), language)
    assert isinstance(result, Article)
    return result


@pytest.fixture(scope="module")
def seed() -> Article:
    return article(SEED.read_text("utf-8"))


@pytest.mark.parametrize(
    ("quote", "text", "differences"),
    [
        (
            "the document does clarify handover conditions",
            "the document does not clarify handover conditions",
            [("", "not")],
        ),
        (
            "the document does … clarify handover conditions",
            "the document does not clarify handover conditions",
            [("…", "not")],
        ),
        ("ready to hand over Shikotan Island", "ready to hand Shikotan Island", [("over", "")]),
        (
            "The Soviet union Withdrew its",
            "the Soviet Union withdrew its",
            [("The", "the"), ("union Withdrew", "Union withdrew")],
        ),
        (
            "islands were handed to the Soviet Union",
            "islands were handed over to the Soviet Union",
            [("", "over")],
        ),
        ("Lavrov’s visit to Kyoto was", "Lavrov’s visit to Tokyo was", [("Kyoto", "Tokyo")]),
        ("once a peaceful treaty was sig", "once a peace treaty was signed", None),
        (
            "cument does not clarif",
            "document does not clarify",
            [("cument", "document"), ("clarif", "clarify")],
        ),
    ],
)
def test_the_closest_passage(
    seed: Article, quote: str, text: str, differences: list[tuple[str, str]] | None
) -> None:
    passage = closest(seed, quote)
    assert passage is not None
    assert passage.text == text
    assert seed.text[passage.start : passage.end] == text
    assert NEAR < passage.score <= 100
    if differences is not None:
        assert passage.differences == tuple(Difference(*pair) for pair in differences)


def test_the_closest_passage_names_its_sentences(seed: Article) -> None:
    passage = closest(seed, "treaty was signed. However, when Japan and")
    assert passage is not None
    assert passage.sentences == (16, 17)


@pytest.mark.parametrize(
    "quote",
    [
        "the weather was nice today and so",
        "Japan has never accepted the handover of any island to anyone",
        "日本政府は条約を結ぶ",
        "xyzzy plugh quux",
        "",
        "… — …",
    ],
)
def test_nothing_is_near(seed: Article, quote: str) -> None:
    assert closest(seed, quote) is None


def test_nothing_is_near_in_an_empty_text() -> None:
    assert closest(article(""), "one two three") is None


def test_a_quotation_longer_than_the_text() -> None:
    passage = closest(article("The treaty was signed."), "The treaty was not signed by anyone.")
    assert passage is not None
    assert passage.text == "The treaty was signed."


def test_letters_alike_under_folding_do_not_differ() -> None:
    passage = closest(article("He said “the cafe\u0301 was closed” then."), 'said "the café is closed"')
    assert passage is not None
    assert passage.differences == (Difference("is", "was"),)


def test_japanese_differs_letter_by_letter() -> None:
    passage = closest(article("日本政府は条約を結ぶ。会談は来月だ。", "ja"), "政府が条約を結ぶ")
    assert passage is not None
    assert passage.text == "政府は条約を結ぶ"
    assert passage.differences == (Difference("が", "は"),)


def test_case_is_ignored_in_the_search(seed: Article) -> None:
    passage = closest(seed, "THE SOVIET UNION WITHDREW ITS OBLIGATION")
    assert passage is not None
    assert passage.text == "the Soviet Union withdrew its obligation"


def test_the_best_of_many_similar_passages() -> None:
    text = "".join(f"The ministers met for talks in town number {n} again. " for n in range(300))
    passage = closest(article(text), "ministers met for talks in town numer 217 again")
    assert passage is not None
    assert passage.text == "ministers met for talks in town number 217 again"


def test_only_a_miss_loads_rapidfuzz() -> None:
    code = "import sys, dossier.articles; sys.exit('rapidfuzz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
