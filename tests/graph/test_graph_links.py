"""What leads to what, when it happened and what supports it."""

from __future__ import annotations

import pytest
from dossiers import based

from dossier.articles import Ambiguous, ContextDiffers, Found, NotFound, TooShort
from dossier.graph import Graph, LinkKind, Mark, Statement
from dossier.pipeline import Compiled

EVENT = "cite: {source: gazette, quote: held talks about Gull Island on Friday}"
CITE = "cite: {source: gazette, quote: both delegations said}"


def backlinks(graph: Graph, sheet: str) -> list[tuple[str, str, str]]:
    return [(link.start, link.reverse, link.sentence) for link in graph.links_to.get(sheet, ())]


def statement(compiled: Compiled, wanted: str) -> Statement:
    return next(each for each in compiled.graph.statements if each.id == wanted)


def northland(lines: str) -> Compiled:
    body = "\n".join(f"  {line}" for line in lines.strip("\n").split("\n"))
    return based(f"content/actors/northland.yml\n  name: Northland\n  type: state\n{body}\n")


def test_a_relation_leads_back_with_the_words_of_its_reverse() -> None:
    graph = northland(
        f"relations: {{holds_office: {{to: southland, as: Guest, when: 1950, note: once, {CITE}}}}}"
    ).graph
    (link,) = (each for each in graph.links_from["northland"] if each.kind is LinkKind.RELATION)
    assert (link.end, link.label, link.reverse) == ("southland", "Holds office", "Office-holders")
    assert link.sentence == "Northland. Holds office: Southland (Guest; 1950; once)"
    assert link.statement == "northland#holds-office-southland"
    assert link in graph.links_to["southland"]


def test_a_field_of_references_leads_back_with_the_event() -> None:
    links = backlinks(based("").graph, "northland")
    assert links == [
        ("2001-05-04-talks", "Took part in", "Talks about Gull Island (4 May 2001)"),
        ("gull-island", "Claims", "Gull Island. Claimed by: Northland"),
        ("briefing", "Mentioned in", "Northland and Southland have talked."),
    ]


def test_a_text_leads_back_with_its_sentence() -> None:
    text = """
summary: |
  It talked. On [[gull-island|the island]] it did. [inferred: a] Then not.

  See also [[southland]]
  and [[southland|the South]]. [inferred: b]
claims:
  - {text: "First this. Then [[gull-island]] came. [inferred: x]", id: said, cite: {inferred: y}}
"""
    graph = northland(text).graph
    links = [(each.end, each.sentence, each.statement) for each in graph.links_from["northland"]]
    assert links == [
        ("gull-island", "On the island it did.", "northland#summary"),
        ("southland", "See also Southland and the South.", "northland#summary-2"),
        ("southland", "See also Southland and the South.", "northland#summary-2"),
        ("gull-island", "Then Gull Island came.", "northland#said"),
    ]
    kinds = {each.kind for each in graph.links_from["northland"]}
    assert kinds == {LinkKind.TEXT}


def test_citations_do_not_move_the_sentence_of_a_link() -> None:
    text = "One. " + "[inferred: a]  " * 12 + "Then [[southland]]. Two. Three."
    (link,) = northland(f"summary: |\n  {text}").graph.links_from["northland"]
    assert link.sentence == "Then Southland."


def test_a_name_leads_back_as_a_name() -> None:
    graph = northland("summary: |\n  It has Gull Island. [inferred: a]").graph
    (link,) = graph.links_from["northland"]
    assert (link.kind, link.end, link.reverse) == (LinkKind.NAME, "gull-island", "Mentioned in")


def test_no_sheet_leads_back_to_itself_and_none_to_nothing() -> None:
    graph = northland("summary: |\n  [[northland]] and [[nobody]]. [inferred: a]").graph
    assert "northland" not in {each.start for each in graph.links_to["northland"]}
    assert "nobody" not in graph.links_to
    assert [use.reference.id for use in graph.uses if use.purpose == "a link"] == ["northland", "nobody"]


def test_uses_say_what_may_stand_there() -> None:
    compiled = northland(
        f"claims: [{{text: A., by: southland, {CITE}}}]\nrelations: {{part_of: {{to: southland, {CITE}}}}}"
    )
    uses = {(use.reference.id, use.kinds, use.purpose) for use in compiled.graph.uses}
    assert ("southland", ("entity",), '"by"') in uses
    assert ("southland", ("actor",), 'the relation "part_of"') in uses
    assert ("gull-island", ("island",), '"islands"') in uses
    assert ("gazette", ("source",), "a citation") in uses


