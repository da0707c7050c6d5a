"""Whoever reads, with whatever: a keyboard alone, a small screen, large letters, other languages, no motion."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import reach
from once import made_once
from playwright.sync_api import Page
from sitecheck import SCREENS, sample
from windows import Windows

DESK, HAND = SCREENS
# What surrounds every page is walked on both screens and both ways, what stands in the home page alone once.
WALKED = [
    ("islands/shikotan.html", DESK, "Shift+Tab"),
    ("islands/shikotan.html", HAND, "Tab"),
    ("index.html", HAND, "Tab"),
]
NARROWEST = 320  # a screen of 1280 at 400 %
HALVED = 640  # and at 200 %


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    with windows.window(reduced_motion="reduce") as page:
        yield page


@pytest.mark.parametrize(("name", "screen", "key"), WALKED)
def test_the_keyboard_reaches_everything_in_order_and_in_sight(
    page: Page, real_address: str, name: str, screen: tuple[int, int], key: str
) -> None:
    page.set_viewport_size({"width": screen[0], "height": screen[1]})
    page.goto(f"{real_address}/{name}")
    assert reach.stops_out_of_reach(page, key) == []


@pytest.fixture(scope="module")
def faults(
    windows: Windows, real_site: Path, real_address: str, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[str]]:
    """What is wrong with the pages of every type, by what was asked; each page is opened once for all questions."""

    def ask(folder: Path) -> None:
        found: dict[str, list[str]] = {}
        with windows.window(reduced_motion="reduce") as page:
            for name in sample(real_site):
                page.goto(f"{real_address}/{name}")
                for question, answers in _asked(page):
                    found.setdefault(question, []).extend(f"{name}: {answer}" for answer in answers)
        (folder / "faults.json").write_text(json.dumps(found), "utf-8")

    told: dict[str, list[str]] = json.loads(
        (made_once(tmp_path_factory, "reach", ask) / "faults.json").read_text("utf-8")
    )
    return told


def _asked(page: Page) -> Iterator[tuple[str, list[str]]]:
    for width in (1280, HALVED, 390, NARROWEST):
        yield f"wider than {width}", reach.wider_than_the_screen(page, width)
        if width in (1280, NARROWEST):
            yield f"cut off at {width}", reach.cut_off(page)
    yield "of unknown language", reach.of_unknown_language(page)
    yield "without words", reach.without_words(page)


@pytest.mark.parametrize("width", [1280, HALVED, 390, NARROWEST])
def test_no_page_scrolls_sideways(faults: dict[str, list[str]], width: int) -> None:
    assert faults[f"wider than {width}"] == []


@pytest.mark.parametrize("width", [NARROWEST, 1280])
def test_no_text_is_cut_off_when_set_wide_or_small(faults: dict[str, list[str]], width: int) -> None:
    assert faults[f"cut off at {width}"] == []


def test_names_in_other_scripts_say_their_language(faults: dict[str, list[str]]) -> None:
    assert faults["of unknown language"] == []


def test_every_figure_has_its_words(faults: dict[str, list[str]]) -> None:
    assert faults["without words"] == []


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
