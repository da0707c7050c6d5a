"""Checks on evidence: that every statement has some, and that every quotation stands in its source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from dossier.articles import Ambiguous, ContextDiffers, NotFound, Occurrence, Passage, TooShort, closest
from dossier.checks.subject import Subject
from dossier.citations import Citation, Place
from dossier.diagnostics import Check, Finding, check
from dossier.graph import Evidence, Part, Statement

__all__ = ["CHECKS"]

Outcome = TypeVar("Outcome")

_SHOWN_DIFFERENCES = 3
# Looking for the closest passage is dear and takes time with the length of the text, so it is done for the first
# misses only, until so many characters have been searched. Whoever has more of them has one cause for all.
_MOST_SEARCHED = 5_000_000

_WHAT = {
    Part.FACT: "this fact",
    Part.RELATION: "this relation",
    Part.CLAIM: "this claim",
    Part.EVENT: "this event",
    Part.PROSE: "this paragraph",
}


@check()
def uncited_statement(subject: Subject) -> Iterator[Finding]:
    """A fact, a relation, a claim or an event says nothing about what supports it.

    Bad:

        claimed_by: {to: japan}

    Good:

        claimed_by: {to: japan, cite: {source: tass-2019-02-25, quote: "Japan laid claims to the four"}}
    """
    for statement in subject.graph.statements:
        if statement.part is not Part.PROSE and not _has_support(statement):
            hint = 'Add "cite:" with a source and the exact words, or {inferred: your reasoning}.'
            yield Finding(statement.place.span, f"{_WHAT[statement.part]} has no citation", hint)


@check()
def uncited_paragraph(subject: Subject) -> Iterator[Finding]:
    """A summary, or a paragraph of a body or of the briefing, carries no citation.

    Bad:

        summary: An island claimed by Japan.

    Good:

        summary: >-
          An island claimed by Japan. [@tass-2019-02-25 "Japan laid claims to the four southern islands"]
    """
    for statement in subject.graph.statements:
        if statement.part is Part.PROSE and not _has_support(statement):
            hint = 'End it with [@source "exact words"], or with [inferred: your reasoning].'
            yield Finding(statement.place.span, "this paragraph has no citation", hint)


def _has_support(statement: Statement) -> bool:
    return any(not each.contradicts for each in statement.evidence)


@check()
def unquoted_source(subject: Subject) -> Iterator[Finding]:
    """A source whose text is held is cited without its words. The text is here; readers are owed the sentence.

    Bad:

        cite: tass-2019-02-25

    Good:

        cite: {source: tass-2019-02-25, quote: "agreed that their deputies Igor Morgulov and Takeo Mori would hold"}
    """
    for each in _evidence(subject):
        if each.article and isinstance(each.cite, Citation) and not each.cite.quote:
            hint = 'Add "quote:" with at least three words of it, exactly as they stand there.'
            yield Finding(
                each.cite.place.span, f'the text of "{each.cite.source.id}" is held but not quoted', hint
            )


@check()
def unheld_quote(subject: Subject) -> Iterator[Finding]:
    """Words are quoted from a source whose text is not held, so that nobody can check them.

    Bad:

        cite: {source: mofa-data, quote: "Shikotan Island 251"}

    Good:

        cite: {source: mofa-data, locator: table 1}
    """
    for each in _evidence(subject):
        if (
            each.source
            and not each.source.text("text")
            and isinstance(each.cite, Citation)
            and each.cite.quote
        ):
            hint = f'Take the quotation out, or add the text to seeds/ and name it in {each.source.path} as "text:".'
            yield Finding(each.cite.place.span, f'the text of "{each.source.id}" is not held', hint)


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
        passage, hint = None, _COPY
        if each.article and isinstance(each.cite, Citation) and searched < _MOST_SEARCHED:
            searched += len(each.article.text)
            passage = closest(each.article, each.cite.quote)
            hint = _closest_words(passage) if passage else f"Nothing like it stands there. {_COPY}"
        place = _first_difference(each.cite.place, passage) if passage else each.cite.place
        yield Finding(place.span, f"these words do not stand in {_source_of(each)}", hint)


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


def _evidence(subject: Subject) -> Iterator[Evidence]:
    for statement in subject.graph.statements:
        yield from statement.evidence


def _outcomes(subject: Subject, kind: type[Outcome]) -> Iterator[tuple[Evidence, Outcome]]:
    for each in _evidence(subject):
        if isinstance(each.outcome, kind):
            yield each, each.outcome


CHECKS: tuple[Check[[Subject]], ...] = (
    uncited_statement,
    uncited_paragraph,
    unquoted_source,
    unheld_quote,
    quote_not_found,
    context_differs,
    ambiguous_quote,
    short_quote,
)
