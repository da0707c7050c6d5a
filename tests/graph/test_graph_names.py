"""Which names are linked by themselves in prose, and where held texts are found to name a sheet."""

from __future__ import annotations

import pytest
from dossiers import BASE, based, concise, overlaid, tree

from dossier.graph import Graph
from dossier.graph.naming import _quotations
from dossier.pipeline import check
from dossier.prose import Styled, WikiLink
from dossier.prose.values import walk

NAMED = """
content/actors/kono.yml
  name: Taro Kono
  names: {ja: 河野太郎, ru: Таро Коно}
  aliases: [Kono, Kono Ta]
  type: person
content/actors/other-kono.yml
  name: Ichiro Kono
  aliases: [The Minister, Foreign Minister]
  type: person
content/actors/minister.yml
  name: Minister of State
  aliases: [The Minister]
  type: person
content/actors/north.yml
  name: North
  names: {ja: 北}
  type: state
"""


def linked(text: str, more: str = "") -> list[tuple[str, str]]:
    """The words linked by themselves in a body of Southland, with the sheets they lead to."""
    body = "\n".join(f"    {line}" for line in text.split("\n"))
    sheet = f"content/actors/southland.yml\n  name: Southland\n  type: state\n  body: |\n{body}\n"
    graph = based(NAMED + more + sheet).graph
    return by_name(graph, "southland", "text")


def by_name(graph: Graph, page: str, name: str) -> list[tuple[str, str]]:
    return [
        (each.words, each.to.id)
        for each in graph.prose[page, name].inlines()
        if isinstance(each, WikiLink) and each.by_name
    ]


KONO = ("Taro Kono", "kono")
CASES: dict[str, list[tuple[str, str]]] = {
    "Taro Kono came.": [KONO],
    "Kono came.": [("Kono", "kono")],
    "Taro Kono came. Kono went. Taro Kono rests.": [KONO],
    "Kono came.\n\n- Taro Kono went.": [("Kono", "kono")],
    "Ichiro Kono came.": [("Ichiro Kono", "other-kono")],
    "Таро Коно came.": [("Таро Коно", "kono")],
    # the longest match, or the longest that is whole
    "Northland and North met.": [("Northland", "northland"), ("North", "north")],
    "Kono Taro came.": [("Kono", "kono")],
    "Minister of State came.": [("Minister of State", "minister")],
    # whole words only, in the case written
    "Konoe came, MacKono went.": [],
    "MacKono, Kono": [("Kono", "kono")],
    "kono came, KONO went.": [],
    "Kono's visit": [("Kono", "kono")],
    "(Kono)": [("Kono", "kono")],
    "Kono-led": [("Kono", "kono")],
    "Taro\nKono": [KONO],
    # scripts without spaces
    "昨日河野太郎外相は": [("河野太郎", "kono")],
    "北の国": [],
    # a name of two sheets belongs to neither
    "The Minister came.": [],
    "The Foreign Minister came.": [("Foreign Minister", "other-kono")],
    # never the page itself
    "Southland is here.": [],
    # never inside a quotation
    "It said “Kono came” loudly.": [],
    'It said "Kono came" loudly.': [],
    "It said «Kono» and „Kono“ and 「Kono」 and 『Kono』 and ‘Kono’.": [],
    "It said “Kono”, and Kono came.": [("Kono", "kono")],
    "It said “a ‘b’ Kono” loudly.": [],
    "It’s Kono’s and Kono’s.": [("Kono", "kono")],
    "A “quotation that never ends, and Kono.": [("Kono", "kono")],
    'One inch is 1" and Kono came.': [("Kono", "kono")],
    "“*Kono* came”": [],
    "“He [[north|came]]. Kono” went": [],
    # not where it is linked already, nor in a link, nor in a citation
    "[[kono|He]] came. Kono went.": [],
    "Kono went. [[kono|He]] came.": [],
    "[[kono]] came.\n\nKono went.": [],
    "[[north|Kono]] came.": [],
    "[[north|Kono]] came. Kono went.": [("Kono", "kono")],
    "[Kono](https://e.org) came. Kono went.": [("Kono", "kono")],
    "It came. [@gazette “Kono held talks”]": [],
    "# Kono\n\nIt came.": [],
    "# [[kono]]\n\nKono came.": [("Kono", "kono")],
    # in styled words, but not across their edge
    "**Kono** came.": [("Kono", "kono")],
    "*It was **Kono**.* Kono.": [("Kono", "kono")],
    "Taro *Kono* came.": [],
    "Taro *Kono* came. Taro Kono went.": [KONO],
}


