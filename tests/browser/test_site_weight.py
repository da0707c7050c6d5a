"""What a first visit to the home page costs: everything asked for before the reader does anything, compressed."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser

MOST = 150_000  # bytes
LEVEL = 6  # of gzip, as servers have it


def test_the_home_page_is_light(browser: Browser, real_site: Path, real_address: str) -> None:
    context = browser.new_context()
    page, asked = context.new_page(), set[str]()
    context.on("request", lambda request: asked.add(request.url))
    page.goto(f"{real_address}/index.html", wait_until="networkidle")
    context.close()
    sizes = {address: _compressed(real_site, address) for address in asked if address.startswith("http")}
    assert sum(sizes.values()) < MOST, sorted(sizes.items(), key=lambda pair: -pair[1])


def _compressed(site: Path, address: str) -> int:
    return len(gzip.compress((site / unquote(urlsplit(address).path).lstrip("/")).read_bytes(), LEVEL))
