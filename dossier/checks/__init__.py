"""The rules a whole dossier must keep. Owns the list of checks and their running; each theme has a module.

A check is a generator of findings; its name is the code, its docstring the explanation. To add one, write the function,
put it in its module's `CHECKS` and give it a folder of fixtures.
"""

from collections.abc import Iterator

from dossier.checks import claims, dates, drafts, evidence, names, quotations, references, sources
from dossier.checks.subject import Subject
from dossier.diagnostics import Check, Diagnostic

__all__ = ["CHECKS", "Subject", "run"]

CHECKS: tuple[Check[[Subject]], ...] = (
    *references.CHECKS,
    *evidence.CHECKS,
    *quotations.CHECKS,
    *sources.CHECKS,
    *dates.CHECKS,
    *names.CHECKS,
    *claims.CHECKS,
    *drafts.CHECKS,
)


def run(subject: Subject) -> Iterator[Diagnostic]:
    """Everything that every check finds."""
    for each in CHECKS:
        yield from each(subject)
    yield from drafts.in_place(subject, CHECKS)
