"""`dossier ingest`: take in an article as somebody has it, and draft what it says."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from dossier import disk
from dossier.cli import options
from dossier.cli.progress import progress
from dossier.cli.running import FINDINGS, USAGE, checked, or_exit, say

__all__ = ["command"]


@click.command(
    "ingest",
    epilog="Example: dossier ingest ~/Downloads/visit.html --publisher TASS",
)
@click.argument("article", metavar="FILE")
@options.folder_option
@click.option("--url", default="", help="Where the article was published.")
@click.option("--publisher", default="", help="Who published it, where the article does not say.")
@click.option("--date", default="", metavar="EDTF", help="When it was issued, such as 2019-02-25.")
@click.option(
    "--language",
    default="",
    metavar="TAG",
    help="Its language, such as en, ru or ja, where it is not told by itself.",
)
@click.option(
    "--id", "name", default="", help="The id of the source; without it, one is made of publisher and date."
)
@click.option(
    "--output-format",
    "form",
    type=click.Choice(["full", "json"]),
    default="full",
    show_default=True,
    help="How it is told: full for people, json for programs.",
)
def command(
    article: str, folder: Path, url: str, publisher: str, date: str, language: str, name: str, form: str
) -> None:
    """Take in an article and draft what it says.

    FILE is plain text in any encoding, a web page saved from a browser, or a PDF, of at most 4 MB; "-" reads what is
    piped in. It is kept in seeds/ as received; a sheet in content/sources/ is written for it; and events and claims
    with exact quotations are drafted in content/drafts/, for you to prune.
    """
    # Reads dates in three languages and loads what it needs for that; no other command does.
    from dossier import ingest

    data = _read(article)
    files, compiled = checked(folder)
    asked = ingest.Asked(
        Path(article).name, id=name, url=url, publisher=publisher, date=date, language=language
    )
    try:
        with progress("Reading the article"):
            taken = ingest.take_in(files, compiled, data, asked, datetime.now(UTC).astimezone().date())
    except ingest.RefusedError as refused:
        click.echo(f"error: {article}: {refused}", err=True)
        say("Nothing was changed.")
        sys.exit(FINDINGS)
    or_exit(lambda: disk.edit(folder, files, taken.files))
    click.echo(ingest.tell(taken, compiled.dossier.sheets) if form == "full" else ingest.tell_json(taken))


def _read(article: str) -> bytes:
    """The bytes of a file, or of standard input; never more than one over what is taken."""
    from dossier.ingest import LARGEST

    if article == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        path = Path(article)
        if not path.is_file():
            why = "it is a folder" if path.is_dir() else "there is no such file"
            click.echo(f"error: {article}: {why}.", err=True)
            sys.exit(USAGE)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        click.echo(
            f"error: {article}: it cannot be read: {getattr(error, 'strerror', None) or error}.", err=True
        )
        sys.exit(USAGE)
