"""A dossier declares kinds of its own and adds to those that ship, with YAML alone, and gets pages for them."""

from __future__ import annotations

import re

import pytest
from dossiers import based, concise, found

from dossier.kinds import FieldType, Role, load, shipped
from dossier.pipeline import compile_site

CITE = "cite: {source: gazette, quote: both delegations said}"
VESSEL = f"""
content/kinds/vessel.yml
  label: Vessel
  plural: Vessels
  about: A ship or a boat.
  fields:
    type: {{type: choice, label: Type, required: true, choices: {{ferry: {{label: Ferry}}, trawler: {{}}}}}}
    call_sign: {{type: text}}
  facts:
    length: {{type: number, unit: m, label: Length over all}}
    launched: {{type: date, event: Launched}}
  relations:
    flag: {{label: Flag, reverse: Vessels under its flag, to: [actor]}}
content/kinds/journey.yml
  extends: voyage
  label: Journey
  plural: Journeys
content/kinds/voyage.yml
  extends: event
  label: Voyage
  plural: Voyages
  fields:
    vessels: {{type: references, reverse: Voyages, to: [vessel]}}
content/vessels/petrel.yml
  name: Petrel
  type: ferry
  call_sign: PTRL
  facts:
    length: {{value: 41.50, {CITE}}}
    launched: {{value: 1950-03, {CITE}}}
  relations:
    flag: {{to: northland, when: 1950/1960, {CITE}}}
content/voyages/first-voyage.yml
  name: First voyage
  date: 1950-04-02
  status: happened
  vessels: [petrel]
  {CITE}
"""


def pages(text: str) -> dict[str, str]:
    """The pages of the base dossier with these files; without the previews of links, which have tests of their own."""
    compiled = based(text)
    assert concise(compiled.diagnostics) == ""
    built = compile_site(compiled).files
    return {
        path.removeprefix("pages/"): re.sub(r'(\.md\S*) "[^"]*"\)', r"\1)", data.decode())
        for path, data in built.items()
        if path.endswith(".md")
    }


def lines_with(page: str, words: str) -> list[str]:
    return [line for line in page.splitlines() if words in line]


def test_a_kind_has_a_folder_of_pages_and_a_list() -> None:
    built = pages(VESSEL)
    assert {"vessels/petrel.md", "vessels/index.md", "voyages/first-voyage.md", "journeys/index.md"} <= set(
        built
    )
    assert "# Vessels\n\nA ship or a boat." in built["vessels/index.md"]
    assert lines_with(built["vessels/index.md"], "[Petrel](petrel.md)")
    assert lines_with(built["voyages/index.md"], "[First voyage](first-voyage.md)")


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Call sign", "PTRL"),
        ("Length over all", "41.50 m"),
        ("Launched", "March 1950"),
        ("Flag", "[Northland](../actors/northland.md)"),
    ],
)
def test_the_infobox_has_its_labels(label: str, value: str) -> None:
    (row,) = lines_with(pages(VESSEL)["vessels/petrel.md"], f"| {label} |")
    assert value in row


def test_the_other_side_of_a_relation_has_its_own_words() -> None:
    page = pages(VESSEL)["actors/northland.md"]
    (row,) = lines_with(page, "| [Vessels under its flag](../vessels/petrel.md#flag-northland)")
    assert "[Petrel](../vessels/petrel.md)" in row
    assert "1950 to 1960" in row


def test_a_date_with_an_event_and_a_kind_of_event_stand_in_the_chronology() -> None:
    lines = lines_with(pages(VESSEL)["chronology.md"], "- <")
    assert [line.partition("[")[2].partition("]")[0] for line in lines] == [
        "Petrel",
        "First voyage",
        "Talks about Gull Island",
    ]
    assert "[Petrel](vessels/petrel.md): launched" in lines[0]


def test_a_field_of_references_leads_back() -> None:
    (line,) = lines_with(pages(VESSEL)["vessels/petrel.md"], "[First voyage](../voyages/first-voyage.md)")
    assert "2 April 1950" in line


def test_a_kind_of_source_is_cited_like_one() -> None:
    text = """
    content/kinds/chart.yml
      extends: source
      label: Chart
      plural: Charts
    content/charts/harbour-chart.yml
      title: Chart of the harbour
      type: map
      publisher: The Harbour Office
      language: en
      reliability: official
    content/events/2001-05-04-talks.yml
      name: Talks about Gull Island
      date: 2001-05-04
      status: happened
      actors: [northland, southland]
      cite: [{source: gazette, quote: held talks about Gull Island}, harbour-chart]
      islands: [gull-island]
    """
    assert "charts/harbour-chart.md" in pages(text)


