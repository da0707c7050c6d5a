"""The compile stage alone, as a process to be measured: a dossier's folder read, checked, and its pages written."""

from __future__ import annotations

import sys
from pathlib import Path

from dossier import disk
from dossier.pipeline import check, compile_site

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    files, faults = disk.read(folder)
    compiled = check(files)
    if faults or compiled.diagnostics:
        sys.exit(f"the dossier is not clean: {[*faults, *compiled.diagnostics][0]}")
    disk.write(folder / "build", compile_site(compiled).files)
