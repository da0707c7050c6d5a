"""`dossier show`: all the dossier knows of one thing, or of one statement."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from dossier.cli import options, portrait
from dossier.cli.lookup import look_up
from dossier.cli.running import checked
from dossier.diagnostics import Diagnostic
from dossier.diagnostics.formats import show
from dossier.diagnostics.formats.visible import visible
from dossier.exports.dossier_json import about_sheet, about_statement
from dossier.graph import Statement
from dossier.model import Sheet
from dossier.pipeline import Compiled

__all__ = ["command"]


@click.command(
    "show",
    epilog="""\b
Examples:
  dossier show shikotan
  dossier show Шикотан
  dossier show shikotan#soviet-position-of-1956""",
)
@click.argument("words", metavar="ID", nargs=-1, required=True)
@click.option(
    "--output-format",
    "form",
    type=click.Choice(["full", "json"]),
    default="full",
    show_default=True,
    help="full for people, json for programs (in the words of dossier.json).",
)
@options.folder_option
def command(words: tuple[str, ...], form: str, folder: Path) -> None:
    """Say all the dossier knows of one thing: its names, statements, evidence, ties, dates, mentions and findings.

    ID is the id of a sheet, a name of what it is about, in any script, or the id of a statement.
    """
    files, compiled = checked(folder)
    found = look_up(" ".join(words).strip(), compiled.dossier, compiled.graph)
    findings = list(_findings(found, compiled))
    if form == "json":
        click.echo(json.dumps(_data(found, compiled, findings), ensure_ascii=False, indent=2))
        return
    click.echo(visible("\n".join(_lines(found, compiled))))
    if findings:
        click.echo(f"\nFindings\n\n{show(findings, 'full', files)}")


def _lines(found: Sheet | Statement, compiled: Compiled) -> Iterable[str]:
    if isinstance(found, Sheet):
        return portrait.of_sheet(found, compiled.dossier, compiled.graph)
    return portrait.of_statement(found, compiled.graph)


def _data(found: Sheet | Statement, compiled: Compiled, findings: list[Diagnostic]) -> dict[str, object]:
    if isinstance(found, Sheet):
        known = about_sheet(found, compiled.dossier, compiled.graph)
    else:
        known = about_statement(found, compiled.dossier)
    return {**known, "findings": json.loads(show(findings, "json", {}))}


def _findings(found: Sheet | Statement, compiled: Compiled) -> Iterable[Diagnostic]:
    """What is wrong with a sheet, or with the lines from a statement's words to its last citation."""
    if isinstance(found, Sheet):
        return (each for each in compiled.diagnostics if each.span.file == found.path)
    spans = [found.place.span, *(each.cite.place.span for each in found.evidence)]
    first, last = min(span.line for span in spans), max(span.end_line for span in spans)
    return (
        each
        for each in compiled.diagnostics
        if each.span.file == spans[0].file and first <= each.span.line <= last
    )
