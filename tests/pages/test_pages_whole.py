"""Whole pages: no field of any sheet, of a kind or of an article can add anything but its words."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from html import unescape
from typing import Any

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
    read = tree(body)
    return head, shape(read), words(read)


def test_every_field_is_published() -> None:
    text = "\n".join(_plain().values())
    missing = {
        field for field in (*FIELDS, *PROSE) if word(field) not in text and word(field).lower() not in text
    }
    assert missing == {"alias"}  # an alias only finds its sheet in texts


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
    read = tree(body)
    assert shape(read) == plain
    wanted = said.replace(word, text).replace(word.lower(), text)
    # Sorted: a list is in the order of names. In lower case: some labels are said so.
    assert sorted(words(read).lower().split()) == sorted(wanted.lower().split())
    assert own_head.keys() == head.keys()
    for name, value in own_head.items():
        if not isinstance(value, str):
            assert value == head[name]
            continue
        assert not re.search("[<>\"']", value)
        whole = _folded(head[name].replace(word, text))
        assert _folded(unescape(value)) == whole or whole.startswith(
            _folded(unescape(value)).removesuffix(" …")
        )


@pytest.mark.parametrize("field", PROSE)
@slow
@given(text=LINES)
def test_prose_adds_what_prose_may_hold(field: str, text: str) -> None:
    pages = _pages({field: f"{unicodedata.normalize('NFC', text)} {word(field)}"})
    for path in pages.keys() & _plain().keys():
        if pages[path] != _plain()[path]:
            own, plain = shape(tree(front_matter_of(pages[path])[1])), _plain_page(path)[1]
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
    assert [words(quoted) for quoted in read.iter("blockquote")] == [
        _folded(s.text) for s in article.sentences
    ]
    own, plain = shape(read), _plain_page("pages/sources/held.md")[1]
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
