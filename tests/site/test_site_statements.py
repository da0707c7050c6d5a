"""Every published statement has a mark, and a footnote that leads to the sentence that supports it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from dossier.articles.folding import fold

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@cache
def _page(path: Path) -> Element:
    found: Element = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
    return found


def _file(site: Path, page: str) -> Path:
    return site / Path(page).with_suffix(".html")


def _after(page: Element, anchor: str) -> Iterator[Element]:
    """What follows a place, up to the next place or heading."""
    elements = iter(page.iter())
    assert any(element.get("id") == anchor for element in elements), anchor
    for element in elements:
        if element.tag in HEADINGS or (element.tag == "a" and element.get("id")):
            return
        yield element


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _footnotes(page: Element, within: list[Element]) -> list[Element]:
    """The footnotes that references lead to."""
    targets = {element.get("href", "")[1:] for element in within if element.get("class") == "footnote-ref"}
    return [element for element in page.iter("li") if element.get("id") in targets]


def test_every_statement_has_its_mark(site: Path, document: Any) -> None:
    assert document["statements"]
    for statement in document["statements"]:
        page = _page(_file(site, statement["page"]))
        marks = {each.get("title") for each in _after(page, statement["anchor"]) if each.tag == "abbr"}
        assert statement["mark"] in marks, statement["id"]


def test_every_piece_of_evidence_is_a_footnote_that_leads_to_it(site: Path, document: Any) -> None:
    sources = {entity["id"]: entity["page"] for entity in document["entities"]}
    for statement in document["statements"]:
        file = _file(site, statement["page"])
        notes = _footnotes(_page(file), list(_after(_page(file), statement["anchor"])))
        for each in statement["evidence"]:
            if each["mark"] == "inferred":
                assert any(" ".join(each["inferred"].split()) in _words(note) for note in notes), statement[
                    "id"
                ]
            else:
                place = f"s{each['sentences'][0]}" if each["mark"] == "verified" else ""
                wanted = (_file(site, sources[each["source"]]), place)
                assert any(wanted in _targets(file, note) for note in notes), statement["id"]


def _targets(file: Path, note: Element) -> set[tuple[Path, str]]:
    """The files and places that the links of a footnote lead to."""
    links = (link.get("href", "").partition("#") for link in note.iter("a"))
    return {((file.parent / path).resolve(), place) for path, _, place in links if path}


def test_the_sentence_stands_where_the_footnotes_lead(site: Path, document: Any) -> None:
    sources = {entity["id"]: entity["page"] for entity in document["entities"]}
    seen = 0
    for statement in document["statements"]:
        for each in statement["evidence"]:
            if each["mark"] == "verified":
                page = _page(_file(site, sources[each["source"]]))
                shown = " ".join(_sentence(page, number) for number in each["sentences"])
                assert fold(each["quote"]).text in fold(shown).text
                seen += 1
    assert seen


def _sentence(page: Element, number: int) -> str:
    elements = list(page.iter())
    place = next(at for at, element in enumerate(elements) if element.get("id") == f"s{number}")
    return _words(next(element for element in elements[place:] if element.tag == "blockquote"))


def test_every_sentence_shown_says_what_it_supports(site: Path, document: Any) -> None:
    """The way back: below its sentence each statement is listed, with a link to where it stands."""
    sources = {entity["id"]: entity["page"] for entity in document["entities"]}
    for statement in document["statements"]:
        wanted = (_file(site, statement["page"]), statement["anchor"])
        for each in statement["evidence"]:
            for number in each.get("sentences", ()):
                file = _file(site, sources[each["source"]])
                links = [link for link in _after(_page(file), f"s{number}") if link.tag == "a"]
                hrefs = (re.split("#", link.get("href", "") + "#")[:2] for link in links)
                targets = {((file.parent / path).resolve() if path else file, place) for path, place in hrefs}
                assert wanted in targets, (statement["id"], number)
