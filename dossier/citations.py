"""What supports a statement, as the editor wrote it: a source and a quotation, or the editor's own reasoning.

Owns the citation values and how `cite:` is read from a sheet. It does not know whether a source exists nor whether a
quotation stands in it: that is `graph`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from dossier.diagnostics import Diagnostic, Edit, Finding, Rule, Span, rule
from dossier.records import Record
from dossier.strict_yaml import Mapping, Node, Scalar, Sequence

__all__ = ["ID", "RULES", "Citation", "Cite", "Inference", "Place", "Reference", "read_cites", "whole"]

ID = re.compile(r"(?!.{101})[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
"""The grammar of an id, at most 100 characters since it names files.

Always used with `fullmatch`, since `$` also matches before a line break.
"""


class Place(NamedTuple):
    """A stretch of a value in a sheet. Where it stands in the file is worked out only when somebody asks."""

    scalar: Scalar
    start: int
    end: int

    @property
    def span(self) -> Span:
        return self.scalar.span_of(self.start, self.end)

    @property
    def written(self) -> str:
        """How it is written in the file."""
        return self.scalar.written(self.start, self.end)

    def narrowed(self, words: str) -> Place:
        """Where words that stand in it stand: an id without the spaces around it."""
        start = self.scalar.value.index(words, self.start)
        return Place(self.scalar, start, start + len(words))


def whole(scalar: Scalar) -> Place:
    """The place of a whole value."""
    return Place(scalar, 0, len(scalar.value))


class Reference(NamedTuple):
    """An id as written somewhere; whether anything has that id is not known here."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class Citation:
    """A source and, where its text is held, the exact words (a W3C TextQuoteSelector: quote, prefix, suffix).

    `quote_place` is there too where the words were left empty, which is reported.
    """

    source: Reference
    quote: str = ""
    quote_place: Place | None = None
    prefix: str = ""
    suffix: str = ""
    locator: str = ""
    contradicts: bool = False

    @property
    def place(self) -> Place:
        return self.quote_place or self.source.place


@dataclass(frozen=True, slots=True)
class Inference:
    """The editor's own reasoning, said to be so."""

    why: str
    place: Place


Cite = Citation | Inference


@rule()
def bad_citation(span: Span, problem: str, remedy: tuple[Edit, ...] = ()) -> Finding:
    """A citation is neither a source's id, nor a source with a quotation, nor an inference.

    Bad:

        cite: "Japan laid claims"

    Good:

        cite: {source: tass-2019-02-25, quote: "Japan laid claims to the four southern islands"}
        cite: mofa-data
        cite: {inferred: "The envoys are not named; both deputies were appointed as such in December."}
    """
    return Finding(
        span,
        problem,
        'Write the id of a source; or {source: its-id, quote: "exact words"}; or {inferred: "your reasoning"}.',
        remedy=remedy,
    )


def read_cites(record: Record, name: str = "cite") -> tuple[Cite, ...]:
    """Read the citations of a statement; what is wrong goes to the record's report.

    Returns them in the order written; empty where the field is absent.
    """
    nodes = record.items(name)
    if misspelt := record.misspelt(
        name
    ):  # that is reported, and is not a statement without a citation besides
        nodes = misspelt.items if isinstance(misspelt, Sequence) else (misspelt,)
    found = (_read_cite(item, record.report) for item in nodes)
    return tuple(cite for cite in found if cite is not None)


def _read_cite(node: Node, report: list[Diagnostic]) -> Cite | None:
    if isinstance(node, Scalar):
        return _bare_source(node, report)
    if isinstance(node, Mapping):
        record = Record(node, "a citation", report)
        cite = _inference(record) if record.has("inferred") else _citation(record)
        record.close()
        return cite
    report.append(bad_citation(node.span, "a citation is a list inside a list"))
    return None


def _bare_source(node: Scalar, report: list[Diagnostic]) -> Citation | None:
    if ID.fullmatch(node.value):
        return Citation(Reference(node.value, whole(node)))
    small = node.value.strip().lower()
    remedy = (Edit(node.span, small),) if ID.fullmatch(small) else ()
    report.append(bad_citation(node.span, "this is not the id of a source", remedy))
    return None


def _inference(record: Record) -> Inference | None:
    why = record.scalar("inferred")
    return Inference(why.value.strip(), whole(why)) if why else None


def _citation(record: Record) -> Citation | None:
    source = record.require("source", record.scalar, "Name the source by its id.")
    quote = _quote(record)
    details = {name: record.text(name) for name in ("prefix", "suffix", "locator")}
    contradicts = _contradicts(record)
    if source is None:
        return None
    return Citation(
        source=Reference(source.value.strip(), whole(source)),
        quote=quote.value.strip() if quote else "",
        quote_place=_place(record.node.get("quote")),
        contradicts=contradicts,
        **details,
    )


def _quote(record: Record) -> Scalar | None:
    """The words quoted, which may be left out but not left empty."""
    if not record.has("quote"):
        return record.scalar("quote")
    return record.require(
        "quote", record.scalar, "Quote at least three words, exactly as they stand in the source."
    )


def _place(node: Node | None) -> Place | None:
    return whole(node) if isinstance(node, Scalar) else None


def _contradicts(record: Record) -> bool:
    relation = record.scalar("relation")
    if relation and relation.value not in ("supports", "contradicts"):
        record.report.append(
            bad_citation(relation.span, f'"{relation.value}" is not "supports" or "contradicts"')
        )
    return relation is not None and relation.value == "contradicts"


RULES: tuple[Rule[...], ...] = (bad_citation,)
