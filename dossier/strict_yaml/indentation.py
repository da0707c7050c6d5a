"""Lines that start in a column of their own: too deep, too shallow, or beside the key whose text they are.

Owns what can be said of columns, and how many spaces to type instead.
"""

from __future__ import annotations

import re

from dossier.diagnostics import Diagnostic, Span
from dossier.strict_yaml import syntax_rules
from dossier.strict_yaml.odd_lines import odd_key
from dossier.strict_yaml.source import brief
from dossier.strict_yaml.trouble import Line, Trouble

__all__ = ["askew", "explain_unindented_text", "is_beside_key"]

_WORD_KEY = re.compile(r"[\w-]+")


def explain_unindented_text(trouble: Trouble) -> Diagnostic | None:
    """Text below `key: |` that starts in the column of the key, or further left."""
    found = _unindented(trouble, trouble.line)
    if not found and trouble.problem.startswith("could not find expected ':'"):
        found = _unindented(trouble, trouble.line_of(trouble.since))
    return found


def _unindented(trouble: Trouble, line: Line) -> Diagnostic | None:
    while (above := trouble.above(line)) and not above.opens_block:
        if above.indent != line.indent or _WORD_KEY.fullmatch(above.key):
            return None
        line = above
    dashed = above and above.lead.strip() and line.lead.strip()
    if (
        not above
        or dashed
        or line.indent > len(above.lead)
        or _WORD_KEY.fullmatch(line.key)
        or not line.text.strip()
    ):
        return None
    return syntax_rules.wrong_indentation(
        trouble.span(line.content_index, line.end),
        "this text does not start further in than the key it stands under",
        f"indent the text below {brief(above.text[len(above.lead) :])} by two spaces",
    )


def askew(trouble: Trouble, line: Line, span: Span) -> Diagnostic:
    """A line in a column of its own; for a dash, beside which dashes it was meant to stand."""
    above = trouble.above(line)
    if above and (odd := odd_key(trouble, above)):
        return odd
    if not line.lead.strip():
        return syntax_rules.wrong_indentation(span, instead=_beside_keys(trouble, line))
    column = _dash_column(trouble, line)
    if column is None:
        return syntax_rules.wrong_indentation(span)
    return syntax_rules.wrong_indentation(
        span,
        f"this dash stands in column {line.indent + 1}, the others in column {column + 1}",
        f"give this line {_spaces(column)}, as the other items have, and move the lines that belong to it along",
    )


def _spaces(count: int) -> str:
    return f"{count or 'no'} space{'' if count == 1 else 's'} before the dash"


def _beside_keys(trouble: Trouble, line: Line) -> str:
    """How many spaces a line that starts askew may have: as many as the nearest keys above it."""
    columns: dict[int, str] = {}
    above = trouble.above(line)
    while above and line.key:
        column = len(above.lead)
        if above.key and column < min(columns, default=column + 1):
            columns[column] = above.key
        above = trouble.above(above) if column or above.lead.strip() else None
    distance = min((abs(column - line.indent) for column in columns), default=0)
    near = [
        f'{column or "no"} space{"" if column == 1 else "s"} if it belongs with "{brief(key)}"'
        for column, key in sorted(columns.items())
        if abs(column - line.indent) == distance
    ]
    if not near:
        return ""
    return f"give it {', or '.join(near)}; if it goes on with the text above, put all of that text in quotes"


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


def is_beside_key(trouble: Trouble, line: Line) -> bool:
    """Whether the nearest line above with no deeper indentation is a key in the same column."""
    above = trouble.above(line)
    while above and above.indent > line.indent:
        above = trouble.above(above)
    return above is not None and above.indent == line.indent and not above.lead.strip()
