"""Sentences are found by their words, whatever the case, the form and the order; and what is found can be quoted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.articles import Article, Found, find, read
from dossier.articles.quotable import LONGEST, Quotation, alone, beside
from dossier.articles.searching import Hit, nearest, search, terms


def article(text: str, language: str = "en") -> Article:
    found = read(text.encode(), language)
    assert isinstance(found, Article)
    return found


def numbers(hits: list[Hit]) -> list[int]:
    return [hit.sentence.number for hit in hits]


def found(text: str, words: str, language: str = "en") -> list[int]:
    return numbers(search({"one": article(text, language)}, terms(words)))


ENGLISH = (
    "The treaties were signed in Moscow. A café stood on the island. Lavrov’s visit to the islands ended."
)
RUSSIAN = "Остров Шикотан был передан. На островах живут люди. Ёлка растёт. Мирного договора нет."
JAPANESE = "日本政府は色丹島の引き渡しを求めた。会談はＴＯＫＹＯで開かれた。"


@pytest.mark.parametrize(
    ("text", "language", "words", "sentences"),
    [
        (ENGLISH, "en", "treaty", [1]),
        (ENGLISH, "en", "MOSCOW signing", [1]),
        (ENGLISH, "en", "cafe", [2]),
        (ENGLISH, "en", "island", [2, 3]),  # as typed before other forms
        (ENGLISH, "en", "islands", [3, 2]),
        (ENGLISH, "en", "visited lavrov", [3]),
        (ENGLISH, "en", "Lavrov's", [3]),
        (ENGLISH, "en", "Moscow island", []),
        (ENGLISH, "en", "isl", []),
        (RUSSIAN, "ru", "шикотана", [1]),
        (RUSSIAN, "ru", "остров", [1, 2]),
        (RUSSIAN, "ru-RU", "острова", [1, 2]),
        (RUSSIAN, "ru", "елка", [3]),
        (RUSSIAN, "ru", "мирный договор", [4]),
        (JAPANESE, "ja", "色丹島", [1]),
        (JAPANESE, "ja", "引き渡し 日本", [1]),
        (JAPANESE, "ja", "tokyo", [2]),
        (JAPANESE, "ja", "国後島", []),
        ("Der Vertrag wurde geschlossen. Die Straße war frei.", "de", "STRASSE", [2]),
    ],
)
def test_words_are_found_in_any_form(text: str, language: str, words: str, sentences: list[int]) -> None:
    assert found(text, words, language) == sentences


def test_the_closest_together_come_first_and_headings_last() -> None:
    text = "Peace and war\n\nPeace, it was said, came after the war. There was war, then peace. Peace, war.\n"
    assert found(text, "war peace") == [4, 3, 2, 1]


def test_a_dateline_is_no_sentence() -> None:
    assert found("TOKYO, February 25. /TASS/. It was said in Tokyo today.", "tokyo") == [2]


def test_all_sources_are_searched_in_order() -> None:
    texts = {name: article("One word stood here.") for name in ("b", "a")}
    assert [hit.source for hit in search(texts, terms("word"))] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "language", "words", "first"),
    [
        (ENGLISH, "en", "Lavrof visitt", 3),
        (ENGLISH, "en", "Moskow", 1),
        (ENGLISH, "en", "treaties Moscow Vladivostok", 1),
        (RUSSIAN, "ru", "Шиктан", 1),
        (JAPANESE, "ja", "色丹鳥の引き渡し", 1),
    ],
)
def test_where_no_sentence_holds_all_the_nearest_is_found(
    text: str, language: str, words: str, first: int
) -> None:
    texts = {"one": article(text, language)}
    assert search(texts, terms(words)) == []
    assert nearest(texts, terms(words))[0].sentence.number == first


def test_what_is_like_nothing_is_not_found() -> None:
    assert nearest({"one": article(ENGLISH)}, terms("Kamchatka")) == []


def test_signs_are_no_words() -> None:
    assert terms("… — “”") == ()


def test_of_a_long_sentence_the_part_with_the_words_is_quoted() -> None:
    text = f"It began {'and went on ' * 100}until a treaty was signed in Moscow {'and went on ' * 100}to its end."
    one = article(text)
    (hit,) = search({"one": one}, terms("treaty Moscow"))
    assert "treaty was signed in Moscow" in text[hit.start : hit.end]
    assert hit.end - hit.start <= LONGEST
    assert beside(one, hit.start, hit.end) == alone(one, hit.start, hit.end) is not None


# --- quotations


def quoted(text: str, words: str, language: str = "en") -> tuple[Quotation | None, Quotation | None]:
    one = article(text, language)
    hit = search({"one": one}, terms(words))[0]
    return beside(one, hit.start, hit.end), alone(one, hit.start, hit.end)


def test_a_sentence_that_stands_once_is_quoted_as_it_is() -> None:
    quotation = Quotation("A café stood on the island.")
    assert quoted(ENGLISH, "cafe") == (quotation, quotation)


def test_a_sentence_that_stands_twice_has_a_word_beside_it() -> None:
    text = "First Kono spoke. They agreed on that. Then Lavrov spoke. They agreed on that."
    assert quoted(text, "agreed") == (
        Quotation("They agreed on that.", suffix="Then"),
        Quotation("First Kono spoke. They agreed on that."),
    ) or quoted(text, "agreed") == (
        Quotation("They agreed on that.", prefix="Kono spoke."),
        Quotation("They agreed on that. Then Lavrov spoke."),
    )


def test_a_sentence_of_two_words_is_quoted_with_the_next() -> None:
    assert quoted("He agreed. She did not say so.", "agreed")[0] == Quotation(
        "He agreed. She did not say so."
    )


def test_what_nothing_tells_apart_is_not_quoted() -> None:
    assert quoted("Kono agreed to it. " * 50, "agreed")[1] is None


PIECES = st.sampled_from([
    "Kono agreed to it.", "“So it was.”", 'He said "no".', "It’s 3.5 km, non-stop.", "日本は条約を結ぶ。", "Да.",
    "\n", "\n\n", "\u200b",
])  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=8), min_size=1, max_size=12).map(" ".join))
def test_every_quotation_is_found_and_holds_the_sentence(text: str) -> None:
    one = read(text.encode("utf-8", "replace"), "en")
    if isinstance(one, Article):
        for each in one.sentences:
            for quotation in (beside(one, each.start, each.end), alone(one, each.start, each.end)):
                if quotation:
                    place = find(one, *quotation)
                    assert isinstance(place, Found)
                    assert place.start <= each.start < each.end <= place.end
