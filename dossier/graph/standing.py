"""How well a dossier is supported, as lists that can be counted and compared: which statements, which sheets.

Owns what is counted, and the words for it. The rules behind it are in `health`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from dossier.citations import Place
from dossier.graph.connecting import Graph
from dossier.graph.evidence import Mark
from dossier.graph.health import Health
from dossier.graph.statements import Statement
from dossier.model import Dossier, Sheet

__all__ = ["MEASURES", "Standing", "standing"]

MEASURES: Mapping[str, str] = {
    "verified": "statements quoted from a text held here",
    "cited": "statements with a source whose text is not held here",
    "inferred": "statements that rest on the editor's reasoning alone",
    "uncited": "statements that nothing supports",
    "single-source": "statements behind which stands one source, or several that repeat one",
    "contested": "statements contested, withdrawn or spoken against",
    "stale": "sheets whose review is out of date",
    "unreviewed": "sheets that were never reviewed",
}
"""What is counted, by its name, in words. Every statement is in one of the first four."""

Standing: TypeAlias = Mapping[str, Mapping[str, Place]]
"""For each of `MEASURES`, the ids of the statements or sheets, in order, and where each stands."""


def standing(dossier: Dossier, graph: Graph) -> Standing:
    """What is supported how, all of it."""
    health = Health(dossier, graph)
    reviews = health.reviews()
    by_mark = {mark: [each for each in graph.statements if each.mark is mark] for mark in (*Mark, None)}
    return {
        "verified": _placed(by_mark[Mark.VERIFIED]),
        "cited": _placed(by_mark[Mark.CITED]),
        "inferred": _placed(by_mark[Mark.INFERRED]),
        "uncited": _placed(by_mark[None]),
        "single-source": _placed(health.single_source()),
        "contested": _placed(health.contested()),
        "stale": _placed(reviews.stale),
        "unreviewed": _placed(reviews.never),
    }


def _placed(found: Iterable[Statement | Sheet]) -> dict[str, Place]:
    return {each.id: each.place for each in sorted(found, key=lambda each: each.id)}
