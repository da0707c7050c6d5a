"""How often each rule found something. Owns the counting and its two forms, words and data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.diagnostics import Diagnostic, Severity
from dossier.diagnostics.formats.setting import AnyRule

__all__ = ["Tally", "tallies"]


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a rule found something, and the first words of what it says."""

    count: int
    severity: Severity
    code: str
    words: str


def tallies(found: Iterable[Diagnostic], rules: Mapping[str, AnyRule]) -> list[Tally]:
    """A tally of each rule that found something, most often first; `rules` explain the codes."""
    counts = Counter((each.code, each.severity) for each in dict.fromkeys(found))
    known = [
        Tally(count, severity, code, rules[code].explanation.partition("\n")[0] if code in rules else "")
        for (code, severity), count in counts.items()
    ]
    return sorted(known, key=lambda tally: (-tally.count, tally.code))
