"""The rules a whole dossier must keep. Owns the list of checks and their running; each theme has a module.

A check is a generator of findings; its name is the code, its docstring the explanation. To add one, write the function,
put it in its module's `CHECKS` and give it a folder of fixtures.
"""

from collections.abc import Iterator

from dossier.checks import claims, dates, drafts, evidence, names, quotations, references, sources
from dossier.checks.subject import Subject
from dossier.diagnostics import Check, Diagnostic

__all__ = ["CHECKS", "Subject", "run", "run_on"]

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

_OF_ALL = frozenset(
    (
        claims.unknown_claim,
        claims.circular_change,
        claims.change_before_its_claim,
        claims.unknown_topic,
        dates.as_of_after_updated,
        drafts.misplaced_draft,
        drafts.unreviewed_draft,
        drafts.waiting_draft,
        names.ambiguous_name,
        references.taken_address,
        sources.unclaimed_text,
        sources.unused_source,
    )
)
"""Those that hold sheets against each other; each of the rest looks at one sheet after the other."""


def run(subject: Subject) -> Iterator[Diagnostic]:
    """Everything that every check finds."""
    for each in CHECKS:
        yield from each(subject)
    yield from drafts.in_place(subject, CHECKS)


def run_on(subject: Subject) -> Iterator[Diagnostic]:
    """Everything that is found on single sheets: those alone that are gone through in the subject."""
    for each in CHECKS:
        if each not in _OF_ALL:
            yield from each(subject)
