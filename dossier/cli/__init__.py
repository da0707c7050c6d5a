"""The command line: `dossier check`, `build`, `serve`, `explain`.

Owns the commands, what they print, and their exit codes: 0 nothing found, 1 findings, 2 usage or environment.
"""

from dossier.cli.commands import main

__all__ = ["main"]
