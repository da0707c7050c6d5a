"""The dossier of this repository, compiled and published as `make site` does it, read in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from links import broken_links
from playwright.sync_api import Browser
from sitecheck import foreign_requests, inaccessible, pages, use_search

LOOKED_AT = 12  # pages of every kind; all of them take minutes


def sample(site: Path) -> list[str]:
    """The pages at the top, and of each folder its index and those in the middle of the alphabet."""
    by_folder: dict[str, list[str]] = {}
    for name in pages(site):
        if 'http-equiv="refresh"' not in (site / name).read_text("utf-8"):
            by_folder.setdefault(name.rpartition("/")[0], []).append(name)
    top = by_folder.pop("")
    indexes = [f"{folder}/index.html" for folder in by_folder]
    return [*top, *indexes, *(names[len(names) // 2] for names in by_folder.values())]


def test_every_link_and_anchor_leads_somewhere(real_site: Path) -> None:
    assert broken_links(real_site) == []


def test_nothing_is_asked_of_another_host(browser: Browser, real_site: Path) -> None:
    names = sample(real_site)
    assert len(names) >= LOOKED_AT
    assert foreign_requests(browser, real_site.as_uri(), names) == []


def test_axe_has_no_objection(browser: Browser, real_site: Path, real_address: str) -> None:
    assert inaccessible(browser, real_address, sample(real_site)) == []


@pytest.mark.parametrize("words", ["Iturup", "Итуруп", "択捉島", "Etorofu"])
def test_an_island_is_found_by_each_of_its_names(browser: Browser, real_site: Path, words: str) -> None:
    page = browser.new_page()
    page.goto(f"{real_site.as_uri()}/index.html")
    assert any("islands/iturup.html" in address for address in use_search(page, words))
    page.close()


def test_a_footnote_leads_to_its_sentence(browser: Browser, real_site: Path) -> None:
    page = browser.new_page()
    page.goto(f"{real_site.as_uri()}/index.html")
    page.locator("a.footnote-ref").first.click()
    note = page.locator(".footnote li:target")
    quotation = note.inner_text().partition("“")[2].partition("”")[0]
    note.locator("a[href*='#s']").first.click()
    page.wait_for_url("**/sources/*.html#s*")
    sentence = page.locator("blockquote").filter(has_text=quotation)
    assert quotation
    assert sentence.first.is_visible()
    page.close()
