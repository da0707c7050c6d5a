"""What comes of a sheet: strings, whatever they look like, each with its place."""

from __future__ import annotations

import pickle

import pytest

from dossier.strict_yaml import Mapping, Node, Scalar, Sequence, parse


def root_of(text: str) -> Mapping:
    parsed = parse(text.encode(), "f")
    assert parsed.diagnostics == ()
    assert parsed.root is not None
    return parsed.root


def plain(node: Node | None) -> object:
    """A node as dicts, lists and strings."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {entry.name: plain(entry.value) for entry in node.entries}


def spans(node: Node) -> list[tuple[str, int, int, int, int]]:
    """Every key and value in order, collections after what they hold, with their places."""
    if isinstance(node, Scalar):
        return [(node.value, *node.span[1:])]
    inner: list[tuple[str, int, int, int, int]] = []
    if isinstance(node, Sequence):
        for item in node.items:
            inner += spans(item)
        return [*inner, ("[]", *node.span[1:])]
    for entry in node.entries:
        inner += spans(entry.key) + spans(entry.value)
    return [*inner, ("{}", *node.span[1:])]


@pytest.mark.parametrize(
    "value",
    [
        "NO",
        "1956",
        "12:30",
        "0777",
        "~",
        "2019-02-30",
        "null",
        ".inf",
        "1e3",
        "0x1F",
        "true",
        "=",
        "9" * 4301,
        "2017-08-03/2019-09-11",
        "1950~/..",
        "-1",
        "http://example.org/a#b",
        "x:y",
        "50%",
        "C:\\x",
    ],
)
def test_scalars_stay_strings(value: str) -> None:
    scalar = root_of(f"key: {value}\n").get("key")
    assert isinstance(scalar, Scalar)
    assert (scalar.value, scalar.plain) == (value, True)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("'it''s'", "it's"),
        (r'"a\u00e9\n\"b\""', 'aé\n"b"'),
        ("|\n  a\n   b\n", "a\n b\n"),
        (">-\n  a\n  b\n\n  c\n", "a b\nc"),
        ("'NO'", "NO"),
        ("''", ""),
    ],
)
def test_other_styles(written: str, value: str) -> None:
    scalar = root_of(f"key: {written}").get("key")
    assert isinstance(scalar, Scalar)
    assert (scalar.value, scalar.plain) == (value, False)


@pytest.mark.parametrize(
    "text", ["key:", "key: ", "key:\n", "key: # a note\n", "{key: }", "{key}", "? key\n"]
)
def test_nothing_is_an_empty_plain_scalar(text: str) -> None:
    scalar = root_of(text).get("key")
    assert isinstance(scalar, Scalar)
    assert (scalar.value, scalar.plain) == ("", True)


def test_a_sheet() -> None:
    text = """
name: Shikotan
names: {ru: Шикотан, ja: 色丹島}
facts:
  area:
    - {value: 248, cite: mofa-data}
    - value: 264.13
relations:
- to: japan
  when:
"""
    assert plain(root_of(text)) == {
        "name": "Shikotan",
        "names": {"ru": "Шикотан", "ja": "色丹島"},
        "facts": {"area": [{"value": "248", "cite": "mofa-data"}, {"value": "264.13"}]},
        "relations": [{"to": "japan", "when": ""}],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b", [("a", 1, 1, 1, 2), ("b", 1, 4, 1, 5), ("{}", 1, 1, 1, 5)]),
        ("\n\n  語: 'é'\n", [("語", 3, 3, 3, 4), ("é", 3, 6, 3, 9), ("{}", 3, 3, 3, 9)]),
        ("😀: 😀😀 b", [("😀", 1, 1, 1, 2), ("😀😀 b", 1, 4, 1, 8), ("{}", 1, 1, 1, 8)]),
        (
            "a:\nb:",
            [("a", 1, 1, 1, 2), ("", 1, 3, 1, 3), ("b", 2, 1, 2, 2), ("", 2, 3, 2, 3), ("{}", 1, 1, 2, 3)],
        ),
        (
            "a:\n- 色丹\n-\n\nb: c\n",
            [
                ("a", 1, 1, 1, 2),
                ("色丹", 2, 3, 2, 5),
                ("", 3, 2, 3, 2),
                ("[]", 2, 1, 3, 2),
                ("b", 5, 1, 5, 2),
                ("c", 5, 4, 5, 5),
                ("{}", 1, 1, 5, 5),
            ],
        ),
        (
            "😀: [b, {c: d} ]",
            [
                ("😀", 1, 1, 1, 2),
                ("b", 1, 5, 1, 6),
                ("c", 1, 9, 1, 10),
                ("d", 1, 12, 1, 13),
                ("{}", 1, 8, 1, 14),
                ("[]", 1, 4, 1, 16),
                ("{}", 1, 1, 1, 16),
            ],
        ),
        ("a: |\n  b\n\n\n", [("a", 1, 1, 1, 2), ("b\n", 1, 4, 2, 4), ("{}", 1, 1, 2, 4)]),
        ("a: >\n  b\n# note\n", [("a", 1, 1, 1, 2), ("b\n", 1, 4, 2, 4), ("{}", 1, 1, 2, 4)]),
        ("a: b\n  c # d\n", [("a", 1, 1, 1, 2), ("b c", 1, 4, 2, 4), ("{}", 1, 1, 2, 4)]),
        (
            "a:\r\n  b: c\r\n",
            [("a", 1, 1, 1, 2), ("b", 2, 3, 2, 4), ("c", 2, 6, 2, 7), ("{}", 2, 3, 2, 7), ("{}", 1, 1, 2, 7)],
        ),
    ],
)
def test_places(text: str, expected: list[tuple[str, int, int, int, int]]) -> None:
    assert spans(root_of(text)) == expected


def test_looking_up() -> None:
    root = root_of("a: b\nc: [d]\n")
    assert root.names() == ("a", "c")
    assert plain(root.get("c")) == ["d"]
    assert root.get("d") is None
    entry = root.entry("c")
    assert entry is not None
    assert (entry.name, entry.span[1:]) == ("c", (2, 1, 2, 7))
    assert root.entry("d") is None


def test_nodes_travel_between_processes() -> None:
    root = root_of("a: b\n")
    copy = pickle.loads(pickle.dumps(root))
    assert spans(copy) == spans(root)


def test_a_node_is_shown_without_its_whole_file() -> None:
    assert len(repr(root_of("a: b\n# " + "x" * 5000))) < 500
