"""What each sort of statement asserts, taken apart. Owns which parts each of them has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dossier import edtf
from dossier.changes.values import Named
from dossier.edtf import Date
from dossier.graph.plain import plain, words_of
from dossier.kinds import Choice
from dossier.model import Claim, DateValue, Dossier, Fact, ReferencesValue, Relation, Sheet, Value
from dossier.model.assertions import CLAIM_STATUSES
from dossier.model.wording import say_value
from dossier.prose import Paragraph, WikiLink
from dossier.prose.values import walk

__all__ = ["NOBODY", "Asserted", "asserted", "name_of", "words_of_value"]

NOBODY = Named("", "")


class Asserted(NamedTuple):
    """The parts of a statement: all its `words` as readers see them, and what it is compared by.

    `same` and `key` are compared as its wording, `extra` as its value; `by` is the id of who says it.
    """

    group: str
    words: str
    same: str
    key: str
    extra: str = ""
    date: Date | None = None
    status: Named = NOBODY
    by: str = ""


def asserted(
    item: Fact | Relation | Claim | Sheet | Paragraph, dossier: Dossier, moved: Mapping[str, str]
) -> Asserted:
    """Take a statement apart. `moved` gives the new ids of what has been given another."""
    match item:
        case Fact():
            return _fact(item, dossier)
        case Relation():
            return _relation(item, dossier, moved)
        case Claim():
            status = _named(CLAIM_STATUSES.get(item.status))
            by = item.by.id if item.by else ""
            words, key = _prose(item.text.paragraphs(), dossier, moved)
            return Asserted("claim", words, words, key, "", item.when, status, by)
        case Sheet():
            return _event(item)
    words, key = _prose([item], dossier, moved)
    return Asserted("prose", words, words, key)


def name_of(dossier: Dossier, sheet_id: str) -> str:
    """What a sheet is called, as far as that is known."""
    sheet = dossier.sheets.get(sheet_id)
    return sheet.name if sheet else sheet_id


def words_of_value(value: Value | None, dossier: Dossier) -> str:
    """A value in plain words; nothing for none."""
    if isinstance(value, ReferencesValue):
        return ", ".join(name_of(dossier, each.id) for each in value.references)
    return say_value(value) if value is not None else ""


def _fact(fact: Fact, dossier: Dossier) -> Asserted:
    value = words_of_value(fact.value, dossier)
    as_of = edtf.say(fact.as_of) if fact.as_of else ""
    words = _with_asides(f"{fact.field.label}: {value}", as_of, fact.note)
    name = fact.field.name
    if isinstance(fact.value, DateValue):
        extra = _with_asides("", as_of, fact.note)
        return Asserted(f"fact {name}", words, name, name, extra, fact.value.date)
    return Asserted(f"fact {name}", words, name, name, _with_asides(value, fact.note), fact.as_of)


def _relation(relation: Relation, dossier: Dossier, moved: Mapping[str, str]) -> Asserted:
    name, to = relation.type.name, relation.to.id
    when = edtf.say(relation.when) if relation.when else ""
    words = f"{relation.type.label}: {name_of(dossier, to)}"
    return Asserted(
        f"relation {name} {moved.get(to, to)}",
        _with_asides(words, relation.role, when, relation.note),
        name,
        name,
        _with_asides("", relation.role, relation.note),
        relation.when,
    )


def _event(sheet: Sheet) -> Asserted:
    date, status = sheet.date(), _named(sheet.choice("status"))
    words = ", ".join(part for part in (edtf.say(date) if date else "", status.name.lower()) if part)
    return Asserted("event", words, "event", "event", "", date, status)


def _prose(paragraphs: Iterable[Paragraph], dossier: Dossier, moved: Mapping[str, str]) -> tuple[str, str]:
    """Prose in plain words, and the same with ids for the names of what it leads to."""
    words, keys = [], []
    for paragraph in paragraphs:
        words.append(plain(paragraph.inlines, dossier).text)
        keys += [
            f"[{moved.get(inline.to.id, inline.to.id)}]"
            if isinstance(inline, WikiLink) and not inline.words
            else words_of(inline, dossier)
            for inline in walk(paragraph.inlines)
        ]
    return " ".join(words), "".join(keys)


def _named(choice: Choice | None) -> Named:
    return Named(choice.id, choice.label) if choice else NOBODY


def _with_asides(words: str, *asides: str) -> str:
    told = "; ".join(aside for aside in asides if aside)
    return f"{words} ({told})".strip() if told else words
