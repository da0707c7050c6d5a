"""The page of a source, and footnotes: what is used and for what, what is shown, and what repeats what."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from dossiers import BASE, based
from rendered import front_matter_of, tree, words

from dossier.pipeline import compile_site

GAZETTE = BASE["content/sources/gazette.yml"].decode()


def gazette(more: str, language: str = "en") -> str:
    lines = (GAZETTE.replace("language: en", f"language: {language}") + more).strip().splitlines()
    return "\ncontent/sources/gazette.yml\n" + "".join(f"  {line}\n" for line in lines)


def page(path: str, text: str) -> Element:
    compiled = based(text)
    assert not compiled.has_errors, compiled.diagnostics
    return tree(front_matter_of(compile_site(compiled).files[path].decode())[1])


def of_class(read: Element, name: str) -> list[Element]:
    return [each for each in read.iter() if name in (each.get("class") or "").split()]


SOURCE = "pages/sources/gazette.md"


def test_the_strip_shows_which_sentences_are_used_and_leads_to_them() -> None:
    read = page(SOURCE, "")
    (strip,) = of_class(read, "strip")
    assert [words(each) for each in strip] == ["1", "2", "3", "4", "5", "6"]
    links = {words(each): (each.get("href"), each.get("aria-label")) for each in strip.iter("a")}
    assert links == {str(n): (f"#s{n}", f"Sentence {n}, cited") for n in (2, 3, 4)}
    places = {each.get("id") for each in read.iter()}
    assert {"s2", "s3", "s4"} <= places
    (caption,) = read.iter("figcaption")
    assert words(caption).startswith("3 of its 5 sentences are cited, and 0 of its 1 headings and datelines.")


def test_excerpts_stand_in_order_each_with_what_it_supports() -> None:
    read = page(SOURCE, gazette("publish: excerpts"))
    assert [words(each) for each in of_class(read, "supports")] == [
        "Sentence 2 supports:",
        "Sentence 3 supports:",
        "Sentence 4 supports:",
    ]
    assert len(list(read.iter("blockquote"))) == 3
    assert "The delegations will meet again" not in words(read)


def test_a_text_shown_in_full_marks_what_is_used_and_leaves_the_rest_plain() -> None:
    read = page(SOURCE, gazette("publish: full"))
    (text,) = of_class(read, "text")
    assert [words(each) for each in text.iter("mark")] == [
        "The governments of Northland and Southland held talks about Gull Island on Friday, both delegations said.",
        "Northland laid claim to Gull Island in 1950.",
        "Southland has administered the island since 1949.",
    ]
    assert "The delegations will meet again in June." in words(text)
    numbers = {words(each): each.get("href") for each in of_class(text, "use-ref")}
    places = {each.get("id") for each in read.iter()}
    assert numbers == {str(n): f"#s{n}--use" for n in (2, 3, 4)}
    assert {"s2--use", "s3--use", "s4--use", "s1", "s6"} <= places
    assert not list(read.iter("blockquote"))


def test_a_text_that_is_not_shown_keeps_its_words() -> None:
    read = page(SOURCE, gazette("publish: none"))
    assert "laid claim to Gull Island in 1950" not in words(read)
    assert len(list(read.iter("blockquote"))) == 3
    assert len(of_class(read, "strip")) == 1


def test_a_text_in_another_language_says_so() -> None:
    (text,) = of_class(page(SOURCE, gazette("publish: full", language="nb")), "text")
    assert text.get("lang") == "nb"
    quoted = next(page(SOURCE, gazette("publish: excerpts", language="nb")).iter("blockquote"))
    assert [each.get("lang") for each in quoted.iter("span")] == ["nb"]
    own = next(page(SOURCE, gazette("publish: excerpts")).iter("blockquote"))
    assert not list(own.iter("span"))


REPRINT = """
content/sources/reprint.yml
  type: webpage
  title: The talks again
  publisher: The Mirror
  language: en
  reliability: mirror
  based_on: [gazette]
"""


def test_what_repeats_a_source_is_said_on_both_pages_with_a_warning() -> None:
    (on,) = of_class(page("pages/sources/reprint.md", REPRINT), "caution")
    assert words(on).startswith("Based on Northland and Southland talk about Gull Island.")
    assert "no second witness" in words(on)
    read = page(SOURCE, REPRINT)
    (basis,) = of_class(read, "caution")
    assert words(basis).startswith("Basis of The talks again.")
    assert "no second witness" in words(basis)
    assert "Repeated by" not in words(read)  # it is said once


def test_the_reliability_is_a_labelled_badge() -> None:
    (badge,) = of_class(page(SOURCE, ""), "badge")
    assert words(badge) == "Reliability: Press"


def test_what_leads_to_a_source_comes_with_the_sentence_that_makes_the_link() -> None:
    about = """
content/actors/southland.yml
  name: Southland
  type: state
  summary: >-
    It is far. It reads the [[gazette]]. It is old. [@gazette "laid claim to Gull Island"]
"""
    (line,) = (
        words(each) for each in page(SOURCE, about).iter("li") if words(each).startswith("Mentioned in")
    )
    assert line.startswith(
        "Mentioned in: Southland — It reads the Northland and Southland talk about Gull Island."
    )


def notes(text: str) -> list[Element]:
    read = page("pages/actors/southland.md", text)
    (foot,) = of_class(read, "footnote")
    return list(foot.iter("li"))


SHEET = """
content/actors/southland.yml
  name: Southland
  type: state
  claims:
    - text: It talked.
      topic: talks
      cite:
        - {source: gazette, quote: "held talks about Gull Island on Friday"}
        - {source: almanac, locator: p. 7, relation: contradicts}
content/sources/almanac.yml
  type: book
  title: Almanac of the *Sea*
  publisher: Harbour Press
  issued: 2000
  language: nb
  reliability: reference
"""


def test_a_footnote_names_the_source_its_day_and_how_far_it_is_relied_on() -> None:
    first, second = (re.sub(r" ?Back to.*|\s*↩.*", "", words(each)) for each in notes(SHEET)[:2])
    assert first == (
        "✓ Verified. “held talks about Gull Island on Friday” — Northland and Southland talk about Gull Island,"
        " The Gazette, 5 May 2001, sentence 2 (press)"
    )
    assert second == (
        "Speaks against it. ○ Cited, text not held: Almanac of the *Sea*, Harbour Press, 2000 (p. 7) (reference work)"
    )


def test_a_quotation_is_marked_and_tells_its_language_where_it_is_another() -> None:
    said = "held talks about Gull Island on Friday"
    own, other = (notes(text)[0] for text in (SHEET, SHEET + gazette("", language="nb")))
    assert f"“{said}”" in words(own)
    assert [each for each in own.iter() if each.get("lang")] == []
    assert said in [words(each) for each in other.iter("span") if each.get("lang") == "nb"]
