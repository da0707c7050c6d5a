"""What a citation comes to: the sentence that holds the quotation, or why there is none.

Owns the look-up of sources and quotations and the mark that readers see. Whether an outcome is a fault is for `checks`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dossier import articles
from dossier.articles import Article, Found, Lookup
from dossier.citations import Citation, Cite, Inference
from dossier.model import Dossier, Sheet

__all__ = ["Evidence", "Finder", "Mark", "best_mark"]


class Mark(StrEnum):
    """How far a statement is supported; nothing else is publishable. The best comes first."""

    VERIFIED = "verified"
    CITED = "cited"
    INFERRED = "inferred"


_BEST_FIRST = tuple(Mark)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A citation and what it comes to. `mark` is None where it comes to nothing.

    `source` is the sheet cited, `article` its held text, `outcome` what looking for the quotation in it gave.
    """

    cite: Cite
    mark: Mark | None
    source: Sheet | None = None
    article: Article | None = None
    outcome: Lookup | None = None

    @property
    def found(self) -> Found | None:
        return self.outcome if isinstance(self.outcome, Found) else None

    @property
    def contradicts(self) -> bool:
        return isinstance(self.cite, Citation) and self.cite.contradicts


def best_mark(evidence: tuple[Evidence, ...]) -> Mark | None:
    """The best mark among what supports a statement."""
    marks = {each.mark for each in evidence if not each.contradicts}
    return next((mark for mark in _BEST_FIRST if mark in marks), None)


class Finder:
    """Looks citations up in a dossier; a quotation cited twice is looked for once."""

    def __init__(self, dossier: Dossier) -> None:
        self._sheets = dossier.sheets
        self._articles = dossier.articles
        self._known: dict[tuple[str, str, str, str], Lookup] = {}

    def evidence(self, cites: tuple[Cite, ...]) -> tuple[Evidence, ...]:
        """Look up the citations of a statement."""
        return tuple(self._one(cite) for cite in cites)

    def _one(self, cite: Cite) -> Evidence:
        if isinstance(cite, Inference):
            return Evidence(cite, Mark.INFERRED)
        source = self._sheets.get(cite.source.id)
        if source is None or not source.is_source:
            return Evidence(cite, None)
        article = self._articles.get(source.id)
        if not isinstance(article, Article):
            held = bool(source.text("text")) or bool(cite.quote)
            return Evidence(cite, None if held else Mark.CITED, source)
        if not cite.quote:
            return Evidence(cite, None, source, article)
        outcome = self._look_up(article, cite)
        return Evidence(cite, Mark.VERIFIED if isinstance(outcome, Found) else None, source, article, outcome)

    def _look_up(self, article: Article, cite: Citation) -> Lookup:
        key = (cite.source.id, cite.quote, cite.prefix, cite.suffix)
        if key not in self._known:
            self._known[key] = articles.find(article, cite.quote, cite.prefix, cite.suffix)
        return self._known[key]
