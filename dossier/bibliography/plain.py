"""A citation in words. Owns their order."""

from __future__ import annotations

from collections.abc import Iterator

from dossier import edtf
from dossier.bibliography.item import Item

__all__ = ["plain"]


def plain(item: Item) -> str:
    """An item in one line: who, what, where, when, and its address."""
    return " ".join(_parts(item))


def _parts(item: Item) -> Iterator[str]:
    if item.author:
        yield f"{item.author}."
    yield f"“{item.title}”."
    published = [each for each in (item.container or item.publisher,) if each]
    if item.issued:
        published.append(edtf.say(item.issued))
    if published:
        yield f"{', '.join(published)}."
    if item.url:
        accessed = f" (accessed {edtf.say(item.accessed)})" if item.accessed else ""
        yield f"<{item.url}>{accessed}."
    if item.archived:
        yield f"Archived: <{item.archived}>."
