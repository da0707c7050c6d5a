"""Files to one `Dossier`. Owns which file means what, and the findings on files as such."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from dossier import articles, kinds, prose
from dossier.citations import ID
from dossier.diagnostics import Diagnostic, Finding, Related, Rule, Span, rule
from dossier.kinds import Kind, Kinds
from dossier.model import reading, shapes, sheets
from dossier.model.briefing import BRIEFING, read_briefing
from dossier.model.sheets import read_sheet
from dossier.model.values import Dossier, HandPage, Sheet
from dossier.prose import Heading, Prose, Text, WebLink, WikiLink
from dossier.prose.values import walk
from dossier.strict_yaml import Scalar, Source, check_text, parse
from dossier.suggestions import did_you_mean

__all__ = ["RULES", "assemble"]

Files = Mapping[str, bytes]

_CONTENT = "content"
# Folders without sheets, and how the names of what is read from them end.
_NOT_SHEETS = {"kinds": ".yml", "geo": ".geojson", "pages": ".md"}
_RESERVED = {"index", "briefing"}  # the list of a folder's sheets; what stands for the briefing among ids


@rule()
def stray_file(span: Span, path: str, folders: list[str]) -> Finding:
    """A file lies where nothing reads it, so what it says would be missing without a word.

    Bad:

        content/island/shikotan.yml
        content/islands/shikotan.yaml

    Good:

        content/islands/shikotan.yml
    """
    folder = PurePosixPath(path).parts[1]
    if PurePosixPath(path).suffix == ".yaml":
        return Finding(span, "sheets end in .yml", f"Rename it to {PurePosixPath(path).stem}.yml.")
    if folder in _NOT_SHEETS:
        ends = _NOT_SHEETS[folder]
        return Finding(
            span, f'only files "content/{folder}/…{ends}" are read here', "Rename or move the file."
        )
    wrong = (
        f'Sheets live in {", ".join(f"content/{name}" for name in folders)}, and their names end in ".yml".'
    )
    return Finding(
        span, "no sheet is read from here", did_you_mean(folder, folders, wrong) if "/" in path else wrong
    )


@rule()
def bad_file_name(span: Span, stem: str) -> Finding:
    """The name of a sheet's file is its id, and this one cannot be one.

    Bad:

        content/actors/Sergey Lavrov.yml

    Good:

        content/actors/sergey-lavrov.yml
    """
    return Finding(
        span,
        f'"{stem[:60]}" cannot be an id',
        "Rename the file: lower-case letters a-z and digits, with single hyphens between words.",
    )


@rule()
def duplicate_id(span: Span, sheet_id: str, first: Span) -> Finding:
    """Two sheets have the same id. An id is unique in the whole dossier, whatever the folder.

    Bad:

        content/islands/habomai.yml
        content/treaties/habomai.yml

    Good:

        content/islands/habomai.yml
        content/treaties/habomai-agreement.yml
    """
    return Finding(
        span,
        f'another sheet has the id "{sheet_id}"',
        "Rename one of the two files.",
        (Related(first, "the other sheet"),),
    )


@rule()
def missing_briefing(span: Span) -> Finding:
    """The dossier has no briefing, the page that readers meet first.

    Bad:

        content/actors/…

    Good:

        content/briefing.yml
        content/actors/…
    """
    return Finding(
        span, "there is no briefing", "Write content/briefing.yml with a title, as_of, updated and sections."
    )


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


def assemble(files: Files) -> tuple[Dossier, tuple[Diagnostic, ...]]:
    """Read every file of a dossier (path relative to its folder, to bytes).

    Returns the dossier, with whatever could be read, and everything that is wrong with the files themselves.
    """
    report: list[Diagnostic] = []
    declared, findings = kinds.load(
        {path: data for path, data in files.items() if _in(path, "content/kinds", ".yml")}
    )
    report.extend(findings)
    found, unreadable = _sheets(files, declared, report)
    if BRIEFING not in files:
        report.append(missing_briefing(Span(BRIEFING)))
    dossier = Dossier(
        kinds=declared,
        briefing=read_briefing(files[BRIEFING], report) if BRIEFING in files else None,
        sheets=found,
        pages=tuple(_pages(files, report)),
        articles=_articles(files, found),
        unreadable=frozenset(unreadable),
        shapes=shapes.shape_ids(files, report),
    )
    return dossier, tuple(report)


def _in(path: str, folder: str, ends: str) -> bool:
    inside, _, name = path.rpartition("/")
    return inside == folder and name.endswith(ends)


def _sheets(files: Files, declared: Kinds, report: list[Diagnostic]) -> tuple[dict[str, Sheet], set[str]]:
    found: dict[str, Sheet] = {}
    unreadable: set[str] = set()
    for path in sorted(files):
        kind = _kind_of(path, declared, report)
        stem = PurePosixPath(path).stem
        if kind is None:
            continue
        if not ID.fullmatch(stem) or stem in _RESERVED:
            report.append(bad_file_name(Span(path), stem))
            continue
        parsed = parse(files[path], path)
        report.extend(parsed.diagnostics)
        if stem in found:
            report.append(duplicate_id(Span(path), stem, Span(found[stem].path)))
        elif parsed.root is None:
            unreadable.add(stem)
        else:
            found[stem] = read_sheet(stem, kind, path, parsed.root, report)
    return found, unreadable


def _kind_of(path: str, declared: Kinds, report: list[Diagnostic]) -> Kind | None:
    parts = PurePosixPath(path).parts
    if parts[0] != _CONTENT or path == BRIEFING:
        return None
    ends = _NOT_SHEETS.get(parts[1]) if len(parts) > 2 else None
    if ends and len(parts) == 3 and path.endswith(ends):
        return None
    kind = declared.in_folder(parts[1]) if len(parts) == 3 and path.endswith(".yml") else None
    if kind is None:
        report.append(stray_file(Span(path), path, declared.folders))
    return kind


def _pages(files: Files, report: list[Diagnostic]) -> list[HandPage]:
    pages = []
    for path in sorted(files):
        page = _page(path, files[path], report) if _in(path, "content/pages", ".md") else None
        if page is not None:
            pages.append(page)
    return pages


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


def _articles(files: Files, found: Mapping[str, Sheet]) -> dict[str, articles.Article | articles.Unreadable]:
    """Read the text each source holds, by the source's id; a text that is not there is left out."""
    held = {}
    for sheet in found.values():
        path = sheet.text("text")
        if sheet.is_source and path in files:
            held[sheet.id] = articles.read(files[path], sheet.text("language") or "en")
    return held


RULES: tuple[Rule[...], ...] = (
    *kinds.RULES,
    *prose.RULES,
    *reading.RULES,
    *sheets.RULES,
    *shapes.RULES,
    stray_file,
    bad_file_name,
    duplicate_id,
    missing_briefing,
    page_without_title,
)
