"""What is refused, with which code, and at which place."""

from __future__ import annotations

import re

import pytest

from dossier.diagnostics import Severity
from dossier.strict_yaml import RULES, check_text, parse
from dossier.strict_yaml.rules import MAX_DEPTH, MAX_NODES
from dossier.strict_yaml.text import MAX_BYTES, MAX_FINDINGS

CASES: list[tuple[bytes, str, int, int]] = [
    # the file
    (b"a: " + b"x" * MAX_BYTES, "file-too-large", 1, 1),
    ("a: b".encode("utf-16"), "not-utf8", 1, 1),
    ("a: b".encode("utf-16-be"), "not-utf8", 1, 1),
    ("a: b".encode("utf-32"), "not-utf8", 1, 1),
    ("a: b\nc: é".encode("latin-1"), "not-utf8", 2, 4),
    ("a: 色é".encode() + b"\xff", "not-utf8", 1, 6),
    (b"a: \xed\xa0\x80", "not-utf8", 1, 4),
    (b"a: \xc0\x80", "not-utf8", 1, 4),
    (b"\xef\xbb\xbfa: b", "byte-order-mark", 1, 1),
    # characters
    ("a: b\nc: 😀e\u0301x".encode(), "not-nfc", 2, 5),
    ("a: \u212b".encode(), "not-nfc", 1, 4),
    ("a: \u09c7\u09be".encode(), "not-nfc", 1, 4),
    ("a: \u1100\u1161".encode(), "not-nfc", 1, 4),
    (b"a: b\0c", "control-character", 1, 5),
    (b"a: b\x7f", "control-character", 1, 5),
    ("a: b\x85c".encode(), "control-character", 1, 5),
    (b"a: b\rc: d", "lone-carriage-return", 1, 5),
    ("a: 語\u202ex".encode(), "bidirectional-character", 1, 5),
    ("a: b\u200b".encode(), "invisible-character", 1, 5),
    ("a: b\ufeff".encode(), "invisible-character", 1, 5),
    ("a: b\u2028c".encode(), "invisible-character", 1, 5),
    ("a: b\ufe0f".encode(), "invisible-character", 1, 5),
    ("a: b\ue000".encode(), "undefined-character", 1, 5),
    ("a: b\U0010ffff".encode(), "undefined-character", 1, 5),
    ("# \u202e\na: b".encode(), "bidirectional-character", 1, 3),
    # the same behind an escape
    (rb'a: "b\0"', "control-character", 1, 6),
    (rb'a: "b\N"', "control-character", 1, 6),
    (rb'a: "b\r"', "lone-carriage-return", 1, 6),
    (rb'a: "b\u202e"', "bidirectional-character", 1, 6),
    (b'a: "b\n  c\\u200b"', "invisible-character", 2, 4),
    (rb'a: "b\U000E0001"', "invisible-character", 1, 6),
    (rb'a: "b\uFFFF"', "undefined-character", 1, 6),
    (rb'a: "be\u0301"', "not-nfc", 1, 6),
    (rb'a: "b\tc"', "tab-in-text", 1, 6),
    (rb'"b\0": a', "control-character", 1, 3),
    (rb'a: "\ud800"', "unknown-escape", 1, 5),
    # tabs
    (b"a:\n\tb: c", "tab-indents-line", 2, 1),
    (b"a:\n  \tb: c", "tab-indents-line", 2, 1),
    (b"a:\tb", "tab-in-text", 1, 3),
    (b"a: |\n  b\tc", "tab-in-text", 2, 4),
    # limits
    (b"a: " + b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, "too-deep", 1, 3 + MAX_DEPTH),
    (b"- " * (MAX_DEPTH + 1), "too-deep", 1, 1 + 2 * MAX_DEPTH),
    (b"a:\n" + b"- b\n" * MAX_NODES, "too-many-nodes", MAX_NODES - 1, 3),
    # what YAML can do and a sheet may not
    (b"a: b\nc: &d e", "anchor", 2, 4),
    (b"a: b\nc: *d", "alias", 2, 4),
    (b"*a : b", "alias", 1, 1),
    (b"a: {<<: {b: c}}", "merge-key", 1, 5),
    (b"a: !b c", "tag", 1, 4),
    (b"a: !!str c", "tag", 1, 4),
    (b"a: ! c", "tag", 1, 4),
    (b"a: !<tag:yaml.org,2002:str> c", "tag", 1, 4),
    (b"a: [!b [c]]", "tag", 1, 5),
    (b"%YAML 1.2\n---\na: b", "directive", 1, 1),
    (b"%TAG ! !b\n---\na: b", "directive", 1, 1),
    (b"%ODD thing\n---\na: b", "directive", 1, 1),
    (b"a: b\n---\nc: d", "several-documents", 2, 1),
    (b"a: b\n...\nc: d", "several-documents", 3, 1),
    (b"a: b\nc: d\na: e", "duplicate-key", 3, 1),
    (b'a: {b: c, "b": d}', "duplicate-key", 1, 11),
    (b"? [a]\n: b", "key-not-text", 1, 3),
    (b"{{b: c}: d}", "key-not-text", 1, 2),
    (b'"": b', "empty-key", 1, 1),
    (b": b", "empty-key", 1, 1),
    (b"a: b\n: c", "empty-key", 2, 1),
    ("a: b\n\u3000c: d".encode(), "unusual-space", 2, 1),
    ("a: b\nc:\u00a0d\ne: f".encode(), "unusual-space", 2, 3),
    # the whole
    (b"", "empty-sheet", 1, 1),
    (b"# nothing yet\n", "empty-sheet", 1, 1),
    (b"---\n", "empty-sheet", 1, 1),
    (b"- a\n- b", "not-a-mapping", 1, 1),
    (b"Shikotan", "not-a-mapping", 1, 1),
    (b"\n[a]", "not-a-mapping", 2, 1),
]


