"""`dossier clean`: delete what is generated, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from dossier import disk
from dossier.cli import options
from dossier.cli.running import or_exit, say

__all__ = ["command"]


@click.command("clean", epilog="Example: dossier clean --keep-site")
@options.folder
@click.option("--keep-site", "keeps_site", is_flag=True, help="Leave the published site where it is.")
def command(folder: Path, keeps_site: bool) -> None:
    """Delete what is generated: build/, with all that builds remember, and the site. `dossier build` makes it again.

    The site is the folder that mkdocs.yml names; one that dossier did not make is not touched, nor is what else lies in
    build/. Leftovers of builds that were killed go too.
    """
    from dossier.publish import clearing  # loads MkDocs, which reads mkdocs.yml

    folder = folder.absolute()
    site = clearing.site_of(folder)
    gone, stays = or_exit(lambda: disk.clear(folder))
    _tell(gone)
    for each in stays:
        say(f"{each} stays: dossier did not make it.")
    _tell(
        os.path.relpath(each, folder)
        for each in or_exit(lambda: clearing.clear(site, folder, keeps_site=keeps_site, waiting=_say_waiting))
    )


def _say_waiting() -> None:
    say("A build is at work on this site; waiting for it to end.")


def _tell(gone: Iterable[str]) -> None:
    for each in gone:
        click.echo(f"deleted {each}")
