"""The search of large sites: made by the build, found by words and names, and honest where it cannot work."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from once import made_once
from playwright.sync_api import Page
from sitecheck import served

from dossier.publish import Published, publish

RESULT = "#dossier-search .md-search-result__link"
STATUS = "#dossier-search [role=status]"


def _publish_searched(project: Path) -> None:
    shutil.copytree(ROOT / "tests" / "browser" / "pages", project / "build" / "pages")
    shutil.copytree(ROOT / "theme", project / "theme")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = re.sub(r"(?ms)^plugins:\n.*?(?=^\S)", "plugins: []\n", config)
    (project / "mkdocs.yml").write_text(
        config.replace("\nextra:\n", "\nextra:\n  search: pagefind\n"), "utf-8"
    )
    published = publish(project)
    assert isinstance(published, Published), published


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "searched", _publish_searched) / "site"


@pytest.fixture(scope="module")
def searched_address(searched: Path) -> Iterator[str]:
    with served(searched) as address:
        yield address


@pytest.mark.parametrize("words", ["Shikotan", "Шикотан", "色丹島"])
def test_a_page_is_found_by_each_of_its_names(page: Page, searched_address: str, words: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{searched_address}/actors/japan.html")
    page.wait_for_load_state("networkidle")
    assert not any("/pagefind/" in url for url in asked)
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.wait_for_selector(f"{RESULT}[href$='/islands/shikotan.html']")
    assert re.match(r"\d+ pages? found", page.locator(STATUS).inner_text())
    assert all(url.startswith(searched_address) for url in asked)


def test_the_keyboard_alone_is_enough(page: Page, searched_address: str) -> None:
    page.goto(f"{searched_address}/index.html")
    page.keyboard.press("s")
    page.keyboard.type("habomai")
    page.wait_for_selector(RESULT)
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.className").startswith("md-search-result__link")
    page.keyboard.press("Escape")
    assert not page.is_checked("#__search")
    page.keyboard.press("s")
    page.keyboard.press("Enter")
    page.wait_for_url("**/islands/habomai.html*")


def test_what_is_not_there_is_not_found(page: Page, searched_address: str) -> None:
    page.goto(f"{searched_address}/index.html")
    page.locator(".md-search__input").fill("zzzz")
    page.wait_for_function(f"document.querySelector('{STATUS}').textContent === 'Nothing found'")
    assert page.locator(RESULT).count() == 0


def test_a_hostile_name_is_found_as_text(page: Page, searched_address: str) -> None:
    page.goto(f"{searched_address}/index.html")
    page.locator(".md-search__input").fill("owned")
    page.wait_for_selector(f"{RESULT}[href*='actors/hostile.html']")
    assert page.evaluate("window.owned") is None


def test_from_a_folder_it_says_that_it_cannot_work(page: Page, searched: Path) -> None:
    page.goto((searched / "index.html").as_uri())
    page.locator(".md-search__input").fill("habomai")
    page.wait_for_function(f"document.querySelector('{STATUS}').textContent.includes('not from a folder')")
