"""What mkdocs-gen-files runs: writes every page of the dossier into the site being built."""

from __future__ import annotations

import mkdocs_gen_files  # type: ignore[import-not-found]  # installed for the peers only

from benchmarks.peers.gen_files.pages import pages
from benchmarks.peers.gen_files.sheets import load

for path, text in pages(load()):
    with mkdocs_gen_files.open(path, "w") as file:
        file.write(text)
