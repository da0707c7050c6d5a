"""Findings for merge requests of GitLab: `gitlab`, a Code Quality report.

The form is that of https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

from __future__ import annotations

import json

from dossier.diagnostics import Diagnostic, Severity
from dossier.diagnostics.formats.fingerprints import fingerprints
from dossier.diagnostics.formats.setting import Setting
from dossier.diagnostics.formats.visible import ended, hint_of, one_line, visible

__all__ = ["as_gitlab"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_gitlab(found: list[Diagnostic], setting: Setting) -> str:
    """A list of issues; an empty one says that all is well."""
    issues = [
        {
            "description": one_line(f"{ended(each.message)} {ended(hint_of(each))}".rstrip()),
            "check_name": each.code,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[each.severity],
            "location": {
                "path": visible(setting.path(each.span.file)),
                "lines": {"begin": each.span.line, "end": each.span.end_line},
            },
        }
        for each, fingerprint in zip(found, fingerprints(found, setting), strict=True)
    ]
    return json.dumps(issues, indent=2)
