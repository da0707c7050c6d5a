"""What is cited, whatever the form. Owns which field of a source's sheet means what."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.edtf import Date
from dossier.model import Sheet

__all__ = ["Item", "source_item"]

_CSL_TYPES = frozenset(
    {
        *(
            "article",
            "article-journal",
            "article-magazine",
            "article-newspaper",
            "book",
            "chapter",
            "dataset",
        ),
        *("document", "entry-encyclopedia", "interview", "legislation", "map", "report", "speech", "thesis"),
        *("treaty", "webpage"),
    }
)


@dataclass(frozen=True, slots=True)
class Item:
    """A document. `id` follows the grammar of ids; `type` is one of the Citation Style Language (CSL 1.0.2).

    `container` is what it is a part of; what is not known is empty.
    """

    id: str
    type: str
    title: str
    author: str = ""
    publisher: str = ""
    container: str = ""
    issued: Date | None = None
    accessed: Date | None = None
    url: str = ""
    archived: str = ""
    language: str = ""


def source_item(sheet: Sheet) -> Item:
    """A source as an item. A type that a dossier's own kind has added, and CSL does not know, is a document."""
    chosen = sheet.choice("type")
    type_ = chosen.id if chosen and chosen.id in _CSL_TYPES else "document"
    publisher = sheet.text("publisher")
    return Item(
        id=sheet.id,
        type=type_,
        title=sheet.name,
        author=sheet.text("author"),
        publisher=publisher,
        container=publisher if type_ in ("article-newspaper", "article-magazine") else "",
        issued=sheet.date("issued"),
        accessed=sheet.date("accessed"),
        url=sheet.address("url"),
        archived=sheet.address("archived"),
        language=sheet.text("language"),
    )
