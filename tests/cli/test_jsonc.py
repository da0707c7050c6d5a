"""Files of settings: one entry changes, and nothing else of the file."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.cli.jsonc import put, read


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{}", '{\n  "k": 1\n}'),
        ("{\n}\n", '{\n  "k": 1\n}\n'),
        ('{"a": 1}', '{"a": 1,\n  "k": 1\n}'),
        ('{\n    "a": 1\n}\n', '{\n    "a": 1,\n    "k": 1\n}\n'),
        ('{\n\t"a": 1, // one\n}', '{\n\t"a": 1, // one\n\t"k": 1\n}'),
        ('{\n  "a": 1 // one, two }\n  // three\n}', '{\n  "a": 1, // one, two }\n  // three\n  "k": 1\n}'),
        ('// first\n{\n  "a": "}//"\n}\n// last\n', '// first\n{\n  "a": "}//",\n  "k": 1\n}\n// last\n'),
        ('{\r\n  "a": 1\r\n}\r\n', '{\r\n  "a": 1,\r\n  "k": 1\r\n}\r\n'),
        ('{"k": 2, "a": {"k": 3}}', '{"k": 1, "a": {"k": 3}}'),
        ('{"a": {"k": 3}, /* k */ "k" : {"x": [2]} /* was */}', '{"a": {"k": 3}, /* k */ "k" : 1 /* was */}'),
        ('{"k":\n1}', '{"k":\n1}'),
        ('\ufeff{"k": 2}', '\ufeff{"k": 1}'),
    ],
)  # fmt: skip
def test_one_entry_changes(before: str, after: str) -> None:
    assert put(before, "k", 1) == after


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", '"x"', "{", "{}}", '{"a" 1}', '{"a": 1,, "b": 2}', '{"a": 1 "b": 2}', '{"k": 1, "k": 2}',
     '{"a": /}', '{/* }', '{"k": [1, /* two */ 2]}', '{"k": [1,]}', "{,}", "[" * 9999, '{"a": "\n"}'],
)  # fmt: skip
def test_what_is_not_understood_is_left_alone(text: str) -> None:
    assert put(text, "k", 1) is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=9,
)


@given(
    settings=st.dictionaries(st.text(), VALUES, max_size=4),
    indent=st.sampled_from([None, 1, 2, 4, "\t"]),
    key=st.text(),
    value=VALUES,
)
def test_any_setting_can_be_put_among_any_others(
    settings: dict[str, Any], indent: Any, key: str, value: Any
) -> None:
    changed = put(json.dumps(settings, indent=indent), key, value)
    assert changed is not None
    assert json.loads(changed) == {**settings, key: value}
    assert list(json.loads(changed)) == list({**settings, key: value})
    assert put(changed, key, value) == changed


@given(st.text('{}[],:"/*\\\n ak1', max_size=20))
def test_no_text_makes_it_raise(text: str) -> None:
    before, changed = read(text), put(text, "k", 1)
    if changed is not None:
        assert before is not None
        assert read(changed) == {**before, "k": 1}
