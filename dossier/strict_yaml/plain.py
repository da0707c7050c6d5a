"""Values without quotes that can be read, but not as they were meant: a list with other marks, other brackets, a `#`.

Owns the guessing where YAML takes such a value for text and says nothing. The words are in `value_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.diagnostics import Diagnostic
from dossier.strict_yaml import syntax_rules, value_rules
from dossier.strict_yaml.nodes import Mapping, Node, Scalar
from dossier.strict_yaml.quotes import QUOTING, in_other_quotes

__all__ = ["LIST_MARK", "list_faults", "plain_faults"]

LIST_MARK = re.compile(r"(?P<mark>[–—−‒―ー－•·▪◦*]|\d{1,2}[.)])(?=\s)")
_TIGHT_DASH = re.compile(r"-(?=[^\W\d])")
_NEXT_DASH = re.compile(r"\n *(?P<mark>-)(?= |[^\W\d])(?![^\n]*: )")
_CUT_OFF = re.compile(r" +(?P<rest>#[^\s#][^\n]*)")
_ODD_COMMA = re.compile("[、，;；](?=.)")
_WIDE = {"［": ("］", "["), "｛": ("｝", "{")}
_OPENING = {"]": "[", "}": "{"}
_SUSPICIOUS = QUOTING | frozenset("–—−‒―ー－•·▪◦*-0123456789［｛(")


def plain_faults(scalar: Scalar, *, hash_in_file: bool) -> Iterator[Diagnostic]:
    """What a value without quotes was probably meant to be instead of the text it is."""
    value = scalar.value
    found = _odd_start(scalar) if value[:1] in _SUSPICIOUS else None
    if not found and scalar.end - scalar.start != len(value):
        found = _next_dash(scalar)
    if found:
        yield found
    if value[-1:] in _OPENING and _OPENING[value[-1]] not in value:
        at, opening = scalar.source.span(scalar.end - 1, scalar.end), _OPENING[value[-1]]
        yield value_rules.wrong_bracket(
            at, f"{value[-1]} closes a bracket that was not opened", f"type {opening} where it begins"
        )
    if hash_in_file and (cut := _CUT_OFF.match(scalar.source.text, scalar.end)):
        yield value_rules.text_cut_off(scalar.source.span(cut.start("rest"), cut.end()))


def _next_dash(scalar: Scalar) -> Diagnostic | None:
    """A list that goes on below a value; a line that is broken besides is explained by the parser's error."""
    dash = _NEXT_DASH.search(scalar.source.text, scalar.start)
    if dash is None or dash.start() >= scalar.end:
        return None
    return value_rules.list_mark(
        scalar.source.span(dash.start("mark"), dash.end("mark")),
        "this line starts with a dash, but goes on with the text above it",
        'put each item on a line of its own after "- ", the first too; for text, put all of it in quotes',
    )


def _odd_start(scalar: Scalar) -> Diagnostic | None:
    source, start, value = scalar.source, scalar.start, scalar.value
    line, words = source.line_at(start)
    first = source.span(start, start + 1)
    if in_other_quotes(value):
        return syntax_rules.curly_quotes(first, value[0])
    if value[0] in _WIDE and value[-1] == _WIDE[value[0]][0]:
        return value_rules.wide_bracket(first, value[0], _WIDE[value[0]][1])
    if words[: start - line].strip(" "):
        return None
    if mark := LIST_MARK.match(source.text, start):
        return value_rules.list_mark(source.span(start, mark.end()), *value_rules.other_mark(mark["mark"]))
    if _TIGHT_DASH.match(source.text, start):
        return syntax_rules.missing_space(first, "dash", 'a space after it: "- "')
    return None


def list_faults(start: int, items: Sequence[Node]) -> Iterator[Diagnostic]:
    """What the items between square brackets were probably meant to be: more of them, or fields between braces."""
    for item in items:
        if isinstance(item, Scalar) and item.plain and (comma := _ODD_COMMA.search(item.value)):
            yield value_rules.odd_comma(item.span_of(comma.start(), comma.end()), comma[0])
    pair = next((item for item in items if isinstance(item, Mapping)), None)
    if pair and pair.source.text[pair.start] != "{":
        yield value_rules.wrong_bracket(
            pair.source.span(start, start + 1),
            "a list in [ ] holds fields, which stand in { }",
            "type { and } around them instead",
        )
