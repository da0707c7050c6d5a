"""The schemas for editors say of a file what the compiler says: good files pass both, faults are found by both."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yamlcore
from dossiers import BASE, overlaid, stored, tree
from hypothesis import given
from hypothesis import strategies as st
from schemacases import Schemas

from dossier import disk, edtf
from dossier.citations import ID
from dossier.diagnostics import Diagnostic, Severity
from dossier.exports.schema.pieces import choices
from dossier.kinds import Field, FieldType
from dossier.model.reading import read_value
from dossier.pipeline import check
from dossier.records import Record
from dossier.strict_yaml import Scalar, Source

ROOT = Path(__file__).parents[2]
GOLDEN = [folder for folder in sorted((ROOT / "tests/golden").iterdir()) if (folder / "content").is_dir()]
FIXTURES = ROOT / "tests/rules/fixtures"
BASE_SCHEMAS = Schemas(check(BASE).dossier)


@pytest.mark.parametrize("folder", [ROOT, *GOLDEN], ids=lambda folder: folder.name)
def test_no_fault_is_found_in_a_dossier(folder: Path) -> None:
    files, _ = disk.read(folder)
    assert Schemas(check(files).dossier).all_faults(files) == []


def test_no_fault_is_found_in_what_the_rules_call_good() -> None:
    found = []
    for good in sorted(FIXTURES.glob("*/good*")):
        files = overlaid(BASE, stored(good))
        changed = {path: data for path, data in files.items() if BASE.get(path) != data}
        found += [
            f"{good.parent.name}: {fault}" for fault in Schemas(check(files).dossier).all_faults(changed)
        ]
    assert found == []


ISLAND = "content/islands/reef.yml"
REEF = "name: Reef\ntype: island\n"
BOOK = "type: book\ntitle: Gulls\npublisher: Press\nlanguage: en\nreliability: press\n"
EVENT = "content/events/2002.yml"
SOURCE = "content/sources/paper.yml"
BRIEFING = "content/briefing.yml"
KIND = "content/kinds/vessel.yml"
CITED = "cite: {source: gazette, quote: Northland laid claim to Gull Island in 1950}"


@pytest.mark.parametrize(
    ("path", "text", "where"),
    [
        (ISLAND, "nam: Reef\nname: Reef\ntype: island", "$"),
        (ISLAND, "type: island", "$"),
        (ISLAND, "name: Reef", "$"),
        (ISLAND, "name:\ntype: island", "$.name"),
        (ISLAND, "name: [Reef]\ntype: island", "$.name"),
        (ISLAND, "name: Reef\ntype: iland", "$.type"),
        (ISLAND, REEF + "names: {russian: Риф}", "$.names"),
        (ISLAND, REEF + "reviewed: 2026-11", "$.reviewed"),
        (ISLAND, REEF + "formerly: [Old Reef]", "$.formerly"),
        (ISLAND, REEF + "cite: gazette", "$"),
        (ISLAND, REEF + f"facts: {{aera: {{value: 1, {CITED}}}}}", "$.facts"),
        (ISLAND, REEF + "facts: {area: 12}", "$.facts.area"),
        (ISLAND, REEF + f"facts: {{area: {{value: 12 km², {CITED}}}}}", "$.facts.area"),
        (ISLAND, REEF + f"facts: {{coordinates: {{value: 43, {CITED}}}}}", "$.facts.coordinates"),
        (ISLAND, REEF + "facts: {outline: reef}", "$.facts.outline"),
        (ISLAND, REEF + "relations: {claimed_by: northland}", "$.relations.claimed_by"),
        (ISLAND, REEF + "relations: {claimed_by: {to: northland}}", "$.relations.claimed_by"),
        (ISLAND, REEF + f"relations: {{claimed_by: {{to: nrthland, {CITED}}}}}", "$.relations.claimed_by"),
        (ISLAND, REEF + f"relations: {{claimed_by: {{to: gull-island, {CITED}}}}}", "$.relations.claimed_by"),
        (ISLAND, REEF + f"claims: [{{txt: A reef., {CITED}}}]", "$.claims"),
        (ISLAND, REEF + f"claims: [{{text: A reef., by: gazette, {CITED}}}]", "$.claims"),
        (ISLAND, REEF + f"claims: [{{text: A reef., status: sure, {CITED}}}]", "$.claims"),
        (ISLAND, REEF + f"claims: [{{text: A reef., when: 16 Feb 2019, {CITED}}}]", "$.claims"),
        (ISLAND, REEF + f"claims: [{{text: A reef., changes: x#y, {CITED}}}]", "$.claims"),
        (ISLAND, REEF + f"claims: [{{text: A reef., topic: The Reef, {CITED}}}]", "$.claims"),
        (ISLAND, REEF + "claims: [{text: A reef., cite: gazete}]", "$.claims"),
        (ISLAND, REEF + "claims: [{text: A reef., cite: {quote: a b c}}]", "$.claims"),
        (ISLAND, REEF + "claims: [{text: A reef., cite: {inferred: x, quote: y}}]", "$.claims"),
        (ISLAND, REEF + "claims: [{text: A reef., cite: [[gazette]]}]", "$.claims"),
        (ISLAND, REEF + "claims: [{text: A reef., cite: {source: gazette, relation: for}}]", "$.claims"),
        (EVENT, "name: Count\ndate: 2002\nstatus: happened", "$"),
        (EVENT, f"name: Count\ndate: 2002年\nstatus: happened\n{CITED}", "$.date"),
        (EVENT, f"name: Count\ndate: [2001..2002]\nstatus: happened\n{CITED}", "$.date"),
        (EVENT, f"name: Count\ndate: 2002\nstatus: done\n{CITED}", "$.status"),
        (EVENT, f"name: Count\ndate: 2002\nstatus: happened\nactors: [northland, gull-island]\n{CITED}", "$.actors"),
        (SOURCE, "type: book\npublisher: Press\nlanguage: en\nreliability: press", "$"),
        (SOURCE, "type: book\ntitle: Gulls\npublisher: Press\nlanguage: English\nreliability: press", "$.language"),
        (SOURCE, BOOK + "url: www.x.org", "$.url"),
        (SOURCE, BOOK + "text: gulls.txt", "$.text"),
        (SOURCE, BOOK + "sha256: abc", "$.sha256"),
        (SOURCE, BOOK + "claims: []", "$"),
        (BRIEFING, "title: Gulls\nas_of: 2002\nupdated: 2002", "$"),
        (BRIEFING, "title: Gulls\nas_of: today\nupdated: 2002\nsections: []", "$.as_of"),
        (BRIEFING, "title: Gulls\nas_of: 2002\nupdated: 2002\nsections: [{title: A, text: B}]", "$.sections"),
        (BRIEFING, "title: Gulls\nas_of: 2002\nupdated: 2002\nsections: []\nsides: [gazette]", "$.sides"),
        (KIND, "label: Vessel\nplural: Vessels\nicon: boat", "$.icon"),
        (KIND, "label: Vessel\nplural: Vessels\nfacts: {built: {type: day}}", "$.facts.built.type"),
        (KIND, "label: Vessel\nplural: Vessels\nfacts: {Built: {type: date}}", "$.facts"),
        (KIND, "label: Vessel\nplural: Vessels\nrelations: {flag: {label: Flag, to: [actor]}}", "$.relations.flag"),
        (KIND, "label: Vessel\nplural: Vessels\nextends: event2", "$.extends"),
    ],
)  # fmt: skip
def test_a_fault_is_found_by_both(path: str, text: str, where: str) -> None:
    files = {**BASE, path: f"{text}\n".encode()}
    assert path in {each.span.file for each in check(files).diagnostics if each.severity is Severity.ERROR}
    assert BASE_SCHEMAS.faults(path, files[path]) == [where]


def test_there_is_no_other_fault_in_those() -> None:
    good = {
        ISLAND: f"{REEF}facts: {{area: {{value: 12, {CITED}}}}}\n"
        f"relations: {{claimed_by: {{to: northland, {CITED}}}}}\n"
        f"claims: [{{text: A reef., by: northland, status: contested, when: 2019-02, {CITED}}}]\n",
        EVENT: f"name: Count\ndate: 1999\nstatus: happened\nactors: [northland]\n{CITED}\n",
    }
    files = {**BASE, **{path: text.encode() for path, text in good.items()}}
    assert [each for each in check(files).diagnostics if each.severity is Severity.ERROR] == []
    assert BASE_SCHEMAS.all_faults(files) == []


class _Asked:
    """What the compiler looks for in the records it reads, by what it calls them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.by_what: dict[str, set[frozenset[str]]] = defaultdict(set)
        close = Record.close

        def spied(record: Record, *args: Any, **more: Any) -> None:
            self.by_what[record.what].add(frozenset(record._asked))
            close(record, *args, **more)

        monkeypatch.setattr(Record, "close", spied)

    def of(self, what: str) -> frozenset[str]:
        return frozenset().union(*self.by_what[what])


