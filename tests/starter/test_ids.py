"""The id of a thing, made of its name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.citations import ID
from dossier.ids import id_of


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Anna Berg", "anna-berg"),
        ("  The O’Briens' quay – part 2 ", "the-obriens-quay-part-2"),
        ("Þórður Ægisson", "thordur-aegisson"),
        ("Северный причал", "severnyy-prichal"),
        ("Ελληνικό", "elliniko"),
        ("Straße & Söhne", "strasse-sohne"),
        ("!?", ""),
        ("", ""),
    ],
)
def test_an_id_is_what_a_reader_would_make_of_the_name(name: str, made: str) -> None:
    assert id_of(name) == made


def test_a_date_stands_in_front() -> None:
    assert id_of("The councils meet", "1932-06-01") == "1932-06-01-the-councils-meet"


def test_a_long_name_is_cut_after_a_whole_word() -> None:
    made = id_of("word " * 40, "1932")
    assert made == "1932-" + "-".join(["word"] * 12)


@given(st.text(max_size=300), st.sampled_from(["", "1932", "1932-06-01"]))
def test_any_name_makes_an_id_or_none(name: str, before: str) -> None:
    made = id_of(name, before)
    assert made == "" or ID.fullmatch(made)
    assert id_of(made) == made or len(made) > 60
