"""No bytes make `parse` raise, and what it says of them is always usable."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.strict_yaml import Mapping, Node, Parsed, Scalar, Sequence, parse, sheet
from dossier.strict_yaml.text import MAX_BYTES, MAX_FINDINGS

SHEET = """name: Shikotan
names: {ru: Шикотан, ja: 色丹島}
summary: >-
  An island of the group. [@tass-2019-02-25 "a group of
  small islands called Habomai"]
facts:
  area:
    - {value: 248, as_of: 2022, note: 'main island''s', cite: mofa-data}
claims:
  - text: "Promised to Japan, with [[habomai]], \\u00e9"
    when: 1956
body: |
  Prose, with [[habomai|words]].

  More of it.
"""
PIECES = [
    "a",
    "b: ",
    "- ",
    "?",
    ": ",
    "\n",
    "\n  ",
    " ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    '"',
    "'",
    "|",
    ">",
    "#",
    " #",
]
PIECES += [
    "&a ",
    "*a ",
    "!a ",
    "<<: ",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "\\",
    "\\u0301",
    "\\0",
    "\u3000",
    "：",
    "“",
]
PIECES += [
    "é",
    "e\u0301",
    "語",
    "😀",
    "\t",
    "\r",
    "\r\n",
    "[[a]]",
    "\u202e",
    "\ufeff",
    "a: |\n  b\n",
    "%YAML 1.1\n",
]


def walk(node: Node) -> None:
    """Ask everything of a tree that callers ask."""
    assert node.span.line >= 1
    if isinstance(node, Scalar):
        node.span_of(0, len(node.value))
        node.span_of(len(node.value) // 2, len(node.value))
    elif isinstance(node, Sequence):
        for item in node.items:
            walk(item)
    else:
        assert isinstance(node, Mapping)
        assert len(set(node.names())) == len(node.entries)
        for entry in node.entries:
            walk(entry.key)
            walk(entry.value)


def usable(parsed: Parsed, data: bytes) -> None:
    assert (parsed.root is None) == bool(parsed.diagnostics)
    assert len(parsed.diagnostics) <= MAX_FINDINGS + 1
    for fault in parsed.diagnostics:
        assert fault.message
        assert fault.hint
        assert "\n" not in fault.message + fault.hint
        assert 1 <= fault.span.line <= data.count(b"\n") + 1
        assert (fault.span.end_line, fault.span.end_column) >= (fault.span.line, fault.span.column)
        assert fault.span.column >= 1
    if parsed.root:
        walk(parsed.root)


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    usable(parse(data, "f"), data)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_anything_like_yaml(text: str) -> None:
    usable(parse(text.encode(), "f"), text.encode())


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_as_a_value(text: str) -> None:
    for data in (f"a: {text}", f'a: "{text}"', f"a: |\n  {text}"):
        encoded = data.encode("utf-8", "surrogatepass")
        usable(parse(encoded, "f"), encoded)


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(SHEET)), st.integers(0, 4), st.sampled_from(PIECES)), max_size=4)
)
def test_a_sheet_with_slips(slips: list[tuple[int, int, str]]) -> None:
    text = SHEET
    for at, cut, piece in slips:
        text = text[:at] + piece + text[at + cut :]
    usable(parse(text.encode(), "f"), text.encode())


def filled(pattern: str, before: str = "", after: str = "") -> bytes:
    """As much of a pattern as a sheet may hold."""
    room = MAX_BYTES - len(before.encode()) - len(after.encode())
    return (before + pattern * (room // len(pattern.encode())) + after).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"a: " + b"[" * 25_000,
        filled("["),
        filled("{a: "),
        filled("[["),
        filled("? "),
        filled("- "),
        filled("- - - -\n"),
        filled("-\n"),
        filled("a: "),
        filled("? a\n"),
        filled("&a "),
        filled("*a, ", "["),
        filled("!"),
        filled("%TAG !a! b\n"),
        filled("---\n"),
        filled("x"),
        filled("x", "a: "),
        filled("x", "", ": y"),
        filled("x ", "a: "),
        filled("''", "a: '", "'"),
        filled("\\x41", 'a: "', '"'),
        filled("\\0", 'a: "', '"'),
        filled("e\\u0301", 'a: "', '"'),
        filled(" ", 'a: "x', 'y"'),
        filled(" \n", 'a: "x', 'y"'),
        filled("\n", "a: |\n", "  x"),
        filled("  x\n  \n", "a: >\n"),
        filled("[],", "[", "]"),
        filled("a: b, ", "{", "}"),
        filled("\n", "a: [\n", "b: c"),
        filled(" a\n", "a: [\n", "b: c\nd: e"),
        filled("  b:\n", "a:\n", " - x"),
        filled("\t"),
        filled("\0"),
        filled("\r"),
        filled("\u202e"),
        filled("\u0301"),
        filled("\u0301\u0316"),
        filled("\u0328", "\u01ed"),
        filled("葛\U000e0100"),
        b"a: &a [x, x]\n"
        + b"".join(b"k%d: &k%d [*k%d, *k%d]\n" % (i, i, i - 1, i - 1) for i in range(1, 99)),
        "a: b\n".encode("utf-16"),
        b"\xff" * MAX_BYTES,
    ],
    ids=lambda data: repr(data[:16]),
)
def test_hostile(data: bytes) -> None:
    usable(parse(data, "f"), data)


def test_asking_for_many_places_of_one_long_scalar_walks_it_once() -> None:
    root = parse(filled("  word\n", "a: >\n"), "f").root
    assert root is not None
    scalar = root.get("a")
    assert isinstance(scalar, Scalar)
    for start in range(0, len(scalar.value) - 5, 5):
        assert scalar.span_of(start, start + 4)[1:3] == (start // 5 + 2, 3)


@pytest.fixture
def without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "_Parser", yaml.SafeLoader)


@pytest.mark.usefixtures("without_libyaml")
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_the_parser_without_libyaml_never_raises_either(text: str) -> None:
    usable(parse(text.encode(), "f"), text.encode())


@pytest.mark.usefixtures("without_libyaml")
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a: " + b"[" * 25_000, "too-deep"),
        (b"a:\n" + b"- b\n" * 20_000, "too-many-nodes"),
        (b"a: &b c", "anchor"),
        (b"a: *b", "alias"),
        (b"a: !b c", "tag"),
        (b"a: b\n---\nc: d", "several-documents"),
        (b"a: b: c", "unquoted-colon"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_the_parser_without_libyaml_refuses_the_same(data: bytes, code: str) -> None:
    assert [fault.code for fault in parse(data, "f").diagnostics] == [code]


def test_the_parser_without_libyaml_gives_the_same_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    def shown() -> str:
        return repr(parse(SHEET.encode(), "f"))

    expected = shown()
    monkeypatch.setattr(sheet, "_Parser", yaml.SafeLoader)
    assert shown() == expected
