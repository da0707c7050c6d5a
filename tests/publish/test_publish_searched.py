"""What Pagefind is given of a page: its own words, and nothing that repeats other pages."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dossier.diagnostics import Severity
from dossier.publish import PublishError, pagefind
from dossier.publish.searched import searched
from dossier.publish.staging import Record

HEAD = '<html lang="en"><head><title>T &amp; U</title><meta name="search-weight" content="0.5">{more}</head><body>'


def page(article: str, more: str = "") -> str:
    head = HEAD.replace("{more}", more)
    return f"{head}<header>menu</header><article>{article}</article><footer>foot</footer></body></html>"


def test_only_the_article_is_searched() -> None:
    made = searched(page('<h1 id="t">T<a class="headerlink" href="#t">#</a></h1><p>words &lt;b&gt;</p>'))
    assert '<h1 id="t">T</h1><p>words &lt;b&gt;</p>' in made
    assert "menu" not in made
    assert "foot" not in made
    assert "#" not in made


def test_what_repeats_others_is_left_out_up_to_the_next_heading() -> None:
    made = searched(
        page(
            "<h1>T</h1><p>one</p><div data-search-exclude>two<div>three</div>four</div><p>five</p>"
            '<h2 data-search-exclude="x">Sources</h2><ol><li>six</li></ol><h2>Text</h2><p>seven</p>'
        )
    )
    assert [
        word for word in ("one", "two", "three", "four", "five", "Sources", "six", "seven") if word in made
    ] == [
        "one",
        "five",
        "seven",
    ]


def test_marks_and_the_numbers_of_notes_are_no_words() -> None:
    made = searched(
        page('<p>said<abbr title="verified">✓</abbr><sup id="fnref:1"><a href="#fn:1">12</a></sup>.</p>')
    )
    assert "<p>said.</p>" in made


def test_other_names_are_searched_too() -> None:
    assert "色丹島, Shikotan-tō" in searched(
        page(
            "<h1>T</h1>",
            '<meta name="search-name" content="色丹島"><meta name="search-name" content="Shikotan-tō">',
        )
    )


@pytest.mark.parametrize("weight", ["0", ""])
def test_a_page_that_is_not_to_be_found_is_left_out(weight: str) -> None:
    assert searched(page("<h1>T</h1>").replace('content="0.5"', f'content="{weight}"')) == ""
    assert searched(page("<h1>T</h1>").replace("search-weight", "other")) == ""


def test_the_same_pages_give_the_same_index(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.html").write_text(page(f"<h1>Page {number}</h1><p>words</p>"), "utf-8")
    pages = {f"a/{number}.html": tmp_path / f"{number}.html" for number in range(5)}
    made = pagefind.index(pages)
    assert made == pagefind.index(dict(reversed(pages.items())))
    assert {"pagefind/pagefind.js", "pagefind/pagefind-entry.json"} <= made.keys()
    assert not any("ui" in path for path in made)


def test_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    with pytest.raises(PublishError) as raised:
        pagefind.index({})
    assert raised.value.diagnostic.code == "pagefind-missing"
    assert "dossier[pagefind]" in raised.value.diagnostic.hint


@pytest.mark.parametrize(("size", "codes"), [(4_900_000, []), (5_100_000, ["large-search"])])
def test_who_builds_a_large_site_is_told_of_it(size: int, codes: list[str]) -> None:
    said = pagefind.advice({"search/search_index.json": Record(size, "")})
    assert [each.code for each in said] == codes
    assert all(each.severity is Severity.INFO for each in said)
