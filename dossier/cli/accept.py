"""`dossier accept`: move reviewed drafts to where they belong."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dossier import disk
from dossier.cli import options
from dossier.cli.running import FINDINGS, checked, or_exit, report, say

__all__ = ["command"]


@click.command("accept", epilog="Example: dossier accept tass-2019-02-25")
@click.argument("source", metavar="[SOURCE]", default="")
@options.folder_option
def command(source: str, folder: Path) -> None:
    """Move reviewed drafts to where they belong.

    A draft counts as reviewed when its line "draft: true" is gone. An event becomes a sheet in content/events/, a
    claim goes to the sheet named by its "on:". SOURCE is the id of one source; without it, the drafts of all are
    looked at. Where the dossier would get new errors, nothing is moved.
    """
    from dossier import ingest

    files, compiled = checked(folder)
    try:
        accepted = ingest.accept(files, compiled, source)
    except ingest.NotAcceptedError as refused:
        if refused.findings:
            report(refused.findings, "full", refused.files, folder)
        click.echo(f"error: nothing was accepted: {refused}", err=True)
        sys.exit(FINDINGS)
    or_exit(lambda: disk.edit(folder, files, accepted.files))
    for path in accepted.events:
        click.echo(f"{path}: new")
    for path, count in accepted.claims.items():
        click.echo(f"{path}: {count} {'claim' if count == 1 else 'claims'} added")
    if not accepted.events and not accepted.claims:
        say(
            'No draft has been reviewed: each still has its line "draft: true".'
            if accepted.left
            else "There are no drafts."
        )
    elif accepted.left:
        say(f"{accepted.left} {'draft is' if accepted.left == 1 else 'drafts are'} left to be reviewed.")
