"""Text written as a YAML value is read back as that text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.strict_yaml import Mapping, Scalar, parse
from dossier.strict_yaml.writing import scalar

PRINTABLE = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"], max_codepoint=0x2FF))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Anna Berg", "Anna Berg"),
        ("Peace (draft)", "Peace (draft)"),
        ("1956", "1956"),
        ("Talks: a beginning", '"Talks: a beginning"'),
        ("- none", '"- none"'),
        ("A #1", '"A #1"'),
        ('The "rock"', '"The \\"rock\\""'),
        ("", '""'),
    ],
)
def test_quotes_stand_only_where_they_must(text: str, written: str) -> None:
    assert scalar(text) == written


@given(PRINTABLE)
@example("a: b")
@example("a\\b")
@example("a b ")
def test_any_text_is_read_back_wherever_it_stands(text: str) -> None:
    sheet = f"line: {scalar(text)}\nbraces: {{a: {scalar(text)}, b: [{scalar(text)}]}}\n"
    parsed = parse(sheet.encode(), "content/a.yml")
    if parsed.root is None:
        assert not {each.code for each in parsed.diagnostics} & {
            "yaml-syntax",
            "unquoted-colon",
            "unquoted-comma",
        }
        return
    line, braces = parsed.root.get("line"), parsed.root.get("braces")
    assert isinstance(line, Scalar)
    assert isinstance(braces, Mapping)
    assert line.value == text
    inner = braces.get("a")
    assert isinstance(inner, Scalar)
    assert inner.value == text
