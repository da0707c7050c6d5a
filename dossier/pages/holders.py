"""Who holds and who claims a place, as maps show it. Owns the words and the styles; it takes no side.

Which relations a map shows, and how, is declared by their kinds (`map: fill`, `map: hatch`). Parties stand in the order
of the alphabet, and so are styles given out. What is over is not shown as if it went on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from dossier import edtf
from dossier.figures.maps import Style
from dossier.model import Dossier, Relation, Sheet

__all__ = ["Holding", "holding", "listed", "shown", "styles"]

_USES = ("fill", "hatch")


@dataclass(frozen=True, slots=True)
class Holding:
    """Who fills and who hatches a place, in words: the label of each relation and the names of its parties."""

    fill: str = ""
    hatch: str = ""

    @property
    def words(self) -> str:
        """All of it as one phrase, such as "Administered by Northland, claimed by Southland"."""
        both = [part for part in (self.fill, self.hatch) if part]
        return ", ".join([*both[:1], *(f"{part[:1].lower()}{part[1:]}" for part in both[1:])])


def shown(sheet: Sheet) -> Iterator[tuple[str, list[Relation]]]:
    """The relations of a sheet that maps show, by their labels; those that fill come first."""
    relations = [relation for use in _USES for relation in sheet.relations if relation.type.map == use]
    for label, group in groupby(relations, key=lambda relation: relation.type.label):
        yield label, list(group)


def holding(dossier: Dossier, sheet: Sheet) -> Holding:
    """Who holds and who claims a place now."""
    now = dossier.briefing.as_of if dossier.briefing else None
    told = {
        use: _said(dossier, [r for r in sheet.relations if r.type.map == use and not _is_over(r, now)])
        for use in _USES
    }
    return Holding(told["fill"], told["hatch"])


def styles(holdings: Iterable[Holding]) -> Mapping[Holding, Style]:
    """A style for each holding: equal fills and equal hatchings look equal."""
    known = sorted(set(holdings), key=lambda each: (each.fill, each.hatch))
    fills = sorted({each.fill for each in known if each.fill})
    hatches = sorted({each.hatch for each in known if each.hatch})
    return {
        each: Style(
            fills.index(each.fill) + 1 if each.fill else 0, hatches.index(each.hatch) + 1 if each.hatch else 0
        )
        for each in known
    }


def _said(dossier: Dossier, relations: list[Relation]) -> str:
    phrases = []
    for label, group in groupby(relations, key=lambda relation: relation.type.label):
        parties = {relation.to.id for relation in group}
        acting = (party for party in parties if not _acts_for(dossier, party, parties))
        names = sorted(dossier.sheets[party].name if party in dossier.sheets else party for party in acting)
        phrases.append(f"{label} {listed(names)}")
    return "; ".join(phrases)


def _acts_for(dossier: Dossier, party: str, parties: set[str]) -> bool:
    """Whether a party only acts for another one: the province of a state need not be named beside the state."""
    sheet = dossier.sheets.get(party)
    return sheet is not None and any(
        relation.type.acts_for and relation.to.id in parties - {party} for relation in sheet.relations
    )


def _is_over(relation: Relation, now: edtf.Date | None) -> bool:
    """Whether a relation ended before the dossier speaks. A single date says when it was so, not that it ended."""
    when = relation.when
    if when is None or when.kind is not edtf.Kind.INTERVAL or now is None:
        return False
    return bool(when.latest and now.earliest and when.latest < now.earliest)


def listed(names: list[str]) -> str:
    """Names in a row: "A, B and C"."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
