"""`sources.bib` and `sources.csl.json`: every source of the dossier, for reference managers.

Owns their order. They are published as they are, beside the pages.
"""

from __future__ import annotations

from dossier.bibliography import Item, biblatex, csl, csl_json, source_item
from dossier.model import Dossier

__all__ = ["export_biblatex", "export_csl"]


def export_biblatex(dossier: Dossier) -> bytes:
    """Return the sources as BibLaTeX in UTF-8, in order of their ids, a blank line between two."""
    return "\n".join(f"{biblatex(item)}\n" for item in _items(dossier)).encode()


def export_csl(dossier: Dossier) -> bytes:
    """Return the sources as CSL-JSON in UTF-8, in order of their ids."""
    return f"{csl_json(csl(item) for item in _items(dossier))}\n".encode()


def _items(dossier: Dossier) -> list[Item]:
    return [source_item(sheet) for _, sheet in sorted(dossier.sheets.items()) if sheet.is_source]
