"""Maps in a browser: what was estimated when they were drawn holds with the letters that readers see."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import Page

PAGES = [
    "index.html",
    *(f"islands/{each}.html" for each in ("four-islands", "kuril-islands", "shikotan", "sakhalin")),
]
SMALLEST = 10.0  # pixels
TOUCH = 1.0  # of the empty rim that a browser counts as part of a letter's box

_BOXES = """all => all.filter(e => e.getClientRects().length).map(e => {
  const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom, e.textContent.trim()] })"""
_SIZES = """svg => { const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return [...svg.querySelectorAll('text, tspan:not(.map-gap)')].map(
    e => [parseFloat(getComputedStyle(e).fontSize) * scale, e.textContent]) }"""


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def screen(request: pytest.FixtureRequest, page: Page) -> Page:
    page.set_viewport_size({"width": request.param, "height": 900})
    return page


@pytest.mark.parametrize("name", PAGES)
def test_words_do_not_touch_and_can_be_read(screen: Page, real_address: str, name: str) -> None:
    errors: list[str] = []
    screen.on("pageerror", lambda error: errors.append(str(error)))
    screen.goto(f"{real_address}/{name}")
    boxes = screen.locator(".map-svg text").evaluate_all(_BOXES)
    assert len(boxes) > 3
    frame = screen.locator(".map-svg").first.bounding_box()
    assert frame
    for left, top, right, bottom, words in boxes:
        assert left >= frame["x"] - TOUCH, words
        assert right <= frame["x"] + frame["width"] + TOUCH, words
        assert top >= frame["y"] - TOUCH, words
        assert bottom <= frame["y"] + frame["height"] + TOUCH, words
    assert [
        (a[4], b[4])
        for a, b in combinations(boxes, 2)
        if a[0] + TOUCH < b[2] and b[0] + TOUCH < a[2] and a[1] + TOUCH < b[3] and b[1] + TOUCH < a[3]
    ] == []
    sizes = screen.locator(".map-svg").first.evaluate(_SIZES)
    assert [each for each in sizes if each[0] < SMALLEST] == []
    assert errors == []


def test_a_map_is_walked_by_keyboard_one_stop_a_sheet(page: Page, real_address: str) -> None:
    page.goto(f"{real_address}/islands/four-islands.html")
    links = page.locator(".map svg a")
    addresses = links.evaluate_all("all => all.map(link => link.getAttribute('href'))")
    assert len(addresses) == len(set(addresses)) >= 4
    links.first.focus()
    reached = []
    for _ in addresses:
        reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"
        page.keyboard.press("Tab")
    assert reached == addresses
    page.locator(".map a", has_text="Shikotan").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/islands/shikotan.html")


def test_names_on_a_map_carry_their_language(page: Page, real_address: str) -> None:
    page.goto(f"{real_address}/islands/shikotan.html")
    label = page.locator(".map-subject")
    assert label.locator("[lang=ja]").text_content() == "色丹島"
    assert label.locator("[lang=ru]").text_content() == "Шикотан"


def test_the_list_opens_and_has_what_the_map_has(page: Page, real_address: str) -> None:
    page.goto(f"{real_address}/index.html")
    drawn = page.locator(".map a").evaluate_all("all => all.map(link => link.getAttribute('href'))")
    listed = page.locator(".map-list li > strong > a")
    page.locator(".map-list > summary").click()
    assert listed.first.is_visible()
    assert set(drawn) <= set(listed.evaluate_all("all => all.map(link => link.getAttribute('href'))"))


def test_ids_of_patterns_are_found_and_used_once(page: Page, real_address: str) -> None:
    for name in PAGES:
        page.goto(f"{real_address}/{name}")
        ids = page.locator("[id]").evaluate_all("all => all.map(each => each.id)")
        fills = page.locator(".map [fill^=url]").evaluate_all(
            "all => all.map(e => e.getAttribute('fill').slice(5, -1))"
        )
        assert fills
        assert all(ids.count(each) == 1 for each in fills)
