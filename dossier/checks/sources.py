"""Checks on sources: that the texts held are there, unchanged, readable and used."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.articles import Article, Unreadable
from dossier.checks.subject import Subject
from dossier.diagnostics import Check, Finding, Severity, Span, check
from dossier.model import Sheet

__all__ = ["CHECKS"]


@check()
def missing_text(subject: Subject) -> Iterator[Finding]:
    """A source names a text that is not in `seeds/`.

    Bad:

        text: seeds/lavrov-visit.txt

    Good:

        text: seeds/tass-2019-02-25-lavrov-visit.txt
    """
    for sheet in _sources(subject):
        path = sheet.text("text")
        if path and path not in subject.seeds:
            hint = f"Files there: {', '.join(sorted(subject.seeds)[:5]) or 'none'}."
            yield Finding(sheet.place_of("text").span, f'there is no file "{path}"', hint)


@check()
def unpinned_text(subject: Subject) -> Iterator[Finding]:
    """A held text has no `sha256`, so that nobody would notice if it changed.

    Bad:

        text: seeds/tass-2019-02-25-lavrov-visit.txt

    Good:

        text: seeds/tass-2019-02-25-lavrov-visit.txt
        sha256: ff99a407277e36aa7feefbe8d98442be27c8a7d38be0635b64e3161e3ec3806b
    """
    for sheet, article in _held(subject):
        if not sheet.text("sha256"):
            yield Finding(
                sheet.place_of("text").span,
                "the text is not pinned",
                f"Add the line sha256: {article.sha256}",
            )


@check()
def text_changed(subject: Subject) -> Iterator[Finding]:
    """A held text is not the one that was pinned. Texts in `seeds/` stay as received, byte for byte.

    Bad:

        sha256: 0000000000000000000000000000000000000000000000000000000000000000

    Good:

        sha256: ff99a407277e36aa7feefbe8d98442be27c8a7d38be0635b64e3161e3ec3806b
    """
    for sheet, article in _held(subject):
        pinned = sheet.text("sha256")
        if pinned and pinned != article.sha256:
            hint = f"Put back the file as received. If this is the right text, write sha256: {article.sha256}"
            yield Finding(sheet.place_of("sha256").span, f"{sheet.text('text')} has changed", hint)


@check()
def unreadable_text(subject: Subject) -> Iterator[Finding]:
    """A held text cannot be read: it is not UTF-8, too large, or holds what no text holds.

    Bad:

        a PDF in seeds/

    Good:

        the same article as plain text, saved as UTF-8
    """
    for sheet in _sources(subject):
        article = subject.dossier.articles.get(sheet.id)
        if isinstance(article, Unreadable):
            span = Span(sheet.text("text"), article.line, 1, article.line, 1)
            yield Finding(span, article.message, "Save the article as plain text in UTF-8, below 1 MB.")


@check(Severity.WARNING)
def unused_source(subject: Subject) -> Iterator[Finding]:
    """A source supports nothing: no statement cites it but its own.

    Bad:

        # content/sources/mofa-data.yml, which no sheet cites

    Good:

        cite: mofa-data
    """
    for sheet in _sources(subject):
        citing = subject.graph.citing.get(sheet.id, ())
        if all(statement.sheet == sheet.id for statement in citing):
            yield Finding(
                sheet.place.span, "no statement cites this source", "Cite it where it supports something."
            )


@check(Severity.WARNING)
def unclaimed_text(subject: Subject) -> Iterator[Finding]:
    """A file in `seeds/` belongs to no source, so that nothing can cite it.

    Bad:

        seeds/article.txt, which no sheet in content/sources names

    Good:

        # content/sources/article.yml
        text: seeds/article.txt
    """
    claimed = {sheet.text("text") for sheet in _sources(subject)}
    for path in sorted(subject.seeds - claimed):
        yield Finding(
            Span(path), "no source names this text", f'Add a sheet in content/sources with "text: {path}".'
        )


def _sources(subject: Subject) -> Iterator[Sheet]:
    return (sheet for sheet in subject.dossier.sheets.values() if sheet.is_source)


def _held(subject: Subject) -> Iterator[tuple[Sheet, Article]]:
    for sheet in _sources(subject):
        article = subject.dossier.articles.get(sheet.id)
        if isinstance(article, Article):
            yield sheet, article


CHECKS: tuple[Check[[Subject]], ...] = (
    missing_text,
    unpinned_text,
    text_changed,
    unreadable_text,
    unused_source,
    unclaimed_text,
)