OWN_KIND = tree("""
    content/kinds/vessel.yml
      label: Vessel
      plural: Vessels
      fields:
        hull: {type: choice, label: Hull, choices: {wood: {label: Wood}}}
      facts:
        built: {type: date, label: Built, event: Built}
      relations:
        flag: {label: Flag, reverse: Vessels under its flag, to: [actor]}
    content/sources/log.yml
      name: The log of the Gull
      type: book
      title: Log
      publisher: Gull
      language: en
      reliability: primary
    content/vessels/gull.yml
      name: Gull
      hull: wood
      facts: {built: {value: 1999, cite: {inferred: She looks it.}}}
      relations: {flag: {to: northland, cite: {source: gazette, quote: Northland laid claim to Gull Island in 1950}}}
      claims: [{text: She sails., cite: {inferred: She does.}}]
""")


def _fields(schema: Any) -> frozenset[str]:
    return frozenset(schema["properties"])


def test_the_fields_are_those_the_compiler_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _Asked(monkeypatch)
    dossier = check({**BASE, **OWN_KIND}).dossier
    schemas = Schemas(dossier)
    parts = schemas.read["schema/parts.json"]["definitions"]
    vessel, kind = schemas.read["schema/vessel.json"], schemas.read["schema/kind.json"]
    for name in ("actor", "island", "event", "source", "vessel"):
        article = "an" if name[0] in "aie" else "a"
        assert _fields(schemas.read[f"schema/{name}.json"]) == asked.of(f"{article} {name}")
    assert _fields(vessel["properties"]["facts"]) == asked.of("the facts of a vessel")
    assert _fields(vessel["properties"]["relations"]) == asked.of("the relations of a vessel")
    assert _fields(vessel["definitions"]["fact.built"]) == asked.of("a fact")
    assert _fields(vessel["definitions"]["relation.flag"]) == asked.of("a relation")
    assert _fields(parts["claim"]) == asked.of("a claim")
    assert {_fields(parts["citation"]), _fields(parts["inference"])} == asked.by_what["a citation"]
    assert _fields(schemas.read["schema/briefing.json"]) == asked.of("the briefing")
    section = schemas.read["schema/briefing.json"]["definitions"]["section"]
    assert _fields(section) == asked.of("a section of the briefing")
    assert _fields(kind) == asked.of("a kind") | {"extends"}  # asked for only where the kind is new
    declared = {"hull": "field", "built": "field", "flag": "relation", "wood": "choice"}
    for name, definition in declared.items():
        assert _fields(kind["definitions"][definition]) == asked.of(f'"{name}"')


