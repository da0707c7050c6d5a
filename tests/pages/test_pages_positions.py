"""Who says what, side by side: the right column, the right order, and what changed what."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from dossiers import based
from rendered import front_matter_of, tree, words

from dossier.pipeline import compile_site

BRIEFING = """
content/briefing.yml
  title: Gull Island
  as_of: 2001-05-05
  updated: 2001-05-31
  {more}
  sections:
    - title: Bottom line
      body: |
        They talked. [@gazette "held talks about Gull Island on Friday"]
"""
SIDES = "sides: [southland, northland]"
CITE = 'cite: {source: gazette, quote: "held talks about Gull Island on Friday"}'
ACTORS = f"""
content/actors/ministry.yml
  name: Ministry
  type: body
  relations: {{part_of: {{to: northland, {CITE}}}}}
content/actors/minister.yml
  name: Minister
  type: person
  relations: {{holds_office: {{to: ministry, as: Minister, {CITE}}}}}
content/actors/old-kingdom.yml
  name: Old Kingdom
  type: state
content/actors/paper.yml
  name: Paper
  type: organisation
"""
NORTHLAND = """
content/actors/northland.yml
  name: Northland
  type: state
  relations: {successor_of: {to: old-kingdom, CITE}}
""".replace("CITE", CITE)
ISLAND = """
content/islands/gull-island.yml
  name: Gull Island
  type: island
  claims:
