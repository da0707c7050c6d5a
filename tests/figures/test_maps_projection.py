"""The projection of a map suits what it is of, wherever on the globe that lies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mapcases import area, atlas, dot
from pyproj import Geod

from dossier.figures.maps.furniture import scale_bar
from dossier.figures.maps.projection import choose
from dossier.model import Position

GEOD = Geod(ellps="WGS84")
CHAIN = [(144.5, 43.4), (148.8, 45.5), (156.5, 50.9)]


@pytest.mark.parametrize(
    ("positions", "longitude", "latitude", "kind"),
    [
        (CHAIN, 150.5, 47.15, "aea"),
        ([(-70.0, -55.0), (-60.0, -52.0)], -65.0, -53.5, "aea"),
        ([(10.0, 10.0)], 10.0, 10.0, "laea"),
        ([(10.0, 40.0), (11.0, 50.0)], 10.5, 45.0, "laea"),
        ([(20.0, -3.0), (40.0, 4.0)], 30.0, 0.5, "laea"),
        ([(177.0, -18.0), (-179.0, -16.0)], 179.0, -17.0, "aea"),
        ([(177.0, -18.0), (181.0, -16.0)], 179.0, -17.0, "aea"),
        ([(0.0, -80.0), (90.0, -75.0), (180.0, -80.0), (-90.0, -75.0)], 45.0, -90.0, "laea"),
        ([(-100.0, 40.0), (140.0, -30.0), (10.0, 50.0), (20.0, -30.0)], 20.0, 0.0, "eqearth"),
    ],
)  # fmt: skip
def test_the_projection_follows_what_the_map_is_of(
    positions: list[Position], longitude: float, latitude: float, kind: str
) -> None:
    found = choose(positions)
    assert f"+proj={kind} " in found.definition
    assert found.latitude == pytest.approx(latitude)
    assert abs(latitude) == 90 or found.longitude == pytest.approx(longitude)


def test_the_parallels_of_a_cone_lie_a_sixth_inside_of_its_limits() -> None:
    assert "+lat_1=44.00 +lat_2=48.00" in choose([(140.0, 43.0), (160.0, 49.0)]).definition


def test_a_place_has_one_position_and_one_point() -> None:
    view = atlas({"chain": dot("chain", *CHAIN)}).view
    for position, point in zip(CHAIN, view.place(CHAIN), strict=True):
        assert view.position(point) == pytest.approx(position)


def test_areas_are_equal_wherever_they_lie() -> None:
    places = [(146.0, 44.0), (150.0, 46.0), (155.0, 50.5)]
    view = atlas({"chain": dot("chain", *CHAIN)}).view
    ratios = []
    for x, y in places:
        corners = [(x, y), (x + 0.5, y), (x + 0.5, y + 0.5), (x, y + 0.5)]
        points = view.place(corners)
        drawn = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))
        real, _ = GEOD.polygon_area_perimeter([x for x, _ in corners], [y for _, y in corners])
        ratios.append(abs(drawn / 2 / real))
    assert max(ratios) == pytest.approx(min(ratios), rel=0.002)


@given(
    st.floats(-180, 180),
    st.floats(-89, 89),
    st.floats(0.001, 40),
    st.floats(0.001, 40),
)
def test_the_scale_bar_is_as_long_as_it_says(
    longitude: float, latitude: float, wide: float, high: float
) -> None:
    """Along the middle of the map, against the geodesic."""
    far = (min(longitude + wide, 180.0), min(latitude + high, 89.0))
    view = atlas({"a": dot("a", (longitude, latitude), far)}).view
    bar = scale_bar(view)
    if bar is None:
        assert view.projection.is_world
        return
    assert 0 < bar.units <= 0.3 * view.width
    assert f"{bar.metres:.0e}"[0] in "125"
    x, y = view.box.middle
    ends = [view.position((x - bar.units / 2, y)), view.position((x + bar.units / 2, y))]
    assert GEOD.inv(*ends[0], *ends[1])[2] == pytest.approx(bar.metres, rel=0.02)


def test_what_crosses_the_antimeridian_is_drawn_in_one_piece() -> None:
    """Cut in two as RFC 7946 (3.1.9) has it, or running on: the map is of the same extent."""
    left = area("left", (177.0, -18.0), (180.0, -18.0), (180.0, -16.0), (177.0, -16.0))
    right = area("right", (-180.0, -18.0), (-179.0, -18.0), (-179.0, -16.0), (-180.0, -16.0))
    whole = area("whole", (177.0, -18.0), (181.0, -18.0), (181.0, -16.0), (177.0, -16.0))
    cut, one = atlas({"left": left, "right": right}), atlas({"whole": whole})
    assert cut.view.frame == pytest.approx(one.view.frame, rel=0.001)
    (west, _), (east, _) = cut.view.place([(177.0, -17.0), (-179.0, -17.0)])
    assert cut.view.width > east - west > cut.view.width / 2
