"""Every published statement has a mark, and a footnote that leads to the sentence that supports it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from functools import cache
from xml.etree.ElementTree import Element

from realdossier import built, document
from rendered import front_matter_of, tree, words

from dossier.articles.folding import fold

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@cache
def _page(path: str) -> tuple[Mapping[str, list[Element]], Mapping[str, Element]]:
    """What follows each place of a page, up to the next place or heading; and its elements by id."""
    root = tree(front_matter_of(built()[f"pages/{path}"].decode())[1])
    after: dict[str, list[Element]] = {}
    current: list[Element] = []
    for element in root.iter():
        if element.tag in HEADINGS or (element.tag == "a" and element.get("id")):
            current = after.setdefault(element.get("id", ""), [])
        current.append(element)
    return after, {name: element for element in root.iter() if (name := element.get("id"))}


def _after(path: str, anchor: str) -> list[Element]:
    return _page(path)[0][anchor]


def _footnotes(path: str, anchor: str) -> list[Element]:
    """The footnotes of a statement."""
    references = [element for element in _after(path, anchor) if element.get("class") == "footnote-ref"]
    return [_page(path)[1][element.get("href", "")[1:]] for element in references]


def _targets(path: str, links: Iterable[Element]) -> set[tuple[str, str]]:
    """The pages and places that links lead to."""
    found = (link.get("href", "").partition("#") for link in links if link.tag == "a")
    folder = posixpath.dirname(path)
    return {(posixpath.normpath(posixpath.join(folder, to)) if to else path, place) for to, _, place in found}


@cache
def _sources() -> Mapping[str, str]:
    """The page of each source."""
    return {entity["id"]: entity["page"] for entity in document()["entities"]}


def test_every_statement_has_its_mark() -> None:
    assert document()["statements"]
    for statement in document()["statements"]:
        near = _after(statement["page"], statement["anchor"])
        assert statement["mark"] in {each.get("title") for each in near if each.tag == "abbr"}, statement[
            "id"
        ]


def test_every_piece_of_evidence_is_a_footnote_that_leads_to_it() -> None:
    for statement in document()["statements"]:
        path = statement["page"]
        notes = _footnotes(path, statement["anchor"])
        for each in statement["evidence"]:
            if each["mark"] == "inferred":
                assert any(" ".join(each["inferred"].split()) in words(note) for note in notes), statement[
                    "id"
                ]
            else:
                place = f"s{each['sentences'][0]}" if each["mark"] == "verified" else ""
                wanted = (_sources()[each["source"]], place)
                assert any(wanted in _targets(path, note.iter("a")) for note in notes), statement["id"]


def test_the_sentence_stands_where_the_footnotes_lead() -> None:
    unseen = {e["id"] for e in document()["entities"] if e["fields"].get("publish") == "Nothing of the text"}
    seen = 0
    for statement in document()["statements"]:
        for each in statement["evidence"]:
            if each["mark"] == "verified" and each["source"] not in unseen:
                shown = " ".join(
                    _sentence(_sources()[each["source"]], number) for number in each["sentences"]
                )
                assert fold(each["quote"]).text in fold(shown).text
                seen += 1
    assert seen


def _sentence(path: str, number: int) -> str:
    return words(next(element for element in _after(path, f"s{number}") if element.tag == "blockquote"))


def test_every_sentence_shown_says_what_it_supports() -> None:
    """The way back: below its sentence each statement is listed, with a link to where it stands."""
    for statement in document()["statements"]:
        for each in statement["evidence"]:
            for number in each.get("sentences", ()):
                source = _sources()[each["source"]]
                targets = _targets(source, _after(source, f"s{number}"))
                assert (statement["page"], statement["anchor"]) in targets, (statement["id"], number)
