"""The findings on the shape of a sheet, one rule each. Owns the words; `record` finds them."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from dossier.diagnostics import Edit, Finding, Rule, Span, rule
from dossier.strict_yaml import Node, Scalar, Sequence
from dossier.suggestions import did_you_mean, slip_of

__all__ = [
    "LONGEST",
    "MAPPING",
    "RULES",
    "SCALAR",
    "SEQUENCE",
    "as_typed",
    "empty_value",
    "long_value",
    "missing_field",
    "shape_of",
    "unknown_field",
    "wrong_shape",
]

LONGEST = 2_000  # characters of a value that is no prose; renderers take time with the square of some
_FIELDS_NAMED = 12  # a hint that lists more names than this is not read


@rule()
def unknown_field(
    key: Scalar, what: str, known: list[str], below: str = "", there: Collection[str] = ()
) -> Finding:
    """A field stands where no field of that name belongs.

    What a sheet may hold is set by its kind. Most often the name is misspelt or the line is indented wrongly.

    Bad:

        name: Shikotan
        sumary: An island.

    Good:

        name: Shikotan
        summary: An island.
    """
    names = ", ".join(known[:_FIELDS_NAMED]) + (", …" if len(known) > _FIELDS_NAMED else "")
    return Finding(
        key.span,
        f'there is no field "{key.value[:60]}" in {what}',
        f'It belongs below "{below}:", indented by two spaces.'
        if below
        else did_you_mean(as_typed(key.value), known, f"Fields that may stand here: {names}."),
        remedy=() if below else _respelt(key, known, there),
    )


def _respelt(key: Scalar, known: list[str], there: Collection[str]) -> tuple[Edit, ...]:
    """The one name that differs by a slip of the fingers, where it does not stand there already."""
    meant = slip_of(as_typed(key.value), known)
    others = [other for other in there if other != key.value]
    if not meant or meant in others or any(slip_of(as_typed(other), known) == meant for other in others):
        return ()
    return (Edit(key.span, meant),)


@rule()
def missing_field(span: Span, name: str, what: str, about: str) -> Finding:
    """A field that must be there is not.

    Bad:

        # content/islands/shikotan.yml
        type: island

    Good:

        # content/islands/shikotan.yml
        name: Shikotan
        type: island
    """
    return Finding(span, f'{what} has no "{name}"', f'Add a line "{name}: …". {about}'.rstrip())


@rule()
def empty_value(span: Span, name: str, about: str | None = None) -> Finding:
    """A field is named but holds nothing.

    Bad:

        place:

    Good:

        place: Munich, Germany
    """
    hint = "Write its value after the colon, or delete the line."
    if about is not None:  # it must be there
        hint = f"Write its value after the colon. {about}".rstrip()
    return Finding(span, f'"{name}" is empty', hint)


@rule()
def long_value(span: Span, name: str, length: int) -> Finding:
    """A value that is no prose is longer than anybody reads.

    Bad:

        note: (a whole report)

    Good:

        note: with islets
        # and the report in the body
    """
    return Finding(
        span,
        f'"{name}" is {length:,} characters long; at most {LONGEST:,} are read',
        "Say it in short, and the rest in the body.",
    )


@rule()
def wrong_shape(span: Span, name: str, expected: str, found: str, example: str = "") -> Finding:
    """A field holds a list, fields of its own or one value where something else belongs.

    Bad:

        names: Шикотан

    Good:

        names: {ru: Шикотан}
    """
    hint = _HINTS[expected]
    if (expected, found) == (SCALAR, SEQUENCE):
        hint += " Text that begins with a square bracket goes in quotes."
    if example:
        hint = f"Write {name}: {example}, or each of these on a line of its own below it, indented by two spaces."
    belongs = "belong" if expected == MAPPING else "belongs"
    return Finding(span, f'"{name}" holds {found} where {expected} {belongs}', hint)


def as_typed(key: str) -> str:
    """A key in ordinary letters, where it was typed in the wide ones of Japanese text."""
    return unicodedata.normalize("NFKC", key)


SCALAR, SEQUENCE, MAPPING = "one value", "a list", "fields of its own"
_HINTS = {
    SCALAR: "Write the value on the same line, after the colon.",
    SEQUENCE: 'Write the values in square brackets, [a, b], or one a line, each after "- ".',
    MAPPING: 'Write its fields below it, each on a line of its own and indented by two spaces, as "name: value".',
}


def shape_of(node: Node) -> str:
    """What a node is, in the words of a message."""
    if isinstance(node, Scalar):
        return SCALAR
    return SEQUENCE if isinstance(node, Sequence) else MAPPING


RULES: tuple[Rule[...], ...] = (unknown_field, missing_field, empty_value, long_value, wrong_shape)
