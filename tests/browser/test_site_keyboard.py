"""Everything on a phone's screen can be reached and used without a pointer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from windows import Windows

FOCUSED = "document.activeElement"


@pytest.fixture
def phone(windows: Windows, address: str) -> Iterator[Page]:
    with windows.window(390, 844, reduced_motion="reduce") as page:
        page.goto(f"{address}/islands/shikotan.html")
        yield page


def tab_to(page: Page, selector: str) -> None:
    for _ in range(15):
        page.keyboard.press("Tab")
        if page.evaluate(f"s => {FOCUSED}.matches(s)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_first_stop_skips_to_the_text(phone: Page) -> None:
    phone.keyboard.press("Tab")
    assert phone.evaluate(f"{FOCUSED}.matches('.md-skip')")
    phone.keyboard.press("Enter")
    assert phone.evaluate("location.hash") == "#shikotan"


def test_menu_opens_takes_the_focus_and_gives_it_back(phone: Page) -> None:
    tab_to(phone, ".dossier-menu")
    phone.keyboard.press("Enter")
    assert phone.evaluate(f"!!{FOCUSED}.closest('#dossier-menu')")
    phone.keyboard.press("Tab")
    assert phone.evaluate(f"{FOCUSED}.textContent") == "Briefing"
    phone.keyboard.press("Escape")
    assert phone.evaluate(f"{FOCUSED}.matches('.dossier-menu[aria-expanded=false]')")


def test_search_opens_finds_and_closes(phone: Page) -> None:
    tab_to(phone, ".dossier-search")
    phone.keyboard.press("Enter")
    phone.wait_for_function(f"{FOCUSED}.matches('.md-search__input')")
    phone.keyboard.type("Habomai")
    phone.wait_for_selector(".md-search-result__link")
    phone.keyboard.press("ArrowDown")
    assert phone.evaluate(f"{FOCUSED}.matches('.md-search-result__link')")
    phone.keyboard.press("Escape")
    assert not phone.evaluate("document.querySelector('#__search').checked")


def test_colours_can_be_switched(phone: Page) -> None:
    before = phone.evaluate("document.body.dataset.mdColorScheme")
    tab_to(phone, "[name=__palette]")
    phone.keyboard.press("ArrowRight")
    assert phone.evaluate("document.body.dataset.mdColorScheme") != before


def test_what_has_the_focus_can_be_seen(phone: Page) -> None:
    for _ in range(40):
        phone.keyboard.press("Tab")
        if phone.evaluate(f"{FOCUSED}.matches('body, [name=__palette]')"):
            continue  # the switch of colours is drawn by its label
        left, right, width, name = phone.evaluate(
            f"(r => [r.left, r.right, r.width, {FOCUSED}.outerHTML])({FOCUSED}.getBoundingClientRect())"
        )
        assert 0 <= left < right <= 390, name
        assert width > 0, name
