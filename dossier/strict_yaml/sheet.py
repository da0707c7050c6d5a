"""A sheet's bytes to its root, through every check in order: the text, its tabs, its YAML, its shape.

Owns `parse` and the choice of the parser. The events come from libyaml through PyYAML, whose composer and
loaders are never used: they recurse until the process dies, and give scalars types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from yaml.error import YAMLError

from dossier.diagnostics import Diagnostic, Span
from dossier.strict_yaml import rules
from dossier.strict_yaml.compose import Composer, EnoughError
from dossier.strict_yaml.habits import explain_bare_text, explain_error
from dossier.strict_yaml.nodes import Mapping, Node, Parsed, Scalar
from dossier.strict_yaml.remedies import with_remedies
from dossier.strict_yaml.source import Source
from dossier.strict_yaml.text import MAX_FINDINGS, check_text

_Parser: Any
try:
    from yaml._yaml import CParser as _Parser
except ImportError:  # PyYAML without libyaml: the same events from Python, some ten times slower
    from yaml import SafeLoader as _Parser

__all__ = ["parse"]

_TAB = re.compile(r"(?P<indent>^ *\t[ \t]*)|\t+", re.MULTILINE)


def parse(data: bytes, file: str) -> Parsed:
    """Read the bytes of a sheet; `file` is the name its spans carry. No bytes make it raise.

    The root is given only where nothing was refused, so a caller never meets half a sheet.
    """
    text, faults = check_text(data, file)
    if text is None:
        return Parsed(None, faults)
    source = Source(file, text)
    found = sorted([*faults, *islice(_tabs(source), MAX_FINDINGS)], key=lambda fault: fault.span)
    if not found:
        return _read(source)
    return Parsed(None, with_remedies(found[:MAX_FINDINGS], source))


def _tabs(source: Source) -> Iterator[Diagnostic]:
    for tab in _TAB.finditer(source.text) if "\t" in source.text else ():
        refuse = rules.tab_indents_line if tab["indent"] else rules.tab_in_text
        yield refuse(source.span(tab.start(), tab.end()))


def _read(source: Source) -> Parsed:
    parser = _Parser(source.text)
    composer = Composer(source, parser.get_event)
    found = composer.diagnostics
    root: Node | None = None
    try:
        root = composer.document()
    except EnoughError:
        pass
    except YAMLError as error:
        broken = explain_error(error, source, composer.last_quoted)
        if not any(refused.span.line == broken.span.line for refused in found):  # else it is the same slip
            found.append(broken)
    else:
        found.extend(_shape_faults(root, source))
    return Parsed(root if isinstance(root, Mapping) and not found else None, with_remedies(found, source))


def _shape_faults(root: Node | None, source: Source) -> Iterator[Diagnostic]:
    if root is None or (isinstance(root, Scalar) and root.plain and not root.value):
        yield rules.empty_sheet(Span(source.file))
    elif isinstance(root, Scalar):
        yield explain_bare_text(root, source)
    elif not isinstance(root, Mapping):
        yield rules.not_a_mapping(source.span(root.start, root.start + 1))
