"""Around the text: long lists that sort and filter, the page for a wrong address, where a page was made from."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from once import made_once
from playwright.sync_api import Browser, Page

from dossier.publish import Published, publish

ROOT = Path(__file__).parents[2]
ROWS = 2000
NAMES = ["Édouard", "Zoë", "anna", "Иван", "色丹島"]
SHEET = """---
title: "Shikotan"
description: "An island."
kind: "island"
sheet: "content/islands/shikotan.yml"
changed: "2026-03-09"
---

# Shikotan
"""


def long_list() -> str:
    """A list out of order in every column: dates of all sorts, names, numbers, some of them missing."""
    rows = []
    for number in range(ROWS):
        year = 1000 + number * 7 % ROWS
        date = (
            f'<time datetime="{year}-05-04">4 May {year}</time>' if number % 3 else f"between {year} and 3000"
        )
        count = "" if number == 5 else f"{number * 13 % ROWS:,}"
        rows.append(
            f"| {date} | {NAMES[number % len(NAMES)]} {number} <abbr title='cited'>○</abbr> | {count} |"
        )
    front = "---\ntitle: Things\nkind: thing\nlisted: list\n---\n\n# Things\n"
    return "\n".join([front, "| Date | Name | Count |", "| --- | --- | --- |", *rows]) + "\n"


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "small", _publish_small) / "site"


def _publish_small(project: Path) -> None:
    pages = project / "build" / "pages"
    (pages / "islands").mkdir(parents=True)
    (pages / "index.md").write_text("---\ntitle: Home\n---\n\n# Home\n", "utf-8")
    (pages / "things.md").write_text(long_list(), "utf-8")
    (pages / "islands" / "shikotan.md").write_text(SHEET, "utf-8")
    (pages / "islands" / "index.md").write_text("---\ntitle: Islands\n---\n\n# Islands\n", "utf-8")
    shutil.copytree(ROOT / "theme", project / "theme")
    before, _, after = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")
    after = after[after.index("\ntheme:") :].replace(
        "\nextra:\n", "\nextra:\n  edit: https://a.example/edit/main/\n"
    )
    (project / "mkdocs.yml").write_text(
        f"{before}\nnav: [index.md, islands/index.md, things.md]{after}", "utf-8"
    )
    published = publish(project)
    assert isinstance(published, Published), published


class _Host(SimpleHTTPRequestHandler):
    """A host of sites in folders: what it does not have it answers with the site's 404.html."""

    def __init__(self, *args: object, site: Path, below: str, **options: object) -> None:
        self.site, self.below = site, below
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        name = path.partition("?")[0]
        return str(self.site / name.removeprefix(self.below)) if name.startswith(self.below) else "/nowhere"

    def send_error(self, *_: object, **__: object) -> None:
        page = (self.site / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


@contextmanager
def hosted(site: Path, below: str) -> Iterator[str]:
    server = ThreadingHTTPServer(("localhost", 0), partial(_Host, site=site, below=below))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}{below}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def things(page: Page, small_site: Path) -> Page:
    page.goto((small_site / "things.html").as_uri())
    return page


def column(page: Page, number: int) -> list[str]:
    """The words of a column, as far as they are seen."""
    script = "(rows, n) => rows.filter(row => !row.hidden).map(row => row.cells[n - 1].textContent)"
    return list(page.locator("article tbody tr").evaluate_all(script, number))


def test_a_column_sorts_by_what_it_holds(things: Page) -> None:
    things.get_by_role("button", name="Date").click()
    years = [
        int("".join(c for c in text if c.isdigit() or c == " ").split()[-1 if "May" in text else 0])
        for text in column(things, 1)
    ]
    assert years == sorted(years)
    assert things.get_by_role("columnheader", name="Date").get_attribute("aria-sort") == "ascending"
    things.get_by_role("button", name="Count").click()
    things.get_by_role("button", name="Count").click()
    counts = column(things, 3)
    assert counts[-1] == ""  # nothing to sort by comes last, up or down
    numbers = [int(count.replace(",", "")) for count in counts[:-1]]
    assert numbers == sorted(numbers, reverse=True)
    assert things.locator("th[aria-sort]").count() == 1
    things.get_by_role("button", name="Name").click()
    names = [text.split()[0] for text in column(things, 2)]
    assert list(dict.fromkeys(names)) == ["anna", "Édouard", "Zoë", "Иван", "色丹島"]
    assert len(names) == ROWS


