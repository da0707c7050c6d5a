"""What `dossier fix` does changes nothing of what is meant; what can be put right in two ways it leaves."""

from __future__ import annotations

import pytest
from dossiers import BASE, concise, overlaid
from hypothesis import given
from hypothesis import strategies as st

from dossier.diagnostics import Edit, Severity, Span
from dossier.editing.fixing import fix
from dossier.editing.splices import overlap, spliced
from dossier.pipeline import check

SHEET = "content/actors/northland.yml"
SOURCE = "content/sources/gazette.yml"
PAGE = "content/pages/about.md"
HEAD = "name: Northland\ntype: state\n"
CLAIM = "claims:\n  - text: It talked.\n"
WORDS = "held talks about Gull Island on Friday"
CITE = f'{{source: gazette, quote: "{WORDS}"}}'
TALKS = "content/events/2001-05-04-talks.yml"
PIN = "\nsha256: 1fadc43e96fd67da01d0edcecb5ce667713fcd47d0af87ab8c1c625eeef7d8eb"


def event(date: str = "2001-05-04", status: str = "happened", actors: str = "[northland, southland]") -> str:
    return f"name: Talks\ndate: {date}\nstatus: {status}\nactors: {actors}\ncite: {CITE}\n"


def source(title: str) -> str:
    """The source, with another title as written."""
    return BASE[SOURCE].decode().replace("Northland and Southland talk about Gull Island", title)


