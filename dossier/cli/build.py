"""`dossier build`: check, write the pages, publish the site."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from dossier import disk, history
from dossier.cli import options
from dossier.cli.progress import progress
from dossier.cli.running import FINDINGS, checked, or_exit, report, say, uncollected
from dossier.diagnostics import Diagnostic, Severity
from dossier.pipeline import Files, compile_site

__all__ = ["build", "command"]


@click.command("build")
@options.folder
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Publish into this folder, not the one mkdocs.yml names. It must be new, empty, or a site of dossier.",
)
@click.option("--strict", is_flag=True, help="Publish nothing where there are warnings either.")
@options.output_format
def command(folder: Path, site_dir: Path | None, strict: bool, form: str) -> None:
    """Check, write the pages and publish the site. Where an error is found, the last good site stays."""
    sys.exit(build(folder, site_dir, strict, form))


def build(folder: Path, site_dir: Path | None, strict: bool, form: str) -> int:
    """Build once and print what came of it; return the exit code."""
    files, compiled = checked(folder)
    stops = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    if any(each.severity in stops for each in compiled.diagnostics):
        return _stopped(compiled.diagnostics, form, files)
    with progress("Writing pages"), uncollected():
        or_exit(
            lambda: disk.write(folder / "build", compile_site(compiled, history.last_changes(folder)).files)
        )
    from dossier import publish  # loads MkDocs only when there is something to publish

    with progress("Publishing"):
        outcome = or_exit(lambda: publish.publish(folder, site_dir))
    if not isinstance(outcome, publish.Published):
        return _stopped((*compiled.diagnostics, *outcome), form, files)
    report(compiled.diagnostics, form, files)
    say(f"Published {outcome.pages} pages: {outcome.site / 'index.html'}")
    return 0


def _stopped(diagnostics: Iterable[Diagnostic], form: str, files: Files) -> int:
    report(diagnostics, form, files)
    say("Nothing was published; the last good site stays.")
    return FINDINGS
