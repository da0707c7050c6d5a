"""Checks on quotations: that each stands in its source, once, and is long enough to show something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from dossier.articles import Ambiguous, ContextDiffers, NotFound, Occurrence, Passage, TooShort, closest
from dossier.checks.subject import Subject
from dossier.citations import Citation, Place
from dossier.diagnostics import Check, Finding, check
from dossier.graph import Evidence

__all__ = ["CHECKS"]

Outcome = TypeVar("Outcome")

_ELLIPSIS = re.compile(r"…|\.\.\.")
_SHOWN_DIFFERENCES = 3
# Looking for the closest passage is dear and takes time with the length of the text, so it is done for the first
# misses only, until so many characters have been searched. Whoever has more of them has one cause for all.
_MOST_SEARCHED = 5_000_000


@check()
def quote_not_found(subject: Subject) -> Iterator[Finding]:
    """A quotation does not stand in the text of its source.

    A quotation is one unbroken stretch of whole words. Line breaks, and the shape of quotation marks and dashes, do not
    matter; every letter and its case do. Nothing can be left out with dots: cite twice instead.

    Bad:

        quote: "Japan laid claim to the southern islands"

    Good:

        quote: "Japan laid claims to the four southern islands"
    """
    searched = 0
    for each, _ in _outcomes(subject, NotFound):
        if _has_changed(each):
            continue  # the changed text is the one cause, and it is reported
        passage, hint = None, _COPY
        if each.article and isinstance(each.cite, Citation) and searched < _MOST_SEARCHED:
            searched += len(each.article.text)
            passage = closest(each.article, each.cite.quote)
            hint = _closest_words(passage) if passage else f"Nothing like it stands there. {_COPY}"
        if _ELLIPSIS.search(_quote(each)):
            hint = f"Nothing can be left out of a quotation: cite the parts separately. {hint}"
        place = _first_difference(each.cite.place, passage) if passage else each.cite.place
        yield Finding(place.span, f"these words do not stand in {_source_of(each)}", hint)


def _has_changed(each: Evidence) -> bool:
    pinned = each.source.text("sha256") if each.source else ""
    return bool(pinned and each.article and pinned != each.article.sha256)


def _quote(each: Evidence) -> str:
    return each.cite.quote if isinstance(each.cite, Citation) else ""


def _first_difference(quote: Place, passage: Passage) -> Place:
    """Where the quotation first departs from the passage; the whole of it where that is not one place."""
    words = next((change.quoted for change in passage.differences if change.quoted), "")
    written = quote.scalar.value[quote.start : quote.end]
    if not words or written.count(words) != 1:
        return quote
    start = quote.start + written.index(words)
    return Place(quote.scalar, start, start + len(words))


_COPY = "Copy the words from the source, and leave nothing out."


def _closest_words(passage: Passage) -> str:
    hint = f"The closest passage, in {_sentence(passage)}: “{passage.text}”"
    changes = "; ".join(
        f"“{change.found}” stands where you wrote “{change.quoted}”"
        if change.found and change.quoted
        else f"“{change.found}” is missing"
        if change.found
        else f"“{change.quoted}” does not stand there"
        for change in passage.differences[:_SHOWN_DIFFERENCES]
    )
    return f"{hint} — {changes}." if changes else hint


@check()
def context_differs(subject: Subject) -> Iterator[Finding]:
    """A quotation stands in its source, but not between the `prefix` and the `suffix` given.

    Bad:

        quote: the islands were handed
        prefix: before WWII

    Good:

        quote: the islands were handed
        prefix: after WWII
    """
    for each, outcome in _outcomes(subject, ContextDiffers):
        hint = f"Correct or delete the prefix and suffix. It stands in {_places(outcome.occurrences)}"
        problem = f"these words stand in {_source_of(each)}, but not beside that prefix and suffix"
        yield Finding(each.cite.place.span, problem, hint)


@check()
def ambiguous_quote(subject: Subject) -> Iterator[Finding]:
    """A quotation stands more than once in its source, so that it is not clear which sentence is meant.

    Bad:

        quote: the islands were handed

    Good:

        quote: after WWII the islands were handed over
        # or
        quote: the islands were handed
        suffix: over to the Soviet Union
    """
    for each, outcome in _outcomes(subject, Ambiguous):
        places = _places(outcome.occurrences)
        hint = (
            f'Quote more words, or add "prefix:" or "suffix:" with the words beside it. It stands in {places}'
        )
        times = f"more than {len(outcome.occurrences)}" if outcome.more else str(len(outcome.occurrences))
        yield Finding(each.cite.place.span, f"these words stand {times} times in {_source_of(each)}", hint)


@check()
def short_quote(subject: Subject) -> Iterator[Finding]:
    """A quotation is too short to show anything: at least three words.

    Bad:

        quote: Japan

    Good:

        quote: Japan laid claims
    """
    for each, _ in _outcomes(subject, TooShort):
        yield Finding(each.cite.place.span, "the quotation is too short", "Quote at least three words.")


def _source_of(each: Evidence) -> str:
    return f'"{each.source.id}"' if each.source else "the source"


def _sentence(place: Occurrence | Passage) -> str:
    first, last = place.sentences[0], place.sentences[-1]
    return f"sentence {first}" if first == last else f"sentences {first} to {last}"


def _places(occurrences: tuple[Occurrence, ...]) -> str:
    return "; ".join(f"{_sentence(one)}: … {one.before} [HERE] {one.after} …" for one in occurrences)


def _outcomes(subject: Subject, kind: type[Outcome]) -> Iterator[tuple[Evidence, Outcome]]:
    for statement in subject.graph.statements:
        for each in statement.evidence:
            if isinstance(each.outcome, kind):
                yield each, each.outcome


CHECKS: tuple[Check[[Subject]], ...] = (quote_not_found, context_differs, ambiguous_quote, short_quote)
