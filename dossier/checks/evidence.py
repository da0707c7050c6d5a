"""Checks on evidence: that every statement has some, and that held texts and no others are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.checks.subject import Subject
from dossier.citations import Citation, Place
from dossier.diagnostics import Check, Edit, Finding, Span, check
from dossier.graph import Evidence, Part, Statement
from dossier.model import Sheet

__all__ = ["CHECKS"]

_BROKEN = re.compile(
    r"[\[［【（(]@[\w-]+ *[\"“「«［\]】］)）]"
)  # a citation that is not well formed, which is reported
_WITHOUT_AT = re.compile(r"\[([a-z0-9-]{1,100})[ \]]")

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
        if (
            statement.part is Part.PROSE
            and not _has_support(statement)
            and not _BROKEN.search(statement.text)
        ):
            hint = 'End it with [@source "exact words"], or with [inferred: your reasoning].'
            forgotten = _WITHOUT_AT.search(statement.text)
            sheet = subject.dossier.sheets.get(forgotten[1]) if forgotten else None
            remedy: tuple[Edit, ...] = ()
            if sheet:
                hint = f'Put an @ before "{sheet.id}".'
                remedy = _with_at(statement.place, sheet) if sheet.is_source else ()
            yield Finding(statement.place.span, "this paragraph has no citation", hint, remedy=remedy)


def _with_at(paragraph: Place, source: Sheet) -> tuple[Edit, ...]:
    words = f"[{source.id}"
    if words not in paragraph.scalar.value or paragraph.narrowed(words).written != words:
        return ()
    file, line, column, *_ = paragraph.narrowed(words).span
    return (Edit(Span(file, line, column + 1, line, column + 1), "@"),)


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
        if each.article and isinstance(each.cite, Citation) and each.cite.quote_place is None:
            source = each.cite.source
            in_prose = source.place.scalar.value[: source.place.start].endswith("@")
            form = (
                f'[@{source.id} "exact words"]'
                if in_prose
                else f'{{source: {source.id}, quote: "exact words"}}'
            )
            hint = f"Quote at least three words of it, exactly as they stand there: {form}."
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


def _evidence(subject: Subject) -> Iterator[Evidence]:
    for statement in subject.graph.statements:
        yield from statement.evidence


CHECKS: tuple[Check[[Subject]], ...] = (
    uncited_statement,
    uncited_paragraph,
    unquoted_source,
    unheld_quote,
)
