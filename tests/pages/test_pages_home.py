"""The home page: who is who by side on the day of the briefing, and the ways into the dossier."""

from __future__ import annotations

from dossiers import based, concise

from dossier.pipeline import compile_site

CITE = "cite: {source: gazette, quote: both delegations said}"
BRIEFING = """
content/briefing.yml
  title: Gull Island
  as_of: 2001-05-05
  updated: 2001-05-31
  sides: [southland, northland]
  sections:
    - title: Bottom line
      body: They talked. [@gazette "held talks about Gull Island on Friday"]
    - title: What is new
      body: They will meet again. [@gazette "The delegations will meet again in June"]
"""
PEOPLE = f"""
content/actors/ada-north.yml
  name: Ada North
  type: person
  relations:
    holds_office:
      - {{to: northland, as: Minister, when: 1999/.., {CITE}}}
      - {{to: northland, as: Teacher, when: 1980/1990, {CITE}}}
content/actors/bo-south.yml
  name: Bo South
  type: person
  relations:
    envoy_of: {{to: southland, as: Envoy, when: 2001-05, {CITE}}}
content/actors/cy-late.yml
  name: Cy Late
  type: person
  relations:
    holds_office: {{to: southland, as: Minister, when: 2002/.., {CITE}}}
"""


def home(text: str) -> str:
    compiled = based(text)
    assert not compiled.has_errors, concise(compiled.diagnostics)
    return compile_site(compiled).files["pages/index.md"].decode()


def test_people_stand_under_their_side_with_the_office_of_that_day() -> None:
    page = home(BRIEFING + PEOPLE)
    who = page[page.index("## Who is who") : page.index("## In this dossier")]
    south, north = who.index("### [Southland]"), who.index("### [Northland]")
    assert south < who.index("Bo South") < north < who.index("Ada North")
    assert "Minister <abbr" in who.replace("\u00a0", " ")
    assert "Teacher" not in who
    assert "Cy Late" not in who


def test_every_office_leads_to_its_evidence() -> None:
    page = home(BRIEFING + PEOPLE)
    who = page[page.index("## Who is who") : page.index("## In this dossier")]
    assert who.count("[^") == 2


def test_without_sides_nobody_is_set_apart() -> None:
    page = home(BRIEFING.replace("  sides: [southland, northland]\n", "") + PEOPLE)
    assert "Who is who" not in page


def test_the_bottom_line_comes_before_everything_else() -> None:
    page = home(BRIEFING + PEOPLE)
    order = [
        "# Gull Island",
        "## Bottom line",
        "## Who is who",
        "## In this dossier",
        "## What is new",
        "Sources</h2>",
    ]
    assert sorted(order, key=page.index) == order