REMEDIES: dict[str, tuple[str, str, str, str]] = {
    "a mark of Notepad": (SHEET, "\ufeff" + HEAD, "byte-order-mark", HEAD),
    "a mark, and line ends of Windows": (
        SHEET,
        "\ufeffname: Northland\r\ntype: state\r\nnames: {no: “Nordland”}\r\n",
        "byte-order-mark",
        'name: Northland\r\ntype: state\r\nnames: {no: "Nordland"}\r\n',
    ),
    "a letter and its accent apart": (
        SHEET,
        HEAD + "aliases: [Norde\u0301]\n",
        "not-nfc",
        HEAD + "aliases: [Nordé]\n",
    ),
    "the same on a page": (PAGE, "# Cafe\u0301\n\nIt is.\n", "not-nfc", "# Café\n\nIt is.\n"),
    "what nobody sees": (
        SHEET,
        HEAD + "aliases: [Nord\u200bland]\n",
        "invisible-character",
        HEAD + "aliases: [Nordland]\n",
    ),
    "a tab after a colon": (SHEET, "name:\tNorthland\ntype: state\n", "tab-in-text", HEAD),
    "tabs that indent": (
        SHEET,
        HEAD + f"claims:\n\t- text: It talked.\n\t  cite:\n\t\t\tsource: gazette\n\t\t\tquote: {WORDS}\n",
        "tab-indents-line",
        HEAD + f"claims:\n  - text: It talked.\n    cite:\n      source: gazette\n      quote: {WORDS}\n",
    ),
    "a wide space": (SHEET, "name:　Northland\ntype: state\n", "unusual-space", HEAD),
    "a wide space before the colon": (SHEET, "name　: Northland\ntype: state\n", "unusual-space", HEAD),
    "a wide colon": (SHEET, "name：Northland\ntype: state\n", "full-width-colon", HEAD),
    "a wide colon and a space": (SHEET, "name： Northland\ntype: state\n", "full-width-colon", HEAD),
    "no space after a colon": (SHEET, "name:Northland\ntype:state\n", "missing-space", HEAD),
    "no space after dashes": (
        TALKS,
        event(actors="\n  -northland\n  -southland"),
        "missing-space",
        event(actors="\n  - northland\n  - southland"),
    ),
    "dashes from Word": (
        TALKS,
        event(actors="\n  – northland\n  – southland"),
        "list-mark",
        event(actors="\n  - northland\n  - southland"),
    ),
    "bullets": (
        TALKS,
        event(actors="\n  • northland\n  • southland"),
        "list-mark",
        event(actors="\n  - northland\n  - southland"),
    ),
    "curly quotes around a value": (
        SHEET,
        "name: “Northland”\ntype: state\n",
        "curly-quotes",
        'name: "Northland"\ntype: state\n',
    ),
    "curly quotes around a colon": (
        SHEET,
        HEAD + "aliases: “North: land”\n",
        "curly-quotes",
        HEAD + 'aliases: "North: land"\n',
    ),
    "a curly apostrophe between single ones": (
        SHEET,
        HEAD + "aliases: ‘North’s land’\n",
        "curly-quotes",
        HEAD + 'aliases: "North’s land"\n',
    ),
    "curly quotes in braces": (
        SHEET,
        HEAD + "names: {no: “Nordland”, de: x}\n",
        "curly-quotes",
        HEAD + 'names: {no: "Nordland", de: x}\n',
    ),
    "a colon in a title": (
        SOURCE,
        source("The islands: a visit"),
        "unquoted-colon",
        source('"The islands: a visit"'),
    ),
    "a colon and quotation marks": (
        SOURCE,
        source('Isles: a "visit"'),
        "unquoted-colon",
        source("'Isles: a \"visit\"'"),
    ),
    "a sign at the start": (
        SHEET,
        HEAD + "aliases:\n  - @north\n",
        "reserved-start",
        HEAD + 'aliases:\n  - "@north"\n',
    ),
    "brackets at the start": (
        SHEET,
        HEAD + "aliases:\n  - [North] land\n",
        "reserved-start",
        HEAD + 'aliases:\n  - "[North] land"\n',
    ),
    "a link at the start": (
        SHEET,
        HEAD + f'summary: [[southland]] talked: "so". [@gazette "{WORDS}"]\n',
        "unquoted-link",
        HEAD + f'summary: >-\n  [[southland]] talked: "so". [@gazette "{WORDS}"]\n',
    ),
    "a link at the start of an item": (
        SHEET,
        HEAD + f"claims:\n  - text: [[southland]] talked.\n    cite: {CITE}\n",
        "unquoted-link",
        HEAD + f"claims:\n  - text: >-\n      [[southland]] talked.\n    cite: {CITE}\n",
    ),
    "a citation as in prose": (
        SHEET,
        HEAD + f'{CLAIM}    cite: [@gazette "{WORDS}"]\n',
        "unquoted-link",
        HEAD + f"{CLAIM}    cite: {CITE}\n",
    ),
    "a backslash": (
        SHEET,
        HEAD + 'aliases: ["North\\plain"]\n',
        "unknown-escape",
        HEAD + 'aliases: ["North\\\\plain"]\n',
    ),
    "wide brackets and commas": (TALKS, event(actors="［northland，southland］"), "wide-bracket", event()),
    "a wide comma": (TALKS, event(actors="[northland、southland]"), "odd-comma", event()),
    "ids that are no list": (TALKS, event(actors="Northland, southland"), "bad-reference", event()),
    "an id in capitals": (TALKS, event(actors="[Northland, southland]"), "bad-reference", event()),
    "an id in capitals, in prose": (
        SHEET,
        HEAD + f'summary: Not [[Southland]]. [@gazette "{WORDS}"]\n',
        "unknown-reference",
        HEAD + f'summary: Not [[southland]]. [@gazette "{WORDS}"]\n',
    ),
    "a source in capitals": (
        SHEET,
        HEAD + f'summary: It talked. [@Gazette "{WORDS}"]\n',
        "malformed-reference",
        HEAD + f'summary: It talked. [@gazette "{WORDS}"]\n',
    ),
    "a source in capitals, below cite": (
        SHEET,
        HEAD + f"{CLAIM}    cite: {CITE.replace('gaz', 'Gaz')}\n",
        "unknown-reference",
        HEAD + f"{CLAIM}    cite: {CITE}\n",
    ),
    "a citation without its sign": (
        SHEET,
        HEAD + f'summary: It talked. [gazette "{WORDS}"]\n',
        "uncited-paragraph",
        HEAD + f'summary: It talked. [@gazette "{WORDS}"]\n',
    ),
    "a date in words": (TALKS, event(date="4 May 2001"), "bad-date", event()),
    "a date in words, in quotes": (TALKS, event(date='"Friday, May 4th, 2001"'), "bad-date", event()),
    "a date with slashes": (TALKS, event(date="2001/5/4"), "bad-date", event()),
    "a date in Japanese": (TALKS, event(date="2001年5月4日"), "bad-date", event()),
    "a choice in capitals": (TALKS, event(status="Happened"), "bad-choice", event()),
    "a field in capitals": (SHEET, "Name: Northland\ntype: state\n", "unknown-field", HEAD),
    "a field with an s too many": (
        SHEET,
        HEAD + f"{CLAIM}    cites: {CITE}\n",
        "unknown-field",
        HEAD + f"{CLAIM}    cite: {CITE}\n",
    ),
    "a field with a slip": (
        SHEET,
        HEAD + f'sumary: It talked. [@gazette "{WORDS}"]\n',
        "unknown-field",
        HEAD + f'summary: It talked. [@gazette "{WORDS}"]\n',
    ),
    "a text that is not pinned": (
        SOURCE,
        BASE[SOURCE].decode().replace(PIN, "").replace("gazette.txt", "gazette.txt  # as received"),
        "unpinned-text",
        BASE[SOURCE].decode().replace(PIN, f"  # as received{PIN}"),
    ),
}

