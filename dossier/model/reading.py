"""Reads the value of one field by its declared type. Owns the findings on values that do not fit."""

from __future__ import annotations

import re
from decimal import Decimal

from dossier import edtf
from dossier.citations import ID
from dossier.diagnostics import Diagnostic, Edit, Finding, Rule, Span, rule
from dossier.kinds import Field, FieldType
from dossier.model.other_forms import COUNTRIES, other_form
from dossier.model.references import instead_of_id, read_references
from dossier.model.values import (
    AddressValue,
    ChoiceValue,
    CoordinatesValue,
    DateValue,
    NumberValue,
    ReferencesValue,
    TextValue,
    Value,
)
from dossier.prose.tokens import bad_address, is_safe_address
from dossier.strict_yaml import Scalar
from dossier.suggestions import did_you_mean

__all__ = ["RULES", "is_language_tag", "is_seed", "one_line", "read_date", "read_value"]

_NUMBER = re.compile(r"[-+]?\d{1,15}(?:\.\d{1,15})?", re.ASCII)
_COORDINATES = re.compile(r"([-+]?\d{1,3}(?:\.\d{1,10})?)\s*,\s*([-+]?\d{1,3}(?:\.\d{1,10})?)", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_FILE = re.compile(r"seeds/[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)


@rule()
def bad_date(span: Span, problem: str, hint: str, remedy: tuple[Edit, ...] = ()) -> Finding:
    """A date is not written in EDTF (ISO 8601-2), or there is no such day.

    Bad:

        date: 16 Feb 2019
        date: 2019-02-30

    Good:

        date: 2019-02-16
        date: 2018-11
        date: "[2019-02-16..2019-02-25]"
    """
    return Finding(span, problem, hint, remedy=remedy)


@rule()
def reversed_interval(span: Span, text: str) -> Finding:
    """An interval ends before it begins.

    Bad:

        when: 2019-09-11/2017-08-03

    Good:

        when: 2017-08-03/2019-09-11
    """
    return Finding(span, f'"{text}" ends before it begins', "Write the earlier date first.")


@rule()
def bad_value(span: Span, problem: str, hint: str) -> Finding:
    """A value is not of the type its field declares.

    Bad:

        area: {value: 1,490 km², cite: mofa-data}

    Good:

        area: {value: 1490, cite: mofa-data}
    """
    return Finding(span, problem, hint)


@rule()
def bad_choice(span: Span, value: str, label: str, choices: list[str]) -> Finding:
    """A value is not among those its field allows.

    Bad:

        status: done

    Good:

        status: happened
    """
    small = value.strip().lower()
    return Finding(
        span,
        f'"{value}" is not one of the values of "{label}"',
        did_you_mean(value, choices, f"Write one of {', '.join(choices)}."),
        remedy=(Edit(span, small),) if small in choices else (),
    )


def one_line(text: str) -> str:
    """Fold white space to single spaces, as a reader sees it."""
    return " ".join(text.split())


def is_language_tag(text: str) -> bool:
    """Whether a text has the form of a BCP 47 language tag (RFC 5646, without grandfathered tags)."""
    return (
        bool(_LANGUAGE.fullmatch(text)) and text.lower() not in COUNTRIES and len(text.partition("-")[0]) < 4
    )


def read_date(scalar: Scalar | None, report: list[Diagnostic]) -> edtf.Date | None:
    """Read a date; a fault goes to the report."""
    if scalar is None:
        return None
    parsed = edtf.parse(scalar.value.strip())
    if isinstance(parsed, edtf.Fault):
        date = edtf.certain(scalar.value, parsed)
        remedy = (Edit(scalar.span, date),) if date and scalar.span.line == scalar.span.end_line else ()
        report.append(bad_date(scalar.span, parsed.message, parsed.hint, remedy))
        return None
    if parsed.ends_before_it_begins:
        report.append(reversed_interval(scalar.span, parsed.text))
    return parsed


def read_value(declared: Field, scalar: Scalar, report: list[Diagnostic]) -> Value | None:
    """Read a value by its field's type; a fault goes to the report and gives None."""
    text = scalar.value.strip()
    match declared.type:
        case FieldType.DATE:
            date = read_date(scalar, report)
            return DateValue(date) if date else None
        case FieldType.CHOICE:
            return _choice(declared, scalar, report)
        case FieldType.URL:
            if is_safe_address(text):
                return AddressValue(text)
            report.append(bad_address(scalar.span, text))
            return None
        case FieldType.REFERENCES:
            references = read_references((scalar,), report, instead_of_id)
            return ReferencesValue(references) if references else None
    value = _plain_value(declared, text)
    if value is None:
        problem, hint = _EXPECTED[declared.type]
        meant = other_form(declared.type, text)
        report.append(
            bad_value(scalar.span, f'"{text[:60]}" is not {problem}', f"Write {meant}" if meant else hint)
        )
        if declared.type is FieldType.FILE:
            return TextValue(
                text
            )  # a source that names a file is not one without: its quotations are not at fault
    return value


def is_seed(path: str) -> bool:
    """Whether a path can be that of a file in `seeds/`."""
    return bool(_FILE.fullmatch(path))


def _choice(declared: Field, scalar: Scalar, report: list[Diagnostic]) -> ChoiceValue | None:
    choice = declared.choices.get(scalar.value.strip())
    if choice is None:
        report.append(bad_choice(scalar.span, scalar.value, declared.name, list(declared.choices)))
        return None
    return ChoiceValue(choice)


_EXPECTED = {
    FieldType.NUMBER: (
        "a number",
        "Write digits only, with a point for decimals and no unit: 1490 or 264.13.",
    ),
    FieldType.COORDINATES: (
        "a latitude and a longitude",
        "Write decimal degrees, latitude first, south and west with a minus: 43.80, 146.75",
    ),
    FieldType.GEOMETRY: ("the id of a shape", "Write the id of a feature in content/geo, such as shikotan."),
    FieldType.LANGUAGE: (
        "the code of a language",
        "Write a code such as en, ru or ja; ja-Latn is Japanese in Latin letters.",
    ),
    FieldType.FILE: (
        "a file in seeds/",
        "Write its path as seeds/ and the file's name, such as seeds/article.txt.",
    ),
    FieldType.SHA256: (
        "a SHA-256",
        "It is 64 characters of 0-9 and a-f. Delete the line, and dossier check says what belongs there.",
    ),
}


def _plain_value(declared: Field, text: str) -> Value | None:
    match declared.type:
        case FieldType.NUMBER:
            return NumberValue(Decimal(text), declared.unit) if _NUMBER.fullmatch(text) else None
        case FieldType.COORDINATES:
            return _coordinates(text)
    if declared.type is FieldType.LANGUAGE:
        return TextValue(text) if is_language_tag(text) else None
    pattern = _PATTERNS.get(declared.type)
    return TextValue(text) if pattern is None or pattern.fullmatch(text) else None


_PATTERNS = {
    FieldType.GEOMETRY: ID,
    FieldType.FILE: _FILE,
    FieldType.SHA256: _SHA256,
}


def _coordinates(text: str) -> CoordinatesValue | None:
    match = _COORDINATES.fullmatch(text)
    if match is None:
        return None
    latitude, longitude = Decimal(match[1]), Decimal(match[2])
    return CoordinatesValue(latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


RULES: tuple[Rule[...], ...] = (bad_date, reversed_interval, bad_value, bad_choice)
