"""Maps that are drawn once. Owns that nothing is drawn twice of which all that it shows is the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from dossier.pages.markdown import Markdown

__all__ = ["Drawings"]


class Drawings:
    """What was drawn, by what it is of and whatever else it shows that is not of the outline of a dossier.

    `known` holds what was drawn of this outline before.
    """

    def __init__(self, known: Mapping[Hashable, str] | None = None) -> None:
        self._known = known or {}
        self._fresh: dict[Hashable, str] = {}

    def get(self, key: Hashable, draw: Callable[[], Markdown]) -> Markdown:
        """What is drawn of something; drawn now where it was not before."""
        if key not in self._known and key not in self._fresh:
            self._fresh[key] = str(draw())
        return Markdown(self._known.get(key) or self._fresh.get(key, ""))

    def taken(self) -> dict[Hashable, str]:
        """What was drawn since the last time this was asked."""
        fresh, self._fresh = self._fresh, {}
        return fresh
