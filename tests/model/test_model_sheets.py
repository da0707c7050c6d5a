"""Sheets to values."""

from __future__ import annotations

from decimal import Decimal

import pytest
from dossiers import BASE, based, concise, found, overlaid, tree

from dossier import edtf
from dossier.citations import Citation, Inference
from dossier.model import (
    AddressValue,
    ChoiceValue,
    CoordinatesValue,
    DateValue,
    NumberValue,
    Sheet,
    TextValue,
    Value,
    assemble,
)
from dossier.model.wording import say_number, say_value

CITE = "cite: {source: gazette, quote: both delegations said}"


def read(text: str, path: str = "content/actors/northland.yml") -> Sheet:
    """A sheet of the base dossier, written anew."""
    body = "\n".join(f"  {line}" for line in text.strip("\n").split("\n"))
    compiled = based(f"{path}\n{body}")
    assert concise(compiled.diagnostics) == ""
    return compiled.dossier.sheets[path.rsplit("/", 1)[1].removesuffix(".yml")]


def test_names() -> None:
    sheet = read("""
name: >
  North
  land
names: {no: Nordland, ja: [北, 北国], ja-Latn: Kita}
aliases: The  North
formerly: [the-north]
type: state
""")
    assert (sheet.id, sheet.kind.id, sheet.path) == ("northland", "actor", "content/actors/northland.yml")
    assert sheet.name == "North land"
    assert [(name.language, name.text) for name in sheet.names] == [
        ("no", "Nordland"),
        ("ja", "北"),
        ("ja", "北国"),
        ("ja-Latn", "Kita"),
    ]
    assert [alias for alias, _ in sheet.aliases] == ["The North"]
    assert [old.id for old in sheet.formerly] == ["the-north"]
    assert not sheet.is_event
    assert not sheet.is_source


def test_several_values_of_one_fact_are_all_kept_in_order() -> None:
    sheet = read(
        f"""
name: Gull Island
type: island
facts:
  population: {{value: 1200, {CITE}}}
  area:
    - {{value: 12.50, as_of: 1950, note: at  low tide, {CITE}}}
    - {{value: 11, cite: [{{source: gazette, quote: both delegations said}}, {{inferred: By the map.}}]}}
relations:
  claimed_by: {{to: northland, {CITE}}}
  administered_by: {{to: southland, {CITE}}}
""",
        "content/islands/gull-island.yml",
    )
    assert [(fact.id, fact.field.label) for fact in sheet.facts] == [
        ("area", "Area"),
        ("area-2", "Area"),
        ("population", "Population"),
    ]
    first, second, _ = sheet.facts
    assert first.value == NumberValue(Decimal("12.50"), "km²")
    assert first.as_of == edtf.parse("1950")
    assert (first.note, second.note) == ("at low tide", "")
    assert [type(cite) for cite in second.cites] == [Citation, Inference]
    assert first.place.span[1:3] == (6, 15)


def test_relations() -> None:
    sheet = read(f"""
name: Northland
type: state
relations:
  holds_office: [{{to: southland, as: Guest  of honour, when: 1950/1960, note: twice, {CITE}}}]
  member_of:
    - {{to: southland, {CITE}}}
    - {{to: southland, when: 1970, {CITE}}}
""")
    assert [relation.id for relation in sheet.relations] == [
        "holds-office-southland",
        "member-of-southland",
        "member-of-southland-2",
    ]
    office = sheet.relations[0]
    assert (office.type.label, office.to.id, office.role, office.note) == (
        "Holds office",
        "southland",
        "Guest of honour",
        "twice",
    )
    assert office.when == edtf.parse("1950/1960")
    assert office.place.span[1:3] == (4, 23)


