"""Where in the project something failed while MkDocs ran: a line of the theme, of a hook, or of mkdocs.yml.

Owns the reading of exceptions and of what MkDocs says of its configuration. It raises nothing and runs nothing.
"""

from __future__ import annotations

import re
from pathlib import Path
from traceback import walk_tb

from dossier.diagnostics import Span
from dossier.publish.rules import CONFIG

__all__ = ["place_in_config", "place_of_failure"]

_YAML_PLACE = re.compile(r"line (?P<line>\d+), column (?P<column>\d+)")
_SETTING = re.compile(r"Config value '(?P<name>[\w-]+)")


def place_of_failure(error: BaseException, project: Path) -> Span | None:
    """The last line of the project's own files that was at work: of a template or a hook; None where it was none."""
    written = (
        getattr(error, "filename", None),
        getattr(error, "lineno", None),
    )  # of a template with a slip in it
    passed = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    for name, line in (written, *reversed(passed)):
        if isinstance(name, str) and isinstance(line, int) and Path(name).is_relative_to(project):
            return Span(Path(name).relative_to(project).as_posix(), line, 1, line, 1)
    return None


def place_in_config(said: str, file: Path) -> Span:
    """The line of mkdocs.yml that MkDocs complains of, as far as it says; else the file."""
    if found := _YAML_PLACE.search(said):
        line, column = int(found["line"]), int(found["column"])
        return Span(CONFIG.file, line, column, line, column + 1)
    setting = _SETTING.search(said)
    for number, text in enumerate(file.read_text("utf-8", "replace").splitlines(), 1):
        if setting and text.startswith(f"{setting['name']}:"):
            return Span(CONFIG.file, number, 1, number, 1 + len(setting["name"]))
    return CONFIG
