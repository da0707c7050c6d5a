"""Whole pages: no field of any sheet, of a kind or of an article can add anything but its words."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from rendered import Shape, front_matter_of, shape, tree, words
from texts import LINES, WRITABLE
from whole import FIELDS, PROSE, files, word

from dossier.articles import Article
from dossier.pipeline import check, compile_site

# Of what the prose of a sheet may make.
PROSE_MARKUP = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "em", "strong", "a"}
SCHEMES = {"", "http", "https", "mailto"}

Pages = Mapping[str, str]
slow = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def _pages(texts: Mapping[str, str], article: str = "") -> Pages:
    compiled = check(files(texts, article))
    assume(not compiled.diagnostics)
    site = compile_site(compiled).files
    return {path: data.decode() for path, data in site.items() if path.endswith(".md")}


@cache
def _plain() -> Pages:
    compiled = check(files({}))
    assert compiled.diagnostics == ()
    return {p: data.decode() for p, data in compile_site(compiled).files.items() if p.endswith(".md")}


@cache
def _plain_page(path: str) -> tuple[dict[str, Any], Shape, str]:
    head, body = front_matter_of(_plain()[path])
    read = _without_drawings(tree(body))
    return head, shape(read), words(read)


def _without_drawings(page: Element) -> Element:
    """A page with its figures empty: where words break in a drawing depends on their length, see tests/figures.

    What is offered to be copied is empty, too: there a text is escaped for another program, see test_pages_citing.
    """
    for code in page.iter("pre"):
        assert {each.tag for each in code.iter()} <= {"pre", "code", "span"}
        for child in list(code):
            code.remove(child)
    for figure in page.iter("figure"):
        for child in list(figure):
            figure.remove(child)
    return page


def test_every_field_is_published() -> None:
    text = "\n".join(_plain().values())
    missing = {
        field for field in (*FIELDS, *PROSE) if word(field) not in text and word(field).lower() not in text
    }
    assert missing == set()


@pytest.mark.parametrize("field", FIELDS)
@slow
@given(text=WRITABLE)
@example("R. I. Pickford")
@example("<b onclick=x>")
@example("# 1. x | y #")
def test_a_field_adds_its_words_and_nothing_else(field: str, text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    given_words = f"{text} {word(field)} {text}"
    pages = _pages({field: given_words})
    assert pages.keys() == _plain().keys()
    for path in pages:
        if pages[path] != _plain()[path]:
            _check_page(pages[path], *_plain_page(path), word(field), _folded(given_words))


def _check_page(page: str, head: Mapping[str, Any], plain: Shape, said: str, word: str, text: str) -> None:
    own_head, body = front_matter_of(page)
    read = _without_drawings(tree(body))
    assert shape(read) == plain
    wanted = said.replace(word, text).replace(word.lower(), text)
    # Sorted: a list is in the order of names. In lower case: some labels are said so.
    assert sorted(words(read).lower().split()) == sorted(wanted.lower().split())
    assert own_head.keys() == head.keys()
    for name, value in _said(own_head):
        assert not re.search("[<>\"']", value)
        whole = _folded(dict(_said(head))[name].replace(word, text))
        assert _folded(unescape(value)) == whole or whole.startswith(
            _folded(unescape(value)).removesuffix(" …")
        )


def _said(head: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The texts of a page's front matter, those of lists and mappings one by one."""
    for name, value in head.items():
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, list):
            yield from ((f"{name} {number}", str(each)) for number, each in enumerate(value))
        else:
            yield from ((f"{name} {part}", str(each)) for part, each in value.items())


@pytest.mark.parametrize("field", PROSE)
@slow
@given(text=LINES)
def test_prose_adds_what_prose_may_hold(field: str, text: str) -> None:
    pages = _pages({field: f"{unicodedata.normalize('NFC', text)} {word(field)}"})
    for path in pages.keys() & _plain().keys():
        if pages[path] != _plain()[path]:
            own, plain = shape(_without_drawings(tree(front_matter_of(pages[path])[1]))), _plain_page(path)[1]
            assert set(own.elements) - set(plain.elements) <= PROSE_MARKUP
            assert set(own.attributes) <= {*plain.attributes, *((f"h{level}", "id") for level in range(1, 7))}
            assert set(own.schemes) <= SCHEMES


@slow
@given(text=LINES)
def test_an_article_is_shown_sentence_by_sentence_as_words(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    source = files({}, text)
    compiled = check(source)
    article = compiled.dossier.articles["held"]
    assume(isinstance(article, Article) and not compiled.diagnostics)
    assert isinstance(article, Article)
    page = compile_site(compiled).files["pages/sources/held.md"].decode()
    read = tree(front_matter_of(page)[1])
    shown = next(each for each in read.iter("div") if each.get("class") == "text")
    for paragraph in shown:
        for each in [each for each in paragraph if each.get("class") == "use-ref"]:
            _remove(paragraph, each)
    assert "".join(words(shown).split()) == "".join("".join(s.text for s in article.sentences).split())
    marked = [words(each) for each in read.iter("mark")]
    assert marked == [_folded(s.text) for s in article.sentences if "zebra crossed the road" in s.text]
    own = shape(_without_drawings(tree(front_matter_of(page)[1])))
    plain = _plain_page("pages/sources/held.md")[1]
    assert set(own.elements) == set(plain.elements)
    assert set(own.attributes) == set(plain.attributes)
    assert own.schemes.keys() == plain.schemes.keys()


@slow
@given(text=WRITABLE)
def test_a_quotation_is_shown_as_words(text: str) -> None:
    text = _folded(unicodedata.normalize("NFC", text))
    read = tree(_quoting(text))
    assert shape(read) == shape(tree(_quoting("plain")))
    assert _folded(f"“the strange words {text} were read aloud”") in words(read)


def _quoting(text: str) -> str:
    """The page of a sheet that quotes these words of an article, without its front matter."""
    quote = f"the strange words {text} were read aloud"
    source = files({}, f"Then {quote}, and all wondered.")
    sheet = source["content/actors/thing.yml"].decode()
    sheet = sheet.replace("quote: zebra crossed the road", f"quote: {json.dumps(quote, ensure_ascii=False)}")
    compiled = check({**source, "content/actors/thing.yml": sheet.encode()})
    assume(not compiled.diagnostics)
    return front_matter_of(compile_site(compiled).files["pages/actors/thing.md"].decode())[1]


def _folded(text: str) -> str:
    return " ".join(text.split())


def _remove(parent: Element, child: Element) -> None:
    """Take an element out and leave the words behind it."""
    place = list(parent).index(child)
    if place:
        before = parent[place - 1]
        before.tail = (before.tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")
    parent.remove(child)
