"""Bytes of a sheet to nodes with spans, through a small and safe part of YAML.

Owns what a sheet may be made of: the text (`check_text`), the YAML in it (`parse`) and the values that come
of it. It gives no scalar a type and knows no key: what a sheet must say is for the model.
"""

from __future__ import annotations

from dossier.diagnostics import Rule
from dossier.strict_yaml import characters, rules, syntax_rules, text, value_rules
from dossier.strict_yaml.nodes import Entry, Mapping, Node, Parsed, Scalar, Sequence
from dossier.strict_yaml.sheet import parse
from dossier.strict_yaml.source import Source
from dossier.strict_yaml.text import Checked, check_text

__all__ = [
    "RULES",
    "Checked",
    "Entry",
    "Mapping",
    "Node",
    "Parsed",
    "Scalar",
    "Sequence",
    "Source",
    "check_text",
    "parse",
]

RULES: tuple[Rule[...], ...] = (
    *text.RULES,
    *characters.RULES,
    *rules.RULES,
    *syntax_rules.RULES,
    *value_rules.RULES,
)
