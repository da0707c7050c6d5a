"""Maps on the pages of a small dossier: who is on them, what they say, and that they take no side."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from dossiers import based, concise, found
from rendered import front_matter_of, tree, words

from dossier.pipeline import compile_site

CITE = "cite: {source: gazette, quote: both delegations said}"
GULL = f"""content/islands/gull-island.yml
  name: Gull Island
  names: {{ja: かもめ島, de: Möweninsel}}
  type: island
  facts: {{outline: gull}}
  relations:
    administered_by: {{to: southland, cite: {{source: gazette, quote: Southland has administered the island}}}}
    claimed_by: {{to: northland, {CITE}}}
"""
TERN = f"""content/islands/tern-island.yml
  name: Tern Island
  type: island
  facts:
    coordinates: {{value: "44.10, 147.10", {CITE}}}
  relations:
    part_of: {{to: bird-islands, {CITE}}}
"""
BIRDS = f"""content/islands/bird-islands.yml
  name: Bird Islands
  type: group
  relations:
    claimed_by: [{{to: southland, when: 1900/1910, {CITE}}}]
"""
SQUARE = [[[146, 43], [147, 43], [147, 44], [146, 44], [146, 43]]]
LAND = [[[140, 40], [145, 40], [145, 45], [140, 45], [140, 40]]]


def gull(more: str, name: str = "Gull Island") -> str:
    lines = (f"name: {name}", "type: island", "facts: {outline: gull}", more)
    return "content/islands/gull-island.yml\n" + "".join(f"  {line}\n" for line in lines)


def shapes(*ids: str, **properties: str) -> str:
    features = [
        {
            "type": "Feature",
            "id": each,
            "properties": properties,
            "geometry": {"type": "Polygon", "coordinates": SQUARE},
        }
        for each in ids
    ]
    land = {
        "type": "Feature",
        "properties": {"name": "Far Land"},
        "geometry": {"type": "Polygon", "coordinates": LAND},
    }
    text = json.dumps({"type": "FeatureCollection", "features": [*features, land]})
    return f"content/geo/a.geojson\n  {text}\n"


def pages(text: str) -> dict[str, str]:
    compiled = based(text)
    assert not compiled.has_errors, concise(compiled.diagnostics)
    built = compile_site(compiled).files
    return {
        path.removeprefix("pages/"): data.decode() for path, data in built.items() if path.endswith(".md")
    }


def maps(page: str) -> list[Element]:
    body = tree(front_matter_of(page)[1])
    return [each for each in body.iter("figure") if "map" in (each.get("class") or "").split()]


def sites(figure: Element) -> Iterator[tuple[str, str]]:
    for each in figure.iter():
        if "map-site" in (each.get("class") or "").split():
            yield each.get("href") or "", words(each)


def test_a_dossier_without_shapes_has_no_maps() -> None:
    assert not any(maps(page) for page in pages("").values())


def test_a_shape_that_is_null_gives_no_map() -> None:
    null = json.dumps(
        {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "gull", "geometry": None}]}
    )
    assert not any(maps(page) for page in pages(GULL + f"content/geo/a.geojson\n  {null}\n").values())


def test_who_has_a_place_is_on_the_map_of_the_whole_and_has_one_of_its_own() -> None:
    built = pages(GULL + TERN + BIRDS + shapes("gull"))
    with_maps = {path for path, page in built.items() if maps(page)}
    assert with_maps == {
        "index.md",
        *(f"islands/{each}.md" for each in ("gull-island", "tern-island", "bird-islands")),
    }
    (home,) = maps(built["index.md"])
    assert dict(sites(home)) == {
        "islands/gull-island.html": "Gull Island かもめ島",
        "islands/tern-island.html": "Tern Island",
    }
    assert [each.text for each in home.iter() if each.get("lang") == "ja"] == ["かもめ島"]


def test_the_page_of_a_place_does_not_link_to_itself_but_to_its_neighbours() -> None:
    (own,) = maps(pages(GULL + TERN + BIRDS + shapes("gull"))["islands/gull-island.md"])
    assert dict(sites(own)) == {"": "Gull Island かもめ島", "tern-island.html": "Tern Island"}
    assert "Around it: to the north-east Tern Island." in words(own)


def test_a_group_lies_where_its_parts_do() -> None:
    built = pages(GULL + TERN + BIRDS + shapes("gull"))
    (group,) = maps(built["islands/bird-islands.md"])
    assert [name for _, name in sites(group)][-1] == "Tern Island"
    assert [each for each in group.iter() if "map-subject" in (each.get("class") or "")]
    assert "Includes: [Tern Island](islands/tern-island.md" in built["index.md"]


def test_the_list_beside_the_map_says_all_of_it_with_its_evidence() -> None:
    home = pages(GULL + TERN + BIRDS + shapes("gull"))["index.md"]
    (line,) = [line for line in home.splitlines() if line.startswith("- **[Gull Island]")]
    assert '<span lang="ja">かもめ島</span>' in line
    assert '<span lang="de">Möweninsel</span>' in line
    assert re.search(r"Administered by \[Southland\]\(actors/southland.md[^<]*<abbr title=\"verified\"", line)
    assert re.search(r"Claimed by \[Northland\]\(actors/northland.md[^<]*<abbr title=\"verified\"", line)


def test_the_legend_says_in_words_who_holds_and_who_claims() -> None:
    built = pages(GULL + TERN + BIRDS + shapes("gull"))
    for page in ("index.md", "islands/gull-island.md"):
        (figure,) = maps(built[page])
        legend = words(next(each for each in figure.iter() if each.get("class") == "map-legend"))
        assert legend == "Administered by Southland, claimed by Northland Not stated in this dossier"
        areas = [each.get("fill") for each in figure.iter("path") if each.get("class") == "map-area"]
        patterns = {f"url(#{each.get('id')})" for each in figure.iter() if str(each.tag).endswith("pattern")}
        assert {*filter(None, areas)} <= patterns


def test_what_is_over_is_listed_and_not_drawn() -> None:
    sheet = GULL.replace("{to: northland, ", "{to: northland, when: 1900/1910, ")
    home = pages(sheet + shapes("gull"))["index.md"]
    assert (
        "Claimed by [Northland](actors/northland.md) (1900 to 1910)" in home.replace("–", " to ")
        or "1910)" in home
    )
    assert "claimed by Northland" not in words(maps(home)[0])


def test_no_side_comes_first() -> None:
    """Two parties stand in the order of the alphabet, however their relations are ordered."""
    for first, second in (("northland", "southland"), ("southland", "northland")):
        relations = f"claimed_by: [{{to: {first}, {CITE}}}, {{to: {second}, {CITE}}}]"
        home = pages(gull(f"relations: {{{relations}}}") + shapes("gull"))["index.md"]
        assert "Claimed by Northland and Southland" in words(maps(home)[0])


def test_a_kind_of_ones_own_has_maps_and_says_what_they_show() -> None:
    kind = f"""content/kinds/zone.yml
  label: Zone
  plural: Zones
  icon: place
  colour: plum
  facts: {{extent: {{type: geometry, evidence: none}}, buoy: {{type: coordinates}}}}
  relations:
    patrolled_by: {{label: Patrolled by, reverse: Patrols, to: [actor], map: fill}}
