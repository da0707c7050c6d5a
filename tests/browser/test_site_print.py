"""Any page prints as a briefing paper, whatever the colours on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from sitecheck import SCHEMES, sample
from windows import Windows

PRINTED = "islands/shikotan.html"
# What of the text would hardly be seen on paper: the lightness of each colour (WCAG 2.2, relative luminance).
_FAINT = """() => {
    const channel = value => (value /= 255) <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
    const lightness = colour => { const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(channel);
        return .2126 * r + .7152 * g + .0722 * b; };
    return [...document.querySelectorAll("article *")].filter(each => each.checkVisibility() && !each.closest("svg")
        && [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim())
        && 1.05 / (lightness(getComputedStyle(each).color) + .05) < 4.5).map(each => each.outerHTML.slice(0, 120));
}"""


@pytest.fixture(params=SCHEMES)
def coloured(request: pytest.FixtureRequest, windows: Windows) -> Iterator[Page]:
    with windows.window(color_scheme=request.param) as page:
        yield page


@dataclass(frozen=True)
class Printed:
    """A page on paper, and the pages that its notes lead to."""

    reader: PdfReader
    figures: int
    sources: list[str]


@pytest.fixture(scope="module", params=SCHEMES)
def printed(request: pytest.FixtureRequest, browser: Browser, real_address: str) -> Printed:
    page = browser.new_page(color_scheme=request.param)
    page.goto(f"{real_address}/{PRINTED}")
    paths = "all => all.map(link => link.pathname)"
    sources = page.locator(".footnote a[href*='sources/']").evaluate_all(paths)
    figures = page.locator("article figure svg").count()
    reader = PdfReader(BytesIO(page.pdf(format="A4")))
    page.close()
    return Printed(reader, figures, [source.lstrip("/") for source in sources])


def words(reader: PdfReader) -> str:
    """All text of the pages without the white space, as a line may break within an address."""
    return "".join("".join(leaf.extract_text() for leaf in reader.pages).split())


def web_addresses(file: Path) -> list[str]:
    tree = html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
    links = (link.get("href", "") for link in tree.findall(".//article//a"))
    return [address for address in links if address.startswith("http")]


def test_the_article_is_on_paper_and_the_furniture_is_not(printed: Printed) -> None:
    text = words(printed.reader)
    assert "Shikotan" in text
    for furniture in ("Skip to content", "On this page", "Search", "Menu", "Edit this sheet"):
        assert furniture.replace(" ", "") not in text


def test_notes_have_the_addresses_of_their_sources(printed: Printed, real_site: Path) -> None:
    addresses = {
        address for source in {*printed.sources} for address in web_addresses(real_site / source)[:1]
    }
    text = words(printed.reader)
    assert addresses
    assert [address for address in sorted(addresses) if address not in text] == []


def test_figures_are_drawn_and_no_picture(printed: Printed) -> None:
    assert printed.figures
    assert [image.name for leaf in printed.reader.pages for image in leaf.images] == []


def test_folded_parts_are_open_and_all_text_is_dark_enough_for_white_paper(
    coloured: Page, real_site: Path, real_address: str
) -> None:
    closed = "all => all.filter(each => !each.checkVisibility({contentVisibilityAuto: true})).map(e => e.outerHTML)"
    for name in sample(real_site):
        coloured.goto(f"{real_address}/{name}")
        coloured.add_style_tag(content="* { transition: none !important }")  # colours take a moment to change
        coloured.emulate_media(media="print")
        hidden = coloured.locator("article details:not(.cite) > :not(summary)").evaluate_all(closed)
        assert (name, [each[:120] for each in hidden]) == (name, [])
        assert (name, coloured.evaluate(_FAINT)) == (name, [])
        coloured.emulate_media(media="screen")
