"""Whoever reads, with whatever: a keyboard alone, a small screen, large letters, other languages, no motion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import reach
from playwright.sync_api import Browser, Page
from sitecheck import SCREENS, sample

WALKED = ["index.html", "islands/shikotan.html"]
NARROWEST = 320  # a screen of 1280 at 400 %
HALVED = 640  # and at 200 %


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", WALKED)
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_the_keyboard_reaches_everything_in_order_and_in_sight(
    page: Page, real_address: str, name: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{real_address}/{name}")
    assert reach.stops_out_of_reach(page) == []


def test_going_back_nothing_hides_under_the_header(page: Page, real_address: str) -> None:
    page.goto(f"{real_address}/islands/shikotan.html")
    assert reach.stops_out_of_reach(page, "Shift+Tab") == []


def test_no_page_scrolls_sideways(page: Page, real_site: Path, real_address: str) -> None:
    for name in sample(real_site):
        page.goto(f"{real_address}/{name}")
        for width in (NARROWEST, 390, HALVED):
            assert (name, width, reach.wider_than_the_screen(page, width)) == (name, width, [])


def test_no_text_is_cut_off_when_set_wide_or_small(page: Page, real_site: Path, real_address: str) -> None:
    for name in sample(real_site):
        page.goto(f"{real_address}/{name}")
        for width in (NARROWEST, 1280):
            page.set_viewport_size({"width": width, "height": 640})
            assert (name, width, reach.cut_off(page)) == (name, width, [])


def test_names_in_other_scripts_say_their_language(page: Page, real_site: Path, real_address: str) -> None:
    for name in sample(real_site):
        page.goto(f"{real_address}/{name}")
        assert (name, reach.of_unknown_language(page)) == (name, [])


def test_every_figure_has_its_words(page: Page, real_site: Path, real_address: str) -> None:
    for name in sample(real_site):
        page.goto(f"{real_address}/{name}")
        assert (name, reach.without_words(page)) == (name, [])


def test_nothing_moves_for_who_wants_no_motion(page: Page, real_address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{real_address}/islands/shikotan.html")
    for opener in (".dossier-menu", ".dossier-search"):
        page.locator(opener).click()
        assert reach.moving(page) == []
        page.keyboard.press("Escape")


FAULTY = [
    (reach.wider_than_the_screen, '<p style="width:900px">x</p>'),
    (reach.of_unknown_language, "<p>Итуруп</p>"),
    (reach.without_words, '<article><figure><svg viewBox="0 0 1 1"></svg></figure></article>'),
    (
        reach.cut_off,
        '<article><p style="width:40px;overflow:hidden;white-space:nowrap">many words</p></article>',
    ),
    (reach.moving, "<style>@keyframes k { to { left: 9px } } p { animation: k 9s }</style><p>x</p>"),
    (reach.stops_out_of_reach, '<a href="#">x</a><a href="#" tabindex="1">x</a>'),
    (reach.stops_out_of_reach, '<a href="#" style="outline:none">x</a>'),
]


@pytest.mark.parametrize(("check", "markup"), FAULTY)
def test_a_fault_is_noticed(page: Page, check: object, markup: str) -> None:
    page.set_content(
        f'<!doctype html><html lang="en"><body><div class="md-header"></div>{markup}</body></html>'
    )
    assert callable(check)
    assert check(page, 320) if check is reach.wider_than_the_screen else check(page)