@pytest.mark.parametrize("text", CASES)
def test_which_names_are_linked(text: str) -> None:
    assert linked(text) == CASES[text]


def test_the_words_of_a_text_stay_the_same() -> None:
    sheet = "content/actors/southland.yml\n  name: Southland\n  type: state\n"
    compiled = based(f"{NAMED}{sheet}  body: |\n    A **Kono b Northland** c [[north|d]] e.")
    linked_prose = compiled.graph.prose["southland", "text"]
    (paragraph,) = linked_prose.paragraphs()
    shown = [
        f"<{each.words}>" if isinstance(each, WikiLink) else getattr(each, "text", "?")
        for each in walk(paragraph.inlines)
    ]
    assert shown == ["A ", "<Kono>", " b ", "<Northland>", " c ", "<d>", " e."]
    assert isinstance(paragraph.inlines[1], Styled)


def test_each_page_links_a_name_once_over_all_its_texts() -> None:
    sheets = """
content/actors/southland.yml
  name: Southland
  type: state
  summary: "Kono came. [inferred: a]"
  claims: [{text: Kono and North met., id: met, cite: {inferred: b}}]
  body: "Kono and North and Northland met. [inferred: c]"
content/pages/about.md
  # About

  Kono came.
"""
    compiled = based(NAMED + sheets)
    graph = compiled.graph
    assert by_name(graph, "southland", "summary") == [("Kono", "kono")]
    assert by_name(graph, "southland", "met") == [("North", "north")]
    assert by_name(graph, "southland", "text") == [("Northland", "northland")]
    assert by_name(graph, "pages/about", "text") == [("Kono", "kono")]
    assert by_name(graph, "briefing", "section-1") == [("Northland", "northland"), ("Southland", "southland")]


def test_a_source_is_not_linked_by_its_title() -> None:
    assert ("The Gazette", "gazette") not in linked(
        "Northland and Southland talk about Gull Island in The Gazette."
    )
    assert [to for _, to in linked("Northland and Southland talk about Gull Island.")] == [
        "northland",
        "gull-island",
    ]


def test_names_of_several_sheets_are_known() -> None:
    ambiguous = based(NAMED).graph.names.ambiguous()
    assert dict(ambiguous) == {"The Minister": ["minister", "other-kono"]}


def test_a_name_twice_on_one_sheet_is_not_ambiguous() -> None:
    text = "content/actors/southland.yml\n  name: Southland\n  type: state\n"
    assert concise(based(f"{text}  names: {{en: Southland}}\n  aliases: [Southland]").diagnostics) == ""


def test_mentions_in_held_texts() -> None:
    mentions = based(
        """
        content/actors/harbour-office.yml
          name: Harbour office
          aliases: [harbour office]
          type: body
        """
    ).graph.mentions
    assert [(each.source, each.sentence) for each in mentions["northland"]] == [
        ("gazette", 1),
        ("gazette", 2),
        ("gazette", 3),
    ]
    assert [each.sentence for each in mentions["southland"]] == [1, 2, 4]
    assert [each.sentence for each in mentions["harbour-office"]] == [6]
    assert "2001-05-04-talks" not in mentions


def test_a_text_that_cannot_be_read_mentions_nothing() -> None:
    assert check({**BASE, "seeds/gazette.txt": b"\xff"}).graph.mentions == {}


def test_an_ambiguous_name_is_no_mention() -> None:
    files = overlaid(BASE, tree("content/actors/other.yml\n  name: Southland\n  type: state\n"))
    assert "southland" not in check(files).graph.mentions


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("a “b” c “d”", ["“b”", "“d”"]),
        ('a "b" c "d', ['"b"']),
        ("„b“ c „d”", ["„b“", "„d”"]),
        ("“a ‘b’ c”", ["“a ‘b’ c”"]),
        ("“a “b” c”", ["“a “b”"]),
        ("“a «b» c", ["«b»"]),
        ("‘it’s so’", ["‘it’s so’"]),
        ("“" * 3 + "”", ["“““”"]),
    ],
)
def test_quotations_are_found(words: str, quoted: list[str]) -> None:
    assert [words[start:end] for start, end in _quotations(words)] == quoted


@pytest.mark.parametrize(
    "text", ["“" * 20_000, "“a”" * 7_000, "«" * 20_000, "Kono " * 4_000, "“Kono” " * 3_000, "Kono Ta" * 3_000]
)
def test_pathological_texts_come_back(text: str) -> None:
    linked(text)


def test_a_very_long_name_comes_back() -> None:
    name = "a" * 2_000
    more = f"content/actors/long.yml\n  name: {name}\n  type: state\n"
    assert linked(f"{name}b {name} c", more) == [(name, "long")]
