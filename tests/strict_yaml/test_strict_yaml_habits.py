"""Broken YAML is explained as the slip it is, once, at the place to look at."""

from __future__ import annotations

import pytest

from dossier.strict_yaml import parse

CASES: list[tuple[str, str, int, int, str]] = [
    # colons
    ("title: Lavrov: visit", "unquoted-colon", 1, 14, 'title: "Lavrov: visit"'),
    ('title: Lavrov: "yes"', "unquoted-colon", 1, 14, "title: 'Lavrov: \"yes\"'"),
    ('title: Lavrov: it\'s "on"', "unquoted-colon", 1, 14, "title: |"),
    ("a:\n  - b: c: d", "unquoted-colon", 2, 9, '"c: d"'),
    ("a: {b: he said: no, c: d}", "unquoted-colon", 1, 15, "quotes"),
    ("a: Lavrov said\n  it was in Tokyo: fine\n", "unquoted-colon", 2, 18, "all its lines"),
    ("name:Shikotan", "missing-space", 1, 5, '"name: "'),
    ("a: b\nname:Shikotan\nc: d", "missing-space", 2, 5, '"name: "'),
    ("name:Shikotan\na: b", "missing-space", 1, 5, '"name: "'),
    ("a:\n-b\n-c", "missing-space", 2, 1, '"- "'),
    ("a:\n  -b\n  -c", "missing-space", 2, 3, '"- "'),
    ("a: b\nname\nc: d", "missing-colon", 2, 1, "key"),
    ("name\nc: d", "missing-colon", 1, 1, "key"),
    ("a: b\nname：Shikotan\nc: d", "full-width-colon", 2, 5, '": "'),
    ("name：Shikotan", "full-width-colon", 1, 5, '": "'),
    ("a: b\nname:\u3000Shikotan\nc: d", "unusual-space", 2, 6, "spaces"),
    # dashes and indentation
    ("a:\n- x\ny\n- z", "missing-dash", 3, 1, '"- "'),
    ("a:\n  - x\n  y\n  - z", "missing-dash", 3, 3, '"- "'),
    ("a:\n  - x\n  y: z", "missing-dash", 3, 3, '"- "'),
    ("a: - b", "list-beside-key", 1, 4, "next line"),
    ("a: b\n- c", "stray-dash", 2, 1, "key of its own"),
    ("a:\n  b: c\n  - d", "stray-dash", 3, 3, "key of its own"),
    ("a: b\n  c: d", "wrong-indentation", 2, 3, "spaces"),
    ("a:\n    b: c\n  d: e", "wrong-indentation", 3, 3, "spaces"),
    ("a:\n  - b\n - c", "wrong-indentation", 3, 2, "spaces"),
    ("a:\n- x: 1\n   y: 2", "wrong-indentation", 3, 4, "spaces"),
    ("a: |\n  x\n y", "wrong-indentation", 3, 2, "spaces"),
    ("a:\n  - b: |\n      [[x]] y\n - b: z", "wrong-indentation", 4, 2, "2 spaces before"),
    ('a:\n  - b: |\n      x\n\n      [@s "q"]\n   - b: z', "wrong-indentation", 6, 4, "2 spaces before"),
    ("a:\n  - b: x\n   - b: y", "wrong-indentation", 3, 4, "2 spaces before"),
    ("a:\n  - b: x\n    c: 1\n   - b: y", "wrong-indentation", 4, 4, "2 spaces before"),
    ('a:\n  - "x"\n   - y', "wrong-indentation", 3, 4, "2 spaces before"),
    ("a:\n- b: x\n  c: y\n - b: z", "wrong-indentation", 4, 2, "no spaces before"),
    ("a:\n  - b: x\n    c: y\n     - b: z", "wrong-indentation", 4, 6, "line above"),
    ('a: >-\nIt is [@s "q"]\n[@s "r"] too\nb: c', "wrong-indentation", 2, 1, "below a: >- by two spaces"),
    ('a: |\nIt is [@s "q"] so\nb: c', "wrong-indentation", 2, 1, "below a: | by two spaces"),
    ("a:\n  - b: |\n  [[x]] y", "wrong-indentation", 3, 3, "below b: | by two spaces"),
    # quotes
    ('a: "foo\nb: c\nd: e\n', "unclosed-quote", 1, 4, "where the value ends"),
    ("a: 'foo\nb: c\n", "unclosed-quote", 1, 4, "where the value ends"),
    ('a: "foo\nb: "c"\n', "unclosed-quote", 1, 4, "where the value ends"),
    ('a: "x\n---\nb: c', "unclosed-quote", 1, 4, "where the value ends"),
    ("a: ['b', 'c]", "unclosed-quote", 1, 10, "where the value ends"),
    ('a: "b" c', "text-after-quote", 1, 8, "around the whole value"),
    ('a: "He said "no" to it"', "text-after-quote", 1, 14, "around the whole value"),
    ("a: 'Japan's claim'", "text-after-quote", 1, 11, "apostrophe"),
    ('a: "b": c', "text-after-quote", 1, 7, "around the whole value"),
    ('a: {b: "He said "no""}', "text-after-quote", 1, 18, "around the whole value"),
    ('a: "q" [@s "w"]', "text-after-quote", 1, 8, "around the whole value"),
    (r'a: "C:\path"', "unknown-escape", 1, 7, "two backslashes"),
    (r'a: "\x4"', "unknown-escape", 1, 5, "two backslashes"),
    ("a: “Lavrov: visit”", "curly-quotes", 1, 4, "straight"),
    ("a: ‘x’: y", "curly-quotes", 1, 4, "straight"),
    ("name: “Norhaven”", "curly-quotes", 1, 7, "straight"),
    ("a:\n  - b: {c: “31.5”}", "curly-quotes", 2, 12, "straight"),
    ("a: “Norhaven says\n  “no” to it”", "curly-quotes", 1, 4, "straight"),
    ("a: ‘Japan’s claim’", "curly-quotes", 1, 4, "straight"),
    ("a: „x“", "curly-quotes", 1, 4, "straight"),
    # brackets
    ("a: [x, y\nb: c", "unclosed-bracket", 1, 4, "type ]"),
    ("a: {x: y\nb: c", "unclosed-bracket", 1, 4, "type }"),
    ("a: [x, y", "unclosed-bracket", 1, 4, "type ]"),
    ("a: {x: y]", "unclosed-bracket", 1, 4, "type }"),
    ("a: {\n  x: A,\n  y: B\nb: c", "unclosed-bracket", 1, 4, "type }"),
    ("a: {\n  x: A\n  y: B\n}", "missing-comma", 3, 3, "comma"),
    ('a: ["x" "y"]', "missing-comma", 1, 9, "comma"),
    ('a: {x: "y" z: w}', "missing-comma", 1, 12, "comma"),
    ("a: {b: By her looks, she is, c: d}", "unquoted-comma", 1, 20, 'b: "By her looks, she is"'),
    ("a: {b: one, two, three}", "unquoted-comma", 1, 11, 'b: "one, two, three"'),
    ('a: {b: He said "no", so\n  it was}', "unquoted-comma", 1, 20, "single quotes"),
    ("a: {value: 1,140, cite: x}", "unquoted-comma", 1, 13, "write 1140 without"),
    ("a: {value: 1,140,200.5}", "unquoted-comma", 1, 13, "write 1140200.5 without"),
    # values that start with a sign
    ("text: [[habomai]] was promised", "unquoted-link", 1, 7, "text: |"),
    ("text: [[habomai|The group]] and [[shikotan]]", "unquoted-link", 1, 7, "text: |"),
    ('summary: [@src "x"]', "unquoted-link", 1, 10, "summary: |"),
    ('- [@src "x"]', "unquoted-link", 1, 3, "- |"),
    ("text: [[habomai]]\n  was promised\nb: c", "unquoted-link", 1, 7, "text: |"),
    ("body:\n  [[x]] lies\n  north", "unquoted-link", 2, 3, "body: | above"),
    ("body:\n  - [[x]] lies\n  - north", "unquoted-link", 2, 5, "body: | above"),
    ("a: |\nb: [[x]] lies", "unquoted-link", 2, 4, "b: |"),
    ('cite: [@ha-2024 "q"]', "unquoted-link", 1, 7, 'cite: {source: ha-2024, quote: "…"}'),
    ("cite: [@ha-2024]", "unquoted-link", 1, 7, "type cite: ha-2024"),
    ('cite:\n  - [@ha-2024 "q"]', "unquoted-link", 2, 5, 'cite: {source: ha-2024, quote: "…"}'),
    ('a: {value: 3, cite: [@ha "q"]}', "unquoted-link", 1, 21, 'cite: {source: ha, quote: "…"}'),
    ("a: @src", "reserved-start", 1, 4, 'a: "@src"'),
    ("a: `x`", "reserved-start", 1, 4, 'a: "`x`"'),
    ("a: %x", "reserved-start", 1, 4, 'a: "%x"'),
    ("a: *x* y", "reserved-start", 1, 4, 'a: "*x* y"'),
    ("a: & y", "reserved-start", 1, 4, 'a: "& y"'),
    ("a: [x] y", "reserved-start", 1, 4, 'a: "[x] y"'),
    ("a: {x} y", "reserved-start", 1, 4, 'a: "{x} y"'),
    ("a: ]", "reserved-start", 1, 4, 'a: "]"'),
    ("a: [b, @c]", "reserved-start", 1, 8, "quotes"),
    ("a: | x", "text-after-bar", 1, 6, "next line"),
    ("a: > x", "text-after-bar", 1, 6, "next line"),
    # the rest
    ("a: [, b]", "yaml-syntax", 1, 5, "quotes"),
    ("k" * 1100 + ": b", "yaml-syntax", 1, 1, "quotes"),
    ("--- a: b", "yaml-syntax", 1, 1, "quotes"),
]


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "hint"), CASES, ids=lambda value: repr(value)[:40]
)
def test_slip(text: str, code: str, line: int, column: int, hint: str) -> None:
    parsed = parse(text.encode(), "f")
    assert parsed.root is None
    assert [fault.code for fault in parsed.diagnostics] == [code]
    fault = parsed.diagnostics[0]
    assert (fault.span.line, fault.span.column) == (line, column)
    assert hint in fault.hint


