"""Windows of a browser that tests take turns with: opening a new one takes longer than most tests do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

_FORGET = (
    "() => { try { localStorage.clear(); sessionStorage.clear(); } catch {} }"  # a blank page has neither
)


class Windows:
    """One window for each set of options, handed on without anything that its last reader chose."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._open: dict[str, Page] = {}

    @contextmanager
    def window(self, width: int = 1280, height: int = 900, **options: Any) -> Iterator[Page]:
        """An empty page of that size; `options` are those of Playwright's `new_context`."""
        page = self._open.pop(repr(options), None) or self._browser.new_context(**options).new_page()
        page.set_viewport_size({"width": width, "height": height})
        yield page
        page.evaluate(_FORGET)
        page.goto("about:blank")
        page.emulate_media(media="null")
        page.mouse.move(0, 0)
        self._open[repr(options)] = page
