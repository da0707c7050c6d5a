"""What the schemas tell an editor: which ids there are, what they are, and what each field is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

import pytest
from dossiers import BASE, overlaid, tree
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from schemacases import Schemas

from dossier.exports import schema
from dossier.exports.schema.pieces import offered
from dossier.pipeline import check
from dossier.strict_yaml import Sequence, parse
from dossier.strict_yaml.text import check_text

MORE = tree("""
    content/kinds/rock.yml
      extends: island
      label: Rock
      plural: Rocks
    content/rocks/1956.yml
      name: The Rock of 1956
      type: island
      relations: {claimed_by: {to: northland, cite: {inferred: It stands on its maps.}}}
    content/actors/broken.yml
      name: [
    content/actors/trap.yml
      name: "![x](http://bad.example/x.png) **A** <b>"
      type: state
      summary: "`code` and [words](https://example.org). [inferred: x]"
      claims:
        - {id: offer, text: An offer., topic: talks, by: northland, cite: {inferred: It is said.}}
        - {text: Another., cite: {inferred: It is said.}}
    content/sources/report.yml
      type: report
      title: The Report
      publisher: The Gazette
      issued: 2001
      language: de
      reliability: press
""")
SCHEMAS = Schemas(check({**BASE, **MORE}).dossier)
PARTS = SCHEMAS.read["schema/parts.json"]["definitions"]


def _said(part: str) -> dict[Any, str]:
    return dict(zip(PARTS[part]["enum"], PARTS[part]["markdownEnumDescriptions"], strict=True))


@pytest.mark.parametrize("path", SCHEMAS.read)
def test_each_is_a_schema(path: str) -> None:
    Draft7Validator.check_schema(SCHEMAS.read[path])


def test_enumerations_hold_something_and_nothing_twice() -> None:
    """Editors refuse the whole schema else, though the specification of draft 7 allows it."""
    empty = tree("""
        content/briefing.yml
          title: Nothing yet
        content/kinds/thing.yml
          label: Thing
          plural: Things
          fields: {size: {type: choice}}
    """)
    alike = {
        f"content/islands/{name}.yml": b"name: A\ntype: island\n"
        for name in ("1", "10", "010", "0xa", "1e1", "true")
    }
    for files in (empty, {**BASE, **MORE}, {**BASE, **alike}):
        for each in Schemas(check(files).dossier).read.values():
            for enumeration in _enumerations(each):
                assert enumeration
                assert len({(isinstance(value, bool), value) for value in enumeration}) == len(enumeration)


def _enumerations(each: Any) -> Iterator[list[Any]]:
    if isinstance(each, list):
        yield from (found for item in each for found in _enumerations(item))
    elif isinstance(each, dict):
        if isinstance(each.get("enum"), list):
            yield each["enum"]
        yield from (found for item in each.values() for found in _enumerations(item))


def test_there_is_one_for_every_sort_of_file() -> None:
    kinds = {
        f"content/{name}s/x.yml": f"schema/{name}.json"
        for name in ("actor", "event", "island", "rock", "source")
    }
    others = {"content/briefing.yml": "schema/briefing.json", "content/kinds/rock.yml": "schema/kind.json"}
    for path, expected in {**kinds, "content/treaties/x.yml": "schema/treaty.json", **others}.items():
        assert SCHEMAS.path_for(path) == expected
        assert expected in SCHEMAS.written


def test_a_kind_cannot_take_the_place_of_another_schema() -> None:
    own = tree("""
        content/kinds/briefing.yml
          label: Briefing note
          plural: Briefing notes
        content/kinds/parts.yml
          label: Spare part
          plural: Spare parts
    """)
    schemas = Schemas(check({**BASE, **own}).dossier)
    assert schemas.read["schema/briefing.json"]["title"] == "Briefing"
    for folder, title in {"briefing-notes": "Briefing note", "spare-parts": "Spare part"}.items():
        path = schemas.path_for(f"content/{folder}/x.yml")
        assert path
        assert schemas.read[path]["title"] == title


def test_ids_are_those_of_the_kinds_that_fit() -> None:
    islands = _said("sheets.island.rock")
    assert set(islands) == {"gull-island", "1956", 1956, "broken"}, (
        "a kind that extends it, and what cannot be read"
    )
    assert set(_said("sheets.source")) == {"gazette", "report", "broken"}
    assert set(_said("sheets.actor.island.rock.treaty")) == {
        "gull-island",
        "northland",
        "southland",
        "trap",
        "1956",
        1956,
        "broken",
    }
    refers = SCHEMAS.read["schema/rock.json"]["definitions"]["relation.part_of"]["properties"]["to"]
    assert refers["$ref"] == "parts.json#/definitions/sheets.island.rock"


def test_an_id_is_told_with_what_it_is() -> None:
    assert _said("sheets.source")["gazette"].endswith(
        "(The Gazette, 2001-05-05, en, text held here: quote it)"
    )
    assert (
        _said("sheets.source")["report"]
        == "**The Report** (The Gazette, 2001, de, text not held: no quotation)"
    )
    assert _said("sheets.island.rock")[1956] == "**The Rock of 1956** (Rock, Island)"
    assert _said("sheets.island.rock")["broken"] == "Its file cannot be read at present."


def test_words_of_a_sheet_add_no_markup() -> None:
    said = _said("sheets.actor.island.rock.treaty")["trap"]
    assert said.startswith("**!\\[x\\](http&#58;//") or "![" not in said
    assert "`" not in said
    assert "<b>" not in said


def test_claims_are_offered_by_the_names_their_editors_gave_them() -> None:
    _, known = PARTS["claim-id"]["anyOf"]
    assert dict(zip(known["enum"], known["markdownEnumDescriptions"], strict=True)) == {
        "trap#offer": "An offer."
    }
    validator = SCHEMAS.part("claim-id")
    assert validator.is_valid("offer")
    assert validator.is_valid("trap#offer")
    assert validator.is_valid("trap#claim-0123abcd")
    assert not validator.is_valid("trap#ofer")


def test_topics_are_free_until_the_briefing_labels_them() -> None:
    assert SCHEMAS.part("topic").is_valid("weather")
    assert "talks" in PARTS["topic"]["anyOf"][1]["enum"]
    briefing = BASE["content/briefing.yml"] + b'topics: {talks: The talks, "1945": The events of 1945}\n'
    labelled = Schemas(check({**BASE, **MORE, "content/briefing.yml": briefing}).dossier).part("topic")
    assert [labelled.is_valid(topic) for topic in ("talks", "1945", 1945, "weather")] == [
        True,
        True,
        True,
        False,
    ]


def test_what_two_sheets_say_is_offered_to_a_third() -> None:
    publishers = {
        "a": "The Times",
        "b": "The Times",
        "c": "The Post",
        "d": "Gulls: $1 a day",
        "e": "Gulls: $1 a day",
    }
    sources = {
        f"content/sources/{name}.yml": MORE["content/sources/report.yml"].replace(
            b"The Gazette", f'"{words}"'.encode()
        )
        for name, words in publishers.items()
    }
    schemas = Schemas(check({**BASE, **MORE, **sources}).dossier)
    _, offered = schemas.read["schema/source.json"]["properties"]["publisher"]["anyOf"]
    ready = {each["label"]: each["body"] for each in offered["defaultSnippets"]}
    assert ready == {
        "Gulls: $1 a day": '"Gulls: \\$1 a day"',
        "The Gazette": "The Gazette",
        "The Times": "The Times",
    }


_SHOWN = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1)


def _may_stand_in_a_sheet(words: str) -> bool:
    return bool(words) and not check_text(words.encode(), "x.yml")[1]


@given(_SHOWN.map(lambda words: normalize("NFC", " ".join(words.split()))).filter(_may_stand_in_a_sheet))
def test_words_that_are_offered_are_read_as_those_words(words: str) -> None:
    (ready,) = offered({}, [words])["anyOf"][1]["defaultSnippets"]  # type: ignore[index]
    typed = re.sub(r"\\([\\$}])", r"\1", ready["body"])
    for place in ("k: {}\n", "k: [{}]\n"):
        node = parse(place.format(typed).encode(), "x.yml").root.get("k")  # type: ignore[union-attr]
        assert (node.items[0] if isinstance(node, Sequence) else node).value == words  # type: ignore[union-attr]


def test_every_field_says_what_it_is_for() -> None:
    silent = [where for path, each in SCHEMAS.read.items() for where in _silent(each, path)]
    assert silent == []


def _silent(each: Any, where: str) -> Iterator[str]:
    if isinstance(each, list):
        for number, item in enumerate(each):
            yield from _silent(item, f"{where}/{number}")
    elif isinstance(each, dict):
        if isinstance(each.get("properties"), dict):
            yield from (
                f"{where}/{name}" for name, inner in each["properties"].items() if not _describes(inner)
            )
        for name, inner in each.items():
            yield from _silent(inner, f"{where}/{name}")


def _describes(each: dict[str, Any]) -> bool:
    named = each.get("$ref", "").removeprefix("parts.json#/definitions/")
    return bool(each.get("description") or PARTS.get(named, {}).get("description"))


def test_an_id_stands_once_for_each_set_of_kinds() -> None:
    many = {
        f"content/actors/person-{number}.yml": f"name: Person {number}\ntype: person\n".encode()
        for number in range(300)
    }
    written = Schemas(check({**BASE, **many}).dossier).written
    times = {path: data.count(b'"person-7"') for path, data in written.items()}
    assert {path for path, count in times.items() if count} == {"schema/parts.json"}
    assert times["schema/parts.json"] <= 2, "actors, and all that can act or be acted on"


def test_equal_files_give_equal_bytes() -> None:
    files = overlaid(BASE, MORE)
    backwards = dict(reversed(files.items()))
    assert schema.export(check(backwards).dossier) == schema.export(check(files).dossier)


def test_a_dossier_full_of_faults_has_schemas_too() -> None:
    own = tree("""
        content/kinds/odd.yml
          label: Odd
          facts: {age: {type: years}}
          relations: {of: {label: Of, reverse: Has, to: [nothing/at#all, '%', "a b"]}, to: {label: To}}
        content/kinds/even.yml
          plural: "#"
          extends: odd
        content/briefing.yml
          title: 7
    """)
    schemas = Schemas(check({**BASE, **own}).dossier)
    for path in schemas.read:
        list(schemas.validator(path).iter_errors({"relations": {"of": {"to": "x"}, "to": {"to": "x"}}}))
