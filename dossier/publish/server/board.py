"""What every open page is told. Owns the waiting for news; it does not know HTTP."""

from __future__ import annotations

import secrets
from threading import Condition
from typing import NamedTuple

__all__ = ["Board", "News"]


class News(NamedTuple):
    """The state of things: which release of the site is up, what was found as HTML, and whether it is being built."""

    site: str
    found: str = ""
    building: bool = False


class Board:
    """Holds the news, and wakes those who wait for other news than they have."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._run = secrets.token_hex(4)  # a page that outlives the server is not of the next one's site
        self._releases = 0
        self._news = News(self._release(), building=True)

    @property
    def news(self) -> News:
        return self._news

    def _release(self) -> str:
        return f"{self._run}-{self._releases}"

    def building(self) -> None:
        """Say that the site is being built again."""
        self._post(self._news._replace(building=True))

    def built(self, found: str, *, is_new: bool) -> None:
        """Say what was found; `is_new` where there is another site for pages to show."""
        self._releases += is_new
        self._post(News(self._release(), found))

    def after(self, known: News | None, seconds: float) -> News | None:
        """Wait for other news than the known; None where there are none for so long."""
        with self._changed:
            self._changed.wait_for(lambda: self._news != known, seconds)
            return self._news if self._news != known else None

    def _post(self, news: News) -> None:
        with self._changed:
            self._news = news
            self._changed.notify_all()
