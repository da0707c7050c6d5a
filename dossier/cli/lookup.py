"""What a person means by the words they type: an id, a former id, a statement's id, or a name in any script.

Owns the order in which these are tried, and what is said where nothing or too much fits.
"""

from __future__ import annotations

import click

from dossier.articles.alike import plain
from dossier.graph import Graph, Statement
from dossier.model import Dossier, Sheet
from dossier.suggestions import nearest

__all__ = ["look_up"]

_NAMED = 8


def look_up(words: str, dossier: Dossier, graph: Graph) -> Sheet | Statement:
    """The sheet or the statement meant. Raises `UsageError` where there is none, or more than one."""
    if words in dossier.sheets:
        return dossier.sheets[words]
    if words in graph.by_id:
        return graph.by_id[words]
    if "#" in words:
        raise click.UsageError(_no_statement(words, dossier, graph))
    if words in dossier.unreadable:
        raise click.UsageError(f'the sheet "{words}" cannot be read; `dossier check` says why.')
    found = _called(words, dossier)
    if len(found) > 1:
        raise click.UsageError(
            f'several things are called "{words}": {", ".join(each.id for each in found)}.'
        )
    if not found:
        raise click.UsageError(_no_sheet(words, dossier))
    return found[0]


def _called(words: str, dossier: Dossier) -> list[Sheet]:
    """The sheet that once had this id, or else those that have this name, in whatever case."""
    former = [sheet for sheet in dossier.sheets.values() if words in {old.id for old in sheet.formerly}]
    wanted = plain(words)
    return former or [
        sheet for sheet in dossier.sheets.values() if any(plain(name) == wanted for name in _names(sheet))
    ]


def _names(sheet: Sheet) -> list[str]:
    return [sheet.name, *(name.text for name in sheet.names), *(alias for alias, _ in sheet.aliases)]


def _no_statement(words: str, dossier: Dossier, graph: Graph) -> str:
    sheet, _, anchor = words.partition("#")
    own = [each.anchor for each in graph.of_sheet.get(sheet, ())]
    if not own:
        return f'no sheet "{sheet}" makes statements. {_suggestion(sheet, dossier)}'.rstrip()
    near = nearest(anchor, own)
    hint = f'Did you mean "{sheet}#{near}"?' if near else f"Those there are: {', '.join(own)}."
    return f'there is no statement "{words}". {hint}'


def _no_sheet(words: str, dossier: Dossier) -> str:
    part_of = [
        sheet.id
        for sheet in dossier.sheets.values()
        if any(plain(words) in plain(name) for name in _names(sheet))
    ]
    hint = _suggestion(words, dossier)
    if words and part_of and not hint:
        hint = f"It is a part of the names of {', '.join(part_of[:_NAMED])}{' and others' * (len(part_of) > _NAMED)}."
    return f'nothing here is called "{words}". {hint}'.rstrip()


def _suggestion(words: str, dossier: Dossier) -> str:
    """The id or the name that comes nearest, if any does; a name with the id of its sheet."""
    ids = {name: sheet.id for sheet in dossier.sheets.values() for name in _names(sheet)}
    near = nearest(words, [*ids, *dossier.sheets])
    if near is None:
        return ""
    return f'Did you mean "{near}"' + (f" ({ids[near]})?" if near in ids else "?")
