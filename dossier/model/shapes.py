"""Which shapes `content/geo` holds. Owns the findings on GeoJSON files; it draws nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from dossier.diagnostics import Diagnostic, Finding, Rule, Span, rule

__all__ = ["RULES", "shape_ids"]


@rule()
def bad_geojson(span: Span, problem: str) -> Finding:
    """A file in `content/geo` is not GeoJSON (RFC 7946): a FeatureCollection whose features have ids.

    Bad:

        {"type": "Polygon", "coordinates": []}

    Good:

        {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "shikotan", "properties": {},
         "geometry": {"type": "Point", "coordinates": [146.75, 43.8]}}]}
    """
    return Finding(
        span, problem, "Export it as GeoJSON again, as a FeatureCollection whose features have ids."
    )


def shape_ids(files: Mapping[str, bytes], report: list[Diagnostic]) -> frozenset[str]:
    """The ids of all features (their `id`, or the property of that name); a file that is no GeoJSON is reported."""
    paths = (path for path in sorted(files) if path.startswith("content/geo/") and path.endswith(".geojson"))
    return frozenset(name for path in paths for name in _ids(path, files[path], report))


def _ids(path: str, data: bytes, report: list[Diagnostic]) -> Iterator[str]:
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
    for feature in features:
        properties = feature.get("properties") if isinstance(feature, dict) else None
        own = feature.get("id") if isinstance(feature, dict) else None
        name = own or (properties.get("id") if isinstance(properties, dict) else None)
        if isinstance(name, str):
            yield name


RULES: tuple[Rule[...], ...] = (bad_geojson,)
