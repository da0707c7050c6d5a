"""Networks as readers see them: words that are large enough and apart, lists that fold and yet print."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import ElementHandle, Page
from sitecheck import pages

SMALLEST = 10  # px
LARGEST = 8
# The boxes of all words of a figure and the size of its type, in px of the screen.
DRAWN = """figures => figures.map(figure => {
  const words = [...figure.querySelectorAll("svg text")].map(text => {
    const {left, top, right, bottom} = text.getBoundingClientRect();
    return {left, top, right, bottom, words: text.textContent};
  });
  const svg = figure.querySelector("svg"), types = [...svg.querySelectorAll("text")];
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  const sizes = types.map(type => parseFloat(getComputedStyle(type).fontSize));
  return {words, size: scale * Math.min(...sizes), wide: innerWidth};
})"""


def with_networks(site: Path) -> list[str]:
    return [name for name in pages(site) if "figure network" in (site / name).read_text("utf-8")]


def most_drawn(site: Path) -> list[str]:
    """The pages whose networks have the most lines; where these find room, smaller ones do."""
    lines = {name: (site / name).read_text("utf-8").count('class="spoke') for name in with_networks(site)}
    assert len(lines) > 20
    return sorted(lines, key=lambda name: -lines[name])[:LARGEST]


def overlapping(words: list[dict[str, float]]) -> list[tuple[object, object]]:
    # Lines of type are set tighter than the box a browser gives them, by a little.
    return [
        (one["words"], other["words"])
        for place, one in enumerate(words)
        for other in words[place + 1 :]
        if one["left"] < other["right"] - 1
        and other["left"] < one["right"] - 1
        and one["top"] < other["bottom"] - 3
        and other["top"] < one["bottom"] - 3
    ]


def test_words_are_large_enough_on_a_phone_and_do_not_overlap(page: Page, real_site: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for name in most_drawn(real_site):
        page.goto(f"{real_site.as_uri()}/{name}")
        for figure in page.locator("figure.network").evaluate_all(DRAWN):
            assert figure["size"] >= SMALLEST, name
            assert overlapping(figure["words"]) == [], name
            assert all(each["left"] >= 0 and each["right"] <= figure["wide"] for each in figure["words"]), (
                name
            )


def test_every_neighbour_drawn_is_told_in_words_too(page: Page, real_site: Path) -> None:
    for name in most_drawn(real_site):
        page.goto(f"{real_site.as_uri()}/{name}", wait_until="domcontentloaded")
        drawn = page.locator("figure.network a").evaluate_all("all => all.map(a => a.href.baseVal)")
        told = page.locator(".relations a, details.fold a").evaluate_all(
            "all => all.map(a => a.getAttribute('href'))"
        )
        assert set(drawn) <= set(told), name


@pytest.mark.parametrize("key", ["hover", "focus"])
def test_pointing_at_a_neighbour_leaves_its_own_lines(page: Page, real_site: Path, key: str) -> None:
    page.goto(f"{real_site.as_uri()}/{with_networks(real_site)[0]}")
    link = page.locator("figure.network a.n1")
    if key == "hover":
        link.hover()
    else:
        page.keyboard.press("Tab")  # so that focus shows, as it does for whoever uses the keyboard
        link.focus()
    shown = "all => all.map(path => getComputedStyle(path).opacity)"
    assert set(page.locator("figure.network .spoke.n1").evaluate_all(shown)) == {"1"}
    assert "1" not in page.locator("figure.network .spoke[class*=' n']:not(.n1)").evaluate_all(shown)


def _is_seen(element: ElementHandle) -> bool:
    # Unlike Playwright's own, this knows of `content-visibility`, by which a browser folds.
    return bool(element.evaluate("element => element.checkVisibility({contentVisibilityAuto: true})"))


def test_folded_lists_open_by_keyboard_and_print_open(page: Page, real_site: Path) -> None:
    folded = next(
        name for name in with_networks(real_site) if 'class="fold">' in (real_site / name).read_text("utf-8")
    )
    page.goto(f"{real_site.as_uri()}/{folded}")
    closed = page.locator("details.fold:not([open])").first.element_handle()
    assert closed is not None
    line, summary = closed.query_selector("li"), closed.query_selector("summary")
    assert line is not None
    assert summary is not None
    assert not _is_seen(line)
    page.emulate_media(media="print")
    assert _is_seen(line)
    page.emulate_media(media="screen")
    summary.focus()
    page.keyboard.press("Enter")
    assert _is_seen(line)
