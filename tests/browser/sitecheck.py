"""Checks of a published site, each a function of the site's folder or address: an empty answer is a pass.

Owns what is asked of any site; which site is asked, and when, is for the tests. Run on a folder:
`python tests/browser/sitecheck.py site`.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from links import broken_links
from playwright.sync_api import Browser, Page, sync_playwright
from validity import invalid

ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SCREENS = ((1280, 900), (390, 844))
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# In light colours all that axe asks, and targets of WCAG 2.2's size; in dark ones what depends on colours.
_OF_COLOURS = ("color-contrast", "link-in-text-block")
_AXE_SCRIPT: str = Axe().axe_script
_AXE: dict[str, dict[str, object]] = {
    "light": {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}},
    "dark": {"resultTypes": ["violations"], "runOnly": _OF_COLOURS},
    "colourless": {
        "resultTypes": ["violations"],
        "rules": {"target-size": {"enabled": True}, **{rule: {"enabled": False} for rule in _OF_COLOURS}},
    },
}
# An element of an article: its name and its attributes.
_ELEMENT = re.compile(r"<([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>")
_CLASSES = re.compile(r'\sclass="([^"]*)"')
_ATTRIBUTE = re.compile(r"\s(data-[a-z-]+|open|lang|role|tabindex)\b")
# What is asked on each screen, of the first page and of others.
_ASKED = {
    ("light", True): ("light", "light"),
    ("light", False): ("light", "colourless"),
    ("dark", True): ("dark", "dark"),
    ("dark", False): ("dark",),
}
_LOCAL = ("data:", "blob:", "about:")
# A page that sends its reader on is left before it can be looked at.
_ARRIVED = "document.readyState === 'complete' && !document.querySelector('meta[http-equiv=refresh]')"


class _Quiet(SimpleHTTPRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""

    def log_error(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium; a machine without it fails, as a test that was not run proves nothing."""
    path = shutil.which("chromium")
    if path is None:
        raise RuntimeError("chromium is not installed: `apt-get install chromium` (Debian, Ubuntu)")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a small server for the folder."""
    server = ThreadingHTTPServer(("localhost", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def pages(site: Path) -> list[str]:
    """The address of every page, relative to the site. 404.html comes from a server only."""
    names = (file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return sorted(name for name in names if name != "404.html")


def sample(site: Path) -> list[str]:
    """Pages of every type: those at the top, and of each folder its index and its largest."""
    by_folder: dict[str, list[str]] = {}
    for name in pages(site):
        if 'http-equiv="refresh"' not in (site / name).read_text("utf-8"):
            by_folder.setdefault(name.rpartition("/")[0], []).append(name)
    chosen = by_folder.pop("")
    for names in by_folder.values():
        own = [name for name in names if not name.endswith("/index.html")] or names
        chosen += [*sorted({*names} - {*own}), max(own, key=lambda name: (site / name).stat().st_size)]
    return chosen


def typical(site: Path) -> list[str]:
    """The pages at the top, and the fewest and smallest others that have every kind of element of all articles.

    Of one kind are elements of one name and class, or of one name and attribute; numbers in a class are left aside.
    """
    kinds = {name: _kinds((site / name).read_text("utf-8")) for name in pages(site)}
    chosen = [name for name in kinds if "/" not in name and kinds[name]]
    missing = set().union(*kinds.values()).difference(*(kinds[name] for name in chosen))
    while missing:
        best = max(kinds, key=lambda name: len(kinds[name] & missing) / (site / name).stat().st_size)
        chosen.append(best)
        missing -= kinds[best]
    for name in [name for name in chosen if "/" in name]:  # which later ones may have made superfluous
        if kinds[name] <= set().union(*(kinds[other] for other in chosen if other != name)):
            chosen.remove(name)
    return chosen


def _kinds(page: str) -> set[str]:
    article = "<article" + page.partition("<article")[2].partition("</article>")[0]
    kinds = set()
    for name, attributes in _ELEMENT.findall(article):
        kinds |= {name, *(f"{name} {each}" for each in _ATTRIBUTE.findall(attributes))}
        kinds |= {f"{name}.{each}" for words in _CLASSES.findall(attributes) for each in words.split()}
    return {re.sub(r"\d+", "", kind) for kind in kinds}


def use_search(page: Page, words: str) -> list[str]:
    """Search for `words` and return the addresses found, best first."""
    page.evaluate(
        "document.querySelector('#__search').checked || document.querySelector('#__search').click()"
    )
    field = page.locator(".md-search__input")
    field.fill(words)
    field.dispatch_event("keyup")  # typed letters of other scripts send none in a headless browser
    page.wait_for_function(
        "() => /match|No/.test(document.querySelector('.md-search-result__meta').textContent)", timeout=20_000
    )
    found = page.locator(".md-search-result__link").evaluate_all("links => links.map(link => link.href)")
    return [str(address) for address in found]


def foreign_requests(browser: Browser, base: str, names: Iterable[str]) -> list[str]:
    """Every request that leaves `base` (a file:// or http:// address) as pages are read; some are used too.

    All pages have one search and one switch of colours, which look for their parts by how deep in folders a page is.
    """
    context = browser.new_context()
    page, strangers, current, used = context.new_page(), list[str](), "", set[int]()

    def note(address: str) -> None:
        if not address.startswith((base + "/", *_LOCAL)):
            strangers.append(f"{current} asks for {address}")

    context.on("request", lambda request: note(request.url))
    for current in names:
        page.goto(f"{base}/{current}")
        page.wait_for_function(_ARRIVED)
        if current.count("/") not in used and page.locator("#__search").count():
            used.add(current.count("/"))
            use_search(page, "a")
            page.locator("[data-md-component=palette] label:not([hidden])").evaluate_all(
                "all => all.map(l => l.click())"
            )
    context.close()
    return strangers


def inaccessible(browser: Browser, base: str, names: Iterable[str], first: str | None = None) -> list[str]:
    """What axe objects to on each page, in light and dark, on a desk and in a hand.

    Colours take most of its time. A page has in a hand those that it has on a desk, and what stands around articles is
    the same on all pages: of the first page colours are looked at on both screens, of the others on a desk. Where the
    pages are a share of a longer list, `first` is the first of that list.
    """
    problems, names = list[str](), tuple(names)
    first = names[0] if first is None else first
    for scheme in SCHEMES:
        context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
        page = context.new_page()
        for name in names:
            page.goto(f"{base}/{name}")
            for (width, height), asked in zip(SCREENS, _ASKED[scheme, name == first], strict=False):
                page.set_viewport_size({"width": width, "height": height})
                problems += [f"{name} ({width} px, {scheme}): {what}" for what in violations(page, asked)]
        context.close()
    return problems


def violations(page: Page, asked: str, part: Iterable[str] = ()) -> list[str]:
    """What axe objects to on the open page, or in what the selectors of `part` find.

    Of a page in light colours all is asked, in dark ones what depends on colours; or of one all else: `colourless`.
    """
    if page.evaluate("!window.axe"):  # half a megabyte, which a page reads once
        page.evaluate(_AXE_SCRIPT)
    context = {"include": [[selector] for selector in part]} if part else None
    found = page.evaluate(
        "([context, options]) => axe.run(context ?? document, options).then(found => found.violations)",
        [context, _AXE[asked]],
    )
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]


def main(site: Path) -> list[str]:
    """All checks of one site."""
    problems = [*broken_links(site), *invalid(site, pages(site))]
    with chromium() as browser, served(site) as address:
        problems += foreign_requests(browser, site.as_uri(), pages(site))
        problems += foreign_requests(browser, address, pages(site))
        problems += inaccessible(browser, address, pages(site))
    return problems


if __name__ == "__main__":
    sys.exit("\n".join(main(Path(sys.argv[1]).resolve())) or 0)