def test_claims() -> None:
    sheet = read(f"""
name: Northland
type: state
claims:
  - {{text: It is a state., {CITE}}}
  - text: >-
      It *claims*
      [[gull-island|the island]].
    id: island
    topic: islands
    by: southland
    status: contested
    when: 1950
    {CITE}
""")
    plain, claim = sheet.claims
    assert (plain.topic, plain.by, plain.status, plain.when) == ("", None, "stated", None)
    assert plain.id.startswith("claim-")
    assert claim.by is not None
    assert (claim.id, claim.topic, claim.by.id, claim.status) == (
        "island",
        "islands",
        "southland",
        "contested",
    )
    assert claim.when == edtf.parse("1950")
    assert len(list(claim.text.paragraphs())) == 1


def claim_ids(*texts: str) -> dict[str, str]:
    lines = "\n".join(f"  - {{text: {text}, {CITE}}}" for text in texts)
    sheet = read(f"name: Northland\ntype: state\nclaims:\n{lines}")
    return {
        claim.id: "".join(getattr(inline, "text", "") for inline in claim.text.inlines())
        for claim in sheet.claims
    }


def test_a_claim_keeps_its_id_wherever_it_stands() -> None:
    one = claim_ids("First.", "Second.", "Third.")
    assert one.items() <= claim_ids("Third.", "Zeroth.", "First.", "Second.").items()
    assert list(claim_ids("First.")) == list(claim_ids("First.", "Second."))[:1]


def test_the_words_of_a_claim_make_its_id() -> None:
    assert set(claim_ids("First.")).isdisjoint(claim_ids("First!"))
    assert list(claim_ids("Same words.", "Same words.")) == [
        *claim_ids("Same words."),
        f"{next(iter(claim_ids('Same words.')))}-2",
    ]


@pytest.mark.parametrize(
    ("wanted", "got"),
    [
        (["a", "a", "a-2"], ["a", "a-2", "a-2-2"]),
        (["a-2", "a", "a"], ["a-2", "a", "a-3"]),
        (["a", "a", "a"], ["a", "a-2", "a-3"]),
        (
            ["event", "summary", "text-2", "summary"],
            ["the-event", "the-summary", "the-text-2", "the-summary-2"],
        ),
        (["seat", "member-of-southland"], ["seat-2", "member-of-southland-2"]),
    ],
)
def test_no_two_things_of_a_sheet_have_one_id(wanted: list[str], got: list[str]) -> None:
    claims = "\n".join(f"  - {{text: Number {n}., id: {each}, {CITE}}}" for n, each in enumerate(wanted))
    compiled = based(
        "content/actors/northland.yml\n  name: Northland\n  type: state\n"
        f"  facts: {{seat: {{value: Port Skerry, {CITE}}}}}\n"
        f"  relations: {{member_of: {{to: southland, {CITE}}}}}\n"
        f"  summary: |\n    A. [inferred: a]\n\n    B. [inferred: b]\n"
        f"  body: |\n    A. [inferred: a]\n\n    B. [inferred: b]\n"
        f"  claims:\n" + "\n".join(f"  {line}" for line in claims.split("\n"))
    )
    assert concise(compiled.diagnostics) == ""
    assert [claim.id for claim in compiled.dossier.sheets["northland"].claims] == got
    ids = [statement.id for statement in compiled.graph.statements]
    assert len(ids) == len(set(ids))


def test_an_event() -> None:
    sheet = based("").dossier.sheets["2001-05-04-talks"]
    assert sheet.is_event
    assert sheet.date() == edtf.parse("2001-05-04")
    status = sheet.choice("status")
    assert status is not None
    assert (status.id, status.label) == ("happened", "Happened")
    assert [each.id for each in sheet.references("actors")] == ["northland", "southland"]
    assert [field.name for field, _ in sheet.reference_fields()] == ["actors", "islands"]
    assert len(sheet.cites) == 1
    assert sheet.text("date") == sheet.address("date") == sheet.text("nothing") == ""


def test_a_source_is_named_by_its_title() -> None:
    sheet = based("").dossier.sheets["gazette"]
    assert sheet.is_source
    assert sheet.name == "Northland and Southland talk about Gull Island"
    assert sheet.text("text") == "seeds/gazette.txt"
    assert sheet.date("issued") == edtf.parse("2001-05-05")