@pytest.mark.parametrize(
    "text",
    [
        "title: Lavrov: visit",
        'title: Lavrov: "yes"',
        "a: @src",
        "a: *x* y",
        "a: [x] y",
        "a: & y",
        "a: 50% of: it",
    ],
)
def test_the_line_a_hint_proposes_is_accepted(text: str) -> None:
    hint = parse(text.encode(), "f").diagnostics[0].hint
    proposed = parse(hint.removeprefix("put the whole value in quotes: ").encode(), "f")
    assert proposed.root is not None
    assert proposed.root.entries[0].name == text.partition(":")[0]


def test_a_finding_about_an_unclosed_bracket_shows_where_the_parser_gave_up() -> None:
    (fault,) = parse(b"a: [x, y\nb: c", "f").diagnostics
    assert fault.related[0].span[1:3] == (2, 2)


def test_a_dash_in_a_column_of_its_own_is_compared_with_the_others() -> None:
    (fault,) = parse(b"a:\n  - b: x\n   - b: y", "f").diagnostics
    assert fault.message == "this dash stands in column 4, the others in column 3"


@pytest.mark.parametrize(
    "text",
    [
        "a: “The World and Japan” Database",
        "a: The “World”",
        "a: “A” and “B”",
        "a: ‘Tis said “so”",
        'a: "“x”"',
        "a: '“x”'",
        "a: |\n  “x”",
        "a: >-\n  “x”\n",
        "a: “",
        'a: {b: "x, y"}',
        "a: {b: x, c: , d: }",
        "a: {b, c: d}",
        "a: [x, y]",
        "a: |\nb: c",
    ],
)
def test_no_slip(text: str) -> None:
    assert parse(text.encode(), "f").diagnostics == ()


def test_what_was_refused_before_the_break_is_reported_too() -> None:
    parsed = parse(b"a: 1\na: 2\nb: c: d", "f")
    assert [fault.code for fault in parsed.diagnostics] == ["duplicate-key", "unquoted-colon"]
