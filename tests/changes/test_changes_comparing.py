"""What differs is told by meaning: every way in which a dossier can come to say something else, and none besides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from dossiers import BASE, overlaid, tree
from hypothesis import given
from hypothesis import strategies as st

from dossier.changes import Changes, Detail, SheetChange, StatementChange, What, compare, differing
from dossier.changes.as_json import data_of, day_of
from dossier.changes.values import Day

GAZETTE = "cite: {source: gazette, quote: both delegations said}"
REPORT = "cite: {source: gazette, quote: The delegations will publish a joint report}"
BOOK = """
content/sources/book.yml
  type: book
  title: The Gulls
  publisher: A press
  language: en
  reliability: press
"""
ISLAND = "content/islands/gull-island.yml"
REST = """
  name: Gull Island
  type: island
  relations:
    claimed_by: {to: northland, cite: {source: gazette, quote: Northland laid claim to Gull Island in 1950}}
    administered_by: {to: southland, cite: {source: gazette, quote: Southland has administered the island}}
"""


def compared(before: str, after: str) -> Changes:
    """The changes from the base dossier with some files to that with others."""
    return compare(overlaid(BASE, tree(before)), overlaid(BASE, tree(after)))


def island(more: str) -> str:
    """The island's sheet with lines added."""
    return f"{ISLAND}{REST}{more}"


def only(changes: Changes) -> SheetChange:
    (sheet,) = changes.sheets
    return sheet


def statement(before: str, after: str) -> StatementChange:
    """The one statement of the island that changed between two endings of its sheet."""
    (change,) = only(compared(island(before), island(after))).statements
    return change


def fact(value: str) -> str:
    return f"  facts:\n    area: {{{value}}}\n"


def claim(text: str, more: str = GAZETTE) -> str:
    return f"  claims:\n    - text: {text}\n      {more}\n"


CHANGED = {
    "a claim is added": ("", claim("It is small."), "added"),
    "a claim is removed": (claim("It is small."), "", "removed"),
    "a claim is reworded": (claim("It is a small island."), claim("It is a tiny island."), "reworded"),
    "a claim with an id is another sentence": (
        claim("It is small.", f"id: size\n      {GAZETTE}"),
        claim("Nobody has measured that rock yet!", f"id: size\n      {GAZETTE}"),
        "reworded",
    ),
    "the id of a claim is another": (
        claim("It is a small island.", f"id: size\n      {GAZETTE}"),
        claim("It is a tiny island.", f"id: extent\n      {GAZETTE}"),
        "reworded",
    ),
    "other words are quoted": (claim("It is small."), claim("It is small.", REPORT), "evidence-changed"),
    "somebody says it": (
        claim("It is small."),
        claim("It is small.", f"by: northland\n      {GAZETTE}"),
        "attributed-otherwise",
    ),
    "it is contested": (
        claim("It is small."),
        claim("It is small.", f"status: contested\n      {GAZETTE}"),
        "status-changed",
    ),
    "a date is given": (
        claim("It is small."),
        claim("It is small.", f"when: 1950\n      {GAZETTE}"),
        "dated",
    ),
    "a date is sharper": (
        claim("It is small.", f"when: 1950\n      {GAZETTE}"),
        claim("It is small.", f"when: 1950-03\n      {GAZETTE}"),
        "date-sharpened",
    ),
    "a value is another": (
        fact(f"value: 12, {GAZETTE}"),
        fact(f"value: 13, {GAZETTE}"),
        "value-changed",
    ),
    "a value is of another day": (
        fact(f"value: 12, as_of: 1950, {GAZETTE}"),
        fact(f"value: 12, as_of: 1960, {GAZETTE}"),
        "date-changed",
    ),
    "a relation ended": (
        f"    part_of: {{to: rock, when: 1950/.., {GAZETTE}}}\n",
        f"    part_of: {{to: rock, when: 1950/1960, {GAZETTE}}}\n",
        "date-changed",
    ),
    "a relation has a note": (
        f"    part_of: {{to: rock, {GAZETTE}}}\n",
        f"    part_of: {{to: rock, note: as some say, {GAZETTE}}}\n",
        "relation-changed",
    ),
    "a paragraph is reworded": (
        '  body: It rains a lot here. [@gazette "both delegations said"]\n',
        '  body: It rains a lot there. [@gazette "both delegations said"]\n',
        "reworded",
    ),
}


@pytest.mark.parametrize("name", CHANGED)
def test_a_statement_changed(name: str) -> None:
    before, after, what = CHANGED[name]
    assert [str(each) for each in statement(before, after).what] == [what]


