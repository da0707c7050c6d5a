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
    ("a:\n  -b\n  -c: d", "missing-space", 3, 3, '"- "'),
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
    # brackets
    ("a: [x, y\nb: c", "unclosed-bracket", 1, 4, "type ]"),
    ("a: {x: y\nb: c", "unclosed-bracket", 1, 4, "type }"),
    ("a: [x, y", "unclosed-bracket", 1, 4, "type ]"),
    ("a: {x: y]", "unclosed-bracket", 1, 4, "type }"),
    ("a: {\n  x: A,\n  y: B\nb: c", "unclosed-bracket", 1, 4, "type }"),
    ("a: {\n  x: A\n  y: B\n}", "missing-comma", 3, 3, "comma"),
    ('a: ["x" "y"]', "missing-comma", 1, 9, "comma"),
    ('a: {x: "y" z: w}', "missing-comma", 1, 12, "comma"),
    # values that start with a sign
    ("text: [[habomai]] was promised", "unquoted-link", 1, 7, "text: |"),
    ("text: [[habomai|The group]] and [[shikotan]]", "unquoted-link", 1, 7, "text: |"),
    ('summary: [@src "x"]', "unquoted-link", 1, 10, "summary: |"),
    ('- [@src "x"]', "unquoted-link", 1, 3, "- |"),
    ("text: [[habomai]]\n  was promised\nb: c", "unquoted-link", 1, 7, "text: |"),
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


def test_what_was_refused_before_the_break_is_reported_too() -> None:
    parsed = parse(b"a: 1\na: 2\nb: c: d", "f")
    assert [fault.code for fault in parsed.diagnostics] == ["duplicate-key", "unquoted-colon"]
