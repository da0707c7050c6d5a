"""`dossier check`: look for everything that is wrong, and publish nothing."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from dossier.cache import no_cache, open_cache
from dossier.cli import options
from dossier.cli.baseline import hold_against
from dossier.cli.running import FINDINGS, checked, report, say
from dossier.cli.statistics import COUNTED, count
from dossier.diagnostics import Severity
from dossier.diagnostics.formats import summary
from dossier.processes import usable

__all__ = ["command"]


@click.command(
    "check",
    epilog="""\b
Examples:
  dossier check
  dossier check --baseline evidence.json --output-format github""",
)
@options.folder
@options.cached
@options.output_format
@click.option(
    "--statistics", is_flag=True, help="Count the findings and the evidence instead of listing them."
)
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Fail where the evidence is weaker than FILE says; where it is stronger, make FILE say so. "
    "Without such a file, write it.",
)
@click.option("--no-update", is_flag=True, help="Never write the FILE of --baseline.")
def command(
    folder: Path,
    cached: bool,
    jobs: int | None,
    form: str,
    statistics: bool,
    baseline: Path | None,
    no_update: bool,
) -> None:
    """Look for everything that is wrong, and publish nothing."""
    if statistics and form not in COUNTED:
        raise click.UsageError(f"--statistics is for the formats {', '.join(COUNTED)}.")
    if no_update and not baseline:
        raise click.UsageError("--no-update is for --baseline.")
    files, compiled = checked(folder, open_cache(folder) if cached else no_cache(), usable(jobs))
    if baseline:
        weaker = hold_against(baseline, compiled, update=not no_update)
        compiled = replace(compiled, diagnostics=(*compiled.diagnostics, *weaker))
    if statistics:
        click.echo(count(compiled, form))
        say(f"{summary(compiled.diagnostics).capitalize()}.")
    else:
        report(compiled.diagnostics, form, files, folder)
    if any(each.severity is not Severity.INFO for each in compiled.diagnostics):
        sys.exit(FINDINGS)
