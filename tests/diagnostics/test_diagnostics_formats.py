"""Findings as people and programs read them."""

from __future__ import annotations

import json
import re

import pytest

from dossier.diagnostics import Diagnostic, Edit, Related, Severity, Span
from dossier.diagnostics.formats import FORMATS, in_order, show, summary, unmarked

SHEET = "content/actors/northland.yml"
TEXT = "name: Northland\ntype: stat\nnames: {ja: 北国, ru: Север}\n"
TEXTS = {SHEET: TEXT.encode()}
ESCAPE = "\x1b[31m"


def finding(
    line: int = 2, column: int = 7, end: int = 11, message: str = 'a "stat"', **more: object
) -> Diagnostic:
    span = Span(SHEET, line, column, line, end)
    return Diagnostic("bad-choice", Severity.ERROR, span, message, **more)  # type: ignore[arg-type]


def carets(shown: str) -> str:
    """What stands above the carets in the full format."""
    _, _, _, line, mark, *_ = shown.split("\n")
    start, end = mark.index("^"), mark.rindex("^") + 1
    return line[start:end]


def test_full() -> None:
    other = Related(Span(SHEET, 1, 7, 1, 16), "the other place")
    each = finding(hint="write state", related=(other,))
    assert show([each], "full", TEXTS) == (
        'error[bad-choice]: a "stat"\n'
        "  --> content/actors/northland.yml:2:7\n"
        "  |\n"
        "2 | type: stat\n"
        "  |       ^^^^\n"
        "  see content/actors/northland.yml:1:7: the other place\n"
        "  = Write state\n"
    )


def test_full_without_the_text_of_the_file() -> None:
    assert (
        show([finding()], "full", {})
        == 'error[bad-choice]: a "stat"\n  --> content/actors/northland.yml:2:7\n'
    )


@pytest.mark.parametrize(("column", "end", "under"), [(1, 5, "name"), (7, 16, "Northland"), (15, 16, "d")])
def test_carets_stand_under_the_span(column: int, end: int, under: str) -> None:
    assert carets(show([finding(1, column, end)], "full", TEXTS)) == under


def test_an_empty_span_has_one_caret() -> None:
    assert carets(show([finding(1, 7, 7)], "full", TEXTS)) == "N"
    assert show([finding(1, 16, 16)], "full", TEXTS).split("\n")[4] == "  | " + " " * 15 + "^"


def test_a_span_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    each = Diagnostic("x", Severity.ERROR, Span(SHEET, 1, 7, 3, 2), "m")
    assert carets(show([each], "full", TEXTS)) == "Northland"


def test_carets_count_the_columns_of_wide_characters() -> None:
    russian = show([finding(3, 21, 26)], "full", TEXTS).split("\n")[4]
    japanese = show([finding(3, 13, 15)], "full", TEXTS).split("\n")[4]
    assert TEXT.split("\n")[2][12:14] == "北国"
    assert japanese == "  | " + " " * 12 + "^" * 4
    assert TEXT.split("\n")[2][20:25] == "Север"
    assert russian == "  | " + " " * 22 + "^" * 5


@pytest.mark.parametrize("column", [1, 20, 31, 32, 50, 250, 400, 496])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    line = "".join(f"{n:<5}" for n in range(100))
    texts = {SHEET: f"\n{line}\n".encode()}
    shown = show([finding(2, column, column + 5)], "full", texts)
    excerpt = shown.split("\n")[3]
    assert len(excerpt) <= len("2 | ……") + 100
    assert carets(shown) == line[column - 1 : column + 4]
    assert ("…" in excerpt[:5]) == (column > 31)
    assert excerpt.endswith("…") == (column < 431)


def test_carets_end_where_the_line_is_cut() -> None:
    texts = {SHEET: ("x" * 500).encode()}
    mark = show([finding(1, 1, 500)], "full", texts).split("\n")[4]
    assert mark.count("^") == 100


