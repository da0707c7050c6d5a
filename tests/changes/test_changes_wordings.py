"""A change reads well: what differs is pointed out, nothing is lost of it, and what is the same is kept short."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dossier.changes.wordiff import Piece, wordings

WORDS = st.lists(st.sampled_from(["the", "a", "of", "treaty", "was", "signed", "1956"]), max_size=60).map(
    " ".join
)


def shown(pieces: tuple[Piece, ...]) -> str:
    return " ".join(f"[{piece.words}]" if piece.differs else piece.words for piece in pieces)


def test_what_differs_is_pointed_out_on_both_sides() -> None:
    before, after = wordings(
        "In 1875 Russia ceded the islands to Japan.", "In 1875 the Empire ceded the islands to Japan."
    )
    assert shown(before) == "In 1875 [Russia] ceded the islands to Japan."
    assert shown(after) == "In 1875 [the Empire] ceded the islands to Japan."


def test_a_single_word_that_happens_to_be_the_same_is_no_island() -> None:
    before, after = wordings("It called the exchange frank.", "It told the press so.")
    assert (shown(before), shown(after)) == ("It [called the exchange frank.]", "It [told the press so.]")


def test_what_lies_far_from_a_difference_is_left_out() -> None:
    long = " ".join(f"word{number}" for number in range(100))
    before, after = wordings(f"{long} old {long}", f"{long} new {long}")
    assert shown(after).startswith("… word88 ")
    assert shown(after).endswith("word11 …")
    assert "[new]" in shown(after)
    assert "[old]" in shown(before)


def test_where_words_were_only_added_the_other_side_shows_the_place() -> None:
    long = " ".join(f"word{number}" for number in range(40))
    before, _ = wordings(long, f"{long} and more")
    assert shown(before) == f"… {' '.join(long.split()[-12:])}"


@given(WORDS, WORDS)
def test_nothing_that_differs_is_left_out(before: str, after: str) -> None:
    for pieces, whole in zip(wordings(before, after), (before, after), strict=True):
        told = " ".join(piece.words for piece in pieces)
        assert all(piece.words in whole for piece in pieces if piece.differs)
        assert "…" in told or told == whole
