"""The findings on files as such: where they lie, what they are called, which are missing."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from dossier.diagnostics import Finding, Related, Rule, Span, rule
from dossier.suggestions import nearest

__all__ = [
    "NOT_SHEETS",
    "OF_WINDOWS",
    "RULES",
    "bad_file_name",
    "duplicate_id",
    "is_in",
    "missing_briefing",
    "stem_of",
    "stray_file",
]

_ENDINGS = re.compile(r"(?:\.(?:ya?ml|txt))+$", re.IGNORECASE)  # Notepad adds its own to a name that has one
# No file can have these names there, whatever follows the first dot (Microsoft, "Naming Files, Paths, and Namespaces").
OF_WINDOWS = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
# Folders without sheets, and how the names of what is read from them end.
NOT_SHEETS = {"kinds": ".yml", "geo": ".geojson", "pages": ".md", "drafts": ".yml"}


@rule()
def stray_file(span: Span, path: str, folders: list[str]) -> Finding:
    """A file lies where nothing reads it, so what it says would be missing without a word.

    Bad:

        content/island/shikotan.yml
        content/islands/shikotan.yaml

    Good:

        content/islands/shikotan.yml
    """
    _, folder, *deeper = PurePosixPath(path).parts
    name = PurePosixPath(path).name
    sheet = f"{_ENDINGS.sub('', name)}.yml"
    if folder in NOT_SHEETS and not name.endswith(".yaml"):
        ends = NOT_SHEETS[folder]
        return Finding(
            span, f'only files "content/{folder}/…{ends}" are read here', "Rename or move the file."
        )
    if name.endswith(".md"):
        return Finding(span, "no page is read from here", "Hand-written pages go to content/pages.")
    if sheet != name and (not deeper or folder in (*folders, *NOT_SHEETS)):
        text = "; the text of an article goes to seeds/" if name.lower().endswith(".txt") else ""
        return Finding(span, "sheets end in .yml", f"Rename it to {sheet}{text}.")
    near = nearest(folder, folders) if deeper else None
    if near:
        return Finding(span, "no sheet is read from here", f"Move it to content/{near}/{sheet}.")
    wrong = (
        f'Sheets live in {", ".join(f"content/{name}" for name in folders)}, and their names end in ".yml"; '
        "a new kind of sheet is declared in content/kinds."
    )
    return Finding(span, "no sheet is read from here", wrong)


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
        "Rename the file: Windows keeps this name for itself."
        if stem in OF_WINDOWS
        else "Rename the file: lower-case letters a-z and digits, with single hyphens between words.",
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


def stem_of(path: str) -> str:
    """The name of a file without its ending, or endings."""
    return _ENDINGS.sub("", PurePosixPath(path).name)


def is_in(path: str, folder: str, ends: str) -> bool:
    """Whether a file lies right in a folder and its name ends so."""
    inside, _, name = path.rpartition("/")
    return inside == folder and name.endswith(ends)


RULES: tuple[Rule[...], ...] = (stray_file, bad_file_name, duplicate_id, missing_briefing)
