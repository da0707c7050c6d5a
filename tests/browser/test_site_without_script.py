"""Where no script runs everything is there but search and filters, and nothing that would do nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sitecheck import sample
from windows import Windows

# Of the article, what is not shown although no folded part holds it.
_HIDDEN = """() => [...document.querySelectorAll("article *")].filter(each => each.textContent.trim()
    && !each.closest("svg, details:not([open]), [hidden], script, thead, .headerlink, .on-paper")
    && !each.checkVisibility())
    .map(each => each.outerHTML.slice(0, 120))"""


@pytest.fixture
def plain(windows: Windows) -> Iterator[Page]:
    with windows.window(390, 844, java_script_enabled=False) as page:
        yield page


def test_a_note_leads_to_the_sentence(plain: Page, real_site: Path) -> None:
    plain.goto(f"{real_site.as_uri()}/index.html")
    plain.locator("a.footnote-ref").first.click()
    note = plain.locator(".footnote li:target")
    expect(note).to_be_visible()
    note.locator("a[href*='#s']").first.click()
    plain.wait_for_url("**/sources/*.html#s*")
    expect(plain.locator(":target").first).to_be_attached()


def test_every_section_and_page_is_reached_by_links(plain: Page, real_site: Path) -> None:
    plain.goto(f"{real_site.as_uri()}/index.html")
    plain.locator("footer a", has_text="Islands").click()
    plain.locator("article a[href='shikotan.html']").first.click()
    expect(plain.locator("h1")).to_contain_text("Shikotan")


def test_folded_parts_open(plain: Page, real_site: Path) -> None:
    folded = [name for name in sample(real_site) if "<details" in (real_site / name).read_text("utf-8")]
    assert folded
    for name in folded:
        plain.goto(f"{real_site.as_uri()}/{name}")
        part = plain.locator("details:not([open])").first
        if part.count():
            part.evaluate("part => part.setAttribute('id', 'tried')")
            plain.locator("#tried > summary").click()
            expect(plain.locator("#tried > :not(summary)").first).to_be_visible()


def test_everything_is_shown_and_nothing_that_would_not_work(plain: Page, real_site: Path) -> None:
    for name in sample(real_site):
        plain.goto(f"{real_site.as_uri()}/{name}")
        assert (name, plain.evaluate(_HIDDEN)) == (name, [])
        dead = plain.locator(":is(button, input, select):visible").evaluate_all(
            "all => all.map(e => e.outerHTML)"
        )
        assert (name, dead) == (name, [])
        for figure in plain.locator("article figure svg:not(svg svg)").all():
            assert figure.is_visible(), name
