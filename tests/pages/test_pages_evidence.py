"""The page on the evidence: it says what is so, in words and numbers, and no list on it grows without end."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from dossiers import based
from rendered import front_matter_of, tree, words

from dossier.pipeline import compile_site


def page(text: str = "") -> Element:
    compiled = based(text)
    assert not compiled.has_errors, compiled.diagnostics
    return tree(front_matter_of(compile_site(compiled).files["pages/evidence.md"].decode())[1])


def rows(read: Element, head: str) -> list[str]:
    """The lines of the table whose first column has this head."""
    tables = [each for each in read.iter("table") if words(next(each.iter("th"))) == head]
    return [words(row) for table in tables for row in table.iter("tr") if row.find("td") is not None]


def folded(read: Element) -> dict[str, list[str]]:
    found = (each for each in read.iter("details") if each.get("class") == "fold")
    return {words(next(each.iter("summary"))): [words(line) for line in each.iter("li")] for each in found}


def test_how_to_read_the_marks_comes_first_and_then_how_many_there_are() -> None:
    read = page()
    heads = [words(each).removesuffix("#") for each in read.iter("h2")]
    assert heads[:3] == ["How to read the marks", "Marks and reliability", "One source alone"]
    assert [line.split()[-1] for line in rows(read, "Mark")] == ["4", "0", "0", "4"]
    assert rows(read, "Best source") == ["Press 4 – – 4"]


def test_what_is_not_there_is_said_plainly() -> None:
    said = words(page())
    assert "No statement is marked contested or withdrawn, and none has a source cited against it." in said
    assert "No source is said to be based on another." in said
    assert "None of the 5 sheets says when it was last reviewed." in said


REVIEWED = """
content/actors/{name}.yml
  name: {name}land
  type: state
  reviewed: {day}
"""


def test_reviews_are_counted_and_those_out_of_date_are_listed() -> None:
    text = REVIEWED.format(name="new", day="2001-05-30") + REVIEWED.format(name="old", day="1999-01-02")
    read = page(text)
    assert rows(read, "Reviews") == ["In date 1", "Out of date 1", "Never reviewed, or not said 5"]
    assert folded(read)["Sheets whose review is out of date (1)"] == ["oldland, 2 January 1999"]


def test_sentences_that_nothing_cites_are_counted_and_named() -> None:
    assert rows(page(), "Text") == ["Northland and Southland talk about Gull Island 3 of 5 5, 6"]
    assert "2 sentences of the texts held here are cited nowhere." in words(page())


def test_sources_that_repeat_others_say_which() -> None:
    repeated = """
content/sources/reprint.yml
  {type: webpage, title: The talks again, publisher: M, language: en, reliability: mirror, based_on: [gazette]}
"""
    lines = [words(each) for each in page(repeated).iter("li")]
    assert "The talks again — based on Northland and Southland talk about Gull Island" in lines


def test_a_long_list_ends_and_tells_how_many_more_there_are() -> None:
    sheets = "".join(f"\ncontent/actors/a{n}.yml\n  {{name: Land {n:03}, type: state}}" for n in range(120))
    read = page(sheets)
    assert len(folded(read)["Actors without a summary (122)"]) == 100
    assert "And 22 more." in words(read)


def test_coverage_of_each_kind() -> None:
    covered = rows(page(), "Kind")
    assert covered == [
        "Actors 2 0 – 2 2",
        "Islands 1 2 100 / 0 / 0 1 0",
        "Events 1 1 100 / 0 / 0 1 0",
        "Sources 1 0 – – –",
    ]