UNCHANGED = {
    "another layout": (
        claim("It is small."),
        f'  claims: [{{text: "It   is small.", cite: [{GAZETTE.removeprefix("cite: ")}]}}]\n',
    ),
    "another order": (
        f"  claims:\n    - {{text: It is small., {GAZETTE}}}\n    - {{text: It is wet., {GAZETTE}}}\n",
        f"  claims:\n    - {{text: It is wet., {GAZETTE}}}\n    - {{text: It is small., {GAZETTE}}}\n",
    ),
    "other quotation marks": (claim('The "rock" - as it is called.'), claim("The “rock” — as it is called.")),
    "a link on a name": (claim("Northland came."), claim('"[[northland]] came."')),
    "a comment": (claim("It is small."), claim("It is small.") + "  # so they say\n"),
    "what keeps the books": ("", "  reviewed: 2001-05-30\n"),
    "facts in another order": (
        f"  facts:\n    area:\n      - {{value: 12, {GAZETTE}}}\n      - {{value: 13, {REPORT}}}\n",
        f"  facts:\n    area:\n      - {{value: 13, {REPORT}}}\n      - {{value: 12, {GAZETTE}}}\n",
    ),
}


@pytest.mark.parametrize("name", UNCHANGED)
def test_nothing_changed(name: str) -> None:
    before, after = UNCHANGED[name]
    assert compared(island(before), island(after)) == Changes()


def test_what_is_put_in_between_is_added_alone() -> None:
    lines = [f"It is so, they say, for reason number {number}." for number in range(6)]
    body = [f'{line} [@gazette "both delegations said"]' for line in lines]
    before = "  body: |\n" + "\n\n".join(f"    {line}" for line in body[:3] + body[4:])
    after = "  body: |\n" + "\n\n".join(f"    {line}" for line in body)
    change = statement(before, after)
    assert change.what == (What.ADDED,)
    assert change.said.words == lines[3]


def test_a_value_beside_others_is_compared_with_its_own() -> None:
    before = f"  facts:\n    area:\n      - {{value: 12, {GAZETTE}}}\n      - {{value: 13, cite: book}}\n"
    after = f"  facts:\n    area:\n      - {{value: 14, cite: book}}\n      - {{value: 12, {GAZETTE}}}\n"
    (change,) = only(compared(BOOK + island(before), BOOK + island(after))).statements
    assert change.what == (What.VALUE,)
    assert change.before is not None
    assert (change.before.words, change.said.words) == ("Area: 13 km²", "Area: 14 km²")


def test_several_things_change_at_once() -> None:
    change = statement(
        claim("It is a small island.", f"when: 1950-03\n      {GAZETTE}"),
        claim("It is a tiny island.", f"when: 1950\n      {REPORT}"),
    )
    assert change.what == (What.REWORDED, What.WIDENED, What.RECITED)


def test_a_statement_is_told_with_its_voice_mark_and_sources() -> None:
    said = statement("", claim("It is small.", f"by: northland\n      when: 1950\n      {GAZETTE}")).said
    assert (said.by.name, said.date, said.mark) == ("Northland", "1950", "verified")
    assert [source.name for source in said.sources] == ["The Gazette, 5 May 2001"]


EVENT = "content/events/2001-06-meeting.yml\n  name: A meeting\n"


def test_an_event_that_was_planned_happened() -> None:
    planned = f"{EVENT}  date: 2001-06\n  status: planned\n  {GAZETTE}\n"
    happened = f"{EVENT}  date: 2001-06-04\n  status: happened\n  place: Gull Island\n  {GAZETTE}\n"
    sheet = only(compared(planned, happened))
    (change,) = sheet.statements
    assert change.what == (What.STATUS, What.SHARPENED)
    assert sheet.details == (Detail(What.FIELD, "Place", "", "Gull Island"),)


