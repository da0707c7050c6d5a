"""A ministry speaks for its state and a minister through it; who speaks for two sides speaks for neither."""

from __future__ import annotations

import pytest
from dossiers import based, found

from dossier import edtf
from dossier.graph.sides import Sides

CITE = "cite: {source: gazette, quote: both delegations said}"


def sheet(name: str, relations: str) -> str:
    return f"""
content/actors/{name}.yml
  name: {name.title()}
  type: body
  relations:
    {relations}
"""


BRIEFING = """
content/briefing.yml
  title: The island
  as_of: 2001-05-05
  updated: 2001-05-31
  sides: [southland, northland]
  sections:
    - title: Bottom line
      body: They talked. [@gazette "both delegations said"]
"""
WORLD = (
    BRIEFING
    + sheet("ministry", "part_of: {to: northland, " + CITE + "}")
    + sheet("minister", "holds_office: {to: ministry, as: Minister, when: 1949/1951, " + CITE + "}")
    + sheet("envoy", "envoy_of: {to: minister, as: Envoy, when: 1950-06/.., " + CITE + "}")
    + sheet("both", "member_of: {to: northland, " + CITE + "}")
    + sheet("council", f"part_of: [{{to: northland, {CITE}}}, {{to: southland, {CITE}}}]")
)


@pytest.mark.parametrize(
    ("voice", "side"),
    [
        ("northland", "northland"),
        ("ministry", "northland"),
        ("minister", "northland"),
        ("envoy", "northland"),
        ("both", ""),
        ("council", ""),
        ("southland", "southland"),
        ("nobody", ""),
    ],
)
def test_a_voice_belongs_to_the_side_it_acts_for(voice: str, side: str) -> None:
    assert Sides(based(WORLD).dossier).of(voice) == side


def test_two_that_act_for_each_other_end_somewhere() -> None:
    text = BRIEFING + "".join(
        sheet(one, f"part_of: {{to: {other}, {CITE}}}")
        for one, other in (("left", "right"), ("right", "left"))
    )
    assert Sides(based(text).dossier).of("left") == ""


def test_an_office_is_shown_for_the_days_it_was_held() -> None:
    sides = Sides(based(WORLD).dossier)

    def holders(day: str) -> list[str]:
        parsed = edtf.parse(day)
        assert isinstance(parsed, edtf.Date)
        return [sheet.id for sheet, _ in sides.posts(parsed)]

    assert holders("1950-05-01") == ["minister"]
    assert holders("1950-06") == ["envoy", "minister"]
    assert holders("1952") == ["envoy"]


def test_a_side_without_a_sheet_is_found() -> None:
    text = BRIEFING.replace("[southland, northland]", "[southlnd]")
    assert found(text) == [
        'content/briefing.yml:4:9: error[unknown-reference] there is no sheet "southlnd" for "sides"'
    ]
