"""Broken YAML around quotation marks: one never closed, text after one, a backslash, a curly pair.

Owns the habits of quoted scalars; `habits` tries them among the others.
"""

from __future__ import annotations

import re

from dossier.diagnostics import Diagnostic
from dossier.strict_yaml import syntax_rules
from dossier.strict_yaml.nodes import Scalar
from dossier.strict_yaml.trouble import Trouble

__all__ = [
    "CURLY",
    "QUOTING",
    "explain_backslash",
    "explain_curly_quotes",
    "explain_text_after_quote",
    "explain_unclosed_quote",
    "in_other_quotes",
]


_SWALLOWED = re.compile(r"\n *(?:- +)?[\w-]+:(?: |\n)")
_NEXT_ITEM = re.compile(r"[\"']|[\w-]+:")
_ESCAPE = re.compile(r"\\(?:x\w{0,2}|u\w{0,4}|U\w{0,8}|.?)")
_DOUBLE = "“”„‟＂"
_SINGLE = "‘’‚‛"
CURLY = frozenset(_DOUBLE + _SINGLE)
_PAIRS = ("«»", "‹›", "「」", "『』", "﹁﹂", "〝〟")
QUOTING = CURLY | {pair[0] for pair in _PAIRS}


def explain_unclosed_quote(trouble: Trouble) -> Diagnostic | None:
    """A quotation mark with no other: the file ends, or a later one ended the text, keys and all."""
    start = -1
    if "quoted scalar" in trouble.context and trouble.problem.startswith("found unexpected"):
        start = trouble.since
    elif _follows_quoted(trouble) and trouble.quoted and _SWALLOWED.search(_written(trouble.quoted)):
        start = trouble.quoted.start
    if start < 0:
        return None
    return syntax_rules.unclosed_quote(trouble.span(start), trouble.source.text[start])


def explain_backslash(trouble: Trouble) -> Diagnostic | None:
    """A backslash between double quotes that starts no escape."""
    if "quoted scalar" not in trouble.context:
        return None
    start = trouble.source.text.rfind("\\", trouble.since, trouble.at + 1)
    written = _ESCAPE.match(trouble.source.text, start) if start >= 0 else None
    if not written:
        return None
    return syntax_rules.unknown_escape(trouble.span(start, written.end()), written[0])


def explain_text_after_quote(trouble: Trouble) -> Diagnostic | None:
    """Words between quotes at the start of a longer text, or a quotation mark or apostrophe inside one."""
    line, at = trouble.line, trouble.at
    rest = trouble.source.text[at : line.end]
    next_item = "flow" in trouble.context and _NEXT_ITEM.match(rest)
    if _follows_quoted(trouble) and trouble.quoted and rest and not next_item:
        quote = trouble.source.text[trouble.quoted.start]
        return syntax_rules.text_after_quote(trouble.span(at, line.end), quote)
    before = trouble.source.text[line.value_index : at].rstrip()
    if trouble.character == ":" and len(before) > 1 and before[0] == before[-1] and before[0] in "\"'":
        return syntax_rules.text_after_quote(trouble.span(at, line.end), before[0])
    return None


def explain_curly_quotes(trouble: Trouble) -> Diagnostic | None:
    """Curly quotation marks around a value that needs straight ones."""
    line = trouble.line
    if line.value and line.value[0] in CURLY and line.value_index < trouble.at:
        return syntax_rules.curly_quotes(trouble.span(line.value_index), line.value[0])
    return None


def in_other_quotes(value: str) -> bool:
    """Whether one pair of quotation marks, not straight ones, holds a whole value, not two pairs a word at each end."""
    pair = value[:1] + value[-1:]
    if pair in _PAIRS:
        return value.find(pair[1]) == len(value) - 1
    if len(value) < 2 or not (all(mark in _DOUBLE for mark in pair) or all(mark in _SINGLE for mark in pair)):
        return False
    closed = value.find(pair[1], 1)
    return closed == len(value) - 1 or value.find(pair[0], closed + 1, -1) < 0


def _follows_quoted(trouble: Trouble) -> bool:
    """Whether only spaces stand between the last quoted scalar and the problem."""
    quoted = trouble.quoted
    if quoted is None or trouble.at < quoted.end:
        return False
    return not trouble.source.text[quoted.end : trouble.at].strip(" ")


def _written(scalar: Scalar) -> str:
    return scalar.source.text[scalar.start : scalar.end]
