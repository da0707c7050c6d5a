"""The only reading and writing of content. Owns what counts as a file of the dossier, and that nothing is lost.

`read` gives the files, `write` and `save` make what is generated, `edit` changes what an editor wrote: all of it or
nothing.
"""

from __future__ import annotations

from dossier.disk.clearing import clear
from dossier.disk.edits import edit
from dossier.disk.errors import DiskError
from dossier.disk.reading import RULES, read, require
from dossier.disk.turns import building
from dossier.disk.writing import save, stamps, write

__all__ = ["RULES", "DiskError", "building", "clear", "edit", "read", "require", "save", "stamps", "write"]
