"""A network as HTML: linked names, lines with a meaning, and nothing a name could add."""

from __future__ import annotations

from dataclasses import replace

import html5lib
from rendered import words

from dossier.figures.network import Chord, Line, Node, network

JAPAN = Node("japan", "Japan", "japan.html", "flag", "red", "Actor")
ABE = Node("abe", "Shinzo Abe", "abe.html", "person", "red", "Actor", "Office-holders", Line.ENDED)
ISLAND = Node("shikotan", "Shikotan", "../islands/shikotan.html", "island", "teal", "Island", "Claims")
MET = Node("russia", "Russia", "russia.html", "flag", "red", "Actor", "Events in common", Line.EVENTS, "(2)")
SAID = [
    (Line.RELATION, "relation"),
    (Line.ENDED, "relation that was over"),
    (Line.EVENTS, "events in common"),
]


def drawn(*nodes: Node, chords: tuple[Chord, ...] = (), rest: str = "") -> str:
    return network(JAPAN, nodes, chords, SAID, "between two neighbours", rest)


def test_each_neighbour_is_one_link_with_its_name_icon_and_colour() -> None:
    figure = html5lib.parse(drawn(ABE, ISLAND), namespaceHTMLElements=False)
    links = [each for each in figure.iter() if str(each.tag).endswith("a") and each.get("href")]
    assert [(link.get("href"), words(link)) for link in links] == [
        ("abe.html", "Shinzo Abe"),
        ("../islands/shikotan.html", "Shikotan"),
    ]
    assert [link.get("class") for link in links] == ["red n1", "teal n2"]
    assert 'href="#icon-island"' in drawn(ABE, ISLAND)


def test_the_caption_says_what_each_form_of_line_and_each_icon_means() -> None:
    plain = drawn(ISLAND, replace(ISLAND, id="other"))
    assert "relation that was over" not in plain
    assert "between two neighbours" not in plain
    both = drawn(ABE, ISLAND, MET, chords=(Chord("abe", "russia", Line.EVENTS),), rest="And 31 more below.")
    for said in (
        "relation that was over",
        "events in common",
        "between two neighbours",
        "Actor",
        "Island",
        "And 31 more",
    ):
        assert said in both


def test_lines_belong_to_the_neighbours_they_lead_to() -> None:
    figure = drawn(ABE, ISLAND, MET, chords=(Chord("abe", "russia", Line.EVENTS),))
    assert 'class="chord events n1 n3"' in figure
    assert 'class="spoke ended red n1"' in figure


def test_no_name_adds_an_element_or_a_line() -> None:
    hostile = replace(ABE, name='<script>"&\n\n</svg>' * 9, href='x.html#"><b>')
    figure = drawn(hostile, ISLAND)
    assert "<script" not in figure
    assert "\n" not in figure
    assert figure.count("</svg>") == drawn(ABE, ISLAND).count("</svg>")


def test_a_name_that_is_cut_is_told_in_full() -> None:
    name = "Association of those who have very long names indeed and wish to be named in full"
    assert f"<title>{name}</title>" in drawn(replace(ABE, name=name), ISLAND)
