"""What a chronology can be filtered by: whom and what an entry concerns, what it stands on, whether it happened.

Owns the form, hidden until a script shows it, and the attributes of lines by which the script knows them. The names of
fields that are no kind's have an underscore, which the id of a kind cannot have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dossier.figures.svg import Element, element
from dossier.graph import Entry
from dossier.kinds import Role
from dossier.model import Dossier
from dossier.pages.desk import Desk
from dossier.pages.markdown import Markdown

__all__ = ["FEWEST_FILTERED", "data_of", "filters", "packed"]

FEWEST_FILTERED = 8
"""Fewer entries are seen at a glance."""
_MOST_CHOICES = 120  # of a list to choose from; a longer one is typed into
_MOST_SUGGESTED = 1000


def data_of(dossier: Dossier, entry: Entry) -> str:
    """The attributes of a line. Ids need no escaping."""
    about, kind, status = _told(dossier, entry)
    return f' data-about="{about}" data-kind="{kind}" data-status="{status}"'


def packed(dossier: Dossier, entries: Sequence[Entry]) -> Markdown:
    """The same of many entries as one attribute: their number is what a filter changes."""
    return Markdown(";".join(",".join(_told(dossier, entry)) for entry in entries))


def _told(dossier: Dossier, entry: Entry) -> tuple[str, str, str]:
    about = [each for each in entry.concerns if _is_entity(dossier, each)]
    return " ".join(about), dossier.sheets[entry.sheet].kind.id, entry.status


def _is_entity(dossier: Dossier, sheet_id: str) -> bool:
    sheet = dossier.sheets.get(sheet_id)
    return sheet is not None and sheet.kind.role is Role.ENTITY


def filters(desk: Desk, entries: Sequence[Entry]) -> Markdown:
    """The form: a field for each kind of which something is concerned, the kinds of entries, and how they stand."""
    fields = [field for field in _fields(desk, entries) if field] if len(entries) >= FEWEST_FILTERED else []
    if not fields:
        return Markdown("")
    count, reset = element("p", role="status"), element("button", "Show all", type="reset")
    foot = element("div", count, reset)
    label = "Filter the chronology"
    form = element(
        "form", *fields, foot, class_="filter", hidden="", aria_label=label, data_search_exclude=""
    )
    return Markdown(form.replace("></input>", ">"))


def _fields(desk: Desk, entries: Sequence[Entry]) -> Iterator[Element | None]:
    dossier = desk.dossier
    concerned = Counter(each for entry in entries for each in dict.fromkeys(entry.concerns))
    for kind in dossier.kinds:
        if kind.role is Role.ENTITY:
            named = [
                (each, n)
                for each, n in concerned.items()
                if each in dossier.sheets and dossier.sheets[each].kind is kind
            ]
            named.sort(key=lambda each: (-each[1], each[0]))
            options = [(each, dossier.sheets[each].name) for each, _ in named[:_MOST_SUGGESTED]]
            options.sort(key=lambda option: (option[1].casefold(), option[0]))
            yield _field(kind.id, kind.label, options)
    kinds = {entry.sheet: dossier.sheets[entry.sheet].kind for entry in entries}
    yield _choice("entry_kind", "Kind of entry", {kind.id: kind.label for kind in kinds.values()})
    statuses = {entry.status: _status(dossier, entry) for entry in entries}
    yield _choice("entry_status", "Status", statuses)


def _status(dossier: Dossier, entry: Entry) -> str:
    status = dossier.sheets[entry.sheet].choice("status") if dossier.sheets[entry.sheet].is_event else None
    return status.label if status else "Happened"


def _choice(name: str, label: str, found: dict[str, str]) -> Element | None:
    """A choice where there is one."""
    return _field(name, label, sorted(found.items())) if len(found) > 1 else None


def _field(name: str, label: str, options: Sequence[tuple[str, str]]) -> Element | None:
    if not options:
        return None
    if len(options) <= _MOST_CHOICES:
        choices = (element("option", words, value=value) for value, words in options)
        return element(
            "label", label, element("select", element("option", "All", value=""), *choices, name=name)
        )
    listed = f"filter_{name}"
    choices = (element("option", value=words, data_id=value) for value, words in options)
    typed = element("input", name=name, list=listed, placeholder="All", autocomplete="off")
    return element("label", label, typed, element("datalist", *choices, id=listed))
