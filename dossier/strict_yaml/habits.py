"""A YAML error to the slip that caused it, said in the words of someone who writes sheets.

Owns the guessing, one function for each habit, tried in order; the last one fits every error. The words are
in `syntax_rules`, the taking apart of lines in `trouble`.
"""

from __future__ import annotations

import re

from yaml.error import YAMLError

from dossier.diagnostics import Diagnostic
from dossier.strict_yaml import rules, syntax_rules, value_rules
from dossier.strict_yaml.brackets import explain_bracket
from dossier.strict_yaml.indentation import askew, explain_unindented_text, is_beside_key
from dossier.strict_yaml.nodes import Scalar
from dossier.strict_yaml.odd_lines import odd_key
from dossier.strict_yaml.plain import LIST_MARK
from dossier.strict_yaml.quotes import (
    explain_backslash,
    explain_curly_quotes,
    explain_text_after_quote,
    explain_unclosed_quote,
)
from dossier.strict_yaml.source import Source, brief
from dossier.strict_yaml.trouble import Line, Trouble, in_quotes

__all__ = ["explain_bare_text", "explain_error"]

_WORD_KEY = re.compile(r"[\w-]+")
_LINK = re.compile(r"\[\[[^\[\],]+\]\]|\[@")
_CITATION = re.compile(r"\[@(?P<source>[\w-]+)(?P<more> )?")
_CITE_IN_BRACES = re.compile(r"[{,] *cite: *\[$")
_OTHER_BRACKETS = {"［": "[", "｛": "{", "(": "{"}
_KEY_AND_VALUE = re.compile(r"(?P<key>[a-z][a-z0-9_]{0,30})(?: *= *| +)(?P<value>\S.{0,60})")
_LONGEST_KEY = 1024  # the YAML standard's own limit
_RESERVED = "@`%*&!{}[],?|>"
_PLAIN_WORDS = {
    "did not find expected node content": "a value was expected here",
    "did not find expected key": "a key was expected here",
    "did not find expected '-' indicator": "an item with a dash was expected here",
}


def explain_error(error: YAMLError, source: Source, quoted: Scalar | None) -> Diagnostic:
    """The one diagnostic for an error of the YAML parser; `quoted` is the last quoted scalar before it."""
    trouble = Trouble.of(error, source, quoted)
    found = (habit(trouble) for habit in _HABITS)
    return next((diagnostic for diagnostic in found if diagnostic), None) or _unexplained(trouble)


def explain_bare_text(root: Scalar, source: Source) -> Diagnostic:
    """Why a whole file was read as one piece of text."""
    trouble = Trouble(source, "", root.start, "", root.start, None)
    return odd_key(trouble, trouble.line) or rules.not_a_mapping(trouble.span(root.start))


def _directive(trouble: Trouble) -> Diagnostic | None:
    line = trouble.line
    return rules.directive(trouble.span(line.start, line.end)) if line.text.startswith("%") else None


def _second_document(trouble: Trouble) -> Diagnostic | None:
    if trouble.problem == "did not find expected <document start>":
        return rules.several_documents(trouble.span(trouble.at, trouble.line.end))
    return None


def _bar(trouble: Trouble) -> Diagnostic | None:
    if "block scalar" not in trouble.context:
        return None
    bar = trouble.source.text[trouble.since]
    return syntax_rules.text_after_bar(trouble.span(trouble.at, trouble.line.end), bar)


def _link(trouble: Trouble) -> Diagnostic | None:
    """Text that starts with a link or a citation; the error may only show on its second line."""
    line = trouble.line
    above = trouble.above(line) if trouble.at == line.content_index else None
    for candidate in (line, above):
        if candidate and _LINK.match(candidate.value) and candidate.value_index <= trouble.at:
            if trouble.in_block(candidate):
                continue
            start = candidate.value_index
            instead = _instead_of_link(trouble, candidate)
            return syntax_rules.unquoted_link(trouble.span(start, start + 2), candidate.value[:2], instead)
    bracket = trouble.at - 1
    if trouble.character == "@" and _CITE_IN_BRACES.search(trouble.source.text, line.start, trouble.at):
        instead = _instead_of_citation(trouble.source.text[bracket : line.end])
        return syntax_rules.unquoted_link(trouble.span(bracket, bracket + 2), "[@", instead)
    return None


def _instead_of_link(trouble: Trouble, line: Line) -> str:
    """What to type for a value that starts with a link or a citation: it may stand under a key with no bar."""
    parent = None if line.key else trouble.parent(line)
    above = parent.key if parent and not parent.value.strip() else ""
    if "cite" in (line.key, above) and line.value.startswith("[@"):
        return _instead_of_citation(line.value)
    if above and not line.lead.strip():
        return f"type {brief(above)}: | above the text, which stays two spaces further in"
    if above:
        return (
            f"type {brief(above)}: | above these lines if they are its text; if they are a list, type - | and put "
            "the text on the next line, two spaces further in"
        )
    key = f"{brief(line.key)}:" if line.key else "-"
    return f"type {key} | and put the text on the next line, two spaces further in"


def _instead_of_citation(written: str) -> str:
    """What to type under `cite`, which holds an id, or a mapping, and not a citation as text has it."""
    found = _CITATION.match(written)
    source = brief(found["source"]) if found else "id"
    if found and not found["more"]:
        return f"type cite: {source}"
    return f'type cite: {{source: {source}, quote: "…"}}'


