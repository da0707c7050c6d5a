"""`dossier init`: a new dossier that builds at once."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import click

from dossier import __version__, disk
from dossier.cli.running import or_exit, say
from dossier.cli.schema import write_schemas
from dossier.disk.edits import finish
from dossier.pipeline import check
from dossier.starter import EXAMPLE_TITLE, Origin, new_dossier, requirements

__all__ = ["command"]

_OF_NO_MATTER = {
    "wheels",
    "Thumbs.db",
    "desktop.ini",
}  # in a folder that is as good as empty; hidden files too
_MOST_BYTES = 50 * 1024 * 1024  # of a wheel of this program


@click.command(
    "init",
    epilog="""\b
Example:
  dossier init our-dossier --title "The light on the rock"
  cd our-dossier
  dossier serve""",
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", help="What the dossier is called.", default=EXAMPLE_TITLE)
@click.option("--empty", is_flag=True, help="Leave the example out: a briefing, and no sheets yet.")
def command(folder: Path, title: str, empty: bool) -> None:
    """Make a new dossier in DIR, a folder that is new or empty.

    It builds at once, without a finding. Its content is an example about an invented subject, to be replaced.
    """
    origin = Origin.of(_direct_url())
    wheel = _wheel(origin)
    files = new_dossier(
        " ".join(title.split()),
        requirements(__version__, origin),
        empty_since=date.today().isoformat() if empty else "",
    )
    compiled = check(files)
    for wrong in compiled.diagnostics:  # the title alone can be the reason
        raise click.BadParameter(f"{wrong.message}. {wrong.hint}", param_hint="--title")
    if wheel is not None:
        files[f"wheels/{origin.wheel_name}"] = wheel
    or_exit(lambda: _make(folder, files))
    write_schemas(folder, compiled)
    click.echo(folder)
    if not (origin.address or wheel):
        say("So that others can install the program too, do what its requirements.txt says.")
    say("Made a new dossier. What to do next is in its README.md; to see it:")
    say(f"  dossier serve {_typed(folder)}")


def _make(folder: Path, files: dict[str, bytes]) -> None:
    """Write all files or none; what an interrupted run has left is finished first. Raises `DiskError`."""
    try:
        finish(folder)
        in_the_way = (
            sorted(entry.name for entry in folder.iterdir() if _counts(entry)) if folder.exists() else []
        )
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk.DiskError(f'"{folder}" cannot be used: {error.strerror or error}') from error
    in_the_way += sorted(path for path in files if (folder / path).exists())
    if in_the_way:
        raise disk.DiskError(
            f'"{folder}" is not empty: it holds "{in_the_way[0]}". Name a folder that does not exist yet, '
            "or one that is empty; nothing was changed"
        )
    disk.edit(folder, {}, files)


def _counts(entry: Path) -> bool:
    is_empty_build = entry.name == "build" and entry.is_dir() and not any(entry.iterdir())
    return not (entry.name.startswith(".") or entry.name in _OF_NO_MATTER or is_empty_build)


def _direct_url() -> str | None:
    try:
        return distribution("dossier").read_text("direct_url.json")
    except PackageNotFoundError:
        return None


def _wheel(origin: Origin) -> bytes | None:
    """The file that the program was installed from, where it still lies there unchanged."""
    if not origin.wheel:
        return None
    try:
        with Path(origin.wheel).open("rb") as file:
            data = file.read(_MOST_BYTES)
    except OSError:
        return None
    return data if origin.sha256 in ("", sha256(data).hexdigest()) else None


def _typed(folder: Path) -> str:
    return f'"{folder}"' if " " in str(folder) else str(folder)
