"""What links say of where they lead: any text arrives as that text, and a page says it once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from rendered import shape, tree, words
from test_pages_escaping import _read
from texts import ANY
from whole import files

from dossier.pages.markdown import Markdown, escape, link
from dossier.pipeline import check, compile_site

LONGEST = 160
PLACES: dict[str, Callable[[str], str]] = {
    "paragraph": lambda made: f"before {made} after ({made}) *{made}* **{made}**\n",
    "cell": lambda made: f"| x | y |\n| --- | --- |\n| {made} | {made}<br>{made} |\n",
    "list item": lambda made: f"- {made}: x\n- {made}\n",
    "heading": lambda made: f"## {made}\n\nx\n",
    "box": lambda made: f'<div class="x" markdown>\n\n- {made}\n\n</div>\n',
    "with a note": lambda made: f"{made}[^1] {made}\n\n[^1]: x {made}\n",
}


@pytest.mark.parametrize("place", PLACES)
@settings(deadline=None)
@given(title=ANY, shown=ANY)
@example(title="a'b \" c' ) d", shown="x")
@example(title='" onmouseover="owned', shown="x")
@example(title="(a [b] `c` \\", shown="]")
def test_a_title_is_that_title(place: str, title: str, shown: str) -> None:
    write = PLACES[place]
    made, plain = link(shown, "a.md#b", title), link(shown, "a.md#b", "Plain" if _read(title) else "")
    page = tree(write(made))
    assert shape(page) == shape(tree(write(plain)))
    for anchor in page.iter("a"):
        if anchor.get("href") == "a.md#b":
            assert _same(anchor.get("title", "")) == _same(_read(title))
    assert words(page) == words(tree(write(Markdown(plain))))


def _same(text: str) -> str:
    return " ".join(text.split())


def test_without_a_title_a_link_is_a_link() -> None:
    assert link("x", "y.md") == "[x](y.md)"
    assert (
        link("x", "y.md", "Japan's state: “so” – 50 % of it")
        == '[x](y.md "Japan\'s state: “so” – 50 % of it")'
    )
    assert escape(link("x", "y.md", "z")) == '[x](y.md "z")'


def test_the_first_link_of_a_page_says_what_it_leads_to() -> None:
    compiled = check(files({}))
    assert compiled.diagnostics == ()
    pages = {p: t.decode() for p, t in compile_site(compiled).files.items() if p.endswith(".md")}
    said = 0
    for path, text in pages.items():
        titled = re.findall(r'\]\(([^\s)#]+)[^\s)]* "([^"]*)"\)', text)
        targets = [target for target, _ in titled]
        assert len(targets) == len(set(targets)), path
        assert not (targets and "\nlisted:" in text), path
        assert all(len(title) <= 4 * LONGEST for _, title in titled)
        said += len(titled)
    assert said > 0
