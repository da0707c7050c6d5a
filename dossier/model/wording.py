"""Says a typed value in plain words. Owns no markup: `pages` escapes and links what it gets."""

from __future__ import annotations

from decimal import Decimal

from dossier import edtf
from dossier.model.values import (
    AddressValue,
    ChoiceValue,
    CoordinatesValue,
    DateValue,
    NumberValue,
    TextValue,
    Value,
)

__all__ = ["say_number", "say_value"]

_GROUPED_FROM = 10_000  # ISO 80000-1 leaves four digits together; five and more are set in groups of three


def say_value(value: Value) -> str:
    """Say a value in English; references have no words of their own and give their ids."""
    match value:
        case TextValue(text):
            return text
        case NumberValue(number, unit):
            return f"{say_number(number)} {unit}".rstrip()
        case DateValue(date):
            return edtf.say(date)
        case CoordinatesValue(latitude, longitude):
            return f"{_degrees(latitude, 'N', 'S')}, {_degrees(longitude, 'E', 'W')}"
        case AddressValue(url):
            return url
        case ChoiceValue(choice):
            return choice.label
    return ", ".join(reference.id for reference in value.references)


def say_number(number: Decimal) -> str:
    """Say a number as written, its thousands set apart by commas from 10,000 on."""
    return f"{number:,f}" if abs(number) >= _GROUPED_FROM else f"{number:f}"


def _degrees(value: Decimal, positive: str, negative: str) -> str:
    return f"{abs(value):f}° {positive if value >= 0 else negative}"
