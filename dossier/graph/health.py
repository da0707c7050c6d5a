"""How well a dossier is supported: which statements rest on what, what is contested, unused, unreviewed.

Owns these questions and the rules behind the answers; how they are shown is for `pages`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.articles import Article, Role
from dossier.edtf import Date
from dossier.graph.connecting import Graph
from dossier.graph.evidence import Mark
from dossier.graph.statements import Statement
from dossier.kinds import Kind
from dossier.kinds import Role as KindRole
from dossier.model import Claim, Dossier, Sheet

__all__ = ["Coverage", "Health", "Review", "Usage"]

_FRESH_YEARS = 1


@dataclass(frozen=True, slots=True)
class Usage:
    """How much of a held text is cited. Headings and datelines are not counted; `unused` are numbers of sentences."""

    source: Sheet
    total: int
    unused: tuple[int, ...]

    @property
    def used(self) -> int:
        return self.total - len(self.unused)


@dataclass(frozen=True, slots=True)
class Review:
    """When the sheets were last held against their sources, by the day on each sheet."""

    current: tuple[Sheet, ...]
    stale: tuple[Sheet, ...]
    never: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What stands behind the sheets of a kind: statements by mark, sheets without a summary or a verified statement.

    Sources need neither, and are not counted as lacking them.
    """

    kind: Kind
    sheets: int
    marks: Mapping[Mark, int]
    without_summary: tuple[Sheet, ...]
    without_verified: tuple[Sheet, ...]

    @property
    def statements(self) -> int:
        return sum(self.marks.values())


class Health:
    """The health of one dossier."""

    def __init__(self, dossier: Dossier, graph: Graph) -> None:
        self._dossier = dossier
        self._graph = graph
        self._sheets = [dossier.sheets[name] for name in sorted(dossier.sheets)]

    def by_reliability(self) -> dict[str, Counter[Mark]]:
        """Statements by the reliability of the best source behind them, then by mark; best first, none last.

        The order is that in which the kind declares the choices. "" stands for no source, or one that does not say.
        """
        labels = self._reliabilities()
        ranks = {label: rank for rank, label in enumerate(labels)}
        found: dict[str, Counter[Mark]] = {label: Counter() for label in labels}
        for statement in self._graph.statements:
            said = [_reliability(source) for source in _sources(statement)]
            best = min((each for each in said if each in ranks), key=ranks.__getitem__, default="")
            if statement.mark:
                found.setdefault(best, Counter())[statement.mark] += 1
        return {label: counts for label, counts in found.items() if counts}

    def single_source(self) -> list[Statement]:
        """Statements behind which, in the end, one source stands: one that is cited, or several that repeat one."""
        return [
            statement
            for statement in self._graph.statements
            if self._graph.dependence.is_one_witness(source.id for source in _sources(statement))
        ]

    def contested(self) -> list[Statement]:
        """Claims marked contested or withdrawn, and whatever a source is cited against."""
        return [statement for statement in self._graph.statements if _is_contested(statement)]

    def usage(self) -> list[Usage]:
        """Every held text, that with the most unused sentences first."""
        found = []
        for sheet in self._sheets:
            article = self._dossier.articles.get(sheet.id)
            if isinstance(article, Article):
                body = [each.number for each in article.sentences if each.role is Role.SENTENCE]
                support = self._graph.support.get(sheet.id, {})
                unused = tuple(number for number in body if number not in support)
                found.append(Usage(sheet, len(body), unused))
        return sorted(found, key=lambda usage: (-len(usage.unused), usage.source.id))

    def reviews(self) -> Review:
        """Sheets by the state of their review.

        A review is out of date once it lies more than a year before the day the dossier's knowledge ends, or before
        the day on which a source that the sheet cites was issued or looked up.
        """
        done = [(sheet, sheet.reviewed[0]) for sheet in self._sheets if sheet.reviewed]
        stale = tuple(sheet for sheet, day in done if self._is_stale(sheet, day))
        current = tuple(sheet for sheet, _ in done if sheet not in stale)
        return Review(current, stale, tuple(sheet for sheet in self._sheets if not sheet.reviewed))

    def coverage(self) -> Iterator[Coverage]:
        """Every kind that has sheets, in the order they are published."""
        for kind in self._dossier.kinds:
            sheets = [sheet for sheet in self._sheets if sheet.kind.id == kind.id]
            if sheets:
                yield self._covered(kind, sheets)

    def _covered(self, kind: Kind, sheets: list[Sheet]) -> Coverage:
        own = {sheet.id: self._graph.of_sheet.get(sheet.id, ()) for sheet in sheets}
        asked = [] if kind.role is KindRole.SOURCE else sheets
        return Coverage(
            kind,
            len(sheets),
            Counter(each.mark for statements in own.values() for each in statements if each.mark),
            tuple(sheet for sheet in asked if not sheet.summary),
            tuple(sheet for sheet in asked if not any(e.mark is Mark.VERIFIED for e in own[sheet.id])),
        )

    def _reliabilities(self) -> list[str]:
        """The labels of all choices of reliability, in the order declared."""
        fields = [kind.fields.get("reliability") for kind in self._dossier.kinds]
        return list(
            dict.fromkeys(choice.label for field in fields if field for choice in field.choices.values())
        )

    def _is_stale(self, sheet: Sheet, reviewed: Date) -> bool:
        day = reviewed.latest
        updated = self._dossier.briefing.updated.earliest if self._dossier.briefing else None
        if day is None:
            return True
        if updated and (day[0] + _FRESH_YEARS, *day[1:]) < updated:
            return True
        statements = self._graph.of_sheet.get(sheet.id, ())
        dates = [
            date
            for source in {source.id: source for each in statements for source in _sources(each)}.values()
            for date in (source.date("issued"), source.date("accessed"))
        ]
        return any(date.earliest > day for date in dates if date and date.earliest)


def _sources(statement: Statement) -> list[Sheet]:
    """The sources that support a statement."""
    return [each.source for each in statement.evidence if each.source and not each.contradicts]


def _reliability(source: Sheet) -> str:
    choice = source.choice("reliability")
    return choice.label if choice else ""


def _is_contested(statement: Statement) -> bool:
    item = statement.item
    marked = isinstance(item, Claim) and item.status in ("contested", "withdrawn")
    return marked or any(each.contradicts for each in statement.evidence)
