"""Findings for the log of GitHub Actions, which marks them in the files of a pull request: `github`."""

from __future__ import annotations

from dossier.diagnostics import Diagnostic, Severity
from dossier.diagnostics.formats.setting import Setting
from dossier.diagnostics.formats.visible import hint_of, visible

__all__ = ["MOST", "as_github"]

MOST = 10
"""Of one step GitHub marks so many errors, so many warnings and so many notices in the files, and drops the others
(actions/toolkit, docs/problem-matchers.md, "Limitations"). All of them stand in the log."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(found: list[Diagnostic], setting: Setting) -> str:
    """A workflow command each, escaped as GitHub's toolkit does it (`command.ts`)."""
    return "\n".join(_one(each, setting) for each in found)


def _one(each: Diagnostic, setting: Setting) -> str:
    span = each.span
    properties = {
        "file": visible(setting.path(span.file)),
        "line": span.line,
        "endLine": span.end_line,
        "title": each.code,
    }
    if span.line == span.end_line:
        # GitHub takes columns only for a finding on one line.
        properties |= {"col": span.column, "endColumn": max(span.column, span.end_column - 1)}
    words = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in properties.items())
    message = visible(f"{each.message}\n{hint_of(each)}".strip())
    return f"::{_LEVELS[each.severity]} {words}::{_escaped(message)}"


def _escaped(text: str, also: str = "") -> str:
    return "".join(f"%{ord(c):02X}" if c in f"%\r\n{also}" else c for c in text)
