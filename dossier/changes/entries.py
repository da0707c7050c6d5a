"""A statement as it is compared. Owns what makes two of them alike, whatever the files look like.

White space, the shape of quotation marks and dashes, markup, and whether a name is a link make no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier import edtf
from dossier.articles.folding import fold
from dossier.changes.asserted import NOBODY, Asserted, asserted, name_of
from dossier.changes.reading import State
from dossier.changes.values import Named, Said
from dossier.citations import Inference
from dossier.edtf import Date
from dossier.graph import Evidence, Part, Statement
from dossier.kinds import FieldType
from dossier.model import Dossier, Fact, Sheet

__all__ = ["Cited", "Entry", "entries"]

Cited = tuple[str, str, str, bool]
"""A citation as it is compared: its source, its words, the place in it, whether it speaks against."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with what it is compared by.

    Only statements of one `group` can be one and the same. Two say the same where their `words` are alike, or their
    `key`, in which ids stand for the names that links show. `extra` is what else they say.
    """

    said: Said
    group: str
    words: str
    key: str
    extra: str
    date: Date | None
    cites: frozenset[Cited]

    @property
    def identity(self) -> tuple[object, ...]:
        """All that counts: two entries that are alike in this differ in nothing."""
        date = self.date.text if self.date else ""
        return self.group, self.words, self.extra, date, self.cites, self.said.by.id, self.said.status.id


def entries(state: State, page: str, moved: Mapping[str, str]) -> Iterator[Entry]:
    """The statements of a page in order. `moved` gives the new ids of what has been given another."""
    dossier = state.dossier
    statements = state.statements.get(page, ())
    for statement in statements:
        yield _entry(asserted(statement.item, dossier, moved), statement, dossier, moved)
    sheet = dossier.sheets.get(page)
    told = {statement.anchor for statement in statements}
    for fact in sheet.facts if sheet else ():
        # A fact that needs no evidence is shown all the same; an outline is drawn, and told of apart.
        if fact.id not in told and fact.field.type is not FieldType.GEOMETRY:
            yield _entry(asserted(fact, dossier, moved), fact, dossier, moved)


def _entry(what: Asserted, of: Statement | Fact, dossier: Dossier, moved: Mapping[str, str]) -> Entry:
    evidence = of.evidence if isinstance(of, Statement) else ()
    mark = of.mark if isinstance(of, Statement) else None
    said = Said(
        anchor=of.anchor if isinstance(of, Statement) else of.id,
        part=str(of.part if isinstance(of, Statement) else Part.FACT),
        words=" ".join(what.words.split()),
        by=Named(moved.get(what.by, what.by), name_of(dossier, what.by)) if what.by else NOBODY,
        date=edtf.say(what.date) if what.date else "",
        status=what.status,
        mark=str(mark) if mark else "",
        sources=tuple(dict.fromkeys(_source(each, moved) for each in evidence)),
    )
    cites = frozenset(_cited(each, moved) for each in evidence)
    return Entry(
        said, what.group, fold(what.same).text, fold(what.key).text, fold(what.extra).text, what.date, cites
    )


def _source(evidence: Evidence, moved: Mapping[str, str]) -> Named:
    cite = evidence.cite
    if isinstance(cite, Inference):
        return Named("", " ".join(cite.why.split()))
    label = _label(evidence.source) if evidence.source else cite.source.id
    against = " (speaks against it)" if cite.contradicts else ""
    return Named(moved.get(cite.source.id, cite.source.id), label + against)


def _label(source: Sheet) -> str:
    """A source in short: who published it, and when."""
    issued = source.date("issued")
    publisher = source.text("publisher") or source.name
    return f"{publisher}, {edtf.say(issued)}" if issued else publisher


def _cited(evidence: Evidence, moved: Mapping[str, str]) -> Cited:
    cite = evidence.cite
    if isinstance(cite, Inference):
        return "", fold(cite.why).text, "", False
    source = moved.get(cite.source.id, cite.source.id)
    return source, fold(cite.quote).text, fold(cite.locator).text, cite.contradicts
