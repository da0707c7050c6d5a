"""`dossier check`: look for everything that is wrong, and publish nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dossier.cli import options
from dossier.cli.running import FINDINGS, checked, report
from dossier.diagnostics import Severity

__all__ = ["command"]


@click.command("check")
@options.folder
@options.output_format
def command(folder: Path, form: str) -> None:
    """Look for everything that is wrong, and publish nothing."""
    files, compiled = checked(folder)
    report(compiled.diagnostics, form, files)
    if any(each.severity is not Severity.INFO for each in compiled.diagnostics):
        sys.exit(FINDINGS)
