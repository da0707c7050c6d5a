"""Sources as other programs read them: CSL-JSON of the shape its schema allows, BibLaTeX that no text breaks out of."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from csl_schema import SCHEMA
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dossier import edtf
from dossier.bibliography import Item, biblatex, csl, csl_json, plain
from dossier.edtf import Date

ANY = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)
HOSTILE = (
    r"\end{document} 100 % & #1 $x_2^3$ ~ {open",
    "}} @evil{x, y = {z}}",
    '"],"type":"book"',
    "色丹島 — Шикотан",
)


def date(text: str) -> Date:
    parsed = edtf.parse(text)
    assert isinstance(parsed, Date)
    return parsed


def item(**values: Any) -> Item:
    return Item(**{"id": "gazette", "type": "article-newspaper", "title": "Talks", **values})


def faults(text: str) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(json.loads(text))]


FULL = {
    "author": "Anna Berg",
    "publisher": "The Gazette",
    "container": "The Gazette",
    "issued": date("2019-02-25"),
    "accessed": date("2026-11-01"),
    "url": "https://gazette.example/a?b=1&c=2",
    "archived": "https://archive.example/x",
    "language": "en",
}


def test_every_field_has_its_variable() -> None:
    assert csl(item(**FULL)) == {
        "id": "gazette",
        "type": "article-newspaper",
        "title": "Talks",
        "author": [{"literal": "Anna Berg"}],
        "container-title": "The Gazette",
        "publisher": "The Gazette",
        "issued": {"date-parts": [[2019, 2, 25]]},
        "accessed": {"date-parts": [[2026, 11, 1]]},
        "URL": "https://gazette.example/a?b=1&c=2",
        "archive_location": "https://archive.example/x",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1956", {"date-parts": [[1956]]}),
        ("1956-10", {"date-parts": [[1956, 10]]}),
        ("1956-10-19", {"date-parts": [[1956, 10, 19]]}),
        ("1956-10-19T10:00:00Z", {"date-parts": [[1956, 10, 19]]}),
        ("1956~", {"date-parts": [[1956]], "circa": True}),
        ("1956-10?", {"date-parts": [[1956, 10]], "circa": True}),
        ("1945/1956-10", {"date-parts": [[1945], [1956, 10]]}),
        ("[1945..1956]", {"date-parts": [[1945], [1956]], "circa": True}),
        ("1956-21", {"date-parts": [[1956]], "season": 1}),
        ("0000", {"date-parts": [[-1]]}),
        ("1956/..", {"literal": "since 1956"}),
        ("195X", {"literal": "the 1950s"}),
    ],
)
def test_a_date_says_as_much_as_is_known(text: str, wanted: Any) -> None:
    found = csl(item(issued=date(text)))["issued"]
    assert found == wanted
    assert faults(csl_json([csl(item(issued=date(text)))])) == []


@given(title=ANY, author=ANY, publisher=ANY)
@example(*HOSTILE[:3])
@example(HOSTILE[3], HOSTILE[1], HOSTILE[0])
def test_csl_json_holds_any_text_and_is_of_its_shape(title: str, author: str, publisher: str) -> None:
    text = csl_json([csl(item(title=title, author=author, publisher=publisher)), csl(item())])
    assert faults(text) == []
    first, _ = json.loads(text)
    assert (first["title"], first["author"], first["publisher"]) == (title, [{"literal": author}], publisher)


def test_no_items_are_an_empty_list() -> None:
    assert json.loads(csl_json([])) == []


def test_an_entry_of_biblatex() -> None:
    assert biblatex(item(**FULL)).splitlines() == [
        "@article{gazette,",
        "  author = {{Anna Berg}},",
        "  title = {Talks},",
        "  journaltitle = {The Gazette},",
        "  date = {2019-02-25},",
        "  url = {https://gazette.example/a?b=1&c=2},",
        "  urldate = {2026-11-01},",
        "  langid = {english},",
        "}",
    ]


@pytest.mark.parametrize(
    ("type_", "entry", "field"),
    [
        ("book", "book", "publisher"),
        ("report", "report", "institution"),
        ("thesis", "thesis", "institution"),
        ("webpage", "online", "organization"),
        ("article-journal", "article", "journaltitle"),
        ("treaty", "misc", "publisher"),
        ("map", "misc", "publisher"),
    ],
)
def test_who_published_it_stands_where_its_type_has_it(type_: str, entry: str, field: str) -> None:
    lines = biblatex(item(type=type_, publisher="The Office")).splitlines()
    assert lines[0] == f"@{entry}{{gazette,"
    assert f"  {field} = {{The Office}}," in lines


def test_dates_of_biblatex_are_edtf_and_others_are_told() -> None:
    assert "  date = {1945/1956~}," in biblatex(item(issued=date("1945/1956~"))).splitlines()
    told = biblatex(item(issued=date("[1945..1956]"))).splitlines()
    assert "  note = {Date: between 1945 and 1956}," in told
    assert not any(line.startswith("  date") for line in told)


@given(title=ANY, author=ANY, publisher=ANY)
@example(*HOSTILE[:3])
@example(HOSTILE[3], HOSTILE[1], HOSTILE[0])
def test_no_text_breaks_out_of_its_field(title: str, author: str, publisher: str) -> None:
    fields = read_entry(biblatex(item(title=title, author=author, publisher=publisher, type="book")))
    assert [*fields] == ["author", "title", "publisher"]
    wanted = {"author": author, "title": title, "publisher": publisher}
    assert fields == {name: " ".join(text.split()) for name, text in wanted.items()}


def test_letters_of_every_script_stay_as_they_are() -> None:
    assert "  title = {色丹島 — Шикотан — Shikotan-tō}," in biblatex(
        item(title="色丹島 — Шикотан — Shikotan-tō")
    )


@given(rest=ANY)
def test_an_address_ends_where_it_should(rest: str) -> None:
    (line,) = (
        each for each in biblatex(item(url=f"https://a.example/{rest}")).splitlines() if " url " in each
    )
    assert re.fullmatch(r"  url = \{https://a\.example/[!-z|~]*\},", line)
    assert not re.search(r"[{}\\]", line[len("  url = {") : -2])


def test_plain_text_says_who_what_where_and_when() -> None:
    assert plain(item(**FULL)) == (
        "Anna Berg. “Talks”. The Gazette, 25 February 2019. <https://gazette.example/a?b=1&c=2>"
        " (accessed 1 November 2026). Archived: <https://archive.example/x>."
    )
    assert plain(item(title="Logbook")) == "“Logbook”."


_COMMANDS = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{each}": each for each in "&%$#_"},
}
_COMMAND = re.compile("|".join(map(re.escape, _COMMANDS)))


def read_entry(entry: str) -> dict[str, str]:
    """The fields of an entry as BibTeX reads them: a value ends where its braces are balanced."""
    head, rest = entry.split(",\n", 1)
    assert re.fullmatch(r"@[a-z]+\{[a-z0-9-]+", head)
    fields = {}
    while match := re.match(r"  ([a-z]+) = \{", rest):
        depth, end = 1, match.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(rest[end], 0)
            end += 1
        fields[match[1]] = _plain(rest[match.end() : end - 1])
        assert rest[end : end + 2] == ",\n"
        rest = rest[end + 2 :]
    assert rest == "}"
    return fields


def _plain(value: str) -> str:
    if re.fullmatch(r"\{.*\}", value, re.DOTALL):
        value = value[1:-1]
    assert not re.search(r"[\\{}&%$#_~^]", _COMMAND.sub("", value))
    return _COMMAND.sub(lambda command: _COMMANDS[command[0]], value)
