"""`dossier build`: check, write the pages, publish the site."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from dossier import disk, history
from dossier.cli import options
from dossier.cli.progress import progress
from dossier.cli.running import FINDINGS, or_exit, read_and_check, report, say, uncollected
from dossier.diagnostics import Diagnostic, Severity
from dossier.pipeline import Files, compile_site

if TYPE_CHECKING:
    from dossier.publish import Published

__all__ = ["Built", "build", "command", "said_of"]


@click.command("build", epilog="Example: dossier build --strict")
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
    built = or_exit(lambda: build(folder, site_dir, strict=strict))
    report(built.findings, form, built.files, folder)
    say(said_of(built.published))
    if built.published is None:
        sys.exit(FINDINGS)


class Built(NamedTuple):
    """What came of a build: what was found, in which files, and what was published, if anything was."""

    files: Files
    findings: tuple[Diagnostic, ...]
    published: Published | None


def build(folder: Path, site_dir: Path | None = None, *, strict: bool = False) -> Built:
    """Build once. Raises `DiskError` and `PublishError` where the environment does not allow it."""
    files, compiled = read_and_check(folder)
    stops = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    if any(each.severity in stops for each in compiled.diagnostics):
        return Built(files, compiled.diagnostics, None)
    with progress("Writing pages"), uncollected():
        past = history.past(folder, files)
        disk.write(
            folder / "build", {**compile_site(compiled, past.changed, past.history).files, **past.kept}
        )
    from dossier import publish  # loads MkDocs only when there is something to publish

    with progress("Publishing"):
        outcome = publish.publish(folder, site_dir)
    if isinstance(outcome, publish.Published):
        return Built(files, compiled.diagnostics, outcome)
    return Built(files, (*compiled.diagnostics, *outcome), None)


def said_of(published: Published | None) -> str:
    """Say what was published, and where."""
    if published is None:
        return "Nothing was published; the last good site stays."
    return f"Published {published.pages} pages: {published.site / 'index.html'}"
