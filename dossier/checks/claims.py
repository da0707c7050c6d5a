"""Checks on claims: that what one is said to change is there and came before it, and that topics are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier import edtf
from dossier.checks.subject import Subject
from dossier.diagnostics import Check, Finding, Related, Severity, check
from dossier.model import Claim, ClaimReference
from dossier.suggestions import did_you_mean

__all__ = ["CHECKS"]


@check()
def unknown_claim(subject: Subject) -> Iterator[Finding]:
    """A claim is said to change one that is not there.

    Bad:

        changes: habomai#frist-offer

    Good:

        # content/islands/habomai.yml has a claim with "id: first-offer"
        changes: habomai#first-offer
    """
    claims = _claims(subject)
    for _, _, earlier in _changes(claims):
        if earlier.id not in claims and earlier.sheet not in subject.dossier.unreadable:
            yield Finding(
                earlier.place.span,
                f'there is no claim "{earlier.claim}" on the sheet "{earlier.sheet}"',
                _nearest(subject, earlier),
            )


def _nearest(subject: Subject, earlier: ClaimReference) -> str:
    sheet = subject.dossier.sheets.get(earlier.sheet)
    if sheet is None:
        return did_you_mean(earlier.sheet, subject.dossier.sheets, "There is no such sheet.")
    otherwise = 'Give the earlier claim an "id:" and write it here; for another sheet: its-id#claim-id.'
    return did_you_mean(earlier.claim, [claim.id for claim in sheet.claims], otherwise)


@check()
def circular_change(subject: Subject) -> Iterator[Finding]:
    """A claim changes itself, at once or through others that change each other in a circle.

    Bad:

        - {id: first, text: …, changes: second, …}
        - {id: second, text: …, changes: first, …}

    Good:

        - {id: first, text: …, …}
        - {id: second, text: …, changes: first, …}
    """
    claims = _claims(subject)
    for name, _, earlier in _changes(claims):
        if name in _earlier_than(earlier.id, claims):
            hint = 'Only the later of two claims has "changes:"; it names the earlier one.'
            yield Finding(earlier.place.span, f'"{name}" comes to change itself', hint)


def _earlier_than(start: str, claims: Mapping[str, Claim]) -> set[str]:
    """A claim and all that it changes, through others too."""
    seen, waiting = set[str](), [start]
    while waiting:
        name = waiting.pop()
        if name not in seen and name in claims:
            seen.add(name)
            waiting += [earlier.id for earlier in claims[name].changes]
    return seen


@check(Severity.WARNING)
def change_before_its_claim(subject: Subject) -> Iterator[Finding]:
    """A claim is dated before the one it is said to change.

    Bad:

        - {id: offer, text: …, when: 1960, …}
        - {text: …, when: 1956, changes: offer, …}

    Good:

        - {id: offer, text: …, when: 1956, …}
        - {text: …, when: 1960, changes: offer, …}
    """
    claims = _claims(subject)
    for _, claim, earlier in _changes(claims):
        changed = claims.get(earlier.id)
        if claim.when and changed and changed.when and edtf.is_before(claim.when, changed.when):
            problem = f"this claim of {edtf.say(claim.when)} changes one of {edtf.say(changed.when)}"
            related = (Related(changed.place.span, "the claim it changes"),)
            yield Finding(earlier.place.span, problem, 'Put "changes:" on the later of the two.', related)


@check(Severity.WARNING)
def unknown_topic(subject: Subject) -> Iterator[Finding]:
    """The briefing gives a topic a label that no claim has, or leaves out one that a claim has.

    Without `topics` in the briefing, any will do, and are labelled by what they are called.

    Bad:

        # content/briefing.yml; the claims have "topic: handover"
        topics: {handovr: Handover of islands}

    Good:

        topics: {handover: Handover of islands}
    """
    if subject.dossier.unreadable:
        return  # the topic may stand on a sheet that cannot be read
    briefing = subject.dossier.briefing
    labelled = {topic.id for topic in briefing.topics} if briefing else set[str]()
    claims = _claims(subject).values()
    used = {claim.topic for claim in claims} - {""}
    for topic in briefing.topics if briefing else ():
        if topic.id not in used:
            hint = did_you_mean(topic.id, used - labelled, "Take the line out.")
            yield Finding(topic.place.span, f'no claim has the topic "{topic.id}"', hint)
    for claim in claims if labelled else ():
        if claim.topic and claim.topic not in labelled:
            hint = did_you_mean(claim.topic, labelled, 'Add it to "topics:" in content/briefing.yml.')
            yield Finding(claim.place.span, f'the topic "{claim.topic}" has no label', hint)


def _claims(subject: Subject) -> dict[str, Claim]:
    """Every claim by what it is called in the whole dossier."""
    sheets = subject.dossier.sheets
    return {f"{name}#{claim.id}": claim for name in sorted(sheets) for claim in sheets[name].claims}


def _changes(claims: Mapping[str, Claim]) -> Iterator[tuple[str, Claim, ClaimReference]]:
    """Every pair of a claim and one that it is said to change, with the name of the first."""
    for name, claim in claims.items():
        for earlier in claim.changes:
            yield name, claim, earlier


CHECKS: tuple[Check[[Subject]], ...] = (
    unknown_claim,
    circular_change,
    change_before_its_claim,
    unknown_topic,
)
