"""What is measured: commands, each on one dossier. Owns how each is called, and what happens before it, unmeasured."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from benchmarks.corpus import ROOT
from benchmarks.folders import Folders, dossier_command
from benchmarks.peers.venv import Installed
from benchmarks.process import Run, run

__all__ = ["GROUPS", "Job", "Name", "jobs_of", "jobs_of_real", "start"]

_FINDINGS = 1
_PEER = ROOT / "benchmarks/peers/gen_files/mkdocs.yml"


class Name(StrEnum):
    """The jobs, in the order in which they run: what one leaves behind is what the next starts from."""

    START = "dossier --version"
    BUILD = "dossier build, cold"
    BUILD_AGAIN = "dossier build, no change"
    BUILD_EDIT = "dossier build, one sheet edited"
    MKDOCS = "mkdocs build"
    HUGO = "hugo, cold"
    HUGO_EDIT = "hugo, one page edited"
    GEN_FILES = "gen-files + macros"
    CHECK = "dossier check, cold"
    CHECK_EDIT = "dossier check, one sheet edited"


GROUPS = {
    "start": (Name.START,),
    "build": (Name.BUILD, Name.BUILD_AGAIN, Name.BUILD_EDIT),
    "check": (Name.CHECK, Name.CHECK_EDIT),
    "mkdocs": (Name.MKDOCS,),
    "hugo": (Name.HUGO, Name.HUGO_EDIT),
    "gen-files": (Name.GEN_FILES,),
}
"""What can be asked for by itself: jobs that need one another, under one word."""


@dataclass(frozen=True, slots=True)
class Job:
    """A command on a dossier of so many sheets; on the project's own where `is_real`.

    `before` is given the number of the round.
    """

    name: Name
    sheets: int
    is_real: bool = False
    command: list[str] = field(compare=False, default_factory=list)
    folder: Path = field(compare=False, default=ROOT)
    before: Callable[[int], None] = field(compare=False, default=lambda _: None)
    environment: dict[str, str] = field(compare=False, default_factory=dict)

    def run(self, number: int) -> Run:
        """Run it once, from the state it is meant for."""
        self.before(number)
        allowed = (0, _FINDINGS) if self.is_real else (0,)  # a finding in it is not this program's matter
        return run(self.command, self.folder, allowed=allowed, environment=self.environment)


def start() -> Job:
    """What every command pays before it reads anything."""
    return Job(Name.START, 0, command=dossier_command("--version"))


def jobs_of(folders: Folders, peers: Installed | None) -> Iterator[Job]:
    """Every job on a generated dossier; without the peers that are not installed."""
    yield from _builds(folders, is_real=False)
    yield _mkdocs(folders)
    if peers:
        yield from _hugo(folders, peers)
        yield _gen_files(folders, peers)
    yield from _checks(folders, is_real=False)


def jobs_of_real(folders: Folders) -> Iterator[Job]:
    """The jobs on the project's own dossier."""
    yield from _builds(folders, is_real=True)
    yield from _checks(folders, is_real=True)


def _builds(folders: Folders, *, is_real: bool) -> Iterator[Job]:
    command = dossier_command("build", str(folders.dossier))
    befores: dict[Name, Callable[[int], None]] = {
        Name.BUILD: lambda _: folders.forget(),
        Name.BUILD_AGAIN: lambda _: None,
        Name.BUILD_EDIT: lambda number: folders.edit(2 * number),
    }
    for name, before in befores.items():
        yield Job(name, folders.sheets, is_real, command, before=before)


def _checks(folders: Folders, *, is_real: bool) -> Iterator[Job]:
    command = dossier_command("check", str(folders.dossier))
    yield Job(Name.CHECK, folders.sheets, is_real, command, before=lambda _: folders.forget_cache())
    yield Job(
        Name.CHECK_EDIT,
        folders.sheets,
        is_real,
        command,
        before=lambda number: folders.edit(2 * number + 1),
    )


def _mkdocs(folders: Folders) -> Job:
    def before(_: int) -> None:
        folders.have_pages()
        _remove(folders.mkdocs_site)

    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    command = [mkdocs, "build", "--quiet", "--site-dir", str(folders.mkdocs_site)]
    return Job(Name.MKDOCS, folders.sheets, command=command, folder=folders.dossier, before=before)


def _hugo(folders: Folders, peers: Installed) -> Iterator[Job]:
    def before(_: int) -> None:
        for made in ("public", "resources"):
            _remove(folders.hugo / made)

    command = [str(peers.hugo), "--quiet", "--source", str(folders.base / "hugo")]
    yield Job(Name.HUGO, folders.sheets, command=command, before=before)
    yield Job(Name.HUGO_EDIT, folders.sheets, command=command, before=folders.edit_page)


def _gen_files(folders: Folders, peers: Installed) -> Job:
    command = [str(peers.mkdocs), "build", "--quiet", "--config-file", str(_PEER)]
    return Job(
        Name.GEN_FILES,
        folders.sheets,
        command=[*command, "--site-dir", str(folders.gen_files_site)],
        before=lambda _: _remove(folders.gen_files_site),
        environment={
            "PYTHONPATH": str(ROOT),
            "DOSSIER_CONTENT": str(folders.dossier / "content"),
            "DOSSIER_DOCS": str(folders.no_docs),
        },
    )


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