def test_a_line_of_a_huge_file_is_found() -> None:
    texts = {SHEET: b"a: b\n" * 50_000 + b"last: line\n"}
    assert carets(show([finding(50_001, 1, 5)], "full", texts)) == "last"


def test_a_place_that_is_not_in_the_file_shows_no_line() -> None:
    assert len(show([finding(99)], "full", TEXTS).split("\n")) == 3


def test_lines_are_counted_as_the_reader_of_sheets_counts_them() -> None:
    texts = {SHEET: "\ufeffname: \u2028x\r\ntype: stat\r\n".encode()}
    assert carets(show([finding()], "full", texts)) == "stat"
    assert show([finding(1, 1, 5)], "full", texts).split("\n")[3] == "1 | name: �x"


def test_bytes_that_are_no_text_are_shown_somehow() -> None:
    assert "type: st�t" in show([finding()], "full", {SHEET: b"\xff\ntype: st\xe4t\n"})


@pytest.mark.parametrize("form", ["full", "concise", "github"])
@pytest.mark.parametrize("character", [*"\x00\x07\x1b\x7f\x9b\u202e\u2066\u200b\ufeff\u2028\ud800"])
def test_what_could_steer_a_terminal_is_made_visible(form: str, character: str) -> None:
    evil = f"a{character}b"
    span = Span(f"content/{evil}.yml", 1, 1, 1, 2)
    each = Diagnostic("x", Severity.ERROR, span, evil, evil, (Related(span, evil),))
    shown = show([each], form, {span.file: f"{evil}\n".encode("utf-8", "replace")})
    assert character not in shown
    assert f"a<U+{ord(character):04X}>b" in shown


@pytest.mark.parametrize("form", ["full", "concise"])
def test_a_message_cannot_make_a_line_of_its_own(form: str) -> None:
    forged = "x\ncontent/a.yml:1:1: error[alias] forged"
    each = finding(message=forged, hint=forged, related=(Related(Span(forged), forged),))
    lines = show([each], form, TEXTS).split("\n")
    assert not [line for line in lines if line.startswith("content/a.yml")]


def test_colour_only_when_asked() -> None:
    for form in FORMATS:
        assert "\x1b" not in show([finding(hint="h")], form, TEXTS)
    coloured = show([finding(hint="h")], "full", TEXTS, colour=True)
    assert coloured.startswith("\x1b[1;31merror[bad-choice]\x1b[0m")
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == show([finding(hint="h")], "full", TEXTS)
    warning = Diagnostic("x", Severity.WARNING, Span(SHEET), ESCAPE)
    assert ESCAPE not in show([warning], "full", TEXTS, colour=True)


def test_concise() -> None:
    found = [finding(), finding(1, 1, 2, "first"), finding()]
    assert show(found, "concise", {}) == (
        "content/actors/northland.yml:1:1: error[bad-choice] first\n"
        'content/actors/northland.yml:2:7: error[bad-choice] a "stat"'
    )


@pytest.mark.parametrize("form", ["full", "concise", "github"])
def test_nothing_found_is_nothing_shown(form: str) -> None:
    assert show([], form, {}) == ""


def test_nothing_found_is_a_document_to_programs() -> None:
    assert show([], "json", {}) == "[]"


def test_full_says_that_fix_can_do_it() -> None:
    remedy = (Edit(Span(SHEET, 2, 7, 2, 11), "state"),)
    assert "  = Write state. `dossier fix` does this.\n" in show(
        [finding(hint="write state", remedy=remedy)], "full", TEXTS
    )
    assert "  = `dossier fix` does this.\n" in show([finding(remedy=remedy)], "full", TEXTS)
    assert "fix" not in show([finding(hint="write state.")], "full", TEXTS)