VALUES = [
    ("population: 1200", NumberValue(Decimal(1200), ""), "1200"),
    ("population: 12000", NumberValue(Decimal(12000), ""), "12,000"),
    ("population: -12345678.50", NumberValue(Decimal("-12345678.50"), ""), "-12,345,678.50"),
    ("area: 0.5", NumberValue(Decimal("0.5"), "km²"), "0.5 km²"),
    ("area: '+12'", NumberValue(Decimal(12), "km²"), "12 km²"),
    (
        "coordinates: '43.80, 146.75'",
        CoordinatesValue(Decimal("43.80"), Decimal("146.75")),
        "43.80° N, 146.75° E",
    ),
    ("coordinates: '-43.8,-146'", CoordinatesValue(Decimal("-43.8"), Decimal(-146)), "43.8° S, 146° W"),
    ("coordinates: '90, -180'", CoordinatesValue(Decimal(90), Decimal(-180)), "90° N, 180° W"),
    ("location: ' Off  the coast '", TextValue("Off  the coast"), "Off  the coast"),
    ("location: NO", TextValue("NO"), "NO"),
    ("location: 12:30", TextValue("12:30"), "12:30"),
    ("location: 1e5", TextValue("1e5"), "1e5"),
]


@pytest.mark.parametrize(("line", "value", "said"), VALUES)
def test_a_value_is_read_by_its_type_and_said_in_words(line: str, value: Value, said: str) -> None:
    name, _, written = line.partition(": ")
    compiled = based(
        "content/islands/gull-island.yml\n  name: Gull Island\n  type: island\n"
        f"  relations:\n    claimed_by: {{to: northland, {CITE}}}\n"
        f"  facts:\n    {name}: {{value: {written}, {CITE}}}\n"
    )
    (fact,) = compiled.dossier.sheets["gull-island"].facts
    assert fact.value == value
    assert say_value(fact.value) == said


@pytest.mark.parametrize(
    "line",
    [
        "population: ten",
        "population: 1e5",
        "population: '1,200'",
        "population: 1.200.000",
        "population: '12 '' '",
        "population: ١٢",
        "population: .5",
        "population: 5.",
        "population: 0x1F",
        "population: NaN",
        "population: '1234567890123456'",
        "coordinates: '90.1, 0'",
        "coordinates: '0, 180.1'",
        "coordinates: 43.80 146.75",
        "coordinates: 43° N",
        "coordinates: '1, 2, 3'",
    ],
)
def test_a_value_of_another_type_is_refused(line: str) -> None:
    name, _, value = line.partition(": ")
    lines = found(
        "content/islands/gull-island.yml\n  name: Gull Island\n  type: island\n"
        f"  relations:\n    claimed_by: {{to: northland, {CITE}}}\n"
        f"  facts:\n    {name}:\n      value: {value}\n      as_of: 2001\n      note: A note.\n      {CITE}\n"
    )
    assert [line.partition(" ")[0] for line in lines] == ["content/islands/gull-island.yml:7:12:"]
    assert "error[bad-value]" in lines[0]


def test_other_values() -> None:
    dates = read(
        "name: Northland\ntype: state\nfacts:\n"
        f"  established: {{value: 1950~, {CITE}}}\n  website: {{value: https://e.org/a, {CITE}}}"
    )
    established, website = (fact.value for fact in dates.facts)
    assert isinstance(established, DateValue)
    assert say_value(established) == "about 1950"
    assert website == AddressValue("https://e.org/a")
    assert say_value(website) == "https://e.org/a"
    choice = dates.value("type")
    assert isinstance(choice, ChoiceValue)
    assert say_value(choice) == "State"


def test_numbers_are_grouped_from_five_digits_on() -> None:
    said = [say_number(Decimal(number)) for number in ("9999", "10000", "-9999", "-10000.0", "1234567")]
    assert said == ["9999", "10,000", "-9999", "-10,000.0", "1,234,567"]


