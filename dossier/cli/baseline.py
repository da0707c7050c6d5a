"""The file that `dossier check --baseline` holds the evidence against. Owns how it is read, written and spoken of."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from dossier import disk
from dossier.checks import ratchet
from dossier.checks.ratchet import Baseline, BaselineError
from dossier.cli.running import USAGE, or_exit, say
from dossier.diagnostics import Diagnostic
from dossier.graph.standing import standing
from dossier.pipeline import Compiled

__all__ = ["hold_against"]


def hold_against(file: Path, compiled: Compiled, *, update: bool) -> tuple[Diagnostic, ...]:
    """Say where the evidence is weaker than `file` has it. Where it is not, make the file say how it is now.

    A file that is not there is written. With errors nothing is compared: what they hide would count as mended.
    """
    if compiled.has_errors:
        say(f'The evidence was not compared with "{file}": mend the errors first.')
        return ()
    now = standing(compiled.dossier, compiled.graph)
    measured = ratchet.measured(now)
    before = _read(file)
    if before is None and not update:
        _end(file, "it is not there; run this once without --no-update, and commit the file it writes")
    found = () if before is None else tuple(ratchet.grown(before, now, str(file)))
    if not found and before != measured:
        changes = _changes(before, measured)
        if update:
            or_exit(lambda: disk.save(file, ratchet.write(measured)))
            say(f'Wrote "{file}": {changes}. Commit it.')
        else:
            say(f'"{file}" can be tightened: {changes}. Run this without --no-update, and commit it.')
    return found


def _read(file: Path) -> Baseline | None:
    try:
        return ratchet.read(file.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        _end(file, error.strerror or str(error))
    except BaselineError as error:
        _end(file, f"{error}; delete it and run this again, or take it back from git")


def _end(file: Path, why: str) -> NoReturn:
    click.echo(f'error: the baseline "{file}" cannot be used: {why}', err=True)
    sys.exit(USAGE)


def _changes(before: Baseline | None, now: Baseline) -> str:
    """Say what a new baseline changes: the counts, and from what."""
    if before is None:
        return ", ".join(f"{name} {len(ids)}" for name, ids in now.items())
    shrunk = [f"{name} {len(before[name])} → {len(now[name])}" for name in now if before[name] != now[name]]
    return ", ".join(shrunk)
