"""Broken YAML between `[` and `]` or `{` and `}`: not closed, a comma missing, or text that needs quotes.

Owns the habits of the bracketed (flow) style; `habits` tries it among the others.
"""

from __future__ import annotations

import re

from dossier.diagnostics import Diagnostic
from dossier.strict_yaml import syntax_rules
from dossier.strict_yaml.trouble import Trouble

__all__ = ["explain_bracket"]

_CLOSING = re.compile(r"[\]}]")


def explain_bracket(trouble: Trouble) -> Diagnostic | None:
    """The slip inside a bracket, where the parser missed a comma or the end of it."""
    if not trouble.problem.startswith("did not find expected ',' or"):
        return None
    text, at = trouble.source.text, trouble.at
    end = _end_of_value(trouble)
    closed = at < end and _CLOSING.search(text, at, end)
    if not closed or trouble.character in "]}":
        place = trouble.span(at)
        return syntax_rules.unclosed_bracket(trouble.span(trouble.since), text[trouble.since], place)
    line = trouble.line
    if at == line.colon_index and line.start > trouble.since:
        return syntax_rules.missing_comma(trouble.span(line.content_index, at))
    if trouble.character == ":":
        return syntax_rules.unquoted_colon(
            trouble.span(at), "put the text in quotes, or type the comma that is missing before it"
        )
    return syntax_rules.missing_comma(trouble.span(at))


def _end_of_value(trouble: Trouble) -> int:
    """Where the value that holds the bracket ends, judged by the indentation of the lines below it."""
    line = trouble.line_of(trouble.since)
    end = line.end
    while end < len(trouble.source.text):
        start, text = trouble.source.line_at(end + 1)
        words = text.lstrip(" ")
        if words and len(text) - len(words) <= line.indent and words[0] not in "]}":
            return end
        end = start + len(text)
    return end
