"""What an edit changed: which parts of a sheet, and which look-ups in the graph find something else.

Owns what counts as the same. Where in a file something is written does not count, and of sheets, sources and texts that
are only referred to, what they are called by: what else is shown of them is looked up by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TypeAlias

from dossier.articles import Article
from dossier.citations import Place
from dossier.graph.strands import Question, Strand, gifts
from dossier.kinds import Choice, Field, Kind, RelationType
from dossier.model import Sheet

__all__ = ["Lookup", "lookups_that_differ", "parts_that_differ"]

_PARTS = ("fields", "summary", "facts", "relations", "claims", "cites", "body", "reviewed")

Lookup: TypeAlias = tuple[str, Hashable]
"""The name of a mapping of the graph, and a key in it."""


def parts_that_differ(old: Sheet, new: Sheet) -> set[str]:
    """Which parts of a sheet have changed; its names, and whatever else belongs to its outline, are not looked at."""
    return {each for each in _PARTS if _content(getattr(old, each)) != _content(getattr(new, each))}


def lookups_that_differ(page: str, old: Strand, new: Strand) -> set[Lookup]:
    """The look-ups that find something else since a page gives something else. What two strands share, they share."""
    before, now = dict(_found(page, old)), dict(_found(page, new))
    return {each for each in before.keys() | now.keys() if before.get(each) != now.get(each)}


def _found(page: str, strand: Strand) -> dict[Lookup, object]:
    """What of a page is found by which look-up."""
    found: dict[Lookup, object] = {
        ("prose", (page, name)): _content(text) for name, text in strand.prose.items()
    }
    found["links_from", page] = _content(strand.links)
    found["ties_from", page] = _content(strand.relations)
    found["of_sheet", page] = _content(strand.statements)
    found |= {("by_id", each.id): _content(each) for each in strand.statements}
    answers: defaultdict[Question, list[object]] = defaultdict(list)
    for question, value in gifts(strand):
        answers[question].append(_content(value))
    quoted: defaultdict[Lookup, set[int]] = defaultdict(set)
    for each in (each for statement in strand.statements for each in statement.evidence):
        if each.source and each.found:
            quoted["quoted", each.source.id].update(each.found.sentences)
    return found | answers | quoted


def _content(value: object) -> object:
    """A value as far as pages can show it, to be held against another."""
    if value is None or isinstance(value, str | int | float | Enum):
        return value
    if isinstance(value, Place | Article):
        return None
    if isinstance(value, Sheet | Kind | Choice):
        return value.id
    if isinstance(value, Field | RelationType):
        return value.name
    if isinstance(value, Mapping):
        return {key: _content(each) for key, each in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [_content(each) for each in value]
    if is_dataclass(value):
        return type(value).__name__, [_content(getattr(value, each.name)) for each in fields(value)]
    return repr(value)
