"""The shapes in `content/geo`. Owns their features, and the findings on GeoJSON files; it draws nothing."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dossier.citations import ID
from dossier.diagnostics import Diagnostic, Finding, Rule, Span, rule
from dossier.model.geojson import MOST_POSITIONS, MisshapenError, Part, read_parts

__all__ = ["RULES", "Shape", "read_shapes"]

_LONGEST_TEXT = 300
_UNSHOWN = {"Cc", "Cf", "Co", "Cs", "Cn"}  # what no sheet may hold either


@dataclass(frozen=True, slots=True)
class Shape:
    """A feature of a GeoJSON file. `parts` is empty where its geometry is null; of its properties, texts are kept."""

    id: str
    parts: tuple[Part, ...]
    properties: Mapping[str, str] = field(default_factory=dict)


@rule()
def bad_geojson(span: Span, problem: str) -> Finding:
    """A file in `content/geo` is not GeoJSON (RFC 7946): a FeatureCollection whose positions are longitude, latitude.

    Sheets name a feature by its id. Several features cannot share one, and a file holds at most 100,000 positions.

    Bad:

        {"type": "Polygon", "coordinates": []}

    Good:

        {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "shikotan", "properties": {},
         "geometry": {"type": "Point", "coordinates": [146.75, 43.8]}}]}
    """
    return Finding(
        span, problem, "Export it as GeoJSON again, as a FeatureCollection whose features have ids."
    )


def read_shapes(files: Mapping[str, bytes], report: list[Diagnostic]) -> dict[str, Shape]:
    """All features of all files, in order, by their ids (their `id`, or the property of that name).

    A feature that no sheet can name has its file and its number for an id. What is wrong with a file is reported.
    """
    shapes: dict[str, Shape] = {}
    for path in sorted(files):
        if not path.startswith("content/geo/") or not path.endswith(".geojson"):
            continue
        left = MOST_POSITIONS
        for shape in _shapes(path, files[path], report):
            left -= sum(len(ring) for part in shape.parts for ring in part.rings)
            if left < 0:
                report.append(bad_geojson(Span(path), f"it holds more than {MOST_POSITIONS:,} positions"))
                break
            if shape.id in shapes:
                report.append(bad_geojson(Span(path), f'there is a feature "{shape.id}" already'))
            shapes.setdefault(shape.id, shape)
    return shapes


def _shapes(path: str, data: bytes, report: list[Diagnostic]) -> Iterator[Shape]:
    try:
        collection = json.loads(data)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        report.append(bad_geojson(Span(path, line, 1, line, 1), "this is not JSON"))
        return
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        report.append(bad_geojson(Span(path), "this is not a FeatureCollection"))
        return
    for number, feature in enumerate(features, 1):
        try:
            yield _shape(f"{path}#{number}", feature)
        except MisshapenError as error:
            name = _id(feature, "")
            which = f'feature "{name}"' if name else f"feature {number}"
            report.append(bad_geojson(Span(path), f"{which}: {error}"))


def _shape(number: str, feature: object) -> Shape:
    if not isinstance(feature, dict):
        raise MisshapenError("it is not an object")
    properties = feature.get("properties")
    texts = properties.items() if isinstance(properties, dict) else ()
    return Shape(
        _id(feature, number),
        read_parts(feature.get("geometry")),
        {name: text for name, text in texts if isinstance(text, str) and _is_plain(text)},
    )


def _id(feature: object, default: str) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    own = feature.get("id") if isinstance(feature, dict) else None
    name = own or (properties.get("id") if isinstance(properties, dict) else None)
    return name if isinstance(name, str) and ID.fullmatch(name) else default


def _is_plain(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_TEXT and not any(unicodedata.category(each) in _UNSHOWN for each in text)


RULES: tuple[Rule[...], ...] = (bad_geojson,)
