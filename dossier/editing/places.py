"""Where in the files of a dossier an id is written: on sheets, in the briefing, on hand-written pages, in drafts.

Owns finding them all. The name of a sheet's own file and what it was called formerly are not among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dossier import prose
from dossier.citations import Place, Reference
from dossier.graph.links import uses
from dossier.model import Claim, Dossier, HandPage, Sheet
from dossier.pipeline import Files
from dossier.strict_yaml import Scalar, Source, check_text

__all__ = ["places_of"]


def places_of(wanted: str, dossier: Dossier, files: Files) -> Iterator[Place]:
    """Every place where an id is written: the id alone, without what stands around it."""
    for reference in _references(dossier, files):
        if reference.id == wanted:
            yield reference.place.narrowed(wanted)
    for claim in _claims(dossier):
        for earlier in claim.changes:
            if earlier.sheet == wanted and "#" in earlier.place.scalar.value:
                yield earlier.place.narrowed(wanted)


def _references(dossier: Dossier, files: Files) -> Iterator[Reference]:
    drafts = {f"draft {number}": sheet for number, sheet in enumerate(_drafted(dossier))}
    pages = tuple(_with_title(page, files[page.path]) for page in dossier.pages)
    everything = replace(dossier, sheets={**dossier.sheets, **drafts}, pages=pages)
    yield from (use.reference for use in uses(everything))
    for draft in dossier.drafts:
        named = (draft.source, *(item.on for item in draft.items))
        yield from (reference for reference in named if reference)


def _drafted(dossier: Dossier) -> Iterator[Sheet]:
    """What waits in drafts, as sheets: each event, and all claims on one that has nothing else."""
    items = [item for draft in dossier.drafts for item in draft.items]
    yield from (item.event for item in items if item.event)
    claims = tuple(item.claim for item in items if item.claim)
    for any_sheet in list(dossier.sheets.values())[:1]:
        bare = replace(any_sheet, fields={}, summary=None, facts=(), relations=(), cites=(), body=None)
        yield replace(bare, claims=claims)


def _claims(dossier: Dossier) -> Iterator[Claim]:
    for sheet in (*dossier.sheets.values(), *_drafted(dossier)):
        yield from sheet.claims


def _with_title(page: HandPage, data: bytes) -> HandPage:
    """A page whose title, which is read apart from the rest, counts as text too."""
    text = check_text(data, page.path).text or ""
    return replace(page, body=prose.parse(Scalar(text, True, Source(page.path, text), 0, len(text)), []))
