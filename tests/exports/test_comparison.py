"""A comparison for those who review it: what it says where GitHub or GitLab show it, and as a document."""

from __future__ import annotations

import json
import re

import html5lib
from dossiers import BASE, overlaid, tree
from hypothesis import example, given
from markdown_it import MarkdownIt
from texts import ANY

from dossier.changes import (
    Changes,
    Detail,
    Named,
    Said,
    SheetChange,
    Sort,
    StatementChange,
    Unread,
    What,
    compare,
)
from dossier.exports.comparison import as_json, as_markdown

MAIN, HERE = Named("0123abc", "main"), Named("", "the files as they are")
NOBODY = Named("", "")
CITE = "cite: {source: gazette, quote: both delegations said}"
ISLAND = """
content/islands/gull-island.yml
  name: Gull Island
  type: island
  claims:
"""
BEFORE = f"{ISLAND}    - {{id: size, text: It is a small island., by: northland, {CITE}}}\n"
AFTER = f"""{ISLAND}
    - {{id: size, text: It is a tiny island., by: northland, status: contested, {CITE}}}
content/actors/eastland.yml
  name: Eastland
  type: state
  summary: "It lies in the east. [inferred: From its name.]"
"""


def told(before: str, after: str) -> str:
    return as_markdown(compare(overlaid(BASE, tree(before)), overlaid(BASE, tree(after))), MAIN, HERE)


def test_it_reads_well() -> None:
    head, *sheets = told(BEFORE, AFTER).split("\n\n### ")
    (island,) = (part for part in sheets if part.startswith("Gull"))
    count = "1 actor added; 1 statement changed."
    assert head == f"## What changed\n\nFrom `main` to the files as they are: {count}"
    after = "Northland: It is a <ins>tiny island. (contested)</ins>"
    before = "Northland: It is a <del>small island.</del>"
    assert "Gull Island (island)\n\n" in island
    assert (
        f"- **Reworded, status changed:** {after} ✓ <sub>The Gazette, 5 May 2001</sub> <br>Before: “{before}”"
        in island
    )


def test_a_new_sheet_is_told_with_all_it_says() -> None:
    assert (
        "### Eastland (actor, added)\n\n- It lies in the east. ≈ <sub>the editor’s own reasoning</sub>"
        in told(BEFORE, AFTER)
    )


def test_a_text_that_is_held_newly_is_told_in_words() -> None:
    book = "content/sources/book.yml\n  type: book\n  title: B\n  publisher: P\n  language: en\n  reliability: press\n"
    held = f"{book}  text: seeds/gazette.txt\n  sha256: 00\n"
    assert "- **Text now held:** what is quoted of it can be checked here" in told(book, held)


def test_where_nothing_changed_it_says_so() -> None:
    assert (
        told("", "") == "## What changed\n\nFrom `main` to the files as they are: nothing changed by meaning."
    )


def test_what_could_not_be_read_comes_first() -> None:
    faults = (Unread("before", "content/actors/x.yml", 3, "this is no <date>"),)
    text = as_markdown(Changes((), faults), MAIN, HERE)
    assert "- `content/actors/x.yml`, line 3, before: this is no &lt;date&gt;" in text


def test_a_comment_is_never_too_long() -> None:
    sheets = "".join(
        f"content/actors/a-{n}.yml\n  name: A {n}\n  type: state\n  summary: {'Long. ' * 90} [@gazette]\n"
        for n in range(300)
    )
    text = told("", sheets)
    assert 30_000 < len(text) < 65_000
    assert re.search(r"And changes on \d+ more pages; `--output-format json` tells all of them\.$", text)


def all_of(text: str) -> Changes:
    """Changes in which all that a sheet may say is the same words."""
    named = Named("gull-island", text)
    said = Said("size", "claim", text, named, text, Named("contested", text), "cited", (named,))
    gone = StatementChange((What.REMOVED,), said._replace(by=NOBODY, date="", status=NOBODY), None)
    other = StatementChange((What.REWORDED, What.RECITED), said._replace(words="other"), said)
    detail = Detail(What.FIELD, text, text, "other")
    sheet = SheetChange(named, Sort("island", text, text), None, text, (detail,), (gone, other))
    return Changes((sheet,), (Unread("after", text, 1, text),))


@given(ANY)
@example("\n>")
@example("a`b")
def test_any_words_stay_words(text: str) -> None:
    markdown = as_markdown(all_of(text), Named("1", text), HERE)
    shown = html5lib.parse(
        MarkdownIt("commonmark").enable("table").render(markdown), namespaceHTMLElements=False
    )
    elements = {str(each.tag) for each in shown.iter()}
    assert elements <= {
        *("html", "head", "body", "h2", "h3", "p", "ul", "li", "strong", "ins", "del", "sub", "br", "code"),
    }, elements
    assert not [name for each in shown.iter() for name in each.attrib]


SIGNS = "@team and @a/b, #12, !7, %3, ~label, &5, $8, https://a.example/x, www.a.example, me@a.example"


def test_nothing_mentions_anybody_or_anything() -> None:
    markdown = as_markdown(all_of(SIGNS), MAIN, HERE)
    html = re.sub("<code>.*?</code>", "", MarkdownIt().render(markdown))  # in code nothing is a sign
    shown = "".join(html5lib.parse(html, namespaceHTMLElements=False).itertext())
    assert not re.findall(r"@\w|(?<!\w)[#!%~&$]\w|://|www\.", shown)
    assert SIGNS in shown.replace("\u200b", "")


def test_the_document_says_all_of_it() -> None:
    changes = compare(overlaid(BASE, tree(BEFORE)), overlaid(BASE, tree(AFTER)))
    document = json.loads(as_json(changes, MAIN, HERE))
    assert (document["format"], document["before"]) == (1, {"id": "0123abc", "name": "main"})
    (island,) = (each for each in document["sheets"] if each["sheet"]["id"] == "gull-island")
    (statement,) = island["statements"]
    assert statement["what"] == ["reworded", "status-changed"]
    assert statement["after"] == {
        "anchor": "size",
        "part": "claim",
        "words": "It is a tiny island.",
        "by": {"id": "northland", "name": "Northland"},
        "date": "",
        "status": {"id": "contested", "name": "Contested"},
        "mark": "verified",
        "sources": [{"id": "gazette", "name": "The Gazette, 5 May 2001"}],
    }
