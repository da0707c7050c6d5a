"""What all maps of a dossier share, found once: its shapes, who holds what, and where the outlines come from.

Owns nothing of a page: where links lead and which styles a map gives out is `maps`'.
"""

from __future__ import annotations

from functools import cached_property

from dossier.figures.maps import Atlas, Site, compile_atlas, scripts
from dossier.graph.places import Places
from dossier.model import Dossier
from dossier.pages.holders import Holding, holding

__all__ = ["Gazetteer"]


class Gazetteer:
    """The places of a dossier, for the maps of one rendering. What nobody asks for is not found out."""

    def __init__(self, dossier: Dossier, places: Places) -> None:
        self._dossier = dossier
        self.places = places
        self._holdings: dict[str, Holding] = {}
        self._sites: dict[str, Site] = {}

    @cached_property
    def atlas(self) -> Atlas | None:
        """All shapes; None where no sheet has one."""
        return compile_atlas(self.places.drawn, self.places.land)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Where the outlines come from, as their files say."""
        shapes = [*(shape for own in self.places.drawn.values() for shape in own), *self.places.land]
        told = (
            ", ".join(filter(None, (each.properties.get("source"), each.properties.get("licence"))))
            for each in shapes
        )
        return tuple(dict.fromkeys(filter(None, told)))

    def holding(self, sheet_id: str) -> Holding:
        """Who holds and who claims a sheet's place."""
        if sheet_id not in self._holdings:
            self._holdings[sheet_id] = holding(self._dossier, self._dossier.sheets[sheet_id])
        return self._holdings[sheet_id]

    def site(self, sheet_id: str) -> Site:
        """A sheet as maps show it, without what differs from page to page."""
        if sheet_id not in self._sites:
            sheet = self._dossier.sheets[sheet_id]
            own = scripts(sheet.name)
            others = ((name.language, name.text) for name in sheet.names if not scripts(name.text) <= own)
            shapes = self.places.drawn[sheet_id]
            self._sites[sheet_id] = Site(
                sheet_id, sheet.name, tuple(others), shapes, colour=sheet.kind.colour
            )
        return self._sites[sheet_id]