DATED = """
content/treaties/accord.yml
  name: Accord
  type: treaty
  facts:
    signed: {value: 1950-05-04, cite: {inferred: a}}
    ratified: {value: 1950, cite: {inferred: b}}
    ended: {value: 1950-05, cite: {inferred: c}}
    in_force: {value: 1950-05-04/1951, cite: {inferred: d}}
    adopted: {value: 1949~, cite: {inferred: e}}
    status: {value: Ended, cite: {inferred: f}}
  relations: {party: [{to: northland, cite: {inferred: f}}, {to: southland, cite: {inferred: f}}]}
"""


def entries(text: str, of: str = "") -> list[tuple[str, str, str, str]]:
    graph = based(text).graph
    found = graph.chronology_of.get(of, ()) if of else graph.chronology
    return [(each.date.text, each.sheet, each.label, each.status) for each in found]


def test_the_chronology_is_in_order_and_the_less_precise_comes_first() -> None:
    assert entries(DATED) == [
        ("1949~", "accord", "Adopted", "happened"),
        ("1950", "accord", "Ratified", "happened"),
        ("1950-05", "accord", "Ended", "happened"),
        ("1950-05-04/1951", "accord", "Entered into force", "happened"),
        ("1950-05-04", "accord", "Signed", "happened"),
        ("2001-05-04", "2001-05-04-talks", "", "happened"),
    ]


def test_a_sheet_has_its_own_chronology() -> None:
    assert [date for date, *_ in entries(DATED, "northland")] == ["2001-05-04"]
    assert len(entries(DATED, "accord")) == 5


SIGNING = f"""
content/events/1950-05-04-signing.yml
  name: Signing
  date: 1950-05-04
  status: STATUS
  treaties: [accord]
  {EVENT}
"""


def test_a_dated_fact_is_left_out_where_an_event_tells_it() -> None:
    told = entries(DATED + SIGNING.replace("STATUS", "happened"), "accord")
    assert [(date, label) for date, _, label, _ in told][-2:] == [
        ("1950-05-04/1951", "Entered into force"),
        ("1950-05-04", ""),
    ]
    other = SIGNING.replace("STATUS", "happened").replace("[accord]", "[]")
    assert ("1950-05-04", "accord", "Signed", "happened") in entries(DATED + other)


@pytest.mark.parametrize("status", ["happened", "planned", "cancelled", "ongoing"])
def test_an_entry_has_the_status_of_its_event(status: str) -> None:
    assert ("1950-05-04", "1950-05-04-signing", "", status) in entries(SIGNING.replace("STATUS", status))


def test_events_of_one_day_come_in_the_order_of_their_ids() -> None:
    first, second = (SIGNING.replace("STATUS", "happened").replace("signing", name) for name in ("b", "a"))
    assert [sheet for _, sheet, _, _ in entries(first + second)][:2] == ["1950-05-04-a", "1950-05-04-b"]


def test_dates_before_our_era_and_open_ones_are_in_order() -> None:
    dates = ["-0044", "0476", "1900/..", "1900", "../1900", "2000-01"]
    text = "".join(
        SIGNING.replace("STATUS", "happened")
        .replace("1950-05-04-signing", f"e{n}")
        .replace("1950-05-04", date)
        for n, date in enumerate(reversed(dates))
    )
    assert [date for date, *_ in entries(text) if date in dates] == dates


ATLAS = """
content/sources/atlas.yml
  type: webpage
  title: Islands of the world
  publisher: The Atlas
  language: en
  reliability: reference
"""