content/zones/fishing.yml
  name: Fishing zone
  facts:
    extent: [gull, tern]
    buoy: {{value: "0, 0", {CITE}}}
  relations: {{patrolled_by: {{to: northland, {CITE}}}}}
content/zones/nowhere.yml
  name: Nowhere
"""
    built = pages(kind + shapes("gull", "tern"))
    assert {path for path, page in built.items() if maps(page)} == {"index.md", "zones/fishing.md"}
    (figure,) = maps(built["zones/fishing.md"])
    assert "Patrolled by Northland" in words(figure)
    assert "extent" not in built["zones/fishing.md"].lower().replace("fishing zone", "")


def test_how_a_map_shows_a_relation_is_checked() -> None:
    held_by = "held_by: {label: Held by, reverse: Holds, to: [actor], map: fil}"
    kind = f"content/kinds/island.yml\n  relations:\n    {held_by}\n"
    assert found(kind) == ['content/kinds/island.yml:2:63: error[bad-kind] there is no map "fil"']


def test_land_is_named_in_the_language_of_the_dossier_and_credited() -> None:
    (figure,) = maps(
        pages(GULL + shapes("gull", source="A survey", licence="Public domain"))["islands/gull-island.md"]
    )
    assert "Outlines: A survey, Public domain." in words(figure)


def rocks(*positions: str) -> str:
    return "".join(
        f"content/islands/rock-{n}.yml\n  name: Rock {n}\n  type: island\n"
        f'  facts: {{coordinates: {{value: "{position}", {CITE}}}}}\n'
        for n, position in enumerate(positions)
    )


def test_a_point_on_an_empty_sea_has_no_map_of_its_own() -> None:
    alone = pages(rocks("44.0, 147.0", "44.1, 147.1", "-44.0, -30.0"))
    assert {path for path, page in alone.items() if maps(page)} == {"index.md"}


@pytest.mark.parametrize("around", ["two others", "land"])
def test_a_point_with_something_around_it_has_a_map_of_its_own(around: str) -> None:
    others = ["44.1, 145.2", "44.0, 145.3"] if around == "two others" else []
    built = pages(rocks("44.0, 145.1", *others) + (shapes() if around == "land" else ""))
    (own,) = maps(built["islands/rock-0.md"])
    assert "Rock 0" in words(own)


def test_points_are_not_filled_and_need_no_legend() -> None:
    held = rocks("44.0, 147.0", "44.1, 147.1", "44.0, 147.2").replace(
        "  facts: ", f"  relations: {{administered_by: {{to: southland, {CITE}}}}}\n  facts: "
    )
    (own,) = maps(pages(held)["islands/rock-0.md"])
    assert not [each for each in own.iter() if each.get("class") == "map-legend"]
    assert not [each for each in own.iter() if str(each.tag).endswith("pattern")]


def test_very_many_places_lead_to_their_lists() -> None:
    many = "".join(
        f"content/islands/rock-{n}.yml\n  name: Rock {n}\n  type: island\n"
        f'  facts: {{coordinates: {{value: "4{n % 10}.5, 1{n:02}.5", {CITE}}}}}\n'
        for n in range(80)
    )
    home = pages(many)["index.md"]
    (figure,) = maps(home)
    assert list(sites(figure)) == [("islands/index.html", "Islands")]
    assert len(home) < 20_000


@pytest.mark.parametrize(
    "name", ["</svg><script>alert(1)</script>", 'a" onload="alert(1)', "&lt;b&gt;", "*x* [y](z)"]
)
def test_names_are_words_and_nothing_else(name: str) -> None:
    quoted = json.dumps(name)
    sheet = gull(f"names: {{ja: {quoted}}}", quoted)
    (figure,) = maps(pages(sheet + shapes("gull", source=name, name=name))["index.md"])
    assert not [each for each in figure.iter() if str(each.tag).endswith("script") or each.get("onload")]
    assert name in words(figure)