_TEXTS = {
    FieldType.NUMBER: r"[-+]?[0-9]{1,16}(\.[0-9]{1,16})?",
    FieldType.COORDINATES: r" ?[-+]?[0-9]{1,3}(\.[0-9]{1,3})? ?, ?[-+]?[0-9]{1,3}",
    FieldType.URL: r"(https?|HTTP|mailto|ftp):(//)?[a-z]{1,9}(\.[a-z]{2,3})?(/[^\s]{0,9})?",
    FieldType.LANGUAGE: r"[A-Za-z]{1,4}(-[A-Za-z0-9]{1,9}){0,5}",
    FieldType.FILE: r"seeds/[A-Za-z._-]{1,9}",
    FieldType.SHA256: r"[0-9a-f]{63,65}",
    FieldType.TEXT: r"[^\x00-\x1f]{1,30}",
}


@pytest.mark.parametrize("type_", _TEXTS)
@given(data=st.data())
def test_what_the_compiler_reads_as_a_value_passes(type_: FieldType, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(_TEXTS[type_], fullmatch=True))
    report: list[Diagnostic] = []
    value = read_value(Field("x", type_, "X"), Scalar(text, True, Source("x", text), 0, len(text)), report)
    if value is not None and not report and text.strip():
        assert BASE_SCHEMAS.part(type_).is_valid(text)


@given(st.from_regex(r"\[?-?[0-9Y]{4,5}(-[0-9X]{2}){0,2}[?~%]?((/|\.\.)[0-9-]{0,10}\]?)?", fullmatch=True))
def test_what_is_a_date_passes(text: str) -> None:
    if isinstance(edtf.parse(text), edtf.Date):
        assert BASE_SCHEMAS.part("date").is_valid(text)


@given(
    st.from_regex(ID, fullmatch=True)
    | st.sampled_from(["1956", "0x1f", "0o17", "1e5", "1e-5", "true", "null", "no"])
)
def test_an_id_is_known_however_yaml_reads_it(name: str) -> None:
    allowed = choices({name: "", "another": ""})["enum"]
    read = yamlcore.load(name)
    assert isinstance(allowed, list)
    assert name in allowed
    assert [each for each in allowed if each == read and isinstance(each, bool) == isinstance(read, bool)]
