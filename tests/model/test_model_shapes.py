"""GeoJSON to shapes: what RFC 7946 allows is read, what cannot be drawn is said."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from dossiers import found
from hypothesis import given
from hypothesis import strategies as st

from dossier.diagnostics import Diagnostic
from dossier.model import Form, Shape
from dossier.model.geojson import MisshapenError, read_parts
from dossier.model.shapes import read_shapes

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["type", "id", "geometry", "geometries", "coordinates", "features", "properties"]), inner
    ),
)  # fmt: skip
TYPES = (
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
)


def read(features: object, path: str = "content/geo/a.geojson") -> tuple[dict[str, Shape], list[str]]:
    report: list[Diagnostic] = []
    data = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    return read_shapes({path: data}, report), [each.message for each in report]


def feature(name: str, geometry: object, /, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "id": name, "properties": properties, "geometry": geometry}


@pytest.mark.parametrize(
    ("geometry", "forms"),
    [
        (None, []),
        ({"type": "Point", "coordinates": []}, []),
        ({"type": "Point", "coordinates": [1, 2, 3]}, [Form.POINT]),
        ({"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}, [Form.POINT, Form.POINT]),
        ({"type": "LineString", "coordinates": [[1, 2], [3, 4]]}, [Form.LINE]),
        ({"type": "MultiPolygon", "coordinates": [[[[1, 2], [3, 4], [5, 0], [1, 2]]], []]}, [Form.AREA]),
        ({"type": "GeometryCollection", "geometries": [None, {"type": "Point", "coordinates": [1, 2]}]}, [Form.POINT]),
    ],
)  # fmt: skip
def test_geometries(geometry: object, forms: list[Form]) -> None:
    assert [part.form for part in read_parts(geometry)] == forms


def test_a_ring_is_left_open_and_knows_its_extent() -> None:
    (part,) = read_parts({"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [5, 0], [1, 2]]]})
    assert part.rings == (((1.0, 2.0), (3.0, 4.0), (5.0, 0.0)),)
    assert part.extent == (1.0, 0.0, 5.0, 4.0)


def test_texts_of_a_feature_are_kept_and_nothing_else() -> None:
    shapes, problems = read([feature("a", None, source="A survey", area=3, name="a\u202eb", long="x" * 301)])
    assert problems == []
    assert shapes["a"].properties == {"source": "A survey"}


def test_what_no_sheet_can_name_is_kept_as_land() -> None:
    shapes, problems = read(
        [feature("<script>", {"type": "Point", "coordinates": [1, 2]}), {"type": "Feature"}]
    )
    assert problems == []
    assert list(shapes) == ["content/geo/a.geojson#1", "content/geo/a.geojson#2"]


def test_a_collection_nested_thousandfold_is_read() -> None:
    geometry: object = {"type": "Point", "coordinates": [1, 2]}
    for _ in range(5_000):
        geometry = {"type": "GeometryCollection", "geometries": [geometry]}
    assert len(read_parts(geometry)) == 1


def test_a_file_of_too_many_positions() -> None:
    line = {"type": "LineString", "coordinates": [[1, 2], [3, 4]] * 30_000}
    shapes, problems = read([feature("a", line), feature("b", line)])
    assert list(shapes) == ["a"]
    assert problems == ["it holds more than 100,000 positions"]


@given(st.sampled_from(TYPES), anything)
def test_no_geometry_is_too_odd(type_: str, inner: object) -> None:
    for geometry in (inner, {"type": type_, "coordinates": inner}, {"type": type_, "geometries": inner}):
        with suppress(MisshapenError):
            read_parts(geometry)


@given(anything)
def test_no_file_is_too_odd(inner: object) -> None:
    for features in (inner, [inner], [{"type": "Feature", "id": inner, "geometry": inner}]):
        shapes, problems = read(features)
        assert all(isinstance(shape.parts, tuple) for shape in shapes.values())
        assert all(len(problem.splitlines()) == 1 for problem in problems)


def test_a_file_that_says_where_the_shapes_come_from_lies_beside_them() -> None:
    assert found("content/geo/README.md\n  # Where they come from\n") == []