"""


def claim(text: str, by: str = "", topic: str = "status", more: str = "") -> str:
    voice = f"by: {by}, " if by else ""
    return f"    - {{text: {text}, {voice}topic: {topic}, {more}{CITE}}}\n"


def pages(*claims: str, sides: str = SIDES, also: str = "") -> dict[str, str]:
    compiled = based(BRIEFING.format(more=sides) + ACTORS + NORTHLAND + ISLAND + "".join(claims) + also)
    assert not compiled.has_errors, compiled.diagnostics
    return {
        path: data.decode() for path, data in compile_site(compiled).files.items() if path.endswith(".md")
    }


def page(text: str) -> Element:
    return tree(front_matter_of(text)[1])


def columns(text: str) -> list[list[tuple[str, list[str]]]]:
    """The columns of each topic: title and claims."""
    return [
        [(words(column[0]), [words(each) for each in column.iter("li")]) for column in board]
        for board in page(text).iter("div")
        if board.get("class") == "positions"
    ]


def voices(text: str) -> list[tuple[str, int]]:
    return [(title, len(claims)) for board in columns(text) for title, claims in board]


def test_whoever_speaks_for_a_side_stands_in_its_column_by_name() -> None:
    found = pages(claim("It is ours", "ministry"), claim("We said so", "minister"), claim("No", "southland"))
    (board,) = columns(found["pages/positions.md"])
    assert [title for title, _ in board] == [
        "Southland",
        "Northland",
    ]  # as in the briefing, not in the alphabet
    (no,), (ours, said) = (claims for _, claims in board)
    assert no.startswith("on Gull Island: No")  # its column says who says it
    assert ours.startswith("Ministry · on Gull Island: It is ours")
    assert said.startswith("Minister · on Gull Island: We said so")


def test_a_successor_is_not_what_it_follows() -> None:
    found = pages(claim("It is ours", "old-kingdom"), claim("Handed over", "paper"))
    assert voices(found["pages/positions.md"]) == [("Southland", 0), ("Northland", 0), ("Others", 2)]


def test_the_dossier_itself_comes_last() -> None:
    found = pages(claim("It is small"), claim("Ours", "paper"), claim("No", "southland"))
    wanted = [("Southland", 1), ("Northland", 0), ("Others", 1), ("This dossier", 1)]
    assert voices(found["pages/positions.md"]) == wanted


def test_a_side_that_says_nothing_has_its_column_too() -> None:
    text = pages(claim("No", "southland"))["pages/positions.md"]
    shown = [words(each) for each in page(text).iter("div") if each.get("class") == "position"]
    assert shown[-1] == "Northland No statement held."


def test_without_sides_every_voice_has_a_column_in_the_order_of_names() -> None:
    found = pages(claim("Ours", "southland"), claim("Ours", "ministry"), claim("Small"), sides="language: en")
    assert voices(found["pages/positions.md"]) == [("Ministry", 1), ("Southland", 1), ("This dossier", 1)]
    (row,) = [each for each in page(found["pages/positions.md"]).iter("tr") if each.find("td") is not None]
    assert words(row) == "Status Ministry (1), Southland (1), This dossier (1)"


def test_the_overview_counts_and_leads_to_the_column() -> None:
    found = pages(claim("Ours", "southland"), claim("Yes", "southland"), claim("No", "ministry", "handover"))
    read = page(found["pages/positions.md"])
    rows = [each for each in read.iter("tr") if each.find("td") is not None]
    assert [words(row) for row in rows] == ["Handover – 1", "Status 2 –"]
    places = {each.get("id") for each in read.iter()}
    links = [each for row in rows for each in row.iter("a")]
    assert {link.get("href", "").removeprefix("positions.md").removeprefix("#") for link in links} <= places
    labels = [link.get("aria-label") for link in links if link.get("aria-label")]
    assert labels == ["Northland on Handover: 1 statement", "Southland on Status: 2 statements"]


def test_contested_topics_come_first_and_then_the_alphabet() -> None:
    found = pages(
        claim("A", "southland", "apples"),
        claim("B", "southland", "whales", "status: contested, "),
        claim("C", "southland", "bees"),
        claim("D", "southland", "zebras", "status: withdrawn, "),
        sides="topics: {whales: Whales at sea, apples: Yellow apples, bees: Bees, zebras: Zebras}",
    )
    read = page(found["pages/positions.md"])
    heads = [words(each).removesuffix("#") for each in read.iter("h2")]
    assert heads == ["Overview", "Whales at sea", "Bees", "Yellow apples", "Zebras", "Sources"]
    marks = [words(each) for each in read.iter("span") if each.get("class") == "claim-status"]
    assert marks == ["≠ contested", "✕ withdrawn"]


def test_claims_stand_in_the_order_of_their_dates_and_undated_ones_last() -> None:
    claims = [("C", ""), ("B", "when: 1990, "), ("D", ""), ("A", "when: 1980-05, ")]
    found = pages(*(claim(text, "southland", "status", when) for text, when in claims))
    for path in ("pages/positions.md", "pages/islands/gull-island.md"):
        items = [
            words(each)
            for each in page(found[path]).iter("li")
            if each.find("span[@class='claim-said']") is not None
        ]
        assert [re.sub(r"[^:]*: (\w).*", r"\1", each) for each in items][:4] == ["A", "B", "C", "D"], path
    assert "May 1980 · on Gull Island: A" in words(page(found["pages/positions.md"]))


CHANGE = [
    claim("Never", "southland", more="id: never, when: 1960, "),
    claim("Perhaps", "southland", more="when: 1990-05, changes: never, "),
]


def test_a_change_is_marked_both_ways() -> None:
    found = pages(*CHANGE)
    for path in ("pages/positions.md", "pages/islands/gull-island.md"):
        read = page(found[path])
        marks = [each for each in read.iter("span") if each.get("class") == "claim-change"]
        assert [words(each) for each in marks] == [
            "→ Changed: May 1990 (Gull Island)",
            "← Changes what was said before: 1960 (Gull Island)",
        ]
        later, earlier = (each[0].get("href", "") for each in marks)
        assert re.search(r"gull-island\.md#claim-[0-9a-f]{8}$", later)
        assert earlier.endswith("gull-island.md#never")
    (line,) = re.findall(r"^- \[Status\].*", found["pages/positions.md"], re.MULTILINE)
    assert words(page(f"---\ntitle: x\n---\n{line}\n")) == (
        "Status: Southland, May 1990 changed what was said before: 1960 (Gull Island)"
    )


def test_without_changes_nothing_is_said_of_them() -> None:
    assert "Changes" not in words(page(pages(claim("Ours", "southland"))["pages/positions.md"]))


def test_a_claim_has_a_permanent_address_and_a_citation() -> None:
    read = page(pages(claim("Ours", "southland", more="id: ours, "))["pages/islands/gull-island.md"])
    places = {each.get("id"): each for each in read.iter() if each.get("id")}
    assert places["ours"].get("data-by") == "Southland"
    links = {each.get("aria-label"): each.get("href") for each in read.iter("a")}
    assert links["Link to this statement"] == "#ours"
    assert links["Cite this statement"] == "#cite-ours"
    assert [each.tag for each in places["cite-ours"]] == ["pre"]


def test_a_name_of_a_voice_stays_inside_its_attribute() -> None:
    name = '"><script>alert(1)</script> *a* `b` [c](d) \\* _e_ & <'
    actor = f"\ncontent/actors/paper.yml\n  name: '{name}'\n  type: organisation\n"
    read = page(pages(claim("Ours", "paper", more="id: ours, "), also=actor)["pages/islands/gull-island.md"])
    (place,) = (each for each in read.iter("a") if each.get("id") == "ours")
    assert place.get("data-by") == name
    assert place.text is None
    assert not list(read.iter("script"))


def test_what_is_said_on_other_pages_is_grouped_and_folded_where_it_is_much() -> None:
    few = page(pages(claim("A", "southland"), claim("B", "southland", "talks"))["pages/actors/southland.md"])
    assert [words(each).removesuffix("#") for each in few.iter("h3")][:2] == ["Status", "Talks"]
    assert [each for each in few.iter("details") if each.get("class") == "said"] == []
    many = [claim(f"A{number}", "southland", "talks" if number < 3 else "status") for number in range(10)]
    read = page(pages(*many)["pages/actors/southland.md"])
    folded = [each for each in read.iter("details") if each.get("class") == "said"]
    assert [words(next(each.iter("summary"))) for each in folded] == ["Talks (3)", "Status (7)"]
    assert [len(list(each.iter("li"))) for each in folded] == [3, 7]


def test_a_large_dossier_has_a_page_for_each_topic() -> None:
    many = [claim(f"Said {number}", "southland", f"topic-{number % 3}") for number in range(301)]
    found = pages(*many)
    apart = [path for path in found if path.startswith("pages/positions/")]
    assert apart == [f"pages/positions/topic-{number}.md" for number in range(3)]
    assert sum(len(claims) for path in apart for board in columns(found[path]) for _, claims in board) == 301
    assert columns(found["pages/positions.md"]) == []
    assert "](positions/topic-1.md)" in found["pages/positions.md"]
    assert 'href="positions/topic-1.html#topic--topic-1--southland"' in found["pages/positions.md"]


def test_a_dossier_without_claims_says_so() -> None:
    compiled = based("")
    text = compile_site(compiled).files["pages/positions.md"].decode()
    assert "No claims are held in this dossier." in text
