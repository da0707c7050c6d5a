"""A YAML error to the slip that caused it, said in the words of someone who writes sheets.

Owns the guessing, one function for each habit, tried in order; the last one fits every error. The words are
in `syntax_rules`, the taking apart of lines in `trouble`.
"""

from __future__ import annotations

import re

from yaml.error import YAMLError

from dossier.diagnostics import Diagnostic, Span
from dossier.strict_yaml import rules, syntax_rules
from dossier.strict_yaml.brackets import explain_bracket
from dossier.strict_yaml.characters import name_of
from dossier.strict_yaml.nodes import Scalar
from dossier.strict_yaml.quotes import (
    explain_backslash,
    explain_curly_quotes,
    explain_text_after_quote,
    explain_unclosed_quote,
)
from dossier.strict_yaml.source import Source, brief
from dossier.strict_yaml.trouble import Line, Trouble, in_quotes

__all__ = ["explain_bare_text", "explain_error"]

_TIGHT_COLON = re.compile(r" *(?:- +)*(?P<key>[\w-]+):(?=[^\s:/])")
_TIGHT_DASH = re.compile(r" *-(?=[^\s-])")
_WIDE_COLON = re.compile(r" *(?:- +)*[^\s:：\"']+：")
_WIDE_SPACE = re.compile(r" *(?:- *)?(?:[^\s:：\"']+:)?(?! )[^\S\n]")
_WORD_KEY = re.compile(r"[\w-]+")
_LINK = re.compile(r"\[\[[^\[\],]+\]\]|\[@")
_CITATION = re.compile(r"\[@(?P<source>[\w-]+)(?P<more> )?")
_CITE_IN_BRACES = re.compile(r"[{,] *cite: *\[$")
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
    return _odd_key(trouble, trouble.line) or rules.not_a_mapping(trouble.span(root.start))


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


def _unindented_text(trouble: Trouble) -> Diagnostic | None:
    """Text below `key: |` that starts in the column of the key, or further left."""
    line = trouble.line
    while (above := trouble.above(line)) and not above.opens_block:
        if above.indent != line.indent or _WORD_KEY.fullmatch(above.key):
            return None
        line = above
    dashed = above and above.lead.strip() and line.lead.strip()
    if not above or dashed or line.indent > len(above.lead) or _WORD_KEY.fullmatch(line.key):
        return None
    return syntax_rules.wrong_indentation(
        trouble.span(line.content_index, line.end),
        "this text does not start further in than the key it stands under",
        f"indent the text below {brief(above.text[len(above.lead) :])} by two spaces",
    )


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
    if line.text.startswith("--- "):
        return syntax_rules.yaml_syntax(trouble.span(line.start, trouble.at), "a key follows three dashes")
    if len(line.key) > _LONGEST_KEY:
        return syntax_rules.yaml_syntax(
            trouble.span(line.content_index), f"a key is longer than {_LONGEST_KEY:,} characters"
        )
    if trouble.at > line.colon_index:
        return syntax_rules.unquoted_colon(trouble.span(trouble.at), in_quotes(line))
    if above and not above.key:
        odd = _odd_key(trouble, above)
        if odd or above.indent == line.indent:
            return odd or syntax_rules.missing_colon(trouble.span(above.content_index, above.end))
    if not _WORD_KEY.fullmatch(line.key):
        return syntax_rules.unquoted_colon(
            trouble.span(trouble.at), "put the value in quotes, all its lines together"
        )
    return _askew(trouble, line, trouble.span(line.content_index, line.colon_index))


def _no_colon(trouble: Trouble) -> Diagnostic | None:
    """A line of a mapping that is no `key: value`."""
    if not trouble.problem.startswith("could not find expected ':'"):
        return None
    line = trouble.line_of(trouble.since)
    if odd := _odd_key(trouble, line):
        return odd
    above = trouble.above(line)
    span = trouble.span(line.content_index, line.end)
    if above and above.indent == line.indent and above.lead.strip():
        return syntax_rules.missing_dash(span)
    return syntax_rules.missing_colon(span)


def _odd_key(trouble: Trouble, line: Line) -> Diagnostic | None:
    """A key with a wide colon, a wide space, or no space after its colon or dash."""
    if wide := _WIDE_COLON.match(line.text):
        return syntax_rules.full_width_colon(trouble.span(line.start + wide.end() - 1))
    if space := _WIDE_SPACE.match(line.text):
        return rules.unusual_space(trouble.span(line.start + space.end() - 1), name_of(space[0][-1]))
    if tight := _TIGHT_COLON.match(line.text):
        instead = f'a space after it: "{brief(tight["key"])}: "'
        return syntax_rules.missing_space(trouble.span(line.start + tight.end() - 1), "colon", instead)
    if dash := _TIGHT_DASH.match(line.text):
        return syntax_rules.missing_space(
            trouble.span(line.start + dash.end() - 1), "dash", 'a space after it: "- "'
        )
    return None


def _stray_line(trouble: Trouble) -> Diagnostic | None:
    """A line that starts where the mapping or list around it cannot go on."""
    line = trouble.line
    if trouble.at != line.content_index or not trouble.problem.startswith("did not find expected"):
        return None
    if odd := _odd_key(trouble, line):
        return odd
    span = trouble.span(line.content_index, line.end)
    if "'-' indicator" in trouble.problem and line.lead.strip():
        return _askew(trouble, line, span)
    if "'-' indicator" in trouble.problem:
        return syntax_rules.missing_dash(span)
    if "expected key" not in trouble.problem:
        return None
    if trouble.character == ":":
        return rules.empty_key(trouble.span(trouble.at))
    if line.lead.strip() and _beside_key(trouble, line):
        return syntax_rules.stray_dash(span)
    return _askew(trouble, line, span)


def _askew(trouble: Trouble, line: Line, span: Span) -> Diagnostic:
    """A line in a column of its own; for a dash, beside which dashes it was meant to stand."""
    column = _dash_column(trouble, line) if line.lead.strip() else None
    if column is None:
        return syntax_rules.wrong_indentation(span)
    return syntax_rules.wrong_indentation(
        span,
        f"this dash stands in column {line.indent + 1}, the others in column {column + 1}",
        f"give this line {_spaces(column)}, as the other items have, and move the lines that belong to it along",
    )


def _spaces(count: int) -> str:
    return f"{count or 'no'} space{'' if count == 1 else 's'} before the dash"


def _dash_column(trouble: Trouble, line: Line) -> int | None:
    """The indentation of the dashes a stray one was meant for: one less, or that of the list it cuts off."""
    least = None
    above = trouble.above(line)
    while above and above.indent > line.indent:
        if least is None or above.indent <= least.indent:
            least = above
        above = trouble.above(above)
    if above and above.indent == line.indent - 1 and above.lead.strip():
        return above.indent
    return least.indent if least and least.lead.strip() else None


def _beside_key(trouble: Trouble, line: Line) -> bool:
    """Whether the nearest line above with no deeper indentation is a key in the same column."""
    above = trouble.above(line)
    while above and above.indent > line.indent:
        above = trouble.above(above)
    return above is not None and above.indent == line.indent and not above.lead.strip()


def _wide(trouble: Trouble) -> Diagnostic | None:
    return _odd_key(trouble, trouble.line) if trouble.problem.startswith("mapping values") else None


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
    _unindented_text,
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
