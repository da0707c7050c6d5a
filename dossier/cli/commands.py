"""The commands. Each reads, asks the pipeline, prints, and ends with its exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TypeVar

import click

from dossier import __version__, disk, history
from dossier.cli.group import Group
from dossier.cli.progress import progress
from dossier.diagnostics import Diagnostic, Severity
from dossier.diagnostics.formats import FORMATS, show, summary
from dossier.pipeline import Compiled, Files, check, compile_site
from dossier.suggestions import did_you_mean

__all__ = ["main"]

FINDINGS, USAGE = 1, 2

Command = TypeVar("Command", bound=Callable[..., None])
Result = TypeVar("Result")

_WATCHED = ("content", "seeds", "theme", "mkdocs.yml")


def _folder(command: Command) -> Command:
    return click.argument(
        "folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False, path_type=Path)
    )(command)


def _output_format(command: Command) -> Command:
    return click.option(
        "--output-format",
        "form",
        type=click.Choice(list(FORMATS)),
        default="full",
        show_default=True,
        help="How findings are printed: full for people, concise a line each, json for programs, github for its log.",
    )(command)


def _site_dir(command: Command) -> Command:
    return click.option(
        "--site-dir",
        type=click.Path(file_okay=False, path_type=Path),
        help="Publish into this folder, not the one mkdocs.yml names. It must be new, empty, or a site of dossier.",
    )(command)


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


@main.command("check")
@_folder
@_output_format
def check_command(folder: Path, form: str) -> None:
    """Look for everything that is wrong, and publish nothing."""
    files, compiled = _checked(folder)
    _print(compiled.diagnostics, form, files)
    if any(each.severity is not Severity.INFO for each in compiled.diagnostics):
        sys.exit(FINDINGS)


@main.command()
@_folder
@_site_dir
@click.option("--strict", is_flag=True, help="Publish nothing where there are warnings either.")
@_output_format
def build(folder: Path, site_dir: Path | None, strict: bool, form: str) -> None:
    """Check, write the pages and publish the site. Where an error is found, the last good site stays."""
    sys.exit(_build(folder, site_dir, strict, form))


@main.command()
@_folder
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on."
)
def serve(folder: Path, host: str, port: int) -> None:
    """Build, show the site in a browser, and build again on every save."""
    # Loads MkDocs, which the other commands do without.
    from dossier.publish import renderer, server

    def rebuild() -> int:
        try:
            return _build(folder, None, False, "full")
        except SystemExit:  # the reason is printed; whoever is editing wants the server to go on
            return USAGE

    found = rebuild()
    site = _or_exit(lambda: Path(renderer.load(folder.absolute(), None).site_dir))
    if found and not (site / "index.html").exists():
        sys.exit(FINDINGS)
    watched = [folder / name for name in _WATCHED if (folder / name).exists()]
    _or_exit(lambda: server.serve(site, rebuild, watched, say=_say, host=host, port=port))


@main.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain what a finding means and how to put it right. Without CODE, list them all."""
    from dossier.rulebook import RULEBOOK  # reads every rule of every stage, which only this command needs

    if code is None:
        for each in RULEBOOK.values():
            click.echo(f"{each.code}: {each.explanation.partition(chr(10))[0]}")
        return
    if code not in RULEBOOK:
        raise click.UsageError(f'there is no finding "{code}". {did_you_mean(code, RULEBOOK)}'.rstrip())
    click.echo(f"{code} ({RULEBOOK[code].severity})\n\n{RULEBOOK[code].explanation}")


def _build(folder: Path, site_dir: Path | None, strict: bool, form: str) -> int:
    """Build once and print what came of it; return the exit code."""
    files, compiled = _checked(folder)
    stops = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    if any(each.severity in stops for each in compiled.diagnostics):
        return _stopped(compiled.diagnostics, form, files)
    with progress("Writing pages"), _uncollected():
        _or_exit(
            lambda: disk.write(folder / "build", compile_site(compiled, history.last_changes(folder)).files)
        )
    from dossier import publish  # loads MkDocs only when there is something to publish

    with progress("Publishing"):
        outcome = _or_exit(lambda: publish.publish(folder, site_dir))
    if not isinstance(outcome, publish.Published):
        return _stopped((*compiled.diagnostics, *outcome), form, files)
    _print(compiled.diagnostics, form, files)
    _say(f"Published {outcome.pages} pages: {outcome.site / 'index.html'}")
    return 0


def _stopped(diagnostics: Iterable[Diagnostic], form: str, files: Files) -> int:
    _print(diagnostics, form, files)
    _say("Nothing was published; the last good site stays.")
    return FINDINGS


def _checked(folder: Path) -> tuple[Files, Compiled]:
    with progress("Checking"), _uncollected():
        files, faults = _or_exit(lambda: disk.read(folder))
        compiled = check(files)
    return files, Compiled(compiled.dossier, compiled.graph, (*faults, *compiled.diagnostics))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the garbage collector off for a while: what is built stays, and looking through it takes a third longer."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _or_exit(act: Callable[[], Result]) -> Result:
    """Do something that the environment may not allow; say why it does not, and end."""
    from dossier.publish import PublishError

    try:
        return act()
    except disk.DiskError as error:
        click.echo(f"error: {error}", err=True)
    except PublishError as error:
        click.echo(show([error.diagnostic], "full", {}), err=True)
    sys.exit(USAGE)


def _print(diagnostics: Iterable[Diagnostic], form: str, files: Files) -> None:
    found = list(diagnostics)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    if found or form == "json":
        click.echo(show(found, form, files, colour=colour), color=colour)
    _say(f"{summary(found).capitalize()}.")


def _say(words: str) -> None:
    click.echo(words, err=True)
