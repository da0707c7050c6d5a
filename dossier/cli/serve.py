"""`dossier serve`: the site on this machine, built again on every save."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dossier.cli import options
from dossier.cli.build import build
from dossier.cli.running import FINDINGS, USAGE, or_exit, say

__all__ = ["command"]

_WATCHED = ("content", "seeds", "theme", "mkdocs.yml")


@click.command("serve")
@options.folder
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on."
)
def command(folder: Path, host: str, port: int) -> None:
    """Build, show the site in a browser, and build again on every save."""
    # Loads MkDocs, which the other commands do without.
    from dossier.publish import renderer, server

    def rebuild() -> int:
        try:
            return build(folder, None, False, "full")
        except SystemExit:  # the reason is printed; whoever is editing wants the server to go on
            return USAGE

    found = rebuild()
    site = or_exit(lambda: Path(renderer.load(folder.absolute(), None).site_dir))
    if found and not (site / "index.html").exists():
        sys.exit(FINDINGS)
    watched = [folder / name for name in _WATCHED if (folder / name).exists()]
    or_exit(lambda: server.serve(site, rebuild, watched, say=say, host=host, port=port))
