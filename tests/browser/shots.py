"""Pictures of every type of page of a site, to be looked at: `python tests/browser/shots.py site build/shots`.

Owns which pages and states are shown and how; `make shots` takes the real dossier. Each is shown in light and dark at
the width of a desk and of a hand, its first screen and the whole of it, and as it prints (also as a PDF).
"""

from __future__ import annotations

import html
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize
from sitecheck import SCHEMES, SCREENS, chromium, sample, served, use_search

PAPER: ViewportSize = {"width": 794, "height": 1123}  # A4 at 96 dots an inch


def _open_search(page: Page) -> None:
    use_search(page, "treaty")


def _open_menu(page: Page) -> None:
    if page.locator(".dossier-menu").is_visible():
        page.locator(".dossier-menu").click()


def _open_evidence(page: Page) -> None:
    page.locator("a.footnote-ref").first.focus()


STATES: tuple[tuple[str, str, Callable[[Page], None]], ...] = (
    ("search", "index.html", _open_search),
    ("menu", "index.html", _open_menu),
    ("evidence", "index.html", _open_evidence),
)


def shoot(site: Path, out: Path) -> None:
    """Take all pictures into the folder `out`, and an `index.html` that shows them side by side."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    names = [*sample(site), "404.html"]
    with chromium() as browser, served(site) as address:
        shots = [*_screens(browser, address, names, out), *_states(browser, address, out)]
        shots += _papers(browser, address, names, out)
    (out / "index.html").write_text(_sheet(shots), "utf-8")


def _screens(browser: Browser, address: str, names: list[str], out: Path) -> Iterator[tuple[str, str]]:
    for page, look in _looks(browser):
        for name in names:
            page.goto(f"{address}/{name}", wait_until="networkidle")
            for extent in ("fold", "full"):
                file = f"{_stem(name)}-{look}-{extent}.png"
                page.screenshot(path=out / file, full_page=extent == "full", animations="disabled")
                yield name, file


def _states(browser: Browser, address: str, out: Path) -> Iterator[tuple[str, str]]:
    for page, look in _looks(browser):
        for state, name, act in STATES:
            page.goto(f"{address}/{name}", wait_until="networkidle")
            act(page)
            page.screenshot(path=out / f"{state}-{look}.png", animations="disabled")
            yield state, f"{state}-{look}.png"


def _papers(browser: Browser, address: str, names: list[str], out: Path) -> Iterator[tuple[str, str]]:
    page = browser.new_page(viewport=PAPER, color_scheme="dark", reduced_motion="reduce")
    for name in names:
        page.goto(f"{address}/{name}", wait_until="networkidle")
        page.pdf(path=out / f"{_stem(name)}.pdf", format="A4")
        page.emulate_media(media="print")
        page.screenshot(path=out / f"{_stem(name)}-print.png", full_page=True, animations="disabled")
        page.emulate_media(media="screen")
        yield name, f"{_stem(name)}-print.png"


def _looks(browser: Browser) -> Iterator[tuple[Page, str]]:
    for scheme in SCHEMES:
        for width, height in SCREENS:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
            )
            yield context.new_page(), f"{width}-{scheme}"
            context.close()


def _stem(name: str) -> str:
    return name.removesuffix(".html").replace("/", "_")


def _sheet(shots: list[tuple[str, str]]) -> str:
    """The contact sheet: a row for each page, the pictures small, each a link to its own."""
    rows: dict[str, list[str]] = {}
    for name, file in shots:
        rows.setdefault(name, []).append(
            f'<a href="{file}"><img src="{file}" alt="{html.escape(file)}" loading="lazy"></a>'
        )
    style = "body{font:14px sans-serif}img{width:190px;height:240px;object-fit:cover;object-position:top;margin:2px}"
    body = "".join(f"<h2>{html.escape(name)}</h2>{''.join(pictures)}" for name, pictures in rows.items())
    head = f'<meta charset="utf-8"><title>Shots</title><style>{style}</style>'
    return f'<!doctype html><html lang="en">{head}{body}</html>'


if __name__ == "__main__":
    shoot(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
