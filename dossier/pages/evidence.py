"""The page that says how to read the evidence, and how much there is of each sort."""

from __future__ import annotations

from collections import Counter

from dossier.graph import Mark
from dossier.pages.addresses import EVIDENCE
from dossier.pages.desk import Desk
from dossier.pages.notes import mark
from dossier.pages.page import Page

__all__ = ["page"]


def page(desk: Desk) -> Page:
    """What the marks mean, and how many statements carry each."""
    counts = Counter(statement.mark for statement in desk.graph.statements)
    return desk.page(
        desk.writer(EVIDENCE),
        "evidence.md.j2",
        "How to read the evidence",
        "evidence",
        "What the marks beside statements mean, and how many statements carry each.",
        marks=[(kind, mark(kind), counts[kind]) for kind in Mark],
        total=len(desk.graph.statements),
    )