SHEETS = {
    "a name": ("", Detail(What.RENAMED, "Name", "Northland", "The North"), "name: The North\n  type: state"),
    "other names": (
        "",
        Detail(What.NAMES, "Other names", "", "“Норд”, “The Cold Land”"),
        "name: Northland\n  names: {ru: Норд}\n  aliases: [The Cold Land]\n  type: state",
    ),
    "a type": ("", Detail(What.FIELD, "Type", "State", "State body"), "name: Northland\n  type: body"),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_described_otherwise(name: str) -> None:
    before, detail, after = SHEETS[name]
    assert only(compared(before, f"content/actors/northland.yml\n  {after}\n")).details == (detail,)


def test_sheets_come_and_go() -> None:
    sheet = only(compared("", BOOK))
    assert (sheet.what, sheet.sheet.name, sheet.sort.plural) == (What.ADDED, "The Gulls", "Sources")
    assert only(compared(BOOK, "")).what is What.REMOVED


def test_a_text_is_held_newly() -> None:
    held = BOOK + "  text: seeds/gazette.txt\n  sha256: 00\n"
    assert [each.what for each in only(compared(BOOK, held)).details] == [What.TEXT_HELD]
    assert [each.what for each in only(compared(held, BOOK)).details] == [What.TEXT_DROPPED]


RENAMED = """
content/actors/northland.yml.deleted
content/actors/north.yml
  name: {name}
  type: state
  {more}
"""
USES = {"content/islands/gull-island.yml", "content/events/2001-05-04-talks.yml"}


def renamed(name: str, more: str = "") -> Changes:
    files = overlaid(BASE, tree(RENAMED.format(name=name, more=more)))
    return compare(
        BASE,
        {
            path: data.replace(b"northland", b"north") if path in USES else data
            for path, data in files.items()
        },
    )


def test_a_file_that_is_only_renamed_changes_nothing() -> None:
    assert renamed("Northland") == Changes()


def test_a_sheet_that_names_its_former_id_is_the_same_one() -> None:
    sheet = only(renamed("The North", "formerly: northland"))
    assert (sheet.what, sheet.formerly) == (None, "northland")
    assert [each.what for each in sheet.details] == [What.MOVED, What.RENAMED]


def test_another_name_elsewhere_rewords_nothing() -> None:
    text = '"[[northland]] came here."'
    before = island(claim(text))
    after = "content/actors/northland.yml\n  name: The North\n  type: state\n" + island(
        claim(text) + "  # note\n"
    )
    assert [sheet.sheet.id for sheet in compared(before, after).sheets] == ["northland"]


def test_the_briefing_is_reworded_and_its_days_move() -> None:
    after = """
content/briefing.yml
  title: Gull Island
  description: Two states and an island.
  as_of: 2001-05-05
  updated: 2001-06-30
  sections:
    - title: Bottom line
      body: |
        Northland and Southland have talked again. [@gazette "held talks about Gull Island on Friday"]
"""
    sheet = only(compared("", after))
    assert sheet.details == (Detail(What.FIELD, "End of knowledge", "31 May 2001", "30 June 2001"),)
    assert [each.what for each in sheet.statements] == [(What.REWORDED,)]


def test_outlines_are_told_by_name() -> None:
    feature = (
        '{"type": "Feature", "id": "gull", "properties": {"name": "Gull"}, "geometry": {"type": "Point", '
    )
    file = 'content/geo/all.geojson\n  {"type": "FeatureCollection", "features": [%s"coordinates": [%s]}}]}\n'
    one, other = (file % (feature, place) for place in ("1, 2", "1, 3"))
    assert only(compared("", one)).details == (Detail(What.ADDED, "Outlines", "", "Gull"),)
    assert only(compared(one, other)).details == (Detail(What.REDRAWN, "Outlines", "Gull", "Gull"),)


def test_what_cannot_be_read_is_said_and_not_taken_for_gone() -> None:
    changes = compared(island(claim("It is small.")) + BOOK, f"{ISLAND}\n  name: [Gull\n")
    assert [(sheet.sheet.name, sheet.what) for sheet in changes.sheets] == [("The Gulls", What.REMOVED)]
    assert {(each.side, each.file) for each in changes.unread} == {("after", ISLAND)}


def test_the_rest_of_a_faulty_sheet_is_compared() -> None:
    changes = compared(island(claim("It is small.", f"when: in May\n      {GAZETTE}")), island(""))
    assert [each.what for each in only(changes).statements] == [(What.REMOVED,)]
    assert [each.side for each in changes.unread] == ["before"]


def test_only_what_differs_and_what_it_mentions_is_read() -> None:
    read: set[str] = set()

    class Watched(dict[str, bytes]):
        def __getitem__(self, path: str) -> bytes:
            read.add(path)
            return super().__getitem__(path)

    others = tree(
        "".join(f"content/actors/other-{n}.yml\n  name: Other {n}\n  type: state\n" for n in range(50))
    )
    before = {**BASE, **others}
    after = Watched(overlaid(before, tree(island(claim("It is small.")))))
    changes = compare(before, after, differing(before, after))
    assert only(changes).sheet.id == "gull-island"
    read.clear()
    assert compare(before, after, frozenset({ISLAND})) == changes
    assert not read & others.keys()


def changing() -> Iterator[Mapping[str, bytes]]:
    for before, after, _ in CHANGED.values():
        yield overlaid(BASE, tree(island(before)))
        yield overlaid(BASE, tree(island(after)))


STATES = list(changing())


@given(st.sampled_from(STATES), st.sampled_from(STATES))
def test_there_and_back_is_told_of_the_same_statements(
    one: Mapping[str, bytes], other: Mapping[str, bytes]
) -> None:
    there, back = compare(one, other), compare(other, one)
    assert sum(len(sheet.statements) for sheet in there.sheets) == sum(
        len(sheet.statements) for sheet in back.sheets
    )
    assert compare(one, one) == Changes()
    day = Day("2019-02-25", "2019-02-25T12:00:00+00:00", there)
    assert day_of(data_of(day)) == day
