"""Reads the hand-written pages, `content/pages/*.md`. Owns what makes a page of a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from dossier import prose
from dossier.citations import ID
from dossier.diagnostics import Diagnostic, Finding, Rule, Span, rule
from dossier.model.file_rules import bad_file_name, is_in
from dossier.model.values import HandPage
from dossier.prose import Heading, Prose, Text, WebLink, WikiLink
from dossier.prose.values import walk
from dossier.strict_yaml import Scalar, Source, check_text

__all__ = ["RULES", "read_pages"]


@rule()
def page_without_title(span: Span) -> Finding:
    """A hand-written page does not begin with its title.

    Bad:

        How to read this site …

    Good:

        # How to read this site

        How to read …
    """
    return Finding(span, "the page does not begin with its title", 'Begin it with a line "# " and the title.')


def read_pages(files: Mapping[str, bytes], report: list[Diagnostic]) -> Iterator[HandPage]:
    """Read the hand-written pages among the files, in order; what is wrong goes to the report."""
    for path in sorted(files):
        page = _page(path, files[path], report) if is_in(path, "content/pages", ".md") else None
        if page is not None:
            yield page


def _page(path: str, data: bytes, report: list[Diagnostic]) -> HandPage | None:
    slug = PurePosixPath(path).stem
    if not ID.fullmatch(slug):
        report.append(bad_file_name(Span(path), slug))
        return None
    checked = check_text(data, path)
    report.extend(checked.diagnostics)
    if checked.text is None or checked.diagnostics:
        return None
    text = checked.text
    body = prose.parse(Scalar(text, True, Source(path, text), 0, len(text)), report)
    title = _title(body)
    if not title:
        report.append(page_without_title(Span(path)))
        return None
    return HandPage(slug, path, title, Prose(body.blocks[1:]))


def _title(body: Prose) -> str:
    first = body.blocks[0] if body.blocks else None
    if not isinstance(first, Heading) or first.level != 1:
        return ""
    inlines = walk(first.inlines)
    return "".join(
        inline.text if isinstance(inline, Text) else inline.words
        for inline in inlines
        if isinstance(inline, Text | WikiLink | WebLink)
    ).strip()


RULES: tuple[Rule[...], ...] = (page_without_title,)
