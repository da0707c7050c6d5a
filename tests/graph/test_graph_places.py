"""Which sheets lie where."""

from __future__ import annotations

import json

from dossiers import based

from dossier.graph.places import Places

CITE = "cite: {inferred: x}"


def places(**sheets: str) -> Places:
    """Where islands lie, each given as the rest of its sheet, over four shapes of which one is null."""
    features: list[dict[str, object]] = [
        {"type": "Feature", "id": each, "geometry": {"type": "Point", "coordinates": [1, 2]}}
        for each in "pqr"
    ]
    shapes = json.dumps(
        {"type": "FeatureCollection", "features": [*features, {"type": "Feature", "id": "none"}]}
    )
    files = [
        f"content/islands/{name}.yml\n  {{name: {name}, type: island, {rest}}}\n"
        for name, rest in sheets.items()
    ]
    compiled = based("".join([f"content/geo/a.geojson\n  {shapes}\n", *files]))
    assert not compiled.has_errors
    return compiled.graph.places


def test_a_shape_is_drawn_for_the_sheet_that_names_the_fewest() -> None:
    found = places(chain="facts: {outline: [p, q]}", link="facts: {outline: p}")
    drawn = {sheet: [shape.id for shape in shapes] for sheet, shapes in found.drawn.items()}
    assert drawn == {"chain": ["q"], "link": ["p"]}
    assert found.of("chain") == ("chain", "link")
    assert found.of("link") == ("link",)
    assert [shape.id for shape in found.land] == ["r"]


def test_parts_of_parts_show_where_a_whole_lies_and_circles_end() -> None:
    part_of = "relations: {{part_of: {{to: {}, {}}}}}"
    found = places(
        a=part_of.format("b", CITE),
        b=part_of.format("a", CITE),
        c=f"facts: {{outline: p}}, {part_of.format('b', CITE)}",
    )
    assert found.of("a") == found.of("b") == found.of("c") == ("c",)
    assert set(found.wholes) == {"a", "b"}


def test_an_outline_goes_before_a_point_and_a_null_one_does_not() -> None:
    point = f'coordinates: {{value: "3, 4", {CITE}}}'
    found = places(
        a=f"facts: {{outline: p, {point}}}",
        b=f"facts: {{outline: none, {point}}}",
        c="facts: {outline: none}",
    )
    assert [shape.id for shape in found.drawn["a"]] == ["p"]
    assert [part.extent[:2] for shape in found.drawn["b"] for part in shape.parts] == [(4.0, 3.0)]
    assert found.of("c") == ()
