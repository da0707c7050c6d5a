"""Evidence and previews on the spot: with the mouse, the keyboard and a finger; without JavaScript as notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page
from sitecheck import SCHEMES, violations
from windows import Windows

CARD = ".dossier-card"
FOCUSED = "document.activeElement"
LINK = "article :is(p, li) > a[title]:not(.headerlink, .footnote-backref)"


@pytest.fixture
def desk(windows: Windows, address: str) -> Iterator[Page]:
    """The page of an island on a wide screen."""
    with windows.window(reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{address}/islands/shikotan.html")
        yield page


@pytest.fixture
def hand(windows: Windows, address: str) -> Iterator[Page]:
    """The same on a phone."""
    with windows.window(390, 844, has_touch=True, reduced_motion="reduce") as page:
        page.goto(f"{address}/islands/shikotan.html")
        yield page


def verified(page: Page) -> Locator:
    """The first reference to a quotation that was found in its source."""
    return page.locator("abbr[title=verified] + sup > .footnote-ref").first


def note_of(page: Page, reference: Locator) -> Locator:
    number = (reference.get_attribute("href") or "").removeprefix("#")
    return page.locator(f"li[id='{number}']")


def quotation(text: str) -> str:
    return text.partition("“")[2].partition("”")[0]


def test_pointing_at_a_mark_shows_the_evidence(desk: Page) -> None:
    note = note_of(desk, verified(desk))
    desk.locator("abbr[title=verified]:has(+ sup > .footnote-ref)").first.hover()
    card = desk.locator(CARD)
    card.wait_for()
    assert quotation(note.inner_text()) == quotation(card.inner_text()) != ""
    link = card.locator("a[href*='#s']").first
    assert link.get_attribute("href") == note.locator("a[href*='#s']").first.get_attribute("href")
    assert card.locator(".footnote-backref, [id*='fnref']").count() == 0
    card.hover()  # what can be pointed at stays
    desk.wait_for_timeout(600)
    assert card.is_visible()
    desk.mouse.move(5, 5)
    card.wait_for(state="detached")


def test_all_notes_of_a_mark_stand_in_one_card(desk: Page) -> None:
    several = desk.locator("abbr + sup:has(+ sup > .footnote-ref) > .footnote-ref").first
    several.hover()
    desk.locator(CARD).wait_for()
    assert desk.locator(f"{CARD} .dossier-card__note").count() > 1


def test_a_claim_says_whose_it_is(desk: Page) -> None:
    line = desk.locator("li:has(a[data-by]) .footnote-ref").first
    line.hover()
    desk.locator(CARD).wait_for()
    voice = desk.locator("li a[data-by]").first.get_attribute("data-by")
    assert f"Said by {voice}" in desk.locator(CARD).inner_text()
    desk.keyboard.press("Escape")
    verified(desk).hover()
    desk.locator(CARD).wait_for()
    assert "Said by" not in desk.locator(CARD).inner_text()


def test_the_keyboard_opens_enters_and_closes_it(desk: Page) -> None:
    verified(desk).evaluate("link => link.focus({ focusVisible: true })")
    desk.locator(CARD).wait_for()
    assert desk.evaluate(
        f"document.getElementById({FOCUSED}.getAttribute('aria-describedby')).textContent.includes('“')"
    )
    desk.keyboard.press("Tab")
    assert desk.evaluate(f"{FOCUSED}.matches('{CARD} a[href]')")
    desk.keyboard.press("Escape")
    assert desk.locator(CARD).count() == 0
    assert desk.evaluate(f"{FOCUSED}.matches('.footnote-ref:not([aria-describedby])')")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Shift+Tab")
    desk.locator(CARD).wait_for()
    desk.keyboard.press("Escape")
    assert desk.evaluate(f"{FOCUSED}.matches('.footnote-ref')")


def test_leaving_with_the_keyboard_closes_it(desk: Page) -> None:
    verified(desk).evaluate("link => link.focus({ focusVisible: true })")
    desk.locator(CARD).wait_for()
    for _ in range(20):
        desk.keyboard.press("Tab")
        if not desk.evaluate(f"{FOCUSED}.closest('{CARD}') || {FOCUSED}.matches('.footnote-ref')"):
            break
    assert desk.locator(f"{CARD}[data-kind=evidence]").count() == 0


def test_a_click_still_leads_to_the_note(desk: Page) -> None:
    reference = verified(desk)
    reference.click()
    assert note_of(desk, reference).evaluate("note => note.matches(':target')")
    desk.locator(CARD).wait_for(state="detached")


def test_a_tap_opens_it_as_a_sheet_and_a_second_closes_it(hand: Page) -> None:
    reference = verified(hand)
    reference.tap()
    card = hand.locator(CARD)
    card.wait_for()
    assert hand.evaluate("location.hash") == ""
    box = card.bounding_box()
    assert box is not None
    assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, 390, 844)
    reference.tap()
    assert card.count() == 0
    reference.tap()
    card.wait_for()
    hand.touchscreen.tap(200, 100)
    assert card.count() == 0


@pytest.mark.parametrize("width", [320, 700, 1280])
def test_it_stays_inside_the_window(desk: Page, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 700})
    for reference in desk.locator("article :is(td, p, li) > sup > .footnote-ref").all()[:6]:
        reference.scroll_into_view_if_needed()
        reference.hover()
        desk.locator(CARD).wait_for()
        box = desk.locator(CARD).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= 700
        desk.keyboard.press("Escape")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_has_no_objection_to_cards(
    windows: Windows, address: str, scheme: Literal["light", "dark"], width: int
) -> None:
    with windows.window(width, 844, color_scheme=scheme, reduced_motion="reduce") as page:
        page.goto(f"{address}/islands/shikotan.html")
        for target in (verified(page), page.locator(LINK).first):
            target.hover()
            page.locator(CARD).wait_for()
            assert violations(page, scheme, [CARD, "[aria-describedby]"]) == []
            page.keyboard.press("Escape")


def test_a_link_says_what_it_leads_to(desk: Page) -> None:
    title = desk.locator(LINK).first.get_attribute("title") or ""
    target = desk.locator(LINK).first.get_attribute("href")
    kind, _, words = title.partition(": ")
    links, card = desk.locator(f"article a[href='{target}']"), desk.locator(CARD)
    for link in (links.first, links.nth(1)):  # the first says it for all
        link.hover()
        card.wait_for()
        assert card.inner_text().split("\n")[0] == kind
        assert words in card.inner_text()
        assert link.get_attribute("title") is None
        desk.keyboard.press("Escape")


def test_it_works_from_a_folder(page: Page, site: Path) -> None:
    page.goto((site / "islands" / "shikotan.html").as_uri())
    verified(page).hover()
    page.locator(CARD).wait_for()
    assert quotation(page.locator(CARD).inner_text())


def test_a_hostile_page_stays_text(page: Page, address: str) -> None:
    page.goto(f"{address}/actors/hostile.html")
    for each in page.locator(f"article .footnote-ref, {LINK}").all()[:8]:
        each.hover()
        page.locator(CARD).wait_for()
        page.keyboard.press("Escape")
    assert page.evaluate("window.owned") is None


def test_a_statement_can_be_passed_on(desk: Page, address: str) -> None:
    desk.locator("li:has(a[data-by]) .footnote-ref").first.hover()
    desk.get_by_role("button", name="Copy link to this statement").click()
    desk.get_by_role("button", name="Copied").wait_for()
    copied = desk.evaluate("navigator.clipboard.readText()")
    place = desk.locator("li a[data-by]").first.get_attribute("id")
    assert copied == f"{address}/islands/shikotan.html#{place}"


def test_a_citation_names_its_address_and_can_be_copied(desk: Page, address: str) -> None:
    desk.locator("details.cite summary").click()
    text = desk.locator("details.cite pre").first
    assert f"{address}/islands/shikotan.html" in text.inner_text()
    desk.locator("details.cite .dossier-copy").first.click()
    desk.get_by_role("button", name="Copied").wait_for()
    assert desk.evaluate("navigator.clipboard.readText()") == text.inner_text().strip()


def test_a_link_into_a_folded_part_opens_it(desk: Page) -> None:
    place = desk.locator("details [id]").first.get_attribute("id")
    desk.evaluate("id => location.hash = id", place)
    desk.locator(f"[id='{place}']").wait_for(state="visible")
