"""Broken YAML between `[` and `]` or `{` and `}`: not closed, a comma missing, or text that needs quotes.

Owns the habits of the bracketed (flow) style; `habits` tries it among the others. What a comma has torn apart
can be read, so `compose` asks about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from dossier.diagnostics import Diagnostic
from dossier.strict_yaml import syntax_rules, value_rules
from dossier.strict_yaml.nodes import Entry, Scalar
from dossier.strict_yaml.source import brief
from dossier.strict_yaml.trouble import Trouble

__all__ = ["comma_faults", "explain_bracket"]

_TIGHT_COLON = re.compile(r"(?P<key>[\w-]+)(?P<colon>[:：])(?!//)(?=.)")
_LAST_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*$")
_HASH = re.compile(r" #(?=[^\s#])")
_CLOSING = re.compile(r"[\]}]")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def explain_bracket(trouble: Trouble) -> Diagnostic | None:
    """The slip inside a bracket, where the parser missed a comma or the end of it."""
    if not trouble.problem.startswith("did not find expected ',' or"):
        return None
    text, at = trouble.source.text, trouble.at
    end = _end_of_value(trouble)
    closed = at < end and _CLOSING.search(text, at, end)
    if cut := _HASH.search(text, trouble.since, trouble.line_of(trouble.since).end):
        return value_rules.text_cut_off(trouble.span(cut.start() + 1, trouble.line_of(trouble.since).end))
    if not closed or trouble.character in "]}":
        place = trouble.span(at)
        return syntax_rules.unclosed_bracket(trouble.span(trouble.since), text[trouble.since], place)
    line = trouble.line
    if at == line.colon_index and line.start > trouble.since:
        return syntax_rules.missing_comma(trouble.span(line.content_index, at))
    if trouble.character == ":":
        return syntax_rules.unquoted_colon(trouble.span(at), _instead_of_colon(text[line.start : at]))
    return syntax_rules.missing_comma(trouble.span(at))


def _instead_of_colon(before: str) -> str:
    """What to type where a colon follows words inside a bracket: the last of them may be the key of a next field."""
    word = _LAST_WORD.search(before)
    missing = f'if "{brief(word[0])}" is a key, type a comma and a space before it; ' if word else ""
    return f"{missing}if this is one text, put all of it in quotes"


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


def comma_faults(entries: list[Entry]) -> Iterator[Diagnostic]:
    """Values between braces that a comma ends too soon: what follows it stands there as a key with no colon."""
    number = 0
    while number < len(entries):
        torn = entries[number]
        number += 1
        if _bare(torn) and (tight := _TIGHT_COLON.match(torn.name)):
            yield _tight(torn.key, tight)
            continue
        rest = list(takewhile(_bare, islice(entries, number, None)))
        number += len(rest)
        held = torn.value
        if rest and isinstance(held, Scalar) and held.plain and held.value:
            text = held.source.text
            comma = text.find(",", held.end)
            instead = _instead_of_comma(torn.name, text[held.start : rest[-1].key.end])
            yield syntax_rules.unquoted_comma(held.source.span(comma, comma + 1), instead)


def _tight(key: Scalar, colon: re.Match[str]) -> Diagnostic:
    span = key.span_of(colon.end() - 1, colon.end())
    if colon["colon"] == "：":
        return syntax_rules.full_width_colon(span)
    return syntax_rules.missing_space(span, "colon", f'a space after it: "{brief(colon["key"])}: "')


def _bare(entry: Entry) -> bool:
    """Whether an entry is a plain key with no colon and no value after it."""
    key, value = entry
    nothing = isinstance(value, Scalar) and value.plain and not value.value
    return nothing and key.plain and key.value != "" and ":" not in key.source.text[key.end : value.end]


def _instead_of_comma(key: str, written: str) -> str:
    if _THOUSANDS.fullmatch(written):
        return f"write {written.replace(',', '')} without the comma"
    if '"' in written or "\\" in written:
        return "put the whole text in single quotes '…', and type '' for each apostrophe inside it"
    return f'put the whole text in quotes: {brief(key)}: "{brief(written)}"'