@pytest.mark.parametrize(("data", "code", "line", "column"), CASES, ids=lambda value: repr(value)[:40])
def test_refusal(data: bytes, code: str, line: int, column: int) -> None:
    parsed = parse(data, "content/islands/x.yml")
    assert parsed.root is None
    assert [diagnostic.code for diagnostic in parsed.diagnostics] == [code]
    span = parsed.diagnostics[0].span
    assert (span.file, span.line, span.column) == ("content/islands/x.yml", line, column)
    assert parsed.diagnostics[0].hint
    assert parsed.diagnostics[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "a: 葛\U000e0100城",  # a variation selector picks the form of the ideograph
        "a: 神\ufe00",
        "a: b\r\nc:\r\n  - d\r\n",
        "--- \na: b\n",
        "a: b\n...\n",
        "a: “quoted” and 「引用」 — 50\u00a0km",
        'a: "b\\nc\\\\d\\"e\\u00e9"',
        "a: x & y ! z * w @ v",
        "a: b\nc: [d, {e: f}]",
        "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1),
        "a:\n" + "- b\n" * (MAX_NODES - 3),
    ],
)
def test_accepted(text: str) -> None:
    assert parse(text.encode(), "f").diagnostics == ()


def test_a_file_as_large_as_the_limit_is_read() -> None:
    assert parse(b"a: " + b"x" * (MAX_BYTES - 3), "f").root is not None


def test_the_limit_is_the_callers_for_other_texts() -> None:
    assert check_text(b"x" * 11, "f", limit=10).diagnostics[0].code == "file-too-large"
    assert check_text(b"x" * (MAX_BYTES + 1), "f", limit=2 * MAX_BYTES) == ("x" * (MAX_BYTES + 1), ())


def test_text_is_given_beside_its_faults_and_tabs_are_no_fault_of_it() -> None:
    text, faults = check_text("a\tb\r\nc\u200bd".encode(), "f")
    assert text == "a\tb\nc\u200bd"
    assert [fault.code for fault in faults] == ["invisible-character"]


def test_the_first_of_two_keys_is_shown_too() -> None:
    (duplicate,) = parse(b"a: 1\nb: 2\na: 3", "f").diagnostics
    assert duplicate.related[0].span[1:] == (1, 1, 1, 2)


def test_several_refusals_come_at_once() -> None:
    parsed = parse(b"a: &b c\nd: !e f\na: *b\n? [g]\n: h\n", "f")
    codes = [fault.code for fault in parsed.diagnostics]
    assert codes == ["anchor", "tag", "alias", "duplicate-key", "key-not-text"]


@pytest.mark.parametrize(
    "data", ["\u200b".encode() * 50, b"\tx\n" * 50, b"a: b\n" * 50, b'a: "' + rb"\0" * 50 + b'"']
)
def test_findings_are_capped(data: bytes) -> None:
    assert len(parse(data, "f").diagnostics) == MAX_FINDINGS


@pytest.mark.parametrize("data", [b"a: &b c: d", b"a: *b c"])
def test_one_slip_makes_one_finding(data: bytes) -> None:
    assert len(parse(data, "f").diagnostics) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("a: \u202e".encode(), "U+202E RIGHT-TO-LEFT OVERRIDE"),
        (rb'a: "\u202e"', r"the escape \u202e makes U+202E RIGHT-TO-LEFT OVERRIDE"),
        (b"a: \0", "U+0000 NULL"),
        ("a: \ue123".encode(), "U+E123 PRIVATE USE"),
        ("a: b".encode("utf-16"), "UTF-16"),
        (b"a: \xe9", "0xE9"),
        ("a: e\u0301".encode(), "U+0065 and U+0301"),
    ],
)
def test_the_message_names_the_character(data: bytes, words: str) -> None:
    assert words in parse(data, "f").diagnostics[0].message


def test_messages_are_short_and_on_one_line() -> None:
    long = b'"' + b"k\\n" * 300 + b'"'
    for data in (
        b"{" + long + b": a, " + long + b": b}",
        b"a: &" + b"b" * 3000 + b" c",
        b"x" * 900 + b": b: c",
    ):
        for fault in parse(data, "f").diagnostics:
            assert "\n" not in fault.message + fault.hint
            assert len(fault.message) < 200
            assert len(fault.hint) < 250


def example(explanation: str, title: str) -> bytes:
    """The indented block under `Bad:` or `Good:`."""
    found = re.search(rf"^{title}:\n\n((?:    .*\n|\n)+)", explanation + "\n", re.MULTILINE)
    assert found, explanation
    lines = [line[4:] for line in found[1].splitlines()]
    return "\n".join(lines).replace("<tab>", "\t").strip("\n").encode()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_explains_itself_with_examples_that_hold(rule: object) -> None:
    code, explanation = getattr(rule, "code", ""), getattr(rule, "explanation", "")
    bad, good = example(explanation, "Bad"), example(explanation, "Good")
    if not good.startswith(b"#"):
        assert parse(good, "f").diagnostics == ()
    if not bad.startswith(b"#") or code == "empty-sheet":
        assert [fault.code for fault in parse(bad, "f").diagnostics] == [code]


def test_codes_are_unique() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
