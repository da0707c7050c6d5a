"""Findings as people and programs read them: full, concise, json, github. Owns the formats; it finds nothing.

Formats are named as ruff names them. Text from files is shown with whatever could steer a terminal made visible.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from dossier.diagnostics import Diagnostic, Related, Severity, Span

__all__ = ["FORMATS", "Texts", "in_order", "show", "summary"]

Texts = Mapping[str, bytes]
"""The files findings are about: path to bytes."""

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_WIDEST = 100  # columns of a source line; more wraps on most terminals
_BEFORE_CARET = 30
_COLOURS = {Severity.ERROR: "\033[1;31m", Severity.WARNING: "\033[1;33m", Severity.INFO: "\033[1;36m"}
_BLUE, _BOLD, _RESET = "\033[1;34m", "\033[1m", "\033[0m"


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings in the order of their places, each once."""
    return sorted(dict.fromkeys(diagnostics), key=lambda each: (each.span, each.code, each.message))


def show(diagnostics: Iterable[Diagnostic], form: str, texts: Texts, *, colour: bool = False) -> str:
    """Write findings in one of `FORMATS`; `texts` gives the lines the full format quotes."""
    return FORMATS[form](in_order(diagnostics), texts, colour)


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Say in words how many findings there are of each severity."""
    found = in_order(diagnostics)
    counts = [(sum(each.severity is severity for each in found), severity) for severity in Severity]
    words = [
        f"{count} {severity}{'s' if count > 1 and severity is not Severity.INFO else ''}"
        for count, severity in counts
        if count
    ]
    return ", ".join(words) or "nothing found"


def _full(diagnostics: list[Diagnostic], texts: Texts, colour: bool) -> str:
    lines: dict[str, list[str]] = {}
    return "\n".join(_one_full(each, texts, lines, colour) for each in diagnostics)


def _one_full(each: Diagnostic, texts: Texts, lines: dict[str, list[str]], colour: bool) -> str:
    def paint(code: str, text: str) -> str:
        return f"{code}{text}{_RESET}" if colour else text

    head = paint(_COLOURS[each.severity], f"{each.severity}[{each.code}]") + paint(
        _BOLD, f": {_one_line(each.message)}"
    )
    shown = [head, f"  {paint(_BLUE, '-->')} {_place(each.span)}"]
    shown += _excerpt(each.span, texts, lines, paint)
    for related in each.related:
        shown.append(f"  {paint(_BLUE, 'see')} {_place(related.span)}: {_one_line(related.message)}")
    if each.hint:
        shown.append(f"  {paint(_BLUE, '=')} {_one_line(_sentence(each.hint))}")
    return "\n".join([*shown, ""])


def _excerpt(
    span: Span, texts: Texts, lines: dict[str, list[str]], paint: Callable[[str, str], str]
) -> list[str]:
    if span.file not in texts:
        return []
    if span.file not in lines:
        lines[span.file] = texts[span.file].decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    line = next(islice(lines[span.file], span.line - 1, None), "").removeprefix("\ufeff")
    if not line.strip():
        return []
    start = max(0, span.column - 1 - _BEFORE_CARET) if len(line) > _WIDEST else 0
    piece = line[start : start + _WIDEST]
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    width = max(1, min(end, start + len(piece)) - (span.column - 1))
    number = str(span.line)
    bar = paint(_BLUE, f"{' ' * len(number)} |")
    cut = ("…" if start else "", "…" if start + len(piece) < len(line) else "")
    before, marked = line[start : span.column - 1], line[span.column - 1 : span.column - 1 + width]
    carets = " " * (_columns(before) + len(cut[0])) + "^" * max(1, _columns(marked))
    return [
        bar,
        f"{paint(_BLUE, f'{number} |')} {cut[0]}{_visible(piece, keep_width=True)}{cut[1]}",
        f"{bar} {paint(_BLUE, carets)}",
    ]


def _concise(diagnostics: list[Diagnostic], _: Texts, __: bool) -> str:
    return "\n".join(f"{_place(e.span)}: {e.severity}[{e.code}] {_one_line(e.message)}" for e in diagnostics)


def _json(diagnostics: list[Diagnostic], _: Texts, __: bool) -> str:
    return json.dumps([_as_data(each) for each in diagnostics], ensure_ascii=False, indent=2)


def _as_data(each: Diagnostic) -> dict[str, object]:
    return {
        "code": each.code,
        "severity": str(each.severity),
        "message": each.message,
        "hint": each.hint,
        **each.span._asdict(),
        "related": [_related_data(related) for related in each.related],
    }


def _related_data(related: Related) -> dict[str, object]:
    return {"message": related.message, **related.span._asdict()}


_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def _github(diagnostics: list[Diagnostic], _: Texts, __: bool) -> str:
    return "\n".join(_one_github(each) for each in diagnostics)


def _one_github(each: Diagnostic) -> str:
    """A workflow command of GitHub Actions, escaped as its toolkit does it (`command.ts`)."""
    span = each.span
    properties = {
        "file": _visible(span.file),
        "line": span.line,
        "endLine": span.end_line,
        "title": each.code,
    }
    if span.line == span.end_line:
        # GitHub takes columns only for a finding on one line.
        properties |= {"col": span.column, "endColumn": max(span.column, span.end_column - 1)}
    words = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in properties.items())
    message = _visible(f"{each.message}\n{_sentence(each.hint)}".strip())
    return f"::{_GITHUB_LEVELS[each.severity]} {words}::{_escaped(message)}"


def _sentence(hint: str) -> str:
    return hint[:1].upper() + hint[1:]


def _escaped(text: str, also: str = "") -> str:
    return "".join(f"%{ord(c):02X}" if c in f"%\r\n{also}" else c for c in text)


def _columns(text: str) -> int:
    """How wide a terminal shows a text: Chinese and Japanese characters take two columns, combining marks none."""
    return sum(
        2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text
    )


def _one_line(text: str) -> str:
    return _visible(" ".join(text.split("\n")))


def _place(span: Span) -> str:
    return f"{_one_line(span.file)}:{span.line}:{span.column}"


def _visible(text: str, *, keep_width: bool = False) -> str:
    """Make visible what could steer a terminal: as one sign a character, or named by its code point."""
    if keep_width:
        return _UNSAFE.sub("�", text.replace("\t", " "))
    return _UNSAFE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


FORMATS: Mapping[str, Callable[[list[Diagnostic], Texts, bool], str]] = {
    "full": _full,
    "concise": _concise,
    "json": _json,
    "github": _github,
}
