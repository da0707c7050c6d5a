"""What `dossier check --statistics` prints: how often each rule found something, and how well all is supported."""

from __future__ import annotations

import json
from dataclasses import asdict

from dossier.diagnostics.formats.statistics import tallies
from dossier.diagnostics.formats.visible import columns
from dossier.graph.standing import MEASURES, standing
from dossier.pipeline import Compiled
from dossier.rulebook import RULEBOOK

__all__ = ["COUNTED", "count"]

COUNTED = ("full", "concise", "json")
"""The output formats in which there are statistics."""


def count(compiled: Compiled, form: str) -> str:
    """The counts, in words or as JSON."""
    found = tallies(compiled.diagnostics, RULEBOOK)
    lists = standing(compiled.dossier, compiled.graph)
    counts = {"statements": len(compiled.graph.statements), **{name: len(ids) for name, ids in lists.items()}}
    if form == "json":
        rules = [asdict(tally) for tally in found]
        return json.dumps({"findings": rules, "evidence": counts}, ensure_ascii=False, indent=2)
    rows: list[tuple[str, ...]] = [(str(each.count), each.severity, each.code, each.words) for each in found]
    evidence: list[tuple[str, ...]] = [
        (str(number), name, MEASURES.get(name, "")) for name, number in counts.items()
    ]
    return "\n\n".join(_table(part) for part in (rows, evidence) if part)


def _table(rows: list[tuple[str, ...]]) -> str:
    """Rows in columns, the first to the right."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if number else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
