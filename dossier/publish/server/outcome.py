"""What came of building again, and how a page shows it. Owns both; it neither builds nor serves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, Template

from dossier.diagnostics import Diagnostic, Severity
from dossier.diagnostics.excerpts import excerpt
from dossier.diagnostics.formats import in_order, summary
from dossier.diagnostics.formats.visible import ended, hint_of, sign_each, visible

__all__ = ["Outcome", "show_outcome"]

_MOST = 50  # findings on a page; the terminal has them all


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of building: the folder of the new site, or None where the last good one stays; and what was found.

    `files` holds what the findings are about, by path; `trouble` says what stood in the way where no file is to blame.
    """

    site: Path | None
    findings: tuple[Diagnostic, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    trouble: str = ""


def show_outcome(outcome: Outcome) -> str:
    """Show what was found, as HTML: open for what stops the site, folded up for the rest; nothing where all is well."""
    if not outcome.findings and not outcome.trouble:
        return ""
    found = sorted(in_order(outcome.findings), key=lambda each: list(Severity).index(each.severity))
    shown = [(each, _excerpt(each, outcome.files)) for each in found[:_MOST]]
    return _template().render(
        outcome=outcome,
        counts=(summary(found) if found else "it cannot be built").capitalize(),
        shown=shown,
        more=len(found) - len(shown),
    )


def _excerpt(each: Diagnostic, files: Mapping[str, bytes]) -> object:
    data = files.get(each.span.file)
    return excerpt(each.span, data) if data is not None else None


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("dossier.publish", "server"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"visible": visible, "sign_each": sign_each, "hint_of": hint_of, "ended": ended}
    return environment.get_template("findings.html.j2")
