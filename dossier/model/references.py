"""Reads ids of sheets. Owns what to write where something else stands in their place."""

from __future__ import annotations

import re
from collections.abc import Callable

from dossier.citations import ID, Reference, whole
from dossier.diagnostics import Diagnostic, Edit, Finding, Rule, Span, rule
from dossier.strict_yaml import Scalar

__all__ = ["RULES", "instead_of_id", "instead_of_name", "read_references"]

_KEY = re.compile(r"[ -]*[\w-]+: +")
_BETWEEN_IDS = re.compile(r"\s*[,;&、，；\n]\s*|\s+and\s+")


@rule()
def bad_reference(span: Span, value: str, instead: str, remedy: tuple[Edit, ...] = ()) -> Finding:
    """Where the id of a sheet belongs stands something that cannot be one.

    An id is the name of the sheet's file without `.yml`: lower-case letters and digits, with single hyphens between.

    Bad:

        actors: [Sergey Lavrov]

    Good:

        actors: [sergey-lavrov]
    """
    return Finding(span, f'"{value[:60]}" is not an id', instead, remedy=remedy)


def read_references(
    scalars: tuple[Scalar, ...], report: list[Diagnostic], instead: Callable[[Scalar], str] | None = None
) -> tuple[Reference, ...]:
    """Read ids; what cannot be one goes to the report, and is taken for the id it looks like.

    `instead` says what to write where no list of ids may stand.
    """
    remedy = _one_id if instead else _ids
    instead = instead or _instead_of_ids
    found = []
    for scalar in scalars:
        if ID.fullmatch(scalar.value):
            found.append(Reference(scalar.value, whole(scalar)))
        else:
            report.append(bad_reference(scalar.span, scalar.value, instead(scalar), remedy(scalar)))
            if instead is not instead_of_name and ID.fullmatch(guess := _guess(scalar)):
                found.append(
                    Reference(guess, whole(scalar))
                )  # so that nobody says that nothing leads to that sheet
    return tuple(found)


def _one_id(scalar: Scalar) -> tuple[Edit, ...]:
    """The id in small letters, as all ids are."""
    small = scalar.value.strip().lower()
    return (Edit(scalar.span, small),) if ID.fullmatch(small) else ()


def _ids(scalar: Scalar) -> tuple[Edit, ...]:
    """The ids in brackets, where they stand right after the key."""
    start, line = scalar.source.line_at(scalar.start)
    parts = [part.lower() for part in _parts(scalar)]
    follows_key = _KEY.fullmatch(line[: scalar.start - start])
    if follows_key and scalar.plain and len(parts) > 1 and all(map(ID.fullmatch, parts)):
        return (Edit(scalar.span, f"[{', '.join(parts)}]"),)
    return _one_id(scalar)


def _instead_of_ids(scalar: Scalar) -> str:
    parts = _parts(scalar)
    if len(parts) > 1 and all(map(ID.fullmatch, parts)):
        return f"Write each id by itself, in square brackets: [{', '.join(parts)}]."
    return instead_of_id(scalar)


def instead_of_id(scalar: Scalar) -> str:
    """What to write where one id of a sheet belongs."""
    if len(parts := _parts(scalar)) > 1 and all(map(ID.fullmatch, parts)):
        return "One id belongs here. Where there are several, write the whole entry for each, after a dash."
    return f'Write the name of the sheet\'s file without ".yml", such as {_guess(scalar) or "sergey-lavrov"}.'


def instead_of_name(scalar: Scalar) -> str:
    """What to write where a word of the editor's own belongs, which names a claim or a topic."""
    guess = "-".join(re.findall(r"[a-z0-9]+", scalar.value.lower()))
    return f"Write lower-case letters a-z and digits, with hyphens between words: {guess or 'first-offer'}."


def _guess(scalar: Scalar) -> str:
    words = re.split(r"[\\/]", scalar.value.lower().strip())[-1].removesuffix(".yml")
    return "-".join(re.findall(r"[a-z0-9]+", words))


def _parts(scalar: Scalar) -> list[str]:
    written = scalar.source.text[scalar.start : scalar.end]
    return [part for part in _BETWEEN_IDS.split(written) if part]


RULES: tuple[Rule[...], ...] = (bad_reference,)