@pytest.mark.parametrize(
    ("sheet", "line", "hint"),
    [
        (
            "call_sing: PTRL",
            '4:1: error[unknown-field] there is no field "call_sing" in a vessel',
            "call_sign",
        ),
        (
            "facts: {lenght: 1}",
            '4:9: error[unknown-field] there is no field "lenght" in the facts of a vessel',
            "length",
        ),
        (
            "relations: {flags: {to: northland}}",
            '4:13: error[unknown-field] there is no field "flags" in the relations of a vessel',
            "flag",
        ),
        ("type: fery", '4:7: error[bad-choice] "fery" is not one of the values of "type"', "ferry"),
    ],
)
def test_a_slip_is_answered_with_the_words_of_the_kind(sheet: str, line: str, hint: str) -> None:
    kind = VESSEL.partition("content/vessels")[0]
    head = "" if sheet.startswith("type") else "type: ferry"
    text = f"{kind}content/vessels/gull.yml\n  name: Gull\n  {head or '# no type yet'}\n  # here\n  {sheet}\n"
    text = text.replace("  # here\n", "  aliases: [The Gull]\n")
    finding = next(each for each in based(text).diagnostics if each.code in ("unknown-field", "bad-choice"))
    assert concise([finding]) == f"content/vessels/gull.yml:{line}"
    assert finding.hint == f'Did you mean "{hint}"?'


def test_unknown_fields_are_answered_with_what_may_stand_there() -> None:
    kind = VESSEL.partition("content/vessels")[0]
    text = f"{kind}content/vessels/gull.yml\n  name: Gull\n  type: ferry\n  wxyz: 1\n"
    (finding,) = [each for each in based(text).diagnostics if each.code == "unknown-field"]
    assert finding.hint.startswith(
        "Fields that may stand here: name, names, aliases, formerly, type, call_sign,"
    )


def test_a_dossier_adds_to_a_kind_that_ships() -> None:
    built = pages(f"""
    content/kinds/actor.yml
      facts:
        motto: {{type: text}}
      relations:
        twin_of: {{label: Twin of, reverse: Also twin of, to: [actor]}}
    content/actors/northland.yml
      name: Northland
      type: state
      facts:
        motto: {{value: Ever north, {CITE}}}
        seat: {{value: Port Skerry, {CITE}}}
      relations:
        twin_of: {{to: southland, {CITE}}}
    """)
    assert "| Motto | " in built["actors/northland.md"]
    assert "| Seat | " in built["actors/northland.md"]
    assert lines_with(built["actors/southland.md"], "| [Also twin of](")


def test_what_a_kind_adds_is_gone_with_it() -> None:
    assert found("""
    content/actors/northland.yml
      name: Northland
      type: state
      facts: {motto: Ever north}
    """) == [
        'content/actors/northland.yml:3:9: error[unknown-field] there is no field "motto" in the facts of an actor'
    ]


def test_a_dossier_words_a_shipped_kind_anew_and_keeps_its_folder() -> None:
    kinds, findings = load({"content/kinds/actor.yml": b"label: Party\nplural: Parties\n"})
    actor = kinds["actor"]
    assert (actor.label, actor.plural, actor.folder, findings) == ("Party", "Parties", "actors", ())


def test_a_required_field_is_missed() -> None:
    text = "content/kinds/actor.yml\n  fields:\n    region: {type: text, required: true, about: Where it lies.}\n"
    diagnostics = based(text).diagnostics
    assert {each.code for each in diagnostics} == {"missing-field"}
    assert {each.hint for each in diagnostics} == {'Add a line "region: …". Where it lies.'}


def test_what_extends_an_event_or_a_source_does_what_they_do() -> None:
    kinds, findings = load(
        {
            "content/kinds/chart.yml": b"extends: source\nlabel: Chart\nplural: Charts\n",
            "content/kinds/vessel.yml": b"label: Vessel\nplural: Vessels\n",
            "content/kinds/voyage.yml": b"extends: event\nlabel: Voyage\nplural: Voyages\n",
        }
    )
    assert findings == ()
    roles = {
        kind.id: kind.role
        for kind in kinds
        if kind.id not in ("actor", "treaty", "island", "event", "source")
    }
    assert roles == {"chart": Role.SOURCE, "vessel": Role.ENTITY, "voyage": Role.EVENT}
    assert set(kinds["event"].fields) <= set(kinds["voyage"].fields)


