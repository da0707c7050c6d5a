"""`dossier build`: check, write the pages, publish the site."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from dossier import disk, history
from dossier.cache import Cache, no_cache, open_cache
from dossier.cli import options, standing
from dossier.cli.progress import progress
from dossier.cli.running import FINDINGS, check_files, or_exit, report, say, uncollected
from dossier.cli.standing import Standing
from dossier.diagnostics import Diagnostic, Severity
from dossier.pipeline import DATA, Files, desk_of
from dossier.processes import beside, usable

if TYPE_CHECKING:
    from dossier.compiling.pages import Pages
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
@options.cached
@options.output_format
def command(
    folder: Path, site_dir: Path | None, strict: bool, cached: bool, jobs: int | None, form: str
) -> None:
    """Check, write the pages and publish the site. Where an error is found, the last good site stays."""
    built = or_exit(lambda: build(folder, site_dir, strict=strict, cached=cached, jobs=jobs))
    report(built.findings, form, built.files, folder)
    say(said_of(built.published))
    if built.published is None:
        sys.exit(FINDINGS)


class Built(NamedTuple):
    """What came of a build: what was found, in which files, and what was published, if anything was."""

    files: Files
    findings: tuple[Diagnostic, ...]
    published: Published | None


def build(
    folder: Path,
    site_dir: Path | None = None,
    *,
    strict: bool = False,
    cached: bool = True,
    jobs: int | None = None,
) -> Built:
    """Build once, only what changed since the last time where that is `cached`, over so many processes.

    Raises `DiskError` and `PublishError` where the environment does not allow it.
    """
    disk.require(folder)
    cache, jobs = open_cache(folder) if cached else no_cache(), usable(jobs)
    with disk.building(folder, _say_waiting):
        files, faults = disk.read(folder)
        past = history.past(folder, files)
        basis = standing.stands_on(folder, files, past, site_dir) if cache else ""
        last = standing.recall(folder, cache, basis, site_dir)
        from dossier import publish  # loads MkDocs only when there is something to publish

        if last and not (strict and last.findings):
            site = Path(os.path.normpath(folder.absolute() / last.site))
            return Built(files, last.findings, publish.Published(site, last.pages))

        def compiled() -> tuple[tuple[Diagnostic, ...], Pages | None]:
            return _compiled(folder, files, faults, past, cache, jobs, strict=strict)

        # To load MkDocs and to lay out a site takes as long as to compile a small dossier.
        (found, pages), ready = beside(
            compiled, lambda: publish.make_ready(folder, site_dir, cache=cache), jobs
        )
        if pages is None:
            return Built(files, found, None)
        with progress("Publishing"):
            disk.write(folder / "build", {**pages.files, **past.kept}, pages.kept)
            pages.remember(cache, _stamps(folder))
            outcome = publish.publish(
                folder, site_dir, cache=cache, jobs=jobs, ready=ready, waiting=_say_waiting
            )
        if not isinstance(outcome, publish.Published):
            return Built(files, (*found, *outcome), None)
        found = (*found, *outcome.notes)
        if not outcome.slow:
            where = os.path.relpath(outcome.site, folder.absolute())
            last = Standing(where, outcome.pages, found)
            standing.remember(folder, cache, basis, site_dir, last)
    return Built(files, found, outcome)


def _compiled(
    folder: Path,
    files: Files,
    faults: tuple[Diagnostic, ...],
    past: history.Past,
    cache: Cache,
    jobs: int,
    *,
    strict: bool,
) -> tuple[tuple[Diagnostic, ...], Pages | None]:
    """What was found in these files, and the pages made of them unless that stops the build."""
    from dossier.compiling.pages import Below, compile_pages  # loads what draws and writes pages

    compiled, basis = check_files(files, faults, cache, jobs)
    stops = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    if any(each.severity in stops for each in compiled.diagnostics):
        return compiled.diagnostics, None
    with progress("Writing pages"), uncollected():
        desk = desk_of(compiled, past.changed, past.history)
        below = Below(_stamps(folder), lambda path: (folder / "build" / path).read_bytes())
        return compiled.diagnostics, compile_pages(desk, below, cache, jobs, basis)


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return disk.stamps(folder / "build", ("pages", "schema"), (DATA,))


def _say_waiting() -> None:
    say("Another build is publishing here; waiting for it to end.")


def said_of(published: Published | None) -> str:
    """Say what was published, and where."""
    if published is None:
        return "Nothing was published; the last good site stays."
    said = f"Published {published.pages} pages: {published.site / 'index.html'}"
    if published.slow:
        said += f"\nEvery build makes all of it anew, since only MkDocs can follow {published.slow}."
    return said
