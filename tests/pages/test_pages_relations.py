"""What a page says of relations: drawn, in a table, and in lists that fold."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from pathlib import Path
from xml.etree.ElementTree import Element

from dossiers import based, stored
from rendered import front_matter_of, tree, words

from dossier.diagnostics import Severity
from dossier.figures.network import layout as network_layout
from dossier.graph.ties import Ties
from dossier.pages.network import events_label, strongest
from dossier.pipeline import check, compile_site

ROOT = Path(__file__).parents[2]
CITE = "cite: {source: gazette, quote: both delegations said}"


def page(text: str, path: str) -> str:
    compiled = based(text)
    assert all(each.severity is not Severity.ERROR for each in compiled.diagnostics)
    return compile_site(compiled).files[f"pages/{path}.md"].decode()


def read(markdown: str) -> Element:
    return tree(front_matter_of(markdown)[1])


def rows(markdown: str) -> list[list[str]]:
    box = next(div for div in read(markdown).iter("div") if div.get("class") == "relations")
    return [[words(cell) for cell in row.iter("td")] for row in box.iter("tr")][1:]


def folds(markdown: str) -> dict[str, Element]:
    found = list(read(markdown).iter("details"))
    return {words(next(each.iter("summary"))): each for each in found}


def members(count: int, lines: str) -> str:
    return "".join(
        f"""
    content/actors/member-{number:03}.yml
      name: Member {number:03}
      type: person
      {lines}
    """
        for number in range(count)
    )


def test_the_table_has_the_relations_of_both_directions_with_their_evidence() -> None:
    island = page("", "islands/gull-island")
    assert [row[:3] for row in rows(island)] == [
        ["Administered by", "Southland", ""],
        ["Claimed by", "Northland", ""],
    ]
    assert all(row[3].startswith("✓") for row in rows(island))
    assert [row[:2] for row in rows(page("", "actors/northland"))] == [["Claims", "Gull Island"]]
    assert "[Claims](../islands/gull-island.md#claimed-by-northland)" in page("", "actors/northland")


def test_a_row_says_as_what_and_when() -> None:
    guest = members(
        1, f"relations: {{holds_office: {{to: northland, as: Envoy, when: 1950/1952, note: twice, {CITE}}}}}"
    )
    assert rows(page(guest, "actors/northland"))[0][:3] == [
        "Office-holders",
        "Member 000 (Envoy; twice)",
        "1950 to 1952",
    ]


def test_a_figure_needs_two_neighbours_and_the_table_says_the_same() -> None:
    drawn = page("", "actors/northland")
    assert "figure network" in drawn
    assert {"Gull Island", "Southland (1)"} <= set(re.findall(r">([^<>]+)</tspan>", drawn))
    lone = page(members(1, f"relations: {{member_of: {{to: northland, {CITE}}}}}"), "actors/member-000")
    assert "figure network" not in lone
    assert "## Relations" not in lone  # its own relation stands in the infobox


def test_events_in_common_are_listed_with_their_marks() -> None:
    common = folds(page("", "actors/northland"))["Events in common with 2 others"]
    assert "Southland (1): Talks about Gull Island ✓" in words(common)


def test_a_sentence_that_mentions_leads_to_its_evidence_and_adds_no_note() -> None:
    mention = members(
        1, 'summary: Talks with [[northland]]. [@gazette "Southland has administered the island"]'
    )
    markdown = page(mention, "actors/northland")
    fold = folds(markdown)["Mentioned in 2 places"]
    assert "Member 000 — Talks with Northland." in words(fold)
    mark = next(link for link in fold.iter("a") if words(link) == "✓")
    assert mark.get("href") == "../index.md#section-1"
    assert not list(fold.iter("sup"))
    assert "Southland has administered" not in markdown


def test_short_lists_stand_open_and_long_ones_are_folded() -> None:
    said = 'summary: Talks with [[northland]]. [@gazette "both delegations said"]'
    few = folds(page(members(3, said), "actors/northland"))["Mentioned in 4 places"]
    many = folds(page(members(30, said), "actors/northland"))["Mentioned in 31 places"]
    assert (few.get("open") is not None, many.get("open") is not None) == (True, False)


def test_a_hub_is_cut_and_the_rest_counted_with_a_way_to_it() -> None:
    said = 'summary: Talks with [[northland]]. [@gazette "both delegations said"]'
    mentioned = page(members(230, said), "actors/northland")
    fold = folds(mentioned)["Mentioned in 231 places"]
    assert len(list(fold.iter("li"))) == 200
    assert "And 31 more: [Actors](index.md) (31)" in mentioned
    related = page(members(230, f"relations: {{member_of: {{to: northland, {CITE}}}}}"), "actors/northland")
    assert len(rows(related)) == 200
    assert "And 31 more: " in related
    assert related.count("<circle") == 1 + 24


def test_what_was_planned_or_ended_is_drawn_as_such() -> None:
    ended = members(2, f"relations: {{holds_office: {{to: northland, as: Envoy, when: 1950/1952, {CITE}}}}}")
    drawn = page(ended, "actors/northland")
    assert "spoke ended" in drawn
    assert "relation that was over by" in drawn


@cache
def _real() -> list[tuple[str, network_layout.Layout]]:
    compiled = check({**stored_under("content"), **stored_under("seeds")})
    ties, sheets = Ties(compiled.dossier, compiled.graph), compiled.dossier.sheets
    layouts = []
    for sheet in sheets.values():
        own = ties.of(sheet)
        chosen = strongest(ties.neighbours(sheet, own))
        if len(chosen) > 1:
            label = events_label(compiled.dossier.kinds)
            groups: dict[str, list[str]] = {}
            for each in chosen:
                groups.setdefault(each.ties[0].label if each.ties else label, []).append(
                    sheets[each.sheet].name
                )
            layouts.append((sheet.id, network_layout.lay_out(sheet.name, list(groups.items()))))
    return layouts


def stored_under(folder: str) -> dict[str, bytes]:
    return {f"{folder}/{path}": data for path, data in stored(ROOT / folder).items()}


def test_no_two_labels_of_the_real_dossier_overlap() -> None:
    assert len(_real()) > 20
    for sheet, layout in _real():
        labels = [layout.name, *layout.headings, *(spot.label for spot in layout.spots)]
        for one, other in combinations(labels, 2):
            assert not one.box.overlaps(other.box), (sheet, one, other)