def test_kinds_that_extend_each_other_end_in_a_finding() -> None:
    files = {
        f"content/kinds/{a}.yml": f"extends: {b}\nlabel: X\nplural: {a}\n".encode() for a, b in ("ab", "ba")
    }
    _, findings = load(files)
    assert concise(findings) == 'content/kinds/a.yml:1:10: error[bad-kind] there is no kind "b" to extend'


def test_the_shipped_kinds_hold_together() -> None:
    files = {f"content/kinds/{name}": data for name, data in shipped().items()}
    kinds, findings = load(files)
    assert findings == ()
    assert [kind.id for kind in kinds] == ["actor", "treaty", "island", "event", "source"]
    for kind in kinds:
        assert all((kind.label, kind.plural, kind.about))
        assert all(each.reverse and each.label for each in kind.relations.values())
        assert all(each.reverse for each in kind.fields.values() if each.type is FieldType.REFERENCES)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("label: Vessel", ['1:1: error[missing-field] a kind has no "plural"']),
        ("plural: Vessels", ['1:1: error[missing-field] a kind has no "label"']),
        ("extends: vessel", ['3:10: error[bad-kind] there is no kind "vessel" to extend']),
        ("colour: beige", ['3:9: error[bad-kind] there is no colour "beige"']),
        ("facts: [length]", ['3:8: error[wrong-shape] "facts" holds a list where fields of its own belong']),
        (
            "facts: {length: number}",
            ['3:17: error[wrong-shape] "length" holds one value where fields of its own belong'],
        ),
        ("facts: {length: {}}", ['3:17: error[missing-field] "length" has no "type"']),
        (
            "facts: {length: {type: text, size: 3}}",
            ['3:30: error[unknown-field] there is no field "size" in "length"'],
        ),
        ("facts: {length: {type: integer}}", ['3:24: error[bad-kind] "integer" is not a type of field']),
        (
            "facts: {length: {type: text, evidence: no}}",
            ['3:40: error[bad-kind] "no" is not required or none'],
        ),
        ("facts: {Length: {type: text}}", ['3:9: error[bad-kind] "Length" cannot be a name']),
        ("facts: {'a\"><b>': {type: text}}", ['3:9: error[bad-kind] "a"><b>" cannot be a name']),
        ("fields: {cite: {type: text}}", ['3:10: error[bad-kind] every sheet has "cite" already']),
        (
            "relations: {flag: {label: Flag, to: [actor]}}",
            ['3:19: error[missing-field] "flag" has no "reverse"'],
        ),
        (
            "relations: {flag: {label: Flag, reverse: Flies, to: [actor], role: must}}",
            ['3:68: error[bad-kind] "must" is not optional or required'],
        ),
        (
            "relations: {flag: {label: Flag, reverse: Flies, to: [actr]}}",
            ['1:1: error[bad-kind] it leads to "actr", which is no kind'],
        ),
        ("folder: a/b", ['1:1: error[bad-kind] its sheets cannot live in a folder "a/b"']),
        ("folder: geo", ['1:1: error[bad-kind] its sheets cannot live in a folder "geo"']),
        (
            "folder: islands",
            ['1:1: error[bad-kind] sheets of the kind island live in the folder "islands" already'],
        ),
        ("label: [", ["2:1: error[yaml-syntax] this cannot be read: a value was expected here"]),
    ],
)
def test_a_broken_declaration_is_reported(text: str, lines: list[str]) -> None:
    head = "label: Vessel\nplural: Vessels\n" if not text.startswith(("label", "plural")) else ""
    _, findings = load({"content/kinds/vessel.yml": f"{head}{text}\n".encode()})
    shown = [line.removeprefix("content/kinds/vessel.yml:") for line in concise(findings).splitlines()]
    assert shown == lines


def test_a_folder_that_two_kinds_want_stays_with_the_first() -> None:
    kinds, _ = load({"content/kinds/vessel.yml": b"label: Vessel\nplural: Actors\n"})
    folder = kinds.in_folder("actors")
    assert folder is not None
    assert folder.id == "actor"
