"""The chronology in a browser: its filter lives in the address, also of a page opened from a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page
from sitecheck import SCHEMES, violations
from windows import Windows

SHOWN = ".chronology li:not(.is-out) > .when[data-about]"


@pytest.fixture
def page(page: Page, real_site: Path) -> Page:
    """The chronology of the real dossier, opened from its folder."""
    page.goto(f"{real_site.as_uri()}/chronology.html")
    return page


def filtered(page: Page) -> tuple[int, str]:
    """How many lines are to be seen, and what is said of it."""
    lines = [line for line in page.locator(SHOWN).all() if line.is_visible()]
    return len(lines), page.locator("form.filter [role=status]").inner_text()


def choose(page: Page, label: str, value: str) -> None:
    page.get_by_role("combobox", name=label, exact=True).select_option(value)
    page.wait_for_function("value => location.hash.includes(value)", arg=value)


def test_a_choice_is_in_the_address_and_goes_back(page: Page) -> None:
    all_lines = page.locator(SHOWN).count()
    choose(page, "Status", "planned")
    shown, said = filtered(page)
    assert 0 < shown < all_lines
    assert said == f"{shown} of {all_lines} entries shown"
    assert page.url.endswith("#entry_status=planned")
    marks = page.locator(".timeline .row .mark")
    assert sum(each.is_visible() for each in marks.all()) == shown
    page.go_back()
    page.wait_for_function("location.hash === ''")
    assert filtered(page) == (all_lines, f"{all_lines} of {all_lines} entries shown")
    assert page.get_by_role("combobox", name="Status", exact=True).input_value() == ""


def test_an_address_that_is_shared_opens_filtered(page: Page, browser: Browser) -> None:
    choose(page, "Actor", "vladimir-putin")
    choose(page, "Kind of entry", "event")
    there = browser.new_page()
    there.goto(page.url)
    assert filtered(there) == filtered(page)
    assert there.get_by_role("combobox", name="Actor", exact=True).input_value() == "vladimir-putin"
    for line in there.locator(SHOWN).all():
        assert "vladimir-putin" in (line.get_attribute("data-about") or "").split()
    there.get_by_role("button", name="Show all").click()
    there.wait_for_function("location.hash === ''")
    assert filtered(there)[0] == there.locator(".when[data-about]").count()
    there.close()


def test_headings_of_nothing_are_not_shown(page: Page) -> None:
    choose(page, "Status", "planned")
    headings = [each.inner_text() for each in page.locator("article :is(h2, h3)").all() if each.is_visible()]
    assert [each.rstrip("# ").strip() for each in headings] == ["Planned", "Sources"]


def test_a_mark_leads_to_its_line_and_keeps_the_filter(page: Page) -> None:
    mark = page.get_by_role("link", name="16 February 2019: Lavrov and Kono meet in Munich")
    mark.click()
    assert page.evaluate("document.querySelector(':target').textContent") == "16 February 2019"
    choose(page, "Actor", "taro-kono")
    mark.click()
    page.wait_for_function("location.hash.includes('entry=')")
    assert "actor=taro-kono" in page.url
    target = page.locator(".chronology li.is-target")
    assert "Munich" in target.inner_text()
    assert target.bounding_box()["y"] < 900  # type: ignore[index]


def test_a_line_that_is_filtered_out_is_shown_when_an_address_names_it(page: Page) -> None:
    line = page.locator(".when[data-status=happened]").first.get_attribute("id")
    choose(page, "Status", "planned")
    page.evaluate("id => { location.hash = id }", line)
    page.wait_for_function("id => document.getElementById(id).checkVisibility()", arg=line)


def test_without_a_script_the_whole_list_stands(browser: Browser, real_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real_site.as_uri()}/chronology.html")
    assert not page.locator("form.filter").is_visible()
    assert all(line.is_visible() for line in page.locator(".when[data-about]").all())
    context.close()


def test_marks_and_words_fit_a_phone(page: Page, real_site: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{real_site.as_uri()}/chronology.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    texts = [text for text in page.locator(".timeline text").all() if text.is_visible()]
    sizes = {text.evaluate("each => parseFloat(getComputedStyle(each).fontSize)") for text in texts}
    assert min(sizes) >= 10
    boxes = [box for text in texts if (box := text.bounding_box())]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)


def test_the_keyboard_reaches_each_mark_and_shows_what_it_is(page: Page) -> None:
    page.locator(".timeline-skip").focus()
    assert page.locator(".timeline-skip").is_visible()
    mark = page.locator(".timeline .mark:has(.label:not(.fits, .fits-wide))").first
    assert not mark.locator(".label").is_visible()
    mark.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert mark.evaluate("each => each === document.activeElement")
    assert mark.locator(".label").is_visible()


def test_an_event_leads_to_the_one_before_and_after(page: Page, real_site: Path) -> None:
    page.goto(f"{real_site.as_uri()}/events/2019-02-16-munich-talks.html")
    page.locator("nav.sequence a[rel=next]").click()
    page.locator("nav.sequence a[rel=prev]").click()
    page.wait_for_url("**/2019-02-16-munich-talks.html")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_has_no_objection_to_a_filtered_list(
    windows: Windows, real_address: str, scheme: Literal["light", "dark"]
) -> None:
    with windows.window(color_scheme=scheme, reduced_motion="reduce") as page:
        page.goto(f"{real_address}/chronology.html#entry_status=planned")
        assert violations(page, scheme, ["article"]) == []