@pytest.mark.parametrize(
    ("cite", "mark", "outcome"),
    [
        ("{source: gazette, quote: both delegations said}", Mark.VERIFIED, Found),
        ("{source: gazette, quote: 'The delegations will', suffix: meet}", Mark.VERIFIED, Found),
        ("{source: gazette, quote: both delegations cried}", None, NotFound),
        ("{source: gazette, quote: The delegations will}", None, Ambiguous),
        ("{source: gazette, quote: The delegations will, prefix: never}", None, ContextDiffers),
        ("{source: gazette, quote: both}", None, TooShort),
        ("gazette", None, type(None)),
        ("atlas", Mark.CITED, type(None)),
        ("{source: atlas, locator: p. 3}", Mark.CITED, type(None)),
        ("{source: atlas, quote: both delegations said}", None, type(None)),
        ("nobody", None, type(None)),
        ("northland", None, type(None)),
        ("{inferred: So it seems.}", Mark.INFERRED, type(None)),
        ("{source: gazette, quote: both delegations said, relation: contradicts}", None, Found),
        ("[{inferred: a}, atlas]", Mark.CITED, type(None)),
        (
            "[{inferred: a}, atlas, {source: gazette, quote: both delegations said}]",
            Mark.VERIFIED,
            type(None),
        ),
        ("[{inferred: a}, {source: gazette, quote: both delegations cried}]", Mark.INFERRED, type(None)),
    ],
)
def test_what_a_citation_comes_to(cite: str, mark: Mark | None, outcome: type) -> None:
    compiled = based(
        f"{ATLAS}content/actors/northland.yml\n  name: Northland\n  type: state\n"
        f"  facts: {{seat: {{value: P, cite: {cite}}}}}\n"
    )
    fact = statement(compiled, "northland#seat")
    assert fact.mark is mark
    assert isinstance(fact.evidence[0].outcome, outcome)


def test_a_text_that_is_not_there_verifies_nothing() -> None:
    compiled = based("seeds/gazette.txt.deleted\n")
    assert statement(compiled, "2001-05-04-talks#event").mark is None


def test_every_statement_is_told_apart_and_said_in_words() -> None:
    compiled = northland(
        f"""
summary: |
  A *b* [[southland]]. [inferred: x]
  C.
facts: {{seat: {{value: Port Skerry, as_of: 1950, note: the old one, {CITE}}}}}
relations: {{part_of: {{to: southland, {CITE}}}}}
claims: [{{text: It is., id: is, by: southland, {CITE}}}]
body: |
  - D. [inferred: x]
  - E.

  F.
"""
    )
    said = {each.anchor: (str(each.part), each.text) for each in compiled.graph.of_sheet["northland"]}
    assert said == {
        "summary": ("prose", "A b Southland. C."),
        "seat": ("fact", "Northland. Seat: Port Skerry (1950; the old one)"),
        "part-of-southland": ("relation", "Northland. Part of: Southland"),
        "is": ("claim", "Southland: It is."),
        "text": ("prose", "D."),
        "text-2": ("prose", "E."),
        "text-3": ("prose", "F."),
    }


def test_an_event_says_when_and_whether_it_was() -> None:
    compiled = based(SIGNING.replace("STATUS", "planned"))
    assert statement(compiled, "1950-05-04-signing#event").text == "Signing (4 May 1950, planned)"


def test_a_page_by_hand_makes_statements_of_what_it_cites_only() -> None:
    page = 'content/pages/about.md\n  # About\n\n  This site.\n\n  They talked. [@gazette "both delegations said"]\n'
    graph = based(page).graph
    assert [each.anchor for each in graph.of_sheet["pages/about"]] == ["text-2"]


def test_a_sentence_knows_what_it_supports() -> None:
    compiled = northland(
        """
facts: {seat: {value: P, cite: {source: gazette, quote: "in 1950. Southland has administered"}}}
claims:
  - text: 'It met. [@gazette "both delegations said"]'
    id: met
    cite: {source: gazette, quote: both delegations said}
"""
    )
    support = {
        number: [each.id for each in found] for number, found in compiled.graph.support["gazette"].items()
    }
    assert support == {
        2: ["briefing#section-1", "2001-05-04-talks#event", "northland#met"],
        3: ["gull-island#claimed-by-northland", "northland#seat"],
        4: ["gull-island#administered-by-southland", "northland#seat"],
    }
    assert [each.id for each in compiled.graph.citing["gazette"]].count("northland#met") == 1


def test_a_fact_that_needs_no_evidence_makes_no_statement() -> None:
    shape = 'content/geo/a.geojson\n  {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "gull"}]}\n'
    sheet = "content/islands/gull-island.yml\n  name: Gull Island\n  type: island\n  facts: {outline: gull}\n"
    compiled = based(shape + sheet)
    assert [each.field.name for each in compiled.dossier.sheets["gull-island"].facts] == ["outline"]
    assert "gull-island" not in compiled.graph.of_sheet


def test_many_links_in_one_paragraph_come_back() -> None:
    compiled = northland("summary: |\n  " + "It met [[southland]]. " * 3_000)
    assert {each.sentence for each in compiled.graph.links_from["northland"]} == {"It met Southland."}
