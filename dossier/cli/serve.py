"""`dossier serve`: the site on this machine, built again on every save, with what is found shown over its pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier import disk
from dossier.cli import options
from dossier.cli.build import Built, build, said_of
from dossier.cli.running import or_exit, report, say
from dossier.diagnostics import Severity

if TYPE_CHECKING:
    from dossier.publish.server import Outcome

__all__ = ["command"]

_WATCHED = ("content", "seeds", "theme", "mkdocs.yml", "mkdocs.yaml")
_PORTS = range(8000, 8020)


@click.command("serve", epilog="Example: dossier serve --open")
@options.folder
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help=f"The port to listen on; without it {_PORTS[0]}, or the next that is free.",
)
@click.option("--open", "opens", is_flag=True, help="Open the site in a browser.")
def command(folder: Path, host: str, port: int | None, opens: bool) -> None:
    """Show the site in a browser, and build it again on every save.

    What is found is shown over the pages and in the terminal. Where an error is found, the last good site stays up.
    """
    # Loads MkDocs, which the other commands do without.
    from dossier.publish import clearing, server

    or_exit(lambda: disk.read(folder))  # a folder without a dossier is a slip of the command line

    def ready(address: str) -> None:
        if not port and f":{_PORTS[0]}/" not in address:
            say(f"Port {_PORTS[0]} is taken, so another is used.")
        say(f"Serving on {address} (stop with Ctrl+C)")
        if opens:
            click.launch(address)

    watched = [folder / name for name in _WATCHED]
    ports = [port] if port else _PORTS
    try:
        site = clearing.site_of(folder.absolute())
        or_exit(lambda: server.serve(site, _rebuilder(folder), watched, ready=ready, host=host, ports=ports))
    except KeyboardInterrupt:
        say("Stopped.")


def _rebuilder(folder: Path) -> Callable[[], Outcome]:
    """What builds the site, and says on the terminal what came of it."""
    from dossier.publish import PublishError
    from dossier.publish.server import Outcome

    told: set[tuple[str, str, str]] = set()

    def rebuild() -> Outcome:
        try:
            built = build(folder)
        except disk.DiskError as error:
            say(f"error: {error}")
            return Outcome(None, trouble=f"{error}")
        except PublishError as error:
            built = Built({}, (error.diagnostic,), None)
        _tell(built, told)
        return Outcome(built.published.site if built.published else None, built.findings, built.files)

    return rebuild


def _tell(built: Built, told: set[tuple[str, str, str]]) -> None:
    """Say what was found: errors in full, the rest in a line each, and only what was not `told` at the last build."""
    errors = [each for each in built.findings if each.severity is Severity.ERROR]
    others = {
        (each.code, each.span.file, each.message): each for each in built.findings if each not in errors
    }
    fresh = [each for key, each in others.items() if key not in told]
    told.clear()
    told.update(others)
    if fresh:
        report(fresh, "concise", built.files)
    if errors:
        report(errors, "full", built.files)
    say(said_of(built.published))
