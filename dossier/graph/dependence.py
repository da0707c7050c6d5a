"""Which sources repeat others. Owns the way from a source to where it comes from: a reprint is no second witness.

It follows the field `based_on`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dossier.model import Dossier, Sheet

__all__ = ["Dependence"]


class Dependence:
    """What the sources of a dossier are based on, and what is based on them."""

    def __init__(self, dossier: Dossier) -> None:
        sources = {name: sheet for name, sheet in sorted(dossier.sheets.items()) if sheet.is_source}
        self._on = {name: _based_on(sheet, sources) for name, sheet in sources.items()}
        self._basis_of: dict[str, list[str]] = {}
        for name, others in self._on.items():
            for other in others:
                self._basis_of.setdefault(other, []).append(name)
        self._roots: dict[str, frozenset[str]] = {}

    def on(self, source: str) -> tuple[str, ...]:
        """The sources this one is based on, as its sheet says."""
        return self._on.get(source, ())

    def basis_of(self, source: str) -> tuple[str, ...]:
        """The sources based on this one."""
        return tuple(self._basis_of.get(source, ()))

    def roots(self, source: str) -> frozenset[str]:
        """Where a source comes from in the end; itself where it is based on none.

        Sources based on each other in a circle have one root, whichever of them is asked for.
        """
        if source not in self._roots:
            behind = self._reached(source, self._on)
            last = frozenset(each for each in behind if not self._on.get(each))
            self._roots[source] = last or frozenset({min(behind)})
        return self._roots[source]

    def is_one_witness(self, sources: Iterable[str]) -> bool:
        """Whether there are sources and all of them lead back to one and the same."""
        roots = [self.roots(source) for source in sources]
        return bool(roots) and bool(frozenset.intersection(*roots))

    def groups(self) -> list[list[str]]:
        """Sources that depend on each other, at once or through others, in order of their ids."""
        both = {name: (*others, *self._basis_of.get(name, ())) for name, others in self._on.items()}
        found: list[list[str]] = []
        seen = set[str]()
        for name in both:
            if name not in seen:
                group = self._reached(name, both)
                seen |= group
                found.append(sorted(group))
        return [group for group in found if len(group) > 1]

    @staticmethod
    def _reached(start: str, ways: Mapping[str, tuple[str, ...]]) -> set[str]:
        seen, waiting = set[str](), [start]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += ways.get(name, ())
        return seen


def _based_on(sheet: Sheet, sources: Mapping[str, Sheet]) -> tuple[str, ...]:
    named = (reference.id for reference in sheet.references("based_on"))
    return tuple(dict.fromkeys(name for name in named if name in sources and name != sheet.id))
