"""CSL-JSON. Owns which variable of the Citation Style Language says what, and dates as CSL has them.

The shape is that of `csl-data.json` in the CSL schema, version 1.0.2: https://docs.citationstyles.org/en/stable/
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from dossier import edtf
from dossier.bibliography.item import Item
from dossier.edtf import Date, Kind, Point, Precision

__all__ = ["csl", "csl_json"]

Data: TypeAlias = "str | bool | int | list[Data] | dict[str, Data]"

_PARTS = {Precision.YEAR: 1, Precision.SEASON: 1, Precision.MONTH: 2, Precision.DAY: 3, Precision.SECOND: 3}
_FIRST_SEASON = 20  # EDTF counts the seasons from 21, CSL from 1


def csl(item: Item) -> dict[str, Data]:
    """An item as an object of CSL-JSON; what is not known is left out."""
    variables: dict[str, Data | None] = {
        "id": item.id,
        "type": item.type,
        "title": item.title,
        "author": [{"literal": item.author}] if item.author else None,
        "container-title": item.container,
        "publisher": item.publisher,
        "issued": _date(item.issued) if item.issued else None,
        "accessed": _date(item.accessed) if item.accessed else None,
        "URL": item.url,
        "archive_location": item.archived,
        "language": item.language,
    }
    return {name: value for name, value in variables.items() if value}


def csl_json(items: Iterable[Mapping[str, Data]]) -> str:
    """Objects of CSL-JSON as the list that programs read, a variable a line for people."""
    written = (
        ",\n".join(f"    {_json(name)}: {_json(value)}" for name, value in item.items()) for item in items
    )
    objects = ",\n".join(f"  {{\n{variables}\n  }}" for variables in written)
    return f"[\n{objects}\n]" if objects else "[]"


def _json(value: Data) -> str:
    return json.dumps(value, ensure_ascii=False)


def _date(date: Date) -> dict[str, Data]:
    """A date as CSL has it: one or two lists of numbers where these say it all, and words where they do not."""
    points = (date.start,) if date.kind is Kind.DATE else (date.start, date.end)
    parts = [_parts(point) for point in points if isinstance(point, Point)]
    if len(parts) < len(points) or not all(parts):
        return {"literal": edtf.say(date)}
    found: dict[str, Data] = {"date-parts": [list[Data](part) for part in parts]}
    if date.kind is Kind.DATE and isinstance(date.start, Point) and date.start.season:
        found["season"] = date.start.season - _FIRST_SEASON
    if date.is_approximate or date.is_uncertain or date.kind is Kind.ONE_OF:
        found["circa"] = True
    return found


def _parts(point: Point) -> list[int]:
    """Year, month and day as far as known. CSL counts years before 1 as people do: -1 is 1 BC, EDTF's year 0.

    Empty for a decade or a century, for which CSL has no numbers.
    """
    year, month, day = point.earliest
    return [year if year > 0 else year - 1, month, day][: _PARTS.get(point.precision, 0)]
