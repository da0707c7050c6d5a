"""A map shows what there is, small enough to send, and no two words of it touch."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mapcases import area, atlas, dot, drawn, site

from dossier import disk
from dossier.figures.maps import Drawing, Style, compile_atlas, draw
from dossier.figures.maps.cutting import Box, bounds, cut_line, cut_ring
from dossier.figures.maps.grid import Grid
from dossier.figures.maps.projection import Point
from dossier.figures.maps.thinning import path, thinned
from dossier.model import Shape
from dossier.model.geojson import read_parts
from dossier.pipeline import check

ROOT = Path(__file__).parents[2]
SQUARE = area("square", (10.0, 50.0), (11.0, 50.0), (11.0, 51.0), (10.0, 51.0))

degrees = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
near = st.tuples(st.floats(140, 160), st.floats(41, 52))
words = st.text("abcdefgh XYZ日本語島Жщ/-", min_size=1, max_size=30).filter(str.strip)


def faults(drawing: Drawing) -> list[tuple[Box, ...]]:
    """Boxes of words that touch each other or the edge of the map."""
    beyond = [(box,) for box in drawing.boxes if not drawing.view.box.holds(box)]
    return [*beyond, *(pair for pair in combinations(drawing.boxes, 2) if pair[0].overlaps(pair[1]))]


def found(drawing: Drawing, name: str) -> list[Element]:
    return [each for each in fromstring(drawing.svg).iter() if name in (each.get("class") or "").split()]


def numbers(drawing: Drawing) -> list[str]:
    return re.findall(r"(?<![\w#-])(?:nan|inf)", drawing.svg)


@settings(max_examples=60)
@given(st.lists(near, min_size=1, max_size=25, unique=True), st.data())
def test_words_do_not_touch(positions: list[tuple[float, float]], data: st.DataObject) -> None:
    shapes = {str(number): dot(str(number), position) for number, position in enumerate(positions)}
    sites = [site(data.draw(words), shape, data.draw(words)) for shape in shapes.values()]
    book = atlas(shapes)
    assert faults(draw(book, book.view, sites)) == []


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(degrees, min_size=1, max_size=4), min_size=1))
def test_a_map_of_anything_on_the_globe(positions: dict[str, list[tuple[float, float]]]) -> None:
    shapes = {name: dot(name, *each) for name, each in positions.items()}
    for subject in ("", min(shapes)):
        drawing = drawn(shapes, (), subject)
        assert faults(drawing) == []
        assert numbers(drawing) == []
        assert set(drawing.seen) >= ({subject} if subject else set(shapes))


@settings(max_examples=60)
@given(st.lists(degrees, min_size=3, max_size=12), st.lists(degrees, min_size=3, max_size=12))
def test_areas_and_land_of_any_form(ring: list[tuple[float, float]], land: list[tuple[float, float]]) -> None:
    drawing = drawn({"a": area("a", *ring)}, [area("land", *land, name="Land")])
    assert faults(drawing) == []
    assert numbers(drawing) == []


@pytest.mark.parametrize(
    ("geometry", "drawn_as"),
    [
        ({"type": "Point", "coordinates": [10, 50]}, {"map-point"}),
        ({"type": "MultiPoint", "coordinates": [[10, 50], [11, 50, 7]]}, {"map-point"}),
        ({"type": "LineString", "coordinates": [[10, 50], [11, 51]]}, {"map-line"}),
        ({"type": "MultiLineString", "coordinates": [[[10, 50], [11, 51]], [[9, 9], [9, 10]]]}, {"map-line"}),
        ({"type": "Polygon", "coordinates": [[[10, 50], [11, 50], [11, 51], [10, 50]]]}, {"map-area"}),
        ({"type": "MultiPolygon", "coordinates": [[[[10, 50], [11, 50], [11, 51], [10, 50]]]]}, {"map-area"}),
        (
            {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Point", "coordinates": [10, 50]},
                    {
                        "type": "GeometryCollection",
                        "geometries": [{"type": "LineString", "coordinates": [[1, 1], [2, 2]]}],
                    },
                ],
            },
            {"map-point", "map-line"},
        ),
    ],
)  # fmt: skip
def test_every_geometry_is_drawn(geometry: object, drawn_as: set[str]) -> None:
    drawing = drawn({"a": Shape("a", read_parts(geometry))})
    assert {name for name in ("map-point", "map-line", "map-area") if found(drawing, name)} == drawn_as


def test_nothing_is_drawn_where_nothing_has_a_shape() -> None:
    assert compile_atlas({}, [SQUARE]) is None
    assert compile_atlas({"a": (Shape("a", ()),)}, []) is None


def test_a_hole_stays_open() -> None:
    ring = [[10, 50], [12, 50], [12, 52], [10, 52], [10, 50]]
    hole = [[10.5, 50.5], [11.5, 50.5], [11.5, 51.5], [10.5, 51.5], [10.5, 50.5]]
    shape = Shape("a", read_parts({"type": "Polygon", "coordinates": [ring, hole]}))
    (outline,) = found(drawn({"a": shape}), "map-area")
    assert (outline.get("d") or "").count("z") == 2


def test_a_shape_and_its_name_are_one_link() -> None:
    drawing = drawn({"rock": dot("rock", (10.0, 50.0))}, (), "", "岩")
    (link,) = found(drawing, "map-site")
    assert (link.tag, link.get("href")) == ("a", "rock.html")
    assert "".join(link.itertext()) == "rock 岩"
    assert [each.text for each in link.iter() if each.get("lang") == "ja"] == ["岩"]


def test_what_finds_no_room_for_its_name_says_it_all_the_same() -> None:
    shapes = {f"a rather long name {number}": dot(str(number), (10.0, 50.0)) for number in range(60)}
    drawing = drawn(shapes)
    assert faults(drawing) == []
    links = found(drawing, "map-site")
    assert ["".join(link.itertext()) for link in links] == list(shapes)
    assert len(drawing.labels) < len(shapes)


def test_land_is_no_link_and_its_cut_edge_no_coast() -> None:
    """The land ends at 50 degrees north, where the data is cut: so does the map, and no line is drawn there."""
    land = area("land", (8.0, 48.0), (14.0, 48.0), (14.0, 50.0), (8.0, 50.0))
    island = area("island", (10.0, 49.0), (11.0, 49.0), (11.0, 50.0), (10.0, 50.0))
    drawing = drawn({"island": island}, [land])
    assert found(drawing, "map-land")[0].get("d")
    assert found(drawing, "map-land")[0].tag == "path"
    (coast,) = found(drawing, "map-coast")
    assert (coast.get("d") or "").count("z") == 0
    assert drawing.view.position((0.0, 0.0))[1] <= 50.1


def test_a_map_of_a_part_shows_where_it_lies_in_the_whole() -> None:
    shapes = {"near": dot("near", (10.0, 50.0)), "far": dot("far", (20.0, 55.0))}
    drawing = drawn(shapes, (), "near")
    assert drawing.has_inset
    assert drawing.seen == ("near",)
    assert found(drawing, "map-here")
    assert not drawn({"near": shapes["near"]}, (), "near").has_inset


def test_the_subject_of_a_map_is_named_however_many_are_around_it() -> None:
    crowd = {f"one of many {n}": dot(str(n), (10 + n % 7 * 0.02, 50 + n // 7 * 0.02)) for n in range(49)}
    for subject in crowd:
        drawing = drawn(crowd, (), subject)
        assert subject in drawing.labels
        assert faults(drawing) == []


@given(st.lists(degrees, max_size=30), degrees, st.floats(0, 400), st.floats(0, 180))
def test_what_lies_in_a_window_is_found(
    positions: list[tuple[float, float]], corner: tuple[float, float], wide: float, high: float
) -> None:
    window = Box(corner[0], corner[1], corner[0] + wide, min(90.0, corner[1] + high))
    grid = Grid(enumerate((x, y, x, y) for x, y in positions))
    inside = [
        number
        for number, (x, y) in enumerate(positions)
        if any(window.has((x + turn, y)) for turn in (-360, 0, 360, 720))
    ]
    found = grid.within(window)
    assert set(inside) <= set(found)
    assert found == sorted(found)


def test_fills_and_hatchings_are_told_apart_without_colour() -> None:
    shapes = {str(n): area(str(n), (n, 50.0), (n + 0.5, 50.0), (n + 0.5, 50.5)) for n in range(4)}
    styles = [Style(), Style(1, 0), Style(1, 1), Style(2, 2)]
    sites = [
        site(name, shape, style=style) for (name, shape), style in zip(shapes.items(), styles, strict=True)
    ]
    book = atlas(shapes)
    drawing = draw(book, book.view, sites)
    fills = [each.get("fill") for each in found(drawing, "map-area")]
    assert fills == [None, "url(#map-1-0)", "url(#map-1-1)", "url(#map-2-2)"]
    patterns = list(fromstring(drawing.svg).iter("pattern"))
    assert [f"url(#{each.get('id')})" for each in patterns] == fills[1:]
    drawn_marks = [tuple((part.get("class"), part.get("d")) for part in each) for each in patterns]
    assert len(set(drawn_marks)) == len(drawn_marks)


def test_the_same_is_drawn_the_same() -> None:
    shapes = {str(n): dot(str(n), (n * 0.37, 50 + n * 0.11)) for n in range(12)}
    assert drawn(shapes, [SQUARE]).svg == drawn(shapes, [SQUARE]).svg


def test_the_real_map_is_small_and_named_throughout() -> None:
    compiled = check(disk.read(ROOT)[0])
    places = compiled.graph.places
    book = compile_atlas(places.drawn, places.land)
    assert book
    sites = [site(compiled.dossier.sheets[each].name, shapes[0]) for each, shapes in places.drawn.items()]
    sites = [
        type(each)(id_, each.name, (("ja", "色丹島"), ("ru", "Шикотан")), places.drawn[id_], each.href)
        for each, id_ in zip(sites, places.drawn, strict=True)
    ]
    overview = draw(book, book.view, sites)
    assert set(overview.labels) == set(places.drawn)
    assert faults(overview) == []
    data = overview.svg.encode()
    assert len(data) < 25_000
    assert len(gzip.compress(data)) < 10_000
    for each in places.drawn:
        part = draw(book, book.around([each]), sites)
        assert faults(part) == []
        assert each in part.labels


def test_checking_a_dossier_loads_no_projections() -> None:
    code = (
        "import sys; from dossier import disk; from dossier.pipeline import check; from pathlib import Path; "
    )
    code += "check(disk.read(Path(sys.argv[1]))[0]); sys.exit('pyproj' in sys.modules)"
    folder = ROOT / "tests" / "rules" / "base"
    assert subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, check=False).returncode == 0


BOX = Box(0.0, 0.0, 100.0, 100.0)
points = st.lists(st.tuples(st.floats(-300, 300), st.floats(-300, 300)), min_size=2, max_size=20)


@given(points)
def test_what_is_cut_lies_inside(line: list[Point]) -> None:
    inside = BOX.grown(1e-6)
    assert all(inside.has(point) for piece in cut_line(line, BOX) for point in piece)
    assert all(inside.has(point) for point in cut_ring(line, BOX))


@given(points)
def test_a_thinned_line_goes_the_same_way(line: list[Point]) -> None:
    thin = thinned(line)
    assert (thin[0], thin[-1]) == (line[0], line[-1])
    assert set(thin) <= set(line)
    assert bounds(line).grown(0.36).holds(bounds(thin))
    assert bounds(thin).grown(0.36).holds(bounds(line))


def test_a_path_is_written_short() -> None:
    assert path([(1.0, 2.0), (1.5, 1.5), (1.52, 1.52), (0.0, 12.0)], closed=True) == "M1 2l.5-.5-1.5 10.5z"
    assert path([(-0.3, 0.0)], closed=False) == "M-.3 0l0 0"
