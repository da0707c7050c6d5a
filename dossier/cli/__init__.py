"""The command line. Owns the commands, what they print, and their exit codes.

Each command is a module of its own, loaded only when it is asked for. Exit codes: 0 nothing found or all done, 1
findings or an edit that was refused, 2 wrong use or a disk that does not allow it.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper

import click

from dossier import __version__
from dossier.cli.group import Group

__all__ = ["main"]


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="DIR is the folder that holds content/ and seeds/; without it, the one you are in.",
)
@click.version_option(__version__, prog_name="dossier")
def main() -> None:
    """Build a briefing in which every statement leads to the sentence that supports it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack what a sheet is written in