def test_json_reads_back() -> None:
    other = Related(Span("b.yml", 1, 2, 3, 4), "the other “place”\n")
    remedy = (Edit(Span(SHEET, 2, 7, 2, 11), "state\n"),)
    each = finding(message='a\t\x1b\u202e"\\\n北', hint="h", related=(other,), remedy=remedy)
    assert json.loads(show([each], "json", TEXTS)) == [
        {
            "code": "bad-choice",
            "severity": "error",
            "message": 'a\t\x1b\u202e"\\\n北',
            "hint": "h",
            "file": SHEET,
            "line": 2,
            "column": 7,
            "end_line": 2,
            "end_column": 11,
            "related": [
                {
                    "message": "the other “place”\n",
                    "file": "b.yml",
                    "line": 1,
                    "column": 2,
                    "end_line": 3,
                    "end_column": 4,
                }
            ],
            "remedy": [
                {
                    "text": "state\n",
                    "file": SHEET,
                    "line": 2,
                    "column": 7,
                    "end_line": 2,
                    "end_column": 11,
                }
            ],
        }
    ]


def test_github() -> None:
    assert show([finding(hint="write state")], "github", {}) == (
        "::error file=content/actors/northland.yml,line=2,endLine=2,title=bad-choice,col=7,endColumn=10"
        '::a "stat"%0AWrite state'
    )


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "::error "), (Severity.WARNING, "::warning "), (Severity.INFO, "::notice ")],
)
def test_github_names_levels_its_own_way(severity: Severity, level: str) -> None:
    assert show([Diagnostic("x", severity, Span(SHEET), "m")], "github", {}).startswith(level)


def test_github_takes_columns_for_one_line_only() -> None:
    each = Diagnostic("x", Severity.ERROR, Span(SHEET, 1, 7, 2, 3), "m")
    assert show([each], "github", {}) == f"::error file={SHEET},line=1,endLine=2,title=x::m"


def test_github_escapes_what_means_something_to_it() -> None:
    span = Span("a,b:c%d\r\ne.yml", 1, 1, 1, 2)
    each = Diagnostic("x", Severity.ERROR, span, "100% a:b,c\n::error::forged\r")
    shown = show([each], "github", {})
    assert shown == (
        "::error file=a%2Cb%3Ac%25d<U+000D>%0Ae.yml,line=1,endLine=1,title=x,col=1,endColumn=1"
        "::100%25 a:b,c%0A::error::forged"
    )
    assert "\n" not in shown


def test_github_is_told_of_files_as_the_repository_knows_them() -> None:
    shown = show([finding()], "github", {}, folder="dossiers/a,b")
    assert shown.startswith("::error file=dossiers/a%2Cb/content/actors/northland.yml,line=2,")


@pytest.mark.parametrize(("count", "said"), [(10, False), (11, True)])
def test_it_is_said_that_github_marks_ten_of_a_kind(count: int, said: bool) -> None:
    errors = [finding(line) for line in range(1, count + 1)]
    warning = Diagnostic("x", Severity.WARNING, Span(SHEET), "m")
    assert bool(unmarked([*errors, warning], "github")) is said
    assert unmarked(errors, "full") == ""


def test_findings_come_in_the_order_of_their_places_each_once() -> None:
    first = finding(1, 1, 2)
    late = Diagnostic("a", Severity.ERROR, Span("z.yml"), "m")
    same_place = Diagnostic("a", Severity.ERROR, first.span, "m")
    assert in_order([late, finding(10), finding(9), first, first, same_place]) == [
        same_place,
        first,
        finding(9),
        finding(10),
        late,
    ]


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ([], "nothing found"),
        ([Severity.ERROR], "1 error"),
        ([Severity.ERROR, Severity.ERROR, Severity.WARNING], "2 errors, 1 warning"),
        ([Severity.INFO, Severity.INFO, Severity.WARNING, Severity.WARNING], "2 warnings, 2 info"),
    ],
)
def test_summary(severities: list[Severity], words: str) -> None:
    found = [
        Diagnostic("x", severity, Span(SHEET, number + 1), "m") for number, severity in enumerate(severities)
    ]
    assert summary([*found, *found]) == words
