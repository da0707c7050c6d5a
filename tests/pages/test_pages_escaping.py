"""`escape`: whatever the text and wherever it is written, readers get that text and nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rendered import front_matter_of, shape, tree, words
from texts import ANY

from dossier.pages.markdown import Markdown, address, escape, front_matter, join, link

PLAIN = "Plain"
unhurried = settings(deadline=None)
PLACES: dict[str, Callable[[Markdown], str]] = {
    "paragraph": lambda text: f"{text}\n",
    "middle of a paragraph": lambda text: f"before {text} after\n",
    "heading": lambda text: f"# {text}\n\nx\n\n## {text}\n",
    "heading of a table": lambda text: f"| {text} | x |\n| --- | --- |\n| y | z |\n",
    "cell": lambda text: f"| x | y |\n| --- | --- |\n| {text} | {text}<br>{text} |\n| z | z |\n",
    "list item": lambda text: f"- {text}\n- x\n",
    "numbered item": lambda text: f"1. {text}\n1. x\n",
    "link": lambda text: f"x [{text}](y.md) {link(text, 'z.md')}\n",
    "footnote": lambda text: f"x[^1][^2]\n\n[^1]: {text}\n[^2]: ✓ “{text}” — [{text}](x.md#s1) ({text})\n",
    "names": lambda text: (
        f'<p class="names" markdown="span"><span lang="ru">{text}</span> · <i>{text}</i></p>\n'
    ),
    "box": lambda text: (
        f"<div markdown>\n\n| x | {text} |\n| --- | --- |\n| {text} | {text} |\n\n</div>\n\nx\n"
    ),
    "list in a box": lambda text: f'<div class="x" markdown>\n\n- {text} [{text}](x.md): {text}\n\n</div>\n',
    "quotation": lambda text: f'<a id="s1"></a>\n\n> {text}\n\n- [{text}](x.md): {text}\n',
    "stressed words": lambda text: f'x *{text}* **{text}** <abbr title="cited">○</abbr>\n',
    "text next to text": lambda text: f"x {text}{text} y\n",
}


@pytest.mark.parametrize("place", PLACES)
@unhurried
@given(text=ANY)
@example("#")
@example("C#")
@example("*\u00a0")
@example("&")
@example("1.")
def test_a_text_is_that_text_wherever_it_stands(place: str, text: str) -> None:
    write = PLACES[place]
    escaped = escape(text)
    if not escaped:
        return
    page, plain = tree(write(escaped)), tree(write(Markdown(PLAIN)))
    assert shape(page) == shape(plain)
    assert words(page) == " ".join(words(plain).replace(PLAIN, _read(text)).split())


def _read(text: str) -> str:
    """A text as a browser shows it; what no HTML may hold is shown as a replacement character."""
    folded = " ".join(text.split())
    return "".join("\ufffd" if _is_unwritable(character) else character for character in folded)


def _is_unwritable(character: str) -> bool:
    code = ord(character)
    is_noncharacter = 0xFDD0 <= code <= 0xFDEF or code in (0xFFFE, 0xFFFF)
    return unicodedata.category(character) in ("Cc", "Cs") or is_noncharacter


@unhurried
@given(text=ANY)
def test_a_text_stays_on_its_line_and_is_escaped_once(text: str) -> None:
    escaped = escape(text)
    assert len(escaped.splitlines()) <= 1
    assert escape(escaped) is escaped


@unhurried
@given(title=ANY, description=ANY)
def test_front_matter_holds_its_fields_and_no_line_more(title: str, description: str) -> None:
    head = front_matter({"title": title, "description": description})
    page = f"{head}\n\nThe body.\n"
    read, body = front_matter_of(page)
    wanted = {"title": _read(title), "description": _read(description)}
    said = {name: " ".join(unescape(value).split()) for name, value in read.items() if value}
    assert said == {name: value for name, value in wanted.items() if value}
    assert not re.search("[<>\"']", "".join(read.values()))
    assert body.strip() == "The body."


@unhurried
@given(rest=ANY, scheme=st.sampled_from(["http://", "https://", "mailto:"]))
def test_an_address_stays_one_address(rest: str, scheme: str) -> None:
    target = address((scheme + "a.example/" + rest).encode("utf-8", "replace").decode())
    page = tree(f"x [words]({target}) y\n")
    (anchor,) = page.iter("a")
    assert anchor.keys() == ["href"]
    assert anchor.get("href", "").startswith(scheme)
    assert words(page) == "x words y"


@pytest.mark.parametrize(
    "text",
    [
        "R. I. Pickford (b. 1956), 50 % – “so-called”; it's 3.5 km²: A/B",
        "43.80° S, 146.75° E",
        "1,240 ships; 12:30, 1956/1957 - and 3 + 4 = 7",
        "Holm & Sons",
        'He said: "No!" (Why?) #1, a@b.example',
        "色丹島（しこたんとう） · Шикотан",
    ],
)
def test_ordinary_text_is_written_as_it_is(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. May", r"1\. May"),
        ("- by its name", r"\- by its name"),
        ("# 1", r"\# 1"),
        ("C#", r"C\#"),
        ("[sic] *so*", r"\[sic\] \*so\*"),
        ("AT&T <x>", "AT&amp;T &lt;x&gt;"),
        ("a | b", "a &#124; b"),
    ],
)
def test_what_is_special_is_escaped_where_it_stands(text: str, written: str) -> None:
    assert escape(text) == written


def test_empty_pieces_are_left_out() -> None:
    assert join([Markdown("a"), Markdown(""), Markdown("b")]) == "a b"
