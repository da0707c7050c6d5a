"""`dossier new`: a sheet to fill in."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import NoReturn

import click

from dossier import disk, edtf
from dossier.citations import ID
from dossier.cli import options
from dossier.cli.running import FINDINGS, checked, or_exit, say
from dossier.cli.schema import write_schemas
from dossier.ids import id_of
from dossier.kinds import Kind, Kinds, Role
from dossier.pipeline import Compiled, check
from dossier.starter.naming import kind_called, taken, words_for_kinds
from dossier.starter.sheets import date_in_front, new_sheet
from dossier.strict_yaml import parse
from dossier.suggestions import did_you_mean

__all__ = ["command"]

_MISPLACED = ("bad-file-name", "stray-file")


@click.command(
    "new",
    epilog="""\b
Examples:
  dossier new actor "Anna Berg"
  dossier new event "The councils meet" --date 1932-06-01""",
)
@click.argument("kind")
@click.argument("name")
@click.option(
    "--id", "wanted", metavar="ID", help="The name of the file, without .yml; made of NAME where not given."
)
@click.option(
    "--date", metavar="DATE", help="When an event happened, or a source was issued: 2024-05-31, 2024-05."
)
@options.folder_option
def command(kind: str, name: str, wanted: str | None, date: str | None, folder: Path) -> None:
    """Write a sheet of KIND on something called NAME, to be filled in.

    KIND is actor, treaty, island, event, source, or one that the dossier declares. An event needs its date.
    """
    files, compiled = checked(folder)
    dossier, called = compiled.dossier, unicodedata.normalize("NFC", " ".join(name.split()))
    meant = _kind(dossier.kinds, kind)
    day = _date(meant, date)
    sheet_id = _id(wanted, called, day if meant.role is Role.EVENT else None)
    path = f"content/{meant.folder}/{sheet_id}.yml"
    if in_the_way := taken(dossier, meant, called, sheet_id):
        why, place = in_the_way
        _refuse(f"{why}: {place.file}:{place.line}", "Change that sheet, or give another name or --id.")
    if path in files:
        _refuse(f"the id is taken: {path}", "Change that file, or give another --id.")
    text = new_sheet(dossier, meant, called, day.text if day else "").encode("utf-8", "surrogatepass")
    after = check({**files, path: text})
    _refuse_what_no_sheet_may_be(path, text, after)
    or_exit(lambda: disk.edit(folder, files, {path: text}))
    write_schemas(folder, after, settings=False)
    click.echo(folder / path)
    say("Open it in a text editor, fill in what is empty, and run: dossier check")
    if not dossier.of_kind(meant.id) and not _is_in_nav(folder, meant):
        say("It is the first of its kind. So that readers find it, add to the nav in mkdocs.yml:")
        say(f"  - {meant.plural}: {meant.folder}/index.md")


def _refuse_what_no_sheet_may_be(path: str, text: bytes, after: Compiled) -> None:
    """End where the name holds what no file may, or where an id or a folder is kept for something else."""
    misplaced = (each for each in after.diagnostics if each.span.file == path and each.code in _MISPLACED)
    for wrong in (*parse(text, path).diagnostics, *misplaced):
        _refuse(wrong.message, wrong.hint)


def _is_in_nav(folder: Path, kind: Kind) -> bool:
    try:
        return f"{kind.folder}/index.md" in (folder / "mkdocs.yml").read_text("utf-8", "replace")
    except OSError:
        return False


def _kind(kinds: Kinds, word: str) -> Kind:
    meant = kind_called(kinds, word)
    if meant is None:
        known = f"Kinds of this dossier: {', '.join(kind.id for kind in kinds)}."
        raise click.UsageError(
            f'there is no kind "{word}". {did_you_mean(word, words_for_kinds(kinds), known)}'
        )
    return meant


def _date(kind: Kind, text: str | None) -> edtf.Date | None:
    if text is None and kind.role is Role.EVENT:
        raise click.UsageError(
            "When was it? Add --date, such as --date 2024-05-31, --date 2024-05 or --date 2024."
        )
    if text is None:
        return None
    if kind.role is Role.ENTITY:
        raise click.UsageError(f"--date is for events and sources; {kind.label.lower()} sheets have none.")
    date = edtf.parse(text.strip())
    if isinstance(date, edtf.Fault):
        raise click.UsageError(f"--date: {date.message}. {date.hint}")
    return date


def _id(wanted: str | None, name: str, day: edtf.Date | None) -> str:
    made = id_of(name, date_in_front(day) if day else "") if wanted is None else wanted
    if ID.fullmatch(made):
        return made
    why = f'no id can be made of "{name}"' if wanted is None else f'"{wanted}" cannot be an id'
    raise click.UsageError(f"{why}. Give --id in letters a-z and digits, with single hyphens between words.")


def _refuse(why: str, hint: str) -> NoReturn:
    say(f"error: {why}. Nothing was written.")
    say(hint)
    sys.exit(FINDINGS)
