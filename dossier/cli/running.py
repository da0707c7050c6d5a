"""What commands do alike: read and check a dossier, print findings, and end with the right exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from dossier import disk
from dossier.cache import Cache, no_cache
from dossier.cli.progress import progress
from dossier.cli.repository import folder_in_repository
from dossier.compiling.checking import Checked, check_again
from dossier.diagnostics import Diagnostic
from dossier.diagnostics.formats import AnyRule, show, summary, unmarked
from dossier.pipeline import Compiled, Files

__all__ = [
    "FINDINGS",
    "USAGE",
    "check_files",
    "checked",
    "or_exit",
    "read_and_check",
    "report",
    "say",
    "uncollected",
]

FINDINGS, USAGE = 1, 2

Result = TypeVar("Result")


def checked(folder: Path, cache: Cache | None = None, jobs: int = 1) -> tuple[Files, Compiled]:
    """Read and check the dossier in a folder; end the program where there is none."""
    return or_exit(lambda: read_and_check(folder, cache, jobs))


def read_and_check(folder: Path, cache: Cache | None = None, jobs: int = 1) -> tuple[Files, Compiled]:
    """Read and check the dossier in a folder, over so many processes. Raises `DiskError` where there is none.

    Sheets that are the same as when they were put into the cache are taken from there.
    """
    files, faults = disk.read(folder)
    return files, check_files(files, faults, cache, jobs).compiled


def check_files(
    files: Files, faults: tuple[Diagnostic, ...], cache: Cache | None = None, jobs: int = 1
) -> Checked:
    """Check files that were read; `faults` is what was wrong then."""
    with progress("Checking"), uncollected():
        return check_again(files, faults, cache or no_cache(), jobs)


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the garbage collector off for a while: what is built stays, and looking through it takes a third longer."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def or_exit(act: Callable[[], Result]) -> Result:
    """Do something that the environment may not allow; say why it does not, and end."""
    from dossier.publish import PublishError

    try:
        return act()
    except disk.DiskError as error:
        click.echo(f"error: {error}", err=True)
    except PublishError as error:
        click.echo(show([error.diagnostic], "full", {}), err=True)
    sys.exit(USAGE)


def report(diagnostics: Iterable[Diagnostic], form: str, files: Files, folder: Path = Path()) -> None:
    """Print findings to standard output, and how many there are to standard error.

    `folder` is the dossier's: programs that read the output are told of files as the repository knows them.
    """
    found = list(diagnostics)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    place = folder_in_repository(folder, os.environ)
    if shown := show(found, form, files, colour=colour, folder=place, rules=_rules(form)):
        click.echo(shown, color=colour)
    say(f"{summary(found).capitalize()}.")
    if remark := unmarked(found, form):
        say(remark)


def _rules(form: str) -> Mapping[str, AnyRule]:
    """What the codes mean, for programs: people ask `explain`, and loading all rules takes a while."""
    if form in ("full", "concise"):
        return {}
    from dossier.rulebook import RULEBOOK

    return RULEBOOK


def say(words: str) -> None:
    """Say something to the person at the terminal, not to the program that reads the output."""
    click.echo(words, err=True)
