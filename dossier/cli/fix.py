"""`dossier fix`: put right what has one safe remedy."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dossier import disk
from dossier.cli import options
from dossier.cli.difference import difference
from dossier.cli.progress import progress
from dossier.cli.running import FINDINGS, or_exit, report, say
from dossier.diagnostics.formats import show
from dossier.editing.fixing import fix

__all__ = ["command"]


@click.command(
    "fix",
    epilog="""\b
Examples:
  dossier fix
  dossier fix --diff""",
)
@options.folder
@click.option("--diff", "only_show", is_flag=True, help="Show what would change, and change nothing.")
def command(folder: Path, *, only_show: bool) -> None:
    """Put right what has one safe remedy: slips of the keyboard that change nothing of what is meant.

    Such as quotation marks from Word, tabs, a colon in a title, "16 Feb 2019", an id in capitals, a text without its
    sha256. What is left is listed as `dossier check` does.
    """
    files, faults = or_exit(lambda: disk.read(folder))
    with progress("Checking"):
        fixed = fix(files)
    if only_show:
        if fixed.files:
            click.echo(difference(files, fixed.files))
        sys.exit(FINDINGS if fixed.files else 0)
    or_exit(lambda: disk.edit(folder, files, fixed.files))
    if fixed.done:
        click.echo(show(fixed.done, "concise", files))
        say(f"Put right: {len(fixed.done)}.\n")
    left = (*faults, *fixed.compiled.diagnostics)
    report(left, "full", {**files, **fixed.files}, folder)
    if any(each.severity == "error" for each in left):
        sys.exit(FINDINGS)
