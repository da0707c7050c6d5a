"""`dossier rename`: another id for a sheet, everywhere."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from dossier import disk
from dossier.cli import options
from dossier.cli.lookup import look_up
from dossier.cli.running import FINDINGS, checked, or_exit, report, say
from dossier.editing.renaming import Refusal, Renaming, rename
from dossier.model import Sheet

__all__ = ["command"]


@click.command(
    "rename",
    epilog="""\b
Examples:
  dossier rename kunashir kunashiri
  dossier rename foreign-office foreign-ministry --name "Foreign Ministry\"""",
)
@click.argument("old")
@click.argument("new")
@click.option("--name", default="", metavar="NAME", help="Another name too, which readers see.")
@click.option(
    "--no-redirect",
    is_flag=True,
    help="Let the old address go. Without this, readers are led from it to the new.",
)
@options.folder_option
def command(old: str, new: str, name: str, no_redirect: bool, folder: Path) -> None:
    """Give the sheet OLD the id NEW: its file, and every place in the dossier where the id is written.

    Nothing else in the files changes. The old id is kept on the sheet under "formerly".
    """
    files, compiled = checked(folder)
    sheet = look_up(old, compiled.dossier, compiled.graph)
    if not isinstance(sheet, Sheet):
        raise click.UsageError(f'"{old}" is a statement; only sheets are renamed.')
    if sheet.id == new:
        raise click.UsageError(f'the sheet is called "{new}" already.')
    called = " ".join(name.split())
    outcome = rename(files, compiled, sheet, new, name=called, redirect=not no_redirect)
    if isinstance(outcome, Refusal):
        _refuse(outcome, folder)
    or_exit(lambda: disk.edit(folder, files, outcome.files))
    _tell(outcome, sheet, new)


def _tell(done: Renaming, sheet: Sheet, new: str) -> None:
    click.echo(f"{sheet.path} -> {done.path}")
    for path, count in done.uses.items():
        click.echo(f"{path}: {_places(count)}")
    say(f"Renamed {sheet.id} to {new}, which is named in {_places(sum(done.uses.values()))}.")


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count} places"


def _refuse(refusal: Refusal, folder: Path) -> NoReturn:
    if refusal.findings:
        report(refusal.findings, "full", refusal.files or {}, folder)
    say(f"error: {refusal.why}. Nothing was renamed.")
    if refusal.hint:
        say(refusal.hint)
    sys.exit(FINDINGS)
