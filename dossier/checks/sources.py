"""Checks on sources: that what is held of them is there, unchanged, readable and used."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from dossier.articles import Article, Unreadable
from dossier.checks.subject import Subject
from dossier.diagnostics import Check, Edit, Finding, Severity, Span, check
from dossier.model import Sheet, is_seed
from dossier.suggestions import did_you_mean

__all__ = ["CHECKS"]

_FILES = ("text", "received")
_DOCUMENTS = (".doc", ".docx", ".odt", ".rtf", ".pdf", ".htm", ".html")


@check()
def missing_text(subject: Subject) -> Iterator[Finding]:
    """A source names a text that is not in `seeds/`.

    Bad:

        text: seeds/lavrov-visit.txt

    Good:

        text: seeds/tass-2019-02-25-lavrov-visit.txt
    """
    for sheet in _sources(subject):
        for name in _FILES:
            path = sheet.text(name)
            if is_seed(path) and path not in subject.seeds:
                hint = did_you_mean(path, subject.seeds, _files_there(subject))
                yield Finding(sheet.place_of(name).span, f'there is no file "{path}"', hint)


def _files_there(subject: Subject) -> str:
    return f"Files there: {', '.join(sorted(subject.seeds)[:5]) or 'none'}."


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
            yield _unpinned(sheet, "text", f"sha256: {article.sha256}", "the text is not pinned")
    for sheet, digest in _received(subject):
        if not sheet.text("received_sha256"):
            yield _unpinned(
                sheet, "received", f"received_sha256: {digest}", "the file as received is not pinned"
            )


def _unpinned(sheet: Sheet, name: str, pin: str, problem: str) -> Finding:
    scalar = sheet.place_of(name).scalar
    start, line = scalar.source.line_at(scalar.start)
    end = scalar.source.span(start + len(line), start + len(line))
    remedy = (
        (Edit(end, f"\n{pin}"),)
        if line.startswith(f"{name}:") and scalar.span.line == scalar.span.end_line
        else ()
    )
    return Finding(scalar.span, problem, f"Add the line {pin}", remedy=remedy)


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
    for sheet, digest in _received(subject):
        pinned = sheet.text("received_sha256")
        if pinned and pinned != digest:
            hint = f"Put back the file as received. If this is the right one, write received_sha256: {digest}"
            yield Finding(
                sheet.place_of("received_sha256").span, f"{sheet.text('received')} has changed", hint
            )


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
    """A source supports nothing: no statement cites it but its own, and no draft waits to.

    Bad:

        # content/sources/mofa-data.yml, which no sheet cites

    Good:

        cite: mofa-data
    """
    if subject.dossier.unreadable:
        return  # what cites a source may stand in a sheet that cannot be read
    drafted = {draft.source.id for draft in subject.dossier.drafts if draft.source}
    for sheet in _sources(subject):
        citing = subject.graph.citing.get(sheet.id, ())
        if sheet.id not in drafted and all(statement.sheet == sheet.id for statement in citing):
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
    if subject.dossier.unreadable or any(_is_astray(sheet, subject) for sheet in _sources(subject)):
        return  # the one at fault may be the one whose text it is
    claimed = {sheet.text(name) for sheet in _sources(subject) for name in _FILES}
    for path in sorted(subject.seeds.keys() - claimed):
        hint = f'Add a sheet in content/sources with "text: {path}".'
        if path.lower().endswith(_DOCUMENTS):
            hint = "This is not plain text: save it as text in UTF-8, in seeds/, and add a sheet in content/sources."
        yield Finding(Span(path), "no source names this text", hint)


def _is_astray(sheet: Sheet, subject: Subject) -> bool:
    return any(sheet.text(name) and sheet.text(name) not in subject.seeds for name in _FILES)


def _sources(subject: Subject) -> Iterator[Sheet]:
    return (sheet for sheet in subject.dossier.sheets.values() if sheet.is_source)


def _held(subject: Subject) -> Iterator[tuple[Sheet, Article]]:
    for sheet in _sources(subject):
        article = subject.dossier.articles.get(sheet.id)
        if isinstance(article, Article):
            yield sheet, article


def _received(subject: Subject) -> Iterator[tuple[Sheet, str]]:
    """The sources that name the file their text was taken out of, with the SHA-256 it has."""
    for sheet in _sources(subject):
        data = subject.seeds.get(sheet.text("received"))
        if data is not None:
            yield sheet, sha256(data).hexdigest()


CHECKS: tuple[Check[[Subject]], ...] = (
    missing_text,
    unpinned_text,
    text_changed,
    unreadable_text,
    unused_source,
    unclaimed_text,
)
