"""`dossier fmt`: one way to lay out sheets."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from dossier import disk, kinds
from dossier.cli.difference import difference
from dossier.cli.running import FINDINGS, or_exit, report, say
from dossier.diagnostics import Diagnostic
from dossier.editing.formatting import laid_out
from dossier.editing.order import order_in
from dossier.pipeline import Files
from dossier.strict_yaml import parse

__all__ = ["command"]


@click.command(
    "fmt",
    epilog="""\b
Examples:
  dossier fmt
  dossier fmt --check
  dossier fmt content/islands/shikotan.yml""",
)
@click.argument("paths", metavar="[DIR] [FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check", "only_check", is_flag=True, help="List the files that would change, and change none."
)
@click.option("--diff", "only_show", is_flag=True, help="Show what would change, and change nothing.")
def command(paths: tuple[Path, ...], *, only_check: bool, only_show: bool) -> None:
    """Lay out sheets in one way: fields in order, two spaces for each step, no prose below > beyond 120 columns.

    Nothing that a sheet says changes, nor how values are quoted, and comments stay. Without FILE, all sheets.
    """
    folder, *named = [Path(), *paths] if not paths or not paths[0].is_dir() else paths
    files, _ = or_exit(lambda: disk.read(folder))
    chosen = list(_chosen(folder, named, files))
    after, unread = _laid_out(files, chosen)
    changed = {path: data for path, data in after.items() if data != files[path]}
    if unread:
        report(unread, "full", files, folder)
    if only_show:
        click.echo(difference(files, changed), nl=bool(changed))
    elif changed:
        click.echo("\n".join(changed))
    if not only_check and not only_show:
        or_exit(lambda: disk.edit(folder, files, changed))
    would = "would be laid out anew" if only_check or only_show else "laid out anew"
    say(f"{_count(len(changed))} {would}, {len(after) - len(changed)} left as they are.")
    if unread or (changed and (only_check or only_show)):
        sys.exit(FINDINGS)


def _count(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"


def _chosen(folder: Path, named: Iterable[Path], files: Files) -> Iterator[str]:
    """The files of the dossier that were named, or all that can be laid out."""
    sheets = [path for path in files if path.startswith("content/") and path.endswith(".yml")]
    for path in named:
        place = Path(os.path.relpath(path.absolute(), folder.absolute())).as_posix()
        if place not in sheets:
            raise click.UsageError(f'"{path}" is not a sheet of the dossier in "{folder}".')
        yield place
    if not named:
        yield from sheets


def _laid_out(files: Files, chosen: Iterable[str]) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The files that can be read, laid out; and why the others cannot."""
    declared, _ = kinds.load(
        {path: data for path, data in files.items() if path.startswith("content/kinds/")}
    )
    after: dict[str, bytes] = {}
    unread: list[Diagnostic] = []
    for path in chosen:
        data = laid_out(files[path], order_in(path, declared))
        if data is None:
            unread += parse(files[path], path).diagnostics
        else:
            after[path] = data
    return after, unread
