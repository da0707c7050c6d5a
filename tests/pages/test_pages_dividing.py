"""Long lists become pages that a reader can guess, whole and stable."""

from __future__ import annotations

from collections.abc import Iterator

from dossiers import BASE, overlaid, tree
from hypothesis import given
from hypothesis import strategies as st
from rendered import front_matter_of

from dossier.edtf import Date, parse
from dossier.pages.dividing import MOST, Part, by_date, by_name, divided
from dossier.pipeline import check, compile_site

CITE = 'cite: {source: gazette, quote: "held talks about Gull Island on Friday"}'
NAMES = st.text(st.sampled_from("AbÉzøßЖя島か1 “.-’"), max_size=5)
DATES = (
    "1956",
    "1956-10-19",
    "1956-11",
    "195X",
    "1950/1960",
    "../1956",
    "1956/..",
    "-0044-03-15",
    "Y-12000",
    "19XX",
)


def date_of(text: str) -> Date | None:
    date = parse(text)
    return date if isinstance(date, Date) else None


def everything(parts: tuple[Part[str], ...]) -> Iterator[Part[str]]:
    for part in parts:
        yield part
        yield from everything(part.parts)


def holds(items: list[str], parts: tuple[Part[str], ...], most: int) -> None:
    leaves = [leaf for part in parts for leaf in part.leaves()]
    assert sorted(item for leaf in leaves for item in leaf.items) == sorted(items)
    assert all(0 < len(leaf.items) <= most for leaf in leaves)
    slugs = [part.slug for part in everything(parts)]
    assert len(set(slugs)) == len(slugs)
    assert all(slug.isascii() and slug.replace("-", "").isalnum() for slug in slugs)


@given(st.lists(NAMES, min_size=3, max_size=60))
def test_names_are_cut_whole_and_short(names: list[str]) -> None:
    holds(names, divided(names, by_name(str), most=2), most=2)


@given(st.lists(st.sampled_from(("", *DATES)), min_size=3, max_size=60))
def test_dates_are_cut_whole_and_short(dates: list[str]) -> None:
    holds(dates, divided(dates, by_date(date_of), most=2), most=2)


@given(st.lists(NAMES, min_size=3, max_size=60), NAMES)
def test_one_entry_more_moves_no_address(names: list[str], new: str) -> None:
    before, after = (everything(divided(each, by_name(str), most=2)) for each in (names, [*names, new]))
    assert {part.slug for part in before} <= {part.slug for part in after}


def test_letters_stand_in_groups_and_other_scripts_by_themselves() -> None:
    parts = divided(["Anna", "Åsa", "Łódź", "Жуков", "島", "1956"], by_name(str), most=2)
    assert [(part.title, part.items) for part in parts] == [
        ("0–9", ("1956",)),
        ("A–C", ("Anna", "Åsa")),
        ("J–L", ("Łódź",)),
        ("Chinese characters", ("島",)),
        ("Cyrillic", ("Жуков",)),
    ]


def test_what_is_known_to_the_decade_stands_before_the_years() -> None:
    [century] = divided(["1956", "195X", "1957-01", "1957-02"], by_date(date_of), most=3)
    [decade] = century.parts
    assert [part.title for part in decade.parts] == ["1950 to 1959, not of one year", "1956", "1957"]


def test_a_short_list_is_one_page() -> None:
    assert divided(["a"] * MOST, by_name(str)) == ()


def pages(text: str) -> dict[str, str]:
    files = compile_site(check(overlaid(BASE, tree(text)))).files
    return {
        path.removeprefix("pages/"): data.decode() for path, data in files.items() if path.endswith(".md")
    }


def people(count: int, letter: str) -> str:
    return "".join(
        f"content/actors/{letter}-{number}.yml\n  name: {letter.upper()}. Person {number}\n  type: person\n"
        for number in range(count)
    )


def test_a_long_list_has_a_page_for_each_group_of_letters() -> None:
    made = pages(people(150, "b") + people(60, "s"))
    head, whole = front_matter_of(made["actors/index.md"])
    assert "| Name |" not in whole
    assert "- [S–U](by-name/s-u.md)" in whole
    head, part = front_matter_of(made["actors/by-name/a-c.md"])
    assert head["search"] == {"exclude": True}
    assert head["title"] == "Actors: A–C"
    assert part.count("](../../actors/b-") == 150
    assert "[All actors](../../actors/index.md)" in part
    assert "**A–C**" in part
    assert "[S–U](s-u.md)" in part


def claims(count: int) -> str:
    lines = "".join(
        f"    - {{text: It is number {number}., by: southland, topic: status, when: {1900 + number % 100}, {CITE}}}\n"
        for number in range(count)
    )
    return f"content/islands/far-rock.yml\n  name: Far Rock\n  type: island\n  claims:\n{lines}"


def test_a_topic_on_which_much_is_said_has_a_page_for_each_stretch_of_time() -> None:
    made = pages(claims(320))
    assert "- [1900 to 1999](status/1900-to-1999.md)" in made["positions/status.md"]
    leaves = [
        text for path, text in made.items() if path.startswith("positions/status/19") and "number" in text
    ]
    assert sum(text.count("It is number") for text in leaves) == 320
    assert "[Far Rock](../../islands/far-rock.md#" in leaves[0]
    assert 'href="positions/status/1900-to-1909.html#topic--status--southland"' in made["positions.md"]
    said = made["actors/southland.md"]
    assert "The latest 8 of 320; all of them stand under [" in said


def test_a_source_on_which_much_rests_lists_it_on_pages_of_its_own() -> None:
    made = pages(claims(240))
    page = made["sources/gazette.md"]
    assert "more, listed below." in page
    assert "All it is cited for" in page
    listed = [text for path, text in made.items() if path.startswith("sources/gazette/")]
    assert sum(text.count("It is number") for text in listed) == 240
