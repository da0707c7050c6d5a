"""Findings as people and programs read them. Owns the list of formats, their order and their sum; it finds nothing.

Formats are named as ruff names them, a module a family. Text from files is shown with whatever could steer a terminal
made visible.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from dossier.diagnostics import Diagnostic, Severity
from dossier.diagnostics.formats import github
from dossier.diagnostics.formats.data import as_json
from dossier.diagnostics.formats.gitlab import as_gitlab
from dossier.diagnostics.formats.junit import as_junit
from dossier.diagnostics.formats.sarif import as_sarif
from dossier.diagnostics.formats.setting import AnyRule, Format, Setting, Texts
from dossier.diagnostics.formats.terminal import concise, full

__all__ = ["FORMATS", "AnyRule", "Texts", "in_order", "show", "summary", "unmarked"]

FORMATS: Mapping[str, Format] = {
    "full": full,
    "concise": concise,
    "json": as_json,
    "github": github.as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "junit": as_junit,
}

_NO_RULES: Mapping[str, AnyRule] = MappingProxyType({})


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings in the order of their places, each once."""
    return sorted(dict.fromkeys(diagnostics), key=lambda each: (each.span, each.code, each.message))


def show(
    diagnostics: Iterable[Diagnostic],
    form: str,
    texts: Texts,
    *,
    colour: bool = False,
    folder: str = "",
    rules: Mapping[str, AnyRule] = _NO_RULES,
) -> str:
    """Write findings in one of `FORMATS`.

    `texts` gives the lines the full format quotes, `folder` where the dossier stands in its repository, `rules` what
    the codes mean; the last two are for the formats that other programs show.
    """
    return FORMATS[form](in_order(diagnostics), Setting(texts, colour, folder, rules))


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Say in words how many findings there are of each severity."""
    found = in_order(diagnostics)
    counts = [(sum(each.severity is severity for each in found), severity) for severity in Severity]
    words = [
        f"{count} {severity}{'s' if count > 1 and severity is not Severity.INFO else ''}"
        for count, severity in counts
        if count
    ]
    return ", ".join(words) or "nothing found"


def unmarked(diagnostics: Iterable[Diagnostic], form: str) -> str:
    """Say that a program which reads this format will not show all of them; empty where it does."""
    counts = Counter(each.severity for each in in_order(diagnostics))
    if form != "github" or max(counts.values(), default=0) <= github.MOST:
        return ""
    return f"GitHub marks {github.MOST} findings of a kind in the files; all of them stand in this log."
