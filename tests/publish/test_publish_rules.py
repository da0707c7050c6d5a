"""The rules of publishing explain themselves."""

from __future__ import annotations

from typing import Any

import pytest

from dossier.diagnostics import Rule
from dossier.publish import RULES, rules, search_rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_is_bad_and_what_is_good(rule: Rule[Any]) -> None:
    assert "Bad:" in rule.explanation
    assert "Good:" in rule.explanation


def test_every_rule_is_listed() -> None:
    named = {**vars(rules), **vars(search_rules)}
    defined = {each for each in named.values() if isinstance(each, Rule)}
    assert defined == set(RULES)
