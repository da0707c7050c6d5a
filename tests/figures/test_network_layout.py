"""Nothing in a network stands on anything else, whatever the names are."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.figures.lettering import lines, width
from dossier.figures.network.layout import RADIUS, WIDTH, Box, Layout, lay_out

LETTERS = "aiWmM北方領土サハリンЩюйا한😀é̀-/ "
NAMES = st.text(LETTERS, min_size=1, max_size=60).map(str.strip).filter(bool)
GROUPS = st.lists(st.tuples(NAMES, st.lists(NAMES, min_size=1, max_size=12)), min_size=1, max_size=8).filter(
    lambda groups: 2 <= sum(len(names) for _, names in groups) <= 24
)


def boxes(layout: Layout) -> list[Box]:
    """The room of every label and of every circle."""
    circles = [(spot.x, spot.y, RADIUS) for spot in layout.spots] + [(*layout.centre, RADIUS + 6)]
    labels = [layout.name, *layout.headings, *(spot.label for spot in layout.spots)]
    return [label.box for label in labels] + [Box(x - r, y - r, x + r, y + r) for x, y, r in circles]


def collisions(layout: Layout) -> list[tuple[Box, Box]]:
    return [(one, other) for one, other in combinations(boxes(layout), 2) if one.overlaps(other)]


@given(NAMES, GROUPS)
def test_nothing_overlaps_and_nothing_leaves_the_figure(
    name: str, groups: list[tuple[str, list[str]]]
) -> None:
    layout = lay_out(name, groups)
    assert collisions(layout) == []
    for box in boxes(layout):
        assert box.left >= 0
        assert box.right <= WIDTH
        assert box.top >= 0
        assert box.bottom <= layout.height


@given(NAMES, GROUPS)
def test_every_neighbour_has_its_place_in_the_order_given(
    name: str, groups: list[tuple[str, list[str]]]
) -> None:
    layout = lay_out(name, groups)
    names = [each for _, group in groups for each in group]
    assert len(layout.spots) == len(names)
    assert [spot.side for spot in layout.spots] == sorted(spot.side for spot in layout.spots)
    assert {spot.side for spot in layout.spots} == {-1, 1}
    for side in (-1, 1):
        ys = [spot.y for spot in layout.spots if spot.side == side]
        # Targets to point at are 24 px apart where the figure is 358 px wide.
        assert all(after - before >= 24 * WIDTH / 358 for before, after in pairwise(ys))
    assert layout == lay_out(name, groups)


def test_a_group_cut_in_two_has_its_heading_on_both_sides() -> None:
    layout = lay_out("Club", [("Members", [f"Member {n}" for n in range(9)])])
    assert [heading.lines for heading in layout.headings] == [("Members",), ("Members",)]


@pytest.mark.parametrize(
    "text", ["Treaty of Mutual Cooperation and Security", "北方領土問題対策協会" * 5, "a" * 300]
)
def test_lines_keep_to_their_room(text: str) -> None:
    found = lines(text, 9.5, 3)
    assert 1 <= len(found) <= 3
    assert all(width(line) <= 9.5 for line in found)
    said = "".join(found).replace(" ", "")
    assert text.replace(" ", "").startswith(said.removesuffix("…"))


def test_words_break_after_spaces_strokes_and_dashes() -> None:
    assert lines("Kunashir/Kunashiri Island", 6.0, 4) == ("Kunashir/", "Kunashiri", "Island")
    assert lines("Russia–Japan treaty", 6.0, 4) == ("Russia–", "Japan", "treaty")


def test_marks_stay_with_their_letters() -> None:
    assert all(not line.startswith("\u0301") for line in lines("e\u0301" * 40, 5.0, 9))
