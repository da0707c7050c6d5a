"""The evidence may get better and not worse: what a dossier lacks, held against what it lacked before.

Owns the baseline, what of it may not grow, and the finding where it does. Where the baseline lies is for the command.
Counts decide, so that a statement may be renamed; the ids say which statements are to blame.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from dossier.diagnostics import Diagnostic, Finding, Related, Rule, Span, rule
from dossier.graph.standing import MEASURES, Standing

__all__ = ["RATCHETED", "RULES", "Baseline", "BaselineError", "grown", "measured", "read", "write"]

_REMEDIES = {
    "inferred": "Cite a source for them.",
    "single-source": "Cite a second source for them, one that does not repeat the first.",
    "stale": 'Hold them against their sources again, and set the day in "reviewed:".',
    "unreviewed": 'Hold them against their sources, and set the day in "reviewed:".',
}

RATCHETED = tuple(_REMEDIES)
"""The measures that may not grow. What is uncited is an error at any time."""

Baseline: TypeAlias = Mapping[str, tuple[str, ...]]
"""For each of `RATCHETED`, the ids that were counted, in order."""

_NAMED = 5
_SHOWN = 10


class BaselineError(Exception):
    """The bytes are no baseline; says why in one phrase."""


@rule()
def weaker_evidence(span: Span, problem: str, hint: str, others: tuple[Related, ...] = ()) -> Finding:
    """More statements than in the baseline are weakly supported, or more sheets than there wait for a review.

    `dossier check --baseline FILE` counts the statements that rest on one source or on reasoning alone, and the sheets
    that were never reviewed or not since their sources changed. No count may be greater than it was in FILE; where
    they shrink, FILE is made to say so.

    Bad:

        - text: It was signed.
          cite: one-report

    Good:

        - text: It was signed.
          cite: [one-report, another-report]
    """
    return Finding(span, problem, hint, others)


def measured(now: Standing) -> Baseline:
    """The baseline of a dossier as it stands."""
    return {name: tuple(now[name]) for name in RATCHETED}


def grown(before: Baseline, now: Standing, file: str) -> Iterator[Diagnostic]:
    """A finding for each count that has grown, at the first statement that is new; `file` is called the baseline."""
    for name in RATCHETED:
        count, allowed = len(now[name]), len(before[name])
        if count > allowed:
            new = {each: place.span for each, place in now[name].items() if each not in before[name]}
            problem = f'"{name}" has grown to {count}, and "{file}" allows {allowed}'
            yield _finding(problem, name, new, file)


def _finding(problem: str, name: str, new: Mapping[str, Span], file: str) -> Diagnostic:
    ids = sorted(new, key=new.__getitem__)
    named = ", ".join(ids[:_NAMED]) + (f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else "")
    hint = (
        f"It counts {MEASURES[name]}. New here: {named}. {_REMEDIES[name]} To accept them as they are, delete "
        f'"{file}", run this again and commit the file it writes.'
    )
    others = tuple(Related(new[each], "this is new, too") for each in ids[1:_SHOWN])
    return weaker_evidence(new[ids[0]], problem, hint, others)


def write(baseline: Baseline) -> bytes:
    """The bytes of a baseline: JSON, sorted, an id a line, so that a difference shows what changed."""
    return (json.dumps(baseline, indent=2, sort_keys=True) + "\n").encode()


def read(data: bytes) -> Baseline:
    """Read what `write` wrote. Raises `BaselineError`."""
    try:
        found = json.loads(data.decode("utf-8"), object_pairs_hook=_without_twins)
    except (ValueError, RecursionError):
        raise BaselineError("it is not JSON") from None
    if not isinstance(found, dict) or set(found) != set(RATCHETED):
        raise BaselineError(f"it should hold {', '.join(RATCHETED)}, once each, and nothing else")
    for name, ids in found.items():
        if not isinstance(ids, list) or not all(isinstance(each, str) for each in ids):
            raise BaselineError(f'"{name}" is not a list of ids')
        if len(set(ids)) != len(ids):
            raise BaselineError(f'"{name}" names something twice')
    return {name: tuple(sorted(found[name])) for name in RATCHETED}


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object] | None:
    return dict(pairs) if len(dict(pairs)) == len(pairs) else None


RULES: tuple[Rule[...], ...] = (weaker_evidence,)