def _reserved_start(trouble: Trouble) -> Diagnostic | None:
    line, start = trouble.line, trouble.at
    if "alias" in trouble.context or "anchor" in trouble.context or "tag" in trouble.context:
        start = trouble.since
    elif "cannot start" not in trouble.problem and "flow" not in trouble.context:
        start = line.value_index
    character = trouble.source.text[start : start + 1]
    if not character or character not in _RESERVED or start > trouble.at:
        return None
    if "flow" in trouble.context and "content" in trouble.problem:
        return None
    if start == line.content_index and (mark := LIST_MARK.match(line.text, line.indent)):
        return value_rules.list_mark(trouble.span(start), *value_rules.other_mark(mark["mark"]))
    instead = in_quotes(line) if start == line.value_index else "put the text in quotes"
    return syntax_rules.reserved_start(trouble.span(start), character, instead)


def _list_beside_key(trouble: Trouble) -> Diagnostic | None:
    if trouble.problem.startswith("block sequence entries") and trouble.line.key:
        return syntax_rules.list_beside_key(trouble.span(trouble.at))
    return None


def _colon(trouble: Trouble) -> Diagnostic | None:
    """A colon that makes a key where none can be: inside a value, or on a line that starts askew."""
    if not trouble.problem.startswith("mapping values"):
        return None
    line = trouble.line
    above = trouble.above(line)
    if line.value[:1] in _OTHER_BRACKETS and line.value_index < trouble.at:
        return _other_bracket(trouble, line)
    if line.text.startswith("--- "):
        return syntax_rules.yaml_syntax(trouble.span(line.start, trouble.at), "a key follows three dashes")
    if len(line.key) > _LONGEST_KEY:
        return syntax_rules.yaml_syntax(
            trouble.span(line.content_index), f"a key is longer than {_LONGEST_KEY:,} characters"
        )
    if trouble.at > line.colon_index:
        return syntax_rules.unquoted_colon(trouble.span(trouble.at), in_quotes(line))
    if above and not above.key:
        odd = odd_key(trouble, above)
        if odd or above.indent == line.indent:
            return odd or _keyless(trouble, above)
    if not _WORD_KEY.fullmatch(line.key):
        return syntax_rules.unquoted_colon(
            trouble.span(trouble.at), "put the value in quotes, all its lines together"
        )
    return askew(trouble, line, trouble.span(line.content_index, line.colon_index))


def _other_bracket(trouble: Trouble, line: Line) -> Diagnostic:
    """Fields between brackets that are none to YAML."""
    opening, span = line.value[0], trouble.span(line.value_index)
    if opening == "(":
        return value_rules.wrong_bracket(
            span, "fields do not stand in ( )", "type { and } around them instead"
        )
    return value_rules.wide_bracket(span, opening, _OTHER_BRACKETS[opening])


def _no_colon(trouble: Trouble) -> Diagnostic | None:
    """A line of a mapping that is no `key: value`."""
    if not trouble.problem.startswith("could not find expected ':'"):
        return None
    line = trouble.line_of(trouble.since)
    if odd := odd_key(trouble, line):
        return odd
    above = trouble.above(line)
    span = trouble.span(line.content_index, line.end)
    if above and above.indent == line.indent and above.lead.strip():
        return syntax_rules.missing_dash(span)
    return _keyless(trouble, line)


def _keyless(trouble: Trouble, line: Line) -> Diagnostic:
    """A line with no colon: its first word may be the key."""
    span = trouble.span(line.content_index, line.end)
    words = _KEY_AND_VALUE.fullmatch(line.text.strip())
    example = f"{words['key']}: {brief(words['value'])}" if words else "name: …"
    return syntax_rules.missing_colon(span, example)


def _stray_line(trouble: Trouble) -> Diagnostic | None:
    """A line that starts where the mapping or list around it cannot go on."""
    line = trouble.line
    if trouble.at != line.content_index or not trouble.problem.startswith("did not find expected"):
        return None
    if odd := odd_key(trouble, line):
        return odd
    span = trouble.span(line.content_index, line.end)
    if "'-' indicator" in trouble.problem and line.lead.strip():
        return askew(trouble, line, span)
    if "'-' indicator" in trouble.problem:
        return syntax_rules.missing_dash(span)
    if "expected key" not in trouble.problem:
        return None
    if trouble.character == ":":
        return rules.empty_key(trouble.span(trouble.at))
    if line.lead.strip() and is_beside_key(trouble, line):
        return syntax_rules.stray_dash(span)
    return askew(trouble, line, span)


def _wide(trouble: Trouble) -> Diagnostic | None:
    return odd_key(trouble, trouble.line) if trouble.problem.startswith("mapping values") else None


def _unexplained(trouble: Trouble) -> Diagnostic:
    problem = _PLAIN_WORDS.get(trouble.problem, trouble.problem)
    return syntax_rules.yaml_syntax(trouble.span(trouble.at), problem)


_HABITS = (
    _directive,
    _second_document,
    explain_unclosed_quote,
    explain_backslash,
    _bar,
    explain_text_after_quote,
    explain_unindented_text,
    _link,
    explain_curly_quotes,
    _list_beside_key,
    _wide,
    explain_bracket,
    _reserved_start,
    _colon,
    _no_colon,
    _stray_line,
)