GOOD = f"""\
{HEAD}names: {{no: Nordland, de: "Nord: Land"}}
aliases: [The North, 'Nord']
summary: >-
  It is. [@gazette "{WORDS}"]
claims:
  - text: It talked with [[southland]].
    when: 2001-05-04
    by: southland
    cite: {CITE}
  - text: It did.
    cite:
      - {{inferred: so it is}}
"""
SLIPS = [
    "\t",
    "：",
    "“",
    "”",
    "—",
    "- ",
    ": ",
    "\n",
    "  ",
    "[",
    "]",
    "{",
    "'",
    '"',
    "#",
    "@",
    "\u200b",
    "\ufeff",
    "\\",
    "　",
    "、",
    "A",
    "\r\n",
]


@pytest.mark.parametrize(("path", "before", "code", "after"), REMEDIES.values(), ids=REMEDIES)
def test_a_slip_is_put_right_and_nothing_else_changes(path: str, before: str, code: str, after: str) -> None:
    files = overlaid(BASE, {path: before.encode()})
    assert code in {each.code for each in check(files).diagnostics}
    fixed = fix(files)
    assert {name: data.decode() for name, data in fixed.files.items()} == {path: after}
    assert code in {each.code for each in fixed.done}
    assert [each for each in fixed.compiled.diagnostics if each.severity is Severity.ERROR] == []


