"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from dossier.diagnostics.formats import FORMATS

__all__ = ["cached", "folder", "folder_option", "output_format"]

Command = TypeVar("Command", bound=Callable[..., None])


def folder(command: Command) -> Command:
    """Add `[DIR]`, the folder of the dossier, for a command that takes nothing else."""
    return click.argument(
        "folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False, path_type=Path)
    )(command)


def folder_option(command: Command) -> Command:
    """Add `--dir DIR`, the folder of the dossier, for a command that takes other arguments."""
    return click.option(
        "--dir",
        "folder",
        metavar="DIR",
        default=".",
        type=click.Path(file_okay=False, path_type=Path),
        help="The folder that holds content/ and seeds/; without it, the one you are in.",
    )(command)


def output_format(command: Command) -> Command:
    """Add `--output-format`, how findings are printed."""
    return click.option(
        "--output-format",
        "form",
        type=click.Choice(list(FORMATS)),
        default="full",
        show_default=True,
        help="How findings are printed: full for people, concise a line each, json for programs; github, gitlab, "
        "sarif (code scanning) and junit (test results) for what shows them in a CI.",
    )(command)


def cached(command: Command) -> Command:
    """Add `--no-cache` and `--jobs`, how the work is done; neither changes what comes out."""
    jobs = click.option(
        "--jobs",
        type=click.IntRange(1),
        metavar="N",
        help="Work with so many processes; without it, as many as there are processor cores.",
    )
    fresh = click.option(
        "--no-cache", "cached", is_flag=True, flag_value=False, default=True, help="Make everything anew."
    )
    return fresh(jobs(command))
