"""`dossier.json`: of the shape its schema describes, and true of the pages and the texts it speaks of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dossier import articles, disk
from dossier.articles.folding import fold
from dossier.pipeline import check, compile_site

ROOT = Path(__file__).parents[2]
DOSSIERS = {
    "the real one": ROOT,
    **{f.name: f for f in sorted((ROOT / "tests/golden").iterdir()) if f.is_dir()},
}
DOSSIERS.pop("__pycache__", None)
SCHEMA: dict[str, Any] = json.loads(
    resources.files("dossier.exports").joinpath("dossier.schema.json").read_text("utf-8")
)

every_dossier = pytest.mark.parametrize("name", DOSSIERS)


@cache
def _compiled(name: str) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    """The files of a dossier, and those it compiles to."""
    files, _ = disk.read(DOSSIERS[name])
    compiled = check(files)
    assert not compiled.has_errors
    return files, compile_site(compiled).files


@cache
def _document(name: str) -> Any:
    return json.loads(_compiled(name)[1]["dossier.json"])


def _citations(name: str) -> Iterator[tuple[Any, Any]]:
    """Every verified citation, and the sheet of its source."""
    sources = {entity["id"]: entity for entity in _document(name)["entities"]}
    for statement in _document(name)["statements"]:
        for each in statement["evidence"]:
            if each["mark"] == "verified":
                yield each, sources[each["source"]]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_property_is_described() -> None:
    assert [
        path
        for path, each in _properties(SCHEMA, "")
        if isinstance(each, dict) and not each.get("description")
    ] == []


def _properties(schema: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, list):
        for number, each in enumerate(schema):
            yield from _properties(each, f"{path}/{number}")
    elif isinstance(schema, dict):
        if "if" not in path.split("/"):
            yield from ((f"{path}/{name}", each) for name, each in schema.get("properties", {}).items())
        for name, each in schema.items():
            yield from _properties(each, f"{path}/{name}")


@every_dossier
def test_the_document_is_of_the_shape_described(name: str) -> None:
    faults = [
        f"{error.json_path}: {error.message}"
        for error in Draft202012Validator(SCHEMA).iter_errors(_document(name))
    ]
    assert faults == []


def test_a_document_of_another_shape_is_refused() -> None:
    document = json.loads(json.dumps(_document("smallest")))
    validator = Draft202012Validator(SCHEMA)
    assert validator.is_valid(document)
    del document["statements"][0]["evidence"][0]["start"]
    assert not validator.is_valid(document)


@every_dossier
def test_keys_and_entities_are_in_order(name: str) -> None:
    document = _document(name)
    lines = _compiled(name)[1]["dossier.json"].decode().splitlines()
    keys = [line.split('"')[1] for line in lines if line.startswith('"')]
    assert keys == sorted(document)
    for part in ("entities", "statements", "links", "mentions", "chronology"):
        start = lines.index(f'"{part}": [') + 1 if document[part] else 0
        written = [line.removesuffix(",") for line in lines[start : start + len(document[part])]]
        assert written == [json.dumps(each, ensure_ascii=False, sort_keys=True) for each in document[part]]
    for part in ("entities", "mentions"):
        ids = [each.get("id", each.get("entity")) for each in document[part]]
        assert ids == sorted(ids)
    assert len({each["id"] for each in document["statements"]}) == len(document["statements"])


@every_dossier
def test_offsets_hold_the_words_quoted(name: str) -> None:
    files, _ = _compiled(name)
    found = list(_citations(name))
    assert found
    for each, source in found:
        text = files[source["fields"]["text"]].decode()
        assert fold(text[each["start"] : each["end"]]).text == fold(each["quote"]).text


@every_dossier
def test_sentence_numbers_are_those_of_the_offsets(name: str) -> None:
    files, _ = _compiled(name)
    for each, source in _citations(name):
        article = articles.read(files[source["fields"]["text"]], source["fields"]["language"])
        assert isinstance(article, articles.Article)
        numbers = [s.number for s in article.sentences if s.start < each["end"] and each["start"] < s.end]
        assert each["sentences"] == numbers


@every_dossier
def test_every_statement_stands_where_it_says(name: str) -> None:
    _, site = _compiled(name)
    for statement in _document(name)["statements"]:
        page = site[f"pages/{statement['page']}"].decode()
        assert page.count(f'id="{statement["anchor"]}"') == 1, statement["id"]


@every_dossier
def test_every_sentence_cited_has_a_place_on_the_page_of_its_source(name: str) -> None:
    _, site = _compiled(name)
    for each, source in _citations(name):
        anchors = set(re.findall(r'<a id="(s\d+)"></a>', site[f"pages/{source['page']}"].decode()))
        assert {f"s{number}" for number in each["sentences"]} <= anchors


@every_dossier
def test_every_id_leads_somewhere(name: str) -> None:
    document = _document(name)
    statements = {each["id"] for each in document["statements"]}
    entities = {each["id"] for each in document["entities"]}
    for each in (*document["links"], *document["chronology"]):
        assert each["statement"] is None or each["statement"] in statements
    named = {link["end"] for link in document["links"]} | {m["entity"] for m in document["mentions"]}
    named |= {entity for entry in document["chronology"] for entity in (entry["entity"], *entry["concerns"])}
    assert named <= entities
    assert {entity["kind"] for entity in document["entities"]} <= document["kinds"].keys()
