"""Maps that are drawn once. Owns that nothing is drawn twice of which all that it shows is the same."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Hashable, Mapping

from dossier.pages.markdown import Markdown

__all__ = ["Drawings"]

_LEVEL = 1  # of compression: a map is numbers, mostly, and there may be thousands


class Drawings:
    """What was drawn, by what it is of and whatever else it shows that is not of the outline of a dossier.

    `known` holds what was drawn of this outline before, as `taken` gave it.
    """

    def __init__(self, known: Mapping[Hashable, bytes] | None = None) -> None:
        self._known = known or {}
        self._fresh: dict[Hashable, bytes] = {}

    def get(self, key: Hashable, draw: Callable[[], Markdown]) -> Markdown:
        """What is drawn of something; drawn now where it was not before."""
        before = self._known.get(key) or self._fresh.get(key)
        if before is not None:
            return Markdown(zlib.decompress(before).decode())
        drawn = draw()
        self._fresh[key] = zlib.compress(drawn.encode(), _LEVEL)
        return drawn

    def taken(self) -> dict[Hashable, bytes]:
        """What was drawn since the last time this was asked, compressed."""
        fresh, self._fresh = self._fresh, {}
        return fresh
