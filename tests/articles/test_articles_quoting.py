"""Every rule of quoting, with a quotation that keeps it and one that breaks it."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dossier.articles import (
    Ambiguous,
    Article,
    ContextDiffers,
    Found,
    Lookup,
    NotFound,
    TooShort,
    closest,
    find,
    read,
)
from dossier.articles.folding import fold
from dossier.articles.quoting import MOST_MID_WORD

SEED = Path(__file__).parents[2] / "seeds" / "tass-2019-02-25-lavrov-visit.txt"


def article(text: str) -> Article:
    result = read(text.encode(), "en")
    assert isinstance(result, Article)
    return result


@pytest.fixture(scope="module")
def seed() -> Article:
    return article(SEED.read_text("utf-8"))


def found_text(text: str, quote: str) -> str | None:
    """Return what a quotation is found as, None where it is not."""
    result = find(article(text), quote)
    return text[result.start : result.end] if isinstance(result, Found) else None


@pytest.mark.parametrize(
    ("quote", "sentences"),
    [
        ("ready to hand Shikotan Island", (16,)),
        ("Russian Foreign Minister Sergey Lavrov's visit to Tokyo", (5,)),
        ("Foreign Minister Sergey Lavrov", (5,)),
        ("The exact agenda of", (7,)),
        ("“The exact agenda of the planned meeting", (7,)),
        ("Since the mid–20th century", (13,)),
        ("the ministry added.", (7,)),
        ("signed. However, after", (16, 17)),
        ("being considered. Russia-Japan peace treaty disagreements Since the", (11, 12, 13)),
        ("25. /TASS/. The government of Japan", (4, 5)),
    ],
)
def test_found_in_the_seed(seed: Article, quote: str, sentences: tuple[int, ...]) -> None:
    result = find(seed, quote)
    assert isinstance(result, Found)
    assert result.sentences == sentences
    assert fold(seed.text[result.start : result.end]).text == fold(quote).text


@pytest.mark.parametrize(
    "quote",
    [
        "the document does clarify handover conditions",  # an omitted "not"
        "the document does … clarify handover conditions",
        "the document does ... clarify handover conditions",
        "the document does [...] clarify handover conditions",
        "The document does not clarify",  # case
        "the document does not clarify the handover",
        "document does not clarif",
        "cument does not clarify",
        "handed over to Japan once",
    ],
)
def test_not_found_in_the_seed(seed: Article, quote: str) -> None:
    assert find(seed, quote) == NotFound()


@pytest.mark.parametrize(
    ("text", "quote", "verifies"),
    [
        ("He said “we agree now” then.", '"we agree now"', True),
        ("He said “we agree now” then.", "'we agree now'", False),
        ("He said 'we agree now' then.", "‘we agree now’", True),
        ("The visit – it was – done.", "visit — it was", True),
        ("The visit – it was – done.", "visit it was", False),
        ("The visit -- it was done.", "visit — it was", False),
        ("So the cafe\u0301 was closed.", "the café was", True),
        ("So the café was closed.", "the cafe\u0301 was", True),
        ("So the café was closed.", "the cafe was", False),
        ("the peace\u00a0treaty was", "the peace treaty was", True),
        ("the peace\n  treaty was", "the peace treaty was", True),
        ("the peace treaty was", "  the peace\n treaty was ", True),
        ("the peacetreaty was signed", "the peace treaty was", False),
        ("the nego\u00adtia\u00adtions were held", "the negotiations were", True),
        ("the negotiations were held", "the nego\u00adtiations\u200b were", True),
        ("It was unable to hand it.", "able to hand", False),
        ("It was able to hand it.", "able to hand", True),
        ("the Prime Minister of Japanese", "Minister of Japan", False),
        ("Now they can’t agree to it.", "Now they can", False),
        ("It is non-binding on Japan.", "binding on Japan", False),
        ("It is non-binding on Japan.", "non-binding on Japan", True),
        ("It grew by 3.5 percent.", "It grew by 3", False),
        ("It grew by 3. Percent", "It grew by 3", True),
        ("It went on… and on.", "went on… and", True),
        ("It went on… and on.", "went on... and", False),
        ("Министр прибыл в Токио вчера.", "прибыл в Токио", True),
        ("Министр прибыл в Токио вчера.", "был в Токио", False),
        ("Министр прибыл в Токио вчера.", "Прибыл в Токио", False),
        ("日本政府は条約を結ぶ。", "政府は条約を", True),
        ("日本政府は条約を結ぶ。", "政府が条約を", False),
        ("日本政府は条約を結ぶ。", "条約を結ぶ", False),  # five letters
        ("ประเทศญี่ปุ่นลงนาม", "ญี่ปุ่นลงนาม", True),
    ],
)
def test_rules(text: str, quote: str, verifies: bool) -> None:
    result = found_text(text, quote)
    assert (result is not None) == verifies
    if result is not None:
        assert fold(result).text == fold(quote).text


@pytest.mark.parametrize(("quote", "words"), [("", 0), ("… — “”", 0), ("Shikotan", 1), ("peace treaty", 2)])
def test_too_short(seed: Article, quote: str, words: int) -> None:
    assert find(seed, quote) == TooShort(words)


@pytest.mark.parametrize(
    ("quote", "sentences"),
    [("日本は条約を結ぶ。", (1,)), ("会談は来月だ。", (2,)), ("結ぶ。会談は来月", (1, 2))],
)
def test_sentences_without_a_space_between(quote: str, sentences: tuple[int, ...]) -> None:
    result = find(article("日本は条約を結ぶ。会談は来月だ。"), quote)
    assert isinstance(result, Found)
    assert result.sentences == sentences


def test_found_keeps_clear_of_the_invisible_around() -> None:
    assert found_text("x \u200bone two three\u200b y", "one two three") == "one two three"


def test_twice_is_ambiguous_and_shows_both_contexts(seed: Article) -> None:
    result = find(seed, "Japanese Foreign Minister Taro Kono")
    assert isinstance(result, Ambiguous)
    assert not result.more
    first, second = result.occurrences
    assert (first.before, first.after) == (
        "Lavrov’s visit to Tokyo Lavrov and",
        "met for talks the previous time on",
    )
    assert (first.sentences, second.sentences) == ((3,), (8,))
    assert second.before == "added. Russia’s top diplomat Lavrov and"


def test_overlapping_occurrences_are_two() -> None:
    result = find(article("to and to and to and to stop"), "to and to and to")
    assert isinstance(result, Ambiguous)
    assert [(o.start, o.end) for o in result.occurrences] == [(0, 16), (7, 23)]


def test_only_so_many_occurrences_are_listed() -> None:
    result = find(article("one two three. " * 11), "one two three")
    assert isinstance(result, Ambiguous)
    assert (len(result.occurrences), result.more) == (10, True)
    exactly = find(article("one two three. " * 10), "one two three")
    assert isinstance(exactly, Ambiguous)
    assert (len(exactly.occurrences), exactly.more) == (10, False)


def test_context_is_short_and_cut_between_words() -> None:
    result = find(article("a longish word and one more " * 9), "one more a longish")
    assert isinstance(result, Ambiguous)
    for around in result.occurrences[3:6]:
        assert around.before.split()[0] in {"longish", "word", "and", "one", "more", "a"}
        assert 20 < len(around.before) <= 40
        assert 20 < len(around.after) <= 40


TWICE = "First, “the peace treaty was signed” (they said). Then the peace treaty was signed\nagain."


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [
        ("First, “", "", 8),
        ('First, "', "", 8),
        ("“", "” (they", 8),
        ("Then", "", 55),
        ("Then ", "", 55),
        ("hen", "", 55),  # a prefix may begin mid-word
        ("", "again", 55),
        ("", " again.", 55),
        ("", "”", 8),
        ("Then\u00a0 ", "  again", 55),
    ],
)
def test_a_prefix_or_suffix_chooses(prefix: str, suffix: str, start: int) -> None:
    assert find(article(TWICE), "the peace treaty was signed", prefix, suffix) == Found(
        start, start + 27, (1,) if start == 8 else (2,)
    )


@pytest.mark.parametrize(
    ("prefix", "suffix"), [("Now", ""), ("", "then"), ("First, “", "again"), ("then", "")]
)
def test_a_context_that_matches_nowhere_is_told_with_the_contexts_there_are(prefix: str, suffix: str) -> None:
    result = find(article(TWICE), "the peace treaty was signed", prefix, suffix)
    assert isinstance(result, ContextDiffers)
    first, second = result.occurrences
    assert (first.before, second.after) == ("First, “", "again.")


def test_a_wrong_context_is_told_even_where_the_passage_is_there_once(seed: Article) -> None:
    result = find(seed, "ready to hand Shikotan Island", prefix="government is")
    assert isinstance(result, ContextDiffers)
    assert [o.sentences for o in result.occurrences] == [(16,)]


def test_a_context_that_fits_two_places_is_ambiguous() -> None:
    text = "So one two three. So one two three. Yet one two three."
    result = find(article(text), "one two three", prefix="So")
    assert isinstance(result, Ambiguous)
    assert [o.start for o in result.occurrences] == [3, 21]


def test_a_missing_passage_is_not_found_whatever_its_context(seed: Article) -> None:
    assert find(seed, "no such passage here", prefix="government") == NotFound()


def test_a_search_through_many_longer_words_gives_up() -> None:
    mid_word = "xone two three "
    assert isinstance(find(article(mid_word * (MOST_MID_WORD - 1) + "one two three"), "one two three"), Found)
    assert find(article(mid_word * MOST_MID_WORD + "one two three"), "one two three") == NotFound()


WORDS = st.sampled_from(
    ["peace", "Treaty", "и\u0306она", "café", "“so”", "it’s", "3.5", "non-aligned", "(and)", "a,"]
)
SPACES = st.sampled_from([" ", "  ", "\n", "\n\n", "\u00a0", " \u200b", " — "])


@st.composite
def slices(draw: st.DrawFn) -> tuple[str, int, int]:
    """Draw a text and a stretch of it from a word's beginning to a word's end."""
    words = draw(st.lists(WORDS, min_size=4, max_size=14))
    text, spans = "", []
    for word in words:
        spans.append((len(text), len(text) + len(word)))
        text += word + draw(SPACES)
    first = draw(st.integers(0, len(spans) - 3))
    last = draw(st.integers(first + 2, len(spans) - 1))
    return text, spans[first][0], spans[last][1]


def disguised(text: str, form: int) -> str:
    curly = text.replace("“", '"').replace("”", '"').replace("’", "'").replace("—", "–")
    return [text, normalize("NFC", text), normalize("NFD", curly), " ".join(curly.split())][form]


@given(slices(), st.integers(0, 3))
def test_any_slice_between_words_is_found_where_it_stands(drawn: tuple[str, int, int], form: int) -> None:
    text, start, end = drawn
    folded, needle = fold(text).text, fold(text[start:end]).text
    once = len(re.findall(f"(?={re.escape(needle)})", folded)) == 1
    result = find(article(text), disguised(text[start:end], form))
    if once:
        assert isinstance(result, Found)
        assert (result.start, result.end) == (start, end)
    else:
        assert isinstance(result, Ambiguous)


@given(st.data())
def test_one_changed_letter_is_not_found_and_the_closest_is_the_original(data: st.DataObject) -> None:
    seed = article(SEED.read_text("utf-8"))
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", seed.text)]
    first = data.draw(st.integers(0, len(words) - 8))
    last = data.draw(st.integers(first + 6, min(first + 40, len(words) - 1)))
    start, end = words[first][0], words[last][1]
    quote = seed.text[start:end]
    assume(isinstance(find(seed, quote), Found))
    at = data.draw(st.sampled_from([i for i, c in enumerate(quote) if c.isalpha()]))
    broken = quote[:at] + ("q" if quote[at] != "q" else "z") + quote[at + 1 :]
    result: Lookup = find(seed, broken)
    assert result == NotFound()
    passage = closest(seed, broken)
    assert passage is not None
    assert passage.start < end
    assert start < passage.end
    assert passage.differences
