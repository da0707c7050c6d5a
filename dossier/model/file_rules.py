"""The findings on files as such: where they lie, what they are called, which are missing."""

from __future__ import annotations

from pathlib import PurePosixPath

from dossier.diagnostics import Finding, Related, Rule, Span, rule
from dossier.suggestions import did_you_mean

__all__ = ["NOT_SHEETS", "RULES", "bad_file_name", "duplicate_id", "is_in", "missing_briefing", "stray_file"]

# Folders without sheets, and how the names of what is read from them end.
NOT_SHEETS = {"kinds": ".yml", "geo": ".geojson", "pages": ".md"}


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
    if folder in NOT_SHEETS:
        ends = NOT_SHEETS[folder]
        return Finding(
            span, f'only files "content/{folder}/…{ends}" are read here', "Rename or move the file."
        )
    if PurePosixPath(path).suffix == ".md":
        return Finding(span, "no page is read from here", "Hand-written pages go to content/pages.")
    wrong = (
        f'Sheets live in {", ".join(f"content/{name}" for name in folders)}, and their names end in ".yml"; '
        "a new kind of sheet is declared in content/kinds."
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


def is_in(path: str, folder: str, ends: str) -> bool:
    """Whether a file lies right in a folder and its name ends so."""
    inside, _, name = path.rpartition("/")
    return inside == folder and name.endswith(ends)


RULES: tuple[Rule[...], ...] = (stray_file, bad_file_name, duplicate_id, missing_briefing)