def test_what_cannot_be_read_is_left_out_and_the_rest_kept() -> None:
    compiled = based(f"""
    content/actors/northland.yml
      name: Northland
      type: stat
      facts:
        seat: {{value: Port Skerry, {CITE}}}
        established: {{value: May, {CITE}}}
        website: {{value: e.org, as_of: 2001, {CITE}}}
    """)
    assert [fact.id for fact in compiled.dossier.sheets["northland"].facts] == ["seat"]
    assert [each.code for each in compiled.diagnostics] == ["bad-choice", "bad-date", "bad-address"]


@pytest.mark.parametrize("name", ["by", "topic", "id"])
def test_a_claim_has_one_of_each(name: str) -> None:
    lines = found(f"""
    content/actors/northland.yml
      name: Northland
      type: state
      claims:
        - text: It is a state.
          {name}: [southland, northland]
          {CITE}
    """)
    width = len(name) + 7
    assert lines == [
        f'content/actors/northland.yml:5:{width}: error[wrong-shape] "{name}" holds a list where one value belongs'
    ]


def test_a_sheet_that_cannot_be_read_leaves_its_id() -> None:
    files = overlaid(BASE, tree("content/actors/northland.yml\n  name: [\n"))
    dossier, _ = assemble(files)
    assert dossier.unreadable == {"northland"}
    assert [line.partition(" ")[2] for line in found("content/actors/northland.yml\n  name: [\n")] == [
        "error[yaml-syntax] this cannot be read: a value was expected here"
    ]


SECTIONS = "sections: [{title: B, body: C}]\n"


def test_the_briefing() -> None:
    briefing = based("").dossier.briefing
    assert briefing is not None
    assert (briefing.title, briefing.language) == ("Gull Island", "en")
    assert (briefing.as_of, briefing.updated) == (edtf.parse("2001-05-05"), edtf.parse("2001-05-31"))
    assert [section.title for section in briefing.sections] == ["Bottom line"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "title: A\nas_of: 2001\n" + SECTIONS,
            'content/briefing.yml:1:1: error[missing-field] the briefing has no "updated"',
        ),
        (
            "title:\nas_of: 2001\nupdated: 2001\n" + SECTIONS,
            'content/briefing.yml:1:1: error[empty-value] "title" is empty',
        ),
        (
            "title: A\nas_of: May\nupdated: 2001\n" + SECTIONS,
            "content/briefing.yml:2:8: error[bad-date] May is not a date that can be read",
        ),
    ],
)
def test_a_briefing_without_its_days_or_title_is_none(text: str, line: str) -> None:
    dossier, findings = assemble({**BASE, "content/briefing.yml": text.encode()})
    assert dossier.briefing is None
    assert concise(findings) == line


def test_hand_written_pages() -> None:
    files = overlaid(
        BASE,
        {"content/pages/about-us.md": b"# About *us* and [[southland|the *South*]]\n\nSee [[northland]].\n"},
    )
    dossier, findings = assemble(files)
    assert findings == ()
    (page,) = dossier.pages
    assert (page.slug, page.path) == ("about-us", "content/pages/about-us.md")
    assert page.title == "About us and the *South*"
    assert len(page.body.blocks) == 1


@pytest.mark.parametrize(
    "data", [b"\xff", "# A \U000f0000\n\nB".encode(), b"# A\r\rB", "# A\u202e".encode(), b"", b"# \n"]
)
def test_a_page_that_is_no_text_is_reported_and_left_out(data: bytes) -> None:
    dossier, findings = assemble(overlaid(BASE, {"content/pages/about.md": data}))
    assert dossier.pages == ()
    assert len(findings) >= 1


def test_sheets_of_a_kind_come_in_the_order_of_their_names() -> None:
    dossier = based("""
    content/actors/a.yml
      name: zeta
      type: state
    content/actors/z.yml
      name: Alpha
      type: state
    """).dossier
    assert [sheet.name for sheet in dossier.of_kind("actor")] == ["Alpha", "Northland", "Southland", "zeta"]


def test_assembling_does_not_depend_on_the_order_of_files() -> None:
    there, back = dict(sorted(BASE.items())), dict(sorted(BASE.items(), reverse=True))
    assert list(assemble(there)[0].sheets) == list(assemble(back)[0].sheets)
