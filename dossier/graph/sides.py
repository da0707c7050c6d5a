"""Who speaks for whom. Owns the way from a voice to the side it acts for, and who held an office on a day.

The sides are those the briefing names; that one sheet acts for another is said by its relations, where the declaration
of the kind says `acts_for`. A successor is not what it follows: only what is declared counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.edtf import Date, is_after, is_before
from dossier.model import Dossier, Relation, Sheet

__all__ = ["Sides"]


class Sides:
    """The sides of a dossier's briefing, in its order."""

    def __init__(self, dossier: Dossier) -> None:
        named = dossier.briefing.sides if dossier.briefing else ()
        self._sheets = dossier.sheets
        self.ids = tuple(dict.fromkeys(side.id for side in named if side.id in dossier.sheets))
        self._known: dict[str, str] = {}

    def of(self, sheet_id: str) -> str:
        """The side a sheet is or acts for, at once or through others; empty where it is none or more than one."""
        if sheet_id not in self._known:
            self._known[sheet_id] = self._found(sheet_id)
        return self._known[sheet_id]

    def posts(self, day: Date) -> Iterator[tuple[Sheet, tuple[Relation, ...]]]:
        """Every sheet that acts for a side in a role which it may have had on that day, with those relations."""
        for sheet in self._sheets.values():
            roles = tuple(relation for relation in sheet.relations if _covers(relation, day))
            if roles and self.of(sheet.id):
                yield sheet, roles

    def _found(self, sheet_id: str) -> str:
        """Step by step outwards, so that the nearest side counts; each sheet is asked once, so that circles end."""
        seen, step = {sheet_id}, [sheet_id]
        while step:
            sides = [each for each in step if each in self.ids]
            if sides:
                return sides[0] if len(sides) == 1 else ""
            step = [each for each in dict.fromkeys(self._principals(step)) if each not in seen]
            seen.update(step)
        return ""

    def _principals(self, agents: list[str]) -> Iterator[str]:
        for agent in agents:
            sheet = self._sheets.get(agent)
            if sheet:
                yield from (relation.to.id for relation in sheet.relations if relation.type.acts_for)


def _covers(relation: Relation, day: Date) -> bool:
    if not relation.type.acts_for or not relation.role or relation.when is None:
        return False
    return not is_before(relation.when, day) and not is_after(relation.when, day)
