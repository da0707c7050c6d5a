"""The dossier of this repository, compiled and published as `make site` does it, read in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from links import broken_links
from playwright.sync_api import Browser, Page
from sitecheck import foreign_requests, inaccessible, pages, sample, typical, use_search
from validity import invalid

LOOKED_AT = 12  # pages of every type; all of them take minutes
SHARES = 4  # of the work, so that several workers have some


def test_every_link_and_anchor_leads_somewhere(real_site: Path) -> None:
    assert broken_links(real_site) == []


def test_nothing_is_asked_of_another_host(browser: Browser, real_site: Path) -> None:
    names = sample(real_site)
    assert len(names) >= LOOKED_AT
    assert foreign_requests(browser, real_site.as_uri(), names) == []


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_has_no_objection(browser: Browser, real_site: Path, real_address: str, share: int) -> None:
    names = typical(real_site)
    assert len(names) >= SHARES
    assert inaccessible(browser, real_address, names[share::SHARES], first=names[0]) == []


def test_every_page_is_valid_html(real_site: Path) -> None:
    assert invalid(real_site, [*pages(real_site), "404.html"]) == []


@pytest.mark.parametrize("words", ["Итуруп", "択捉島"])
def test_an_island_is_found_by_each_of_its_names(page: Page, real_site: Path, words: str) -> None:
    page.goto(f"{real_site.as_uri()}/index.html")
    assert any("islands/iturup.html" in address for address in use_search(page, words))


def test_a_footnote_leads_to_its_sentence(page: Page, real_site: Path) -> None:
    page.goto(f"{real_site.as_uri()}/index.html")
    page.locator("a.footnote-ref").first.click()
    note = page.locator(".footnote li:target")
    quotation = note.inner_text().partition("“")[2].partition("”")[0]
    note.locator("a[href*='#s']").first.click()
    page.wait_for_url("**/sources/*.html#s*")
    sentence = page.locator("blockquote").filter(has_text=quotation)
    assert quotation
    assert sentence.first.is_visible()
