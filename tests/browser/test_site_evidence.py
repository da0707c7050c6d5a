"""Positions, evidence and sources in a browser: equal prominence, everything reachable, on a phone and on paper too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page
from windows import Windows

ISLANDS, SOURCE = "islands/four-islands.html", "sources/tass-2019-02-25.html"
HANDOVER = "Japan on Handover of islands: 3 statements"


@contextmanager
def opened(windows: Windows, address: str, *, width: int = 1280, scripts: bool = True) -> Iterator[Page]:
    with windows.window(width, java_script_enabled=scripts, reduced_motion="reduce") as page:
        page.goto(address)
        yield page


@pytest.mark.parametrize("width", [1280, 800, 390])
@pytest.mark.parametrize("name", ["positions.html", ISLANDS])
def test_sides_stand_beside_each_other_in_columns_of_one_width(
    windows: Windows, real_address: str, name: str, width: int
) -> None:
    with opened(windows, f"{real_address}/{name}", width=width) as page:
        boards = page.locator(".positions").evaluate_all(
            "boards => boards.map(each => [...each.children].map(column => {"
            " const box = column.getBoundingClientRect(); return [box.width, box.top, box.left]; }))"
        )
        assert boards
        for board in boards:
            assert max(box[0] for box in board) - min(box[0] for box in board) < 1
        pairs = [board for board in boards if len(board) > 1]
        assert pairs
        for (_, top, left), (_, other_top, other_left), *_ in pairs:
            assert top == other_top
            assert left < other_left
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_overview_leads_to_the_column(windows: Windows, real_address: str) -> None:
    with opened(windows, f"{real_address}/positions.html") as page:
        page.get_by_label(HANDOVER).click()
        column = page.locator(":target")
        assert column.locator(".voice").inner_text() == "Japan"
        assert column.locator("li").count() == 3
        assert 0 <= column.bounding_box()["y"] < 900  # type: ignore[index]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_claim_can_be_cited_with_and_without_scripts(
    windows: Windows, real_address: str, scripts: bool
) -> None:
    with opened(windows, f"{real_address}/islands/habomai.html", scripts=scripts) as page:
        line = page.locator("li:has(> #soviet-position-of-1956)")
        line.get_by_label("Cite this statement").click()
        cited = page.locator("#cite-soviet-position-of-1956")
        cited.wait_for(state="visible")
        assert "Soviet government; 1956" in cited.inner_text()
        assert "islands/habomai.html#soviet-position-of-1956" in cited.inner_text()


def test_a_page_is_offered_as_data_that_can_be_read(windows: Windows, real_address: str) -> None:
    with opened(windows, f"{real_address}/{SOURCE}") as page:
        page.locator("details.cite > summary").click()
        plain, entry, data, _ = page.locator("details.cite pre").all_inner_texts()
        assert plain.startswith(
            "“Japan works on Russian Foreign Minister Lavrov’s visit to Tokyo”. TASS, 25 February 2019."
        )
        assert entry.startswith("@article{tass-2019-02-25,")
        (item,) = json.loads(data)
        assert item["issued"] == {"date-parts": [[2019, 2, 25]]}


def test_the_strip_leads_to_the_sentence_and_its_squares_are_large_enough(
    windows: Windows, real_address: str
) -> None:
    with opened(windows, f"{real_address}/{SOURCE}", width=390) as page:
        sizes = page.locator(".strip a").evaluate_all(
            "all => all.map(each => { const box = each.parentElement.getBoundingClientRect();"
            " return Math.min(box.width, box.height); })"
        )
        assert min(sizes) >= 24
        page.get_by_label("Sentence 5, cited").click()
        sentence = page.locator("p:has(> :target) + blockquote")
        assert sentence.inner_text().startswith("The government of Japan works on the issue")


def test_tables_of_the_evidence_fit_a_phone(windows: Windows, real_address: str) -> None:
    with opened(windows, f"{real_address}/evidence.html", width=390) as page:
        too_wide = page.locator(".figures, .matrix").evaluate_all(
            "all => all.filter(each => [...each.querySelectorAll('table')].some(table =>"
            " table.getBoundingClientRect().right > innerWidth)).length"
        )
        assert too_wide == 0


def test_on_paper_folded_lists_are_open_and_handles_are_gone(windows: Windows, real_address: str) -> None:
    with opened(windows, f"{real_address}/evidence.html") as page:
        line = page.locator("article details li").first
        assert not line.is_visible()
        page.emulate_media(media="print")
        assert line.is_visible()
        page.goto(f"{real_address}/{ISLANDS}")
        assert not page.locator(".claim-handles").first.is_visible()
        assert page.locator("details.cite pre").first.is_visible()
        assert not page.locator("details.cite pre").nth(1).is_visible()


def test_the_sources_can_be_downloaded(real_site: Path) -> None:
    text = (real_site / "evidence.html").read_text("utf-8")
    for name in ("sources.bib", "sources.csl.json"):
        assert f'href="{name}"' in text
        assert (real_site / name).read_bytes()
