"""A new dossier, as `dossier init` makes it, and what comes of commands in it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from dossier.cli import main

__all__ = ["ROOT", "files_of", "new_dossier_in", "run"]

ROOT = Path(__file__).parents[2]


def run(*words: str | Path) -> Result:
    """Run a command; a bug of ours is a failure of the test."""
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def new_dossier_in(folder: Path, *options: str) -> Path:
    """Make a dossier."""
    made = run("init", folder, *options)
    assert made.exit_code == 0, made.output
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """What a folder holds, without what is generated."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in ("build", "site", ".git")
    }
