"""Chronologies on pages: of the whole dossier, however long, of a sheet, of the home page, and around an event."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dossiers import BASE, overlaid

from dossier.pipeline import check, compile_site

EVENT = """name: {name}
date: "{date}"
status: {status}
actors: [northland]
cite: {{source: gazette, quote: held talks about Gull Island on Friday}}
"""
SEVERAL = (
    ("1855-02-07", "happened", "calendar: 26 January 1855 (Julian)\n"),
    ("1950~/..", "ongoing", ""),
    ("[1960..1991]", "happened", ""),
    ("2001-05", "happened", ""),
    ("[2001-06-01..]", "planned", ""),
    ("2001-08-01", "cancelled", ""),
)


def built(events: Mapping[str, str]) -> dict[str, str]:
    """The pages of the base dossier with these events."""
    files = {f"content/events/{name}.yml": text.encode() for name, text in events.items()}
    compiled = check(overlaid(BASE, files))
    assert not [each for each in compiled.diagnostics if each.severity == "error"]
    return {
        path.removeprefix("pages/"): data.decode()
        for path, data in compile_site(compiled).files.items()
        if path.endswith(".md")
    }


@cache
def several() -> Mapping[str, str]:
    return built(
        {
            f"e{number}": EVENT.format(name=f"Event {number}", date=date, status=status) + more
            for number, (date, status, more) in enumerate(SEVERAL)
        }
    )


@cache
def many() -> Mapping[str, str]:
    dates = [f"{1000 + number:04}-{number % 12 + 1:02}-{number % 28 + 1:02}" for number in range(1_000)]
    return built(
        {
            f"e{n}": EVENT.format(name=f"Event {n}", date=date, status="happened")
            for n, date in enumerate(dates)
        }
    )


def lines(page: str) -> list[str]:
    return [line for line in page.splitlines() if line.startswith('- <span class="when"')]


def test_every_line_has_a_mark_that_leads_to_it() -> None:
    page = several()["chronology.md"]
    ids = re.findall(r'<span class="when" id="([^"]+)"', page)
    assert len(ids) == len(lines(page)) == len(set(ids)) == 7
    assert set(re.findall(r'<a href="#(at_[^"]+)" class="mark', page)) == set(ids)


def test_the_date_of_the_calendar_of_the_time_stands_beside_the_date() -> None:
    (line,) = (each for each in lines(several()["chronology.md"]) if "7 February 1855" in each)
    assert '<span class="calendar">26 January 1855 (Julian)</span>' in line
    assert "| Original calendar | 26 January 1855 (Julian) |" in several()["events/e0.md"]


def test_lines_say_what_they_can_be_filtered_by() -> None:
    (line,) = (each for each in lines(several()["chronology.md"]) if 'id="at_e4"' in each)
    assert 'data-about="northland" data-kind="event" data-status="planned"' in line


def test_the_filter_is_hidden_until_a_script_shows_it() -> None:
    page = many()["chronology/1000-to-1099.md"]
    assert re.search(r'<form class="filter" hidden=""', page)
    assert '<option value="northland">Northland</option>' in page
    assert 'class="filter"' not in several()["chronology.md"]  # seven lines are seen at a glance


def test_a_sheet_with_several_dates_has_a_picture_of_its_own() -> None:
    assert several()["actors/northland.md"].count('<figure class="figure timeline"') == 1
    assert "timeline" not in several()["actors/southland.md"]


def test_an_event_leads_to_its_neighbours() -> None:
    page = several()["events/e2.md"]
    (nav,) = re.findall(r'<nav class="sequence".*</nav>', page)
    assert re.findall(r'href="([^"]+)" rel="(\w+)"', nav) == [("e1.html", "prev"), ("e3.html", "next")]
    assert "since about 1950" in nav
    assert "sequence" not in several()["actors/northland.md"]


def test_the_home_page_tells_the_latest_and_the_next() -> None:
    _, _, latest = several()["index.md"].partition("## Latest and next")
    happened, _, rest = latest.partition("### Next")
    assert re.findall(r"\[(Event \d)\]", happened) == ["Event 0", "Event 2"]  # May is not over
    planned = rest.partition("chronology.md")[0]
    assert re.findall(r"\[(Event \d)\]", planned) == ["Event 4"]


def test_a_long_chronology_is_split_and_nothing_is_lost() -> None:
    pages = many()
    parts = {path: text for path, text in pages.items() if path.startswith("chronology/")}
    assert len(parts) == 11
    found = [line for text in parts.values() for line in lines(text)]
    assert len(found) == 1_001
    contents = pages["chronology.md"]
    assert re.findall(r"\]\((chronology/[^)]+)\) <span class=\"count\"", contents) == sorted(parts)
    counts = [int(each) for each in re.findall(r'data-entries="[^"]+">(\d+)<', contents)]
    assert sum(counts) == 1_001
    assert max(counts) <= 100
    assert "| Event" not in contents


def test_the_columns_of_a_long_chronology_lead_to_its_parts() -> None:
    pages = many()
    targets = set(
        re.findall(r'<a href="(chronology/[^"#]+)\.html#(at_[^"]+)" class="mark', pages["chronology.md"])
    )
    assert {f"{page}.md" for page, _ in targets} == {each for each in pages if each.startswith("chronology/")}
    assert all(f'id="{mark}"' in pages[f"{page}.md"] for page, mark in targets)


def test_the_parts_lead_to_each_other() -> None:
    page = many()["chronology/1100-to-1199.md"]
    assert "- Before: [1000 to 1099](1000-to-1099.md)" in page
    assert "- After: [1200 to 1299](1200-to-1299.md)" in page
    assert "- [The whole chronology](../chronology.md)" in page
