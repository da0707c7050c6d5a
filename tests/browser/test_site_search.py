"""The search finds a page by its name in each script, also from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page
from sitecheck import use_search


@pytest.mark.parametrize("words", ["Shikotan", "Шикотан", "色丹島"])
def test_found_from_a_folder(page: Page, site: Path, words: str) -> None:
    page.goto((site / "index.html").as_uri())
    found = use_search(page, words)
    assert any("/islands/shikotan.html" in address for address in found), found


def test_found_from_a_server(page: Page, address: str) -> None:
    page.goto(f"{address}/actors/japan.html")
    assert any("/islands/shikotan.html" in found for found in use_search(page, "Shikotan"))


def test_a_hostile_name_is_found_as_text(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    assert any("/actors/hostile.html" in found for found in use_search(page, "owned"))
    page.goto((site / "actors" / "hostile.html").as_uri())
    assert page.evaluate("window.owned") is None


def test_a_redirect_page_is_not_found(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    assert not any("shikotan-island" in found for found in use_search(page, "moved"))
