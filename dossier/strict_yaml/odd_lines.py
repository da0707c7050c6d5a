"""A line whose colon, space, dash or list mark is another than YAML knows, or lacks the space after it.

Owns the habits that can be told from one line; `habits` and `indentation` ask where the parser stumbled over it.
"""

from __future__ import annotations

import re

from dossier.diagnostics import Diagnostic
from dossier.strict_yaml import rules, syntax_rules, value_rules
from dossier.strict_yaml.characters import name_of
from dossier.strict_yaml.plain import LIST_MARK
from dossier.strict_yaml.source import brief
from dossier.strict_yaml.trouble import Line, Trouble

__all__ = ["odd_key"]

_TIGHT_COLON = re.compile(r" *(?:- +)*(?P<key>[\w-]+):(?=[^\s:/])")
_TIGHT_DASH = re.compile(r" *-(?=[^\s-])")
_WIDE_COLON = re.compile(r" *(?:- +)*[^\s:：\"']+：")
_WIDE_SPACE = re.compile(r" *(?:- *)?(?:[^\s:：\"']+:)?(?! )[^\S\n]")


def odd_key(trouble: Trouble, line: Line) -> Diagnostic | None:
    """A key with a wide colon, a wide space, or no space after its colon or dash."""
    if mark := LIST_MARK.match(line.text, line.indent):
        return value_rules.list_mark(
            trouble.span(line.start + line.indent, line.start + mark.end()),
            *value_rules.other_mark(mark["mark"]),
        )
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