def test_typing_filters_and_says_how_many_are_left(things: Page) -> None:
    things.get_by_label("Filter this list").fill("edouard 19")
    left = column(things, 2)
    assert left
    assert all("Édouard" in name for name in left)
    assert things.locator(".dossier-filter [role=status]").inner_text() == f"{len(left)} of {ROWS}"
    things.get_by_label("Filter this list").fill("")
    assert len(column(things, 2)) == ROWS


def test_what_was_chosen_stands_in_the_address(page: Page, small_site: Path) -> None:
    with hosted(small_site, "/") as address:
        page.goto(f"{address}things.html")
        page.get_by_label("Filter this list").fill("zoe")
        page.get_by_role("button", name="Count").click()
        seen = column(page, 3)
        page.goto(page.url)
        page.reload()
        assert page.get_by_label("Filter this list").input_value() == "zoe"
        assert column(page, 3) == seen


def test_a_list_sorts_by_the_keyboard(things: Page) -> None:
    things.get_by_role("button", name="Name").focus()
    things.keyboard.press("Enter")
    assert things.get_by_role("columnheader", name="Name").get_attribute("aria-sort") == "ascending"


def test_without_javascript_the_list_is_a_table(browser: Browser, small_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((small_site / "things.html").as_uri())
    assert page.locator("article tbody tr").count() == ROWS
    assert page.locator("article button, article input").count() == 0
    context.close()


@pytest.mark.parametrize("below", ["/", "/team/briefing/"])
@pytest.mark.parametrize("wrong", ["islands/shikotn.html", "shikotan", "a/b/c/Shikotan-Island.html"])
def test_a_wrong_address_leads_on(page: Page, small_site: Path, below: str, wrong: str) -> None:
    with hosted(small_site, below) as address:
        page.goto(address + wrong)
        assert "no page at this address" in page.locator("h1").inner_text()
        page.get_by_role("link", name="Shikotan", exact=True).click()
        page.wait_for_url(f"{address}islands/shikotan.html")
        page.goto(address + wrong)
        page.get_by_role("link", name="Shikotan", exact=True).wait_for()
        page.locator("article").get_by_role("link", name="Islands").click()
        page.wait_for_url(f"{address}islands/index.html")


def test_a_wrong_address_like_no_other_gets_no_guess(page: Page, small_site: Path) -> None:
    with hosted(small_site, "/") as address:
        page.goto(f"{address}qqqqqqqq.html")
        page.wait_for_load_state("networkidle")
        assert page.locator(".dossier-guesses").inner_text() == ""


def test_a_page_says_what_it_was_made_from_and_when(page: Page, small_site: Path) -> None:
    page.goto((small_site / "islands" / "shikotan.html").as_uri())
    foot = page.locator(".dossier-origin")
    assert "Made from content/islands/shikotan.yml" in foot.inner_text()
    assert "last changed 9 March 2026" in foot.inner_text()
    edit = foot.get_by_role("link", name="Edit this sheet")
    assert edit.get_attribute("href") == "https://a.example/edit/main/content/islands/shikotan.yml"
    page.goto((small_site / "index.html").as_uri())
    assert foot.count() == 0


def test_the_path_ends_with_the_page(page: Page, small_site: Path) -> None:
    page.goto((small_site / "islands" / "shikotan.html").as_uri())
    assert page.locator(".md-path [aria-current=page]").inner_text() == "Shikotan"
