"""What is known of a checked dossier. Owns what of it the next check can use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from dossier.compiling import outline
from dossier.compiling.fingerprints import digest
from dossier.compiling.sheets import Shelf
from dossier.diagnostics import Diagnostic
from dossier.graph.strands import Question, Strand, gifts
from dossier.graph.weaving import Fabric
from dossier.model import Dossier, Sheet
from dossier.pipeline import Compiled

__all__ = ["Basis", "Known", "Page", "basis_of", "observe", "page_of", "reach"]


class Basis(NamedTuple):
    """What pages are made from: what stands for the outline; by the ids of sheets their files, what stands for them,
    and what stands for all that is counted of them. `shelf` has sheets as they were.
    """

    outline: bytes
    paths: Mapping[str, str]
    files: Mapping[str, bytes]
    counts: Mapping[str, bytes]
    shelf: Shelf


class Page(NamedTuple):
    """What is known of a sheet: what stands for its file, outline, claims and counts; which questions it answers."""

    file: bytes
    outline: bytes
    claims: bytes
    counts: bytes
    questions: tuple[Question, ...]


class Known(NamedTuple):
    """What is known of a dossier in which no error was found.

    `own` stands for it among others, `others` for its files that are no sheets; `frame` is all of it but its sheets and
    texts, `held` has the file and the language of each source's text, `paths` the file of each sheet, and `rest` the
    questions that pages answer which are of no sheet. `findings` are what is wrong with it.
    """

    own: bytes
    others: bytes
    frame: Dossier
    held: Mapping[str, tuple[str, str]]
    fabric: Fabric
    paths: Mapping[str, str]
    pages: Mapping[str, Page]
    rest: Mapping[str, tuple[Question, ...]]
    findings: tuple[Diagnostic, ...]


def observe(files: Mapping[str, bytes], compiled: Compiled) -> Known:
    """What is to be known of a dossier the next time."""
    dossier, strands = compiled.dossier, compiled.graph.strands
    paths = {sheet.id: sheet.path for sheet in dossier.sheets.values()}
    sources = (dossier.sheets[source] for source in dossier.articles)
    others = outline.of_others(files, paths)
    alike: dict[Question, Question] = {}  # equal questions are kept once
    pages = {
        each: page_of(digest(files[path]), dossier.sheets[each], strands[each], alike)
        for each, path in paths.items()
    }
    return Known(
        own=digest(others + b"".join(page.file for page in pages.values())),
        others=others,
        frame=replace(dossier, sheets={}, articles={}),
        held={each.id: (each.text("text"), each.text("language") or "en") for each in sources},
        fabric=Fabric.of(dossier, compiled.graph),
        paths=paths,
        pages=pages,
        rest={page: _questions(strand, alike) for page, strand in strands.items() if page not in paths},
        findings=compiled.diagnostics,
    )


def page_of(file: bytes, sheet: Sheet, strand: Strand, alike: dict[Question, Question]) -> Page:
    """What is to be known of a sheet. `file` stands for its file; `alike` has questions that were met before."""
    claims = outline.of_claims(sheet)
    counts = outline.of_counts(strand)
    return Page(file, outline.of_sheet(sheet), claims, counts, _questions(strand, alike))


def _questions(strand: Strand, alike: dict[Question, Question]) -> tuple[Question, ...]:
    asked = dict.fromkeys(gift.question for gift in gifts(strand))
    return tuple(alike.setdefault(question, question) for question in asked)


def reach(pages: Mapping[str, Page], rest: Mapping[str, tuple[Question, ...]]) -> dict[Question, list[str]]:
    """The pages that answer each question."""
    found: defaultdict[Question, list[str]] = defaultdict(list)
    asked = chain(rest.items(), ((each, page.questions) for each, page in pages.items()))
    for page, questions in asked:
        for question in questions:
            found[question].append(page)
    return dict(found)


def basis_of(known: Known, pages: Mapping[str, Page], shelf: Shelf) -> Basis:
    """What the pages of a dossier are made from. `pages` are as they are now."""
    return Basis(
        outline.of_all(known.others, {each: page.outline for each, page in pages.items()}),
        known.paths,
        {each: page.file for each, page in pages.items()},
        {each: page.counts for each, page in pages.items()},
        shelf,
    )