LEFT = {
    "two fields on a line": "name: Northland type: state\n",
    "a field of the kind on the line of another": HEAD + "summary: It talked facts: {}\n",
    "a value that goes on below": HEAD + "aliases: North: land\n  and more\n",
    "a value with a note": HEAD + "aliases: North: land # or south\n",
    "tabs and spaces": HEAD + "names:\n  no: Nordland\n\tde: Nordland\n",
    "one line with a dash": HEAD + "summary:\n  – it talked\n",
    "numbers of a list": HEAD + "aliases:\n  1. North\n  2. Nord\n",
    "two dates": event(date="02/03/2001"),
    "half a date": event(date="early May 2001"),
    "a decade": event(date="1950s"),
    "a name for an id": event(actors="[The Northland]"),
    "a direction mark": HEAD + "aliases: [North\u200eland]\n",
    "a joiner": HEAD + "aliases: [North\u200dland]\n",
    "an escape": HEAD + 'aliases: ["Nord\\u200bland"]\n',
    "several backslashes": HEAD + 'aliases: ["C:\\docs\\new"]\n',
    "a comma in a number": HEAD + "facts:\n  established: {value: 1,140}\n",
    "a field that is there already": HEAD + "Name: Nordland\n",
    "two fields for one": HEAD + "sumary: It talked.\nsummry: It did.\n",
    "a short field": HEAD + f"{CLAIM}    bi: southland\n    cite: {CITE}\n",
    "guillemets, which may be part of a name": "name: «Northland»\ntype: state\n",
    "a wrong quotation": HEAD + 'summary: It talked. [@gazette "held talk about Gull Island"]\n',
    "an unclosed quote": HEAD + 'aliases: "Nord\n',
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_can_be_put_right_in_two_ways_is_left(text: str) -> None:
    path = TALKS if "date:" in text else SHEET
    files = overlaid(BASE, {path: text.encode()})
    fixed = fix(files)
    assert fixed.files == {}
    assert fixed.done == ()
    assert fixed.compiled.has_errors


def test_slips_that_hide_each_other_are_put_right_one_after_another() -> None:
    lines = (
        "\ufeffname：“Northland”",
        "type:State",
        "claims:",
        "\t-text: They met: at last",
        "\t  when: 4 May 2001",
        f"\t  cite: {CITE}",
        "",
    )
    expected = (
        'name: "Northland"',
        "type: state",
        "claims:",
        '  - text: "They met: at last"',
        "    when: 2001-05-04",
        f"    cite: {CITE}",
        "",
    )
    fixed = fix({**BASE, SHEET: "\r\n".join(lines).encode()})
    assert fixed.files[SHEET].decode().split("\r\n") == list(expected)
    assert concise(fixed.compiled.diagnostics) == ""


def test_an_id_that_a_sheet_had_before_becomes_the_one_it_has() -> None:
    renamed, named = HEAD + "formerly: [nordland]\n", event(actors="[nordland, southland]")
    files = {**BASE, SHEET: renamed.encode(), TALKS: named.encode()}
    assert fix(files).files == {TALKS: event().encode()}


def test_texts_as_received_and_files_in_other_encodings_are_left() -> None:
    files = {
        **BASE,
        "seeds/other.txt": "Cafe\u0301\u200b\n".encode(),
        SHEET: "name: Nørdland\n".encode("latin-1"),
    }
    assert fix(files).files == {}


def test_nothing_is_done_to_a_dossier_without_findings() -> None:
    assert fix(BASE).files == {}


def test_edits_that_touch_the_same_place_are_not_made_at_once() -> None:
    one, two = Span("f", 1, 2, 1, 5), Span("f", 1, 5, 1, 7)
    assert not overlap([Edit(one, "")], [Edit(two, "")])
    assert overlap([Edit(one, "")], [Edit(Span("f", 1, 4, 1, 6), "")])
    assert overlap([Edit(one, "a")], [Edit(one, "b")])
    assert not overlap([Edit(one, "a")], [Edit(one, "a")])
    assert not overlap([Edit(one, "")], [Edit(one._replace(file="g"), "x")])
    assert (
        spliced("aб岩d\r\nxy".encode(), [Edit(Span("f", 1, 2, 1, 4), "\n"), Edit(Span("f", 2, 2, 2, 2), "-")])
        == b"a\r\nd\r\nx-y"
    )


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from(SLIPS)), min_size=1, max_size=5))
def test_whatever_slips_there_are_it_ends_and_has_nothing_left_to_do(slips: list[tuple[int, str]]) -> None:
    text = GOOD
    for at, slip in slips:
        at %= len(text)
        text = text[:at] + slip + text[at + (slip in "：“”—\t") :]
    files = {**BASE, SHEET: text.encode()}
    fixed = fix(files)
    assert set(fixed.files) <= {SHEET}
    assert fix({**files, **fixed.files}).files == {}
    assert len(fixed.done) < 100
    assert concise(fixed.compiled.diagnostics) == concise(check({**files, **fixed.files}).diagnostics)
