"""Claims by topic and side. Owns which claims stand in one column, and the order of columns and of claims in them.

The sides are those the briefing names, in its order, and whoever speaks for one stands in its column; voices of no side
stand after them. Where the briefing names none, each voice has a column, in the order of names. What the dossier says
itself comes last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.edtf import SortKey
from dossier.graph import Statement
from dossier.graph.sides import Sides
from dossier.model import Claim, Dossier
from dossier.pages.dividing import Part, by_date, divided
from dossier.pages.wording import said_topic

__all__ = ["OTHERS", "OWN", "Column", "Topic", "by_time", "claim_of", "is_claim", "topics"]

OWN, OTHERS = "--own", "--others"  # stand where the id of a sheet does, and are none
_WITHOUT = "other"  # where claims without a topic stand


@dataclass(frozen=True, slots=True)
class Column:
    """What one side says on a topic, earliest first. `key` is the id of its sheet, `OTHERS` or `OWN`."""

    key: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What is said on one topic."""

    id: str
    label: str
    columns: tuple[Column, ...]

    @property
    def statements(self) -> list[Statement]:
        return [statement for column in self.columns for statement in column.statements]

    @property
    def is_contested(self) -> bool:
        return any(claim_of(statement).status == "contested" for statement in self.statements)


def is_claim(statement: Statement) -> bool:
    return isinstance(statement.item, Claim)


def claim_of(statement: Statement) -> Claim:
    """The claim a statement was made of; asked only of those that are one."""
    if isinstance(statement.item, Claim):
        return statement.item
    raise TypeError(statement.id)


def by_time(topic: Topic) -> tuple[Part[Statement], ...]:
    """The parts of a topic on which more is said than one page can show; none where it is less."""
    return divided(sorted(topic.statements, key=_dated), by_date(lambda each: claim_of(each).when))


def topics(dossier: Dossier, sides: Sides, claims: Iterable[Statement], *, all_sides: bool) -> list[Topic]:
    """Claims by topic, in the order in which the topics first come up.

    With `all_sides` every side has a column in every topic, if only to show that it says nothing there.
    """
    by_topic: dict[str, list[Statement]] = {}
    for statement in claims:
        by_topic.setdefault(claim_of(statement).topic or _WITHOUT, []).append(statement)
    return [
        Topic(topic, said_topic(dossier, topic), tuple(_columns(dossier, sides, found, all_sides=all_sides)))
        for topic, found in by_topic.items()
    ]


def _columns(dossier: Dossier, sides: Sides, claims: list[Statement], *, all_sides: bool) -> Iterator[Column]:
    by_key: dict[str, list[Statement]] = {side: [] for side in sides.ids} if all_sides else {}
    for statement in sorted(claims, key=_dated):
        by_key.setdefault(_key(sides, claim_of(statement)), []).append(statement)
    places = {side: place for place, side in enumerate(sides.ids)}
    rest = len(places)

    def place(key: str) -> tuple[int, str, str]:
        if key in (OTHERS, OWN):
            return rest + (1 if key == OTHERS else 2), "", ""
        sheet = dossier.sheets.get(key)
        return places.get(key, rest), sheet.name.casefold() if sheet else "", key

    for key in sorted(by_key, key=place):
        yield Column(key, tuple(by_key[key]))


def _key(sides: Sides, claim: Claim) -> str:
    if claim.by is None:
        return OWN
    if not sides.ids:
        return claim.by.id
    return sides.of(claim.by.id) or OTHERS


def _dated(statement: Statement) -> tuple[bool, SortKey | tuple[()]]:
    """By the day a claim was made; what has no date comes last, as written."""
    when = claim_of(statement).when
    return when is None, when.sort_key if when else ()
