"""What is measured: commands, each on one dossier. Owns how each is called and what is cleared away before it."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import ROOT
from benchmarks.process import Run, run

__all__ = ["CHECK", "COMPILE", "MKDOCS", "START", "Job"]

START, CHECK, COMPILE, MKDOCS = "start", "check", "compile", "mkdocs"


def _script(name: str) -> str:
    """A command as installed beside the Python that runs this."""
    return str(Path(sys.executable).with_name(name))


_COMMANDS = {
    START: [_script("dossier"), "--version"],
    CHECK: [_script("dossier"), "check"],
    COMPILE: [sys.executable, "-m", "benchmarks.compile_pages"],
    MKDOCS: [_script("mkdocs"), "build", "--quiet"],
}
_CLEARED = {COMPILE: "build", MKDOCS: "site"}  # so that each run writes everything
_FINDINGS = 1


@dataclass(frozen=True, slots=True)
class Job:
    """A command on a dossier of so many sheets; the real one where it is the project's own."""

    name: str
    folder: Path
    sheets: int

    @property
    def is_real(self) -> bool:
        return self.folder == ROOT

    def run(self) -> Run:
        """Run it once, from the same state as every time."""
        if self.name in _CLEARED:
            shutil.rmtree(self.folder / _CLEARED[self.name], ignore_errors=True)
        if self.name == MKDOCS:
            return run(_COMMANDS[MKDOCS], self.folder)
        words = [] if self.name == START else [str(self.folder)]
        allowed = (0, _FINDINGS) if self.is_real else (0,)  # a finding in it is not this program's matter
        return run([*_COMMANDS[self.name], *words], ROOT, allowed=allowed)
