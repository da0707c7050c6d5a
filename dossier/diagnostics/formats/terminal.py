"""Findings for people at a terminal: `full` with the line and what to do, `concise` on a line each."""

from __future__ import annotations

from collections.abc import Callable

from dossier.diagnostics import Diagnostic, Severity, Span
from dossier.diagnostics.excerpts import excerpt
from dossier.diagnostics.formats.setting import Setting
from dossier.diagnostics.formats.visible import columns, ended, hint_of, one_line, place, sign_each

__all__ = ["concise", "full"]

_COLOURS = {Severity.ERROR: "\033[1;31m", Severity.WARNING: "\033[1;33m", Severity.INFO: "\033[1;36m"}
_BLUE, _BOLD, _RESET = "\033[1;34m", "\033[1m", "\033[0m"
_FIX = "`dossier fix` does this."

_Paint = Callable[[str, str], str]


def full(found: list[Diagnostic], setting: Setting) -> str:
    """Each finding with its line, a caret under its place, other places that matter, and what to do."""
    paint = _painted if setting.colour else _plain
    return "\n".join(_one(each, setting, paint) for each in found)


def concise(found: list[Diagnostic], _: Setting) -> str:
    """A line each, as compilers write them."""
    return "\n".join(f"{place(e.span)}: {e.severity}[{e.code}] {one_line(e.message)}" for e in found)


def _painted(colour: str, text: str) -> str:
    return f"{colour}{text}{_RESET}"


def _plain(_: str, text: str) -> str:
    return text


def _one(each: Diagnostic, setting: Setting, paint: _Paint) -> str:
    head = paint(_COLOURS[each.severity], f"{each.severity}[{each.code}]")
    shown = [
        head + paint(_BOLD, f": {one_line(each.message)}"),
        f"  {paint(_BLUE, '-->')} {place(each.span)}",
    ]
    shown += _line(each.span, setting, paint)
    shown += [
        f"  {paint(_BLUE, 'see')} {place(related.span)}: {one_line(related.message)}"
        for related in each.related
    ]
    advice = f"{ended(hint_of(each))} {_FIX}".lstrip() if each.remedy else hint_of(each)
    shown += [f"  {paint(_BLUE, '=')} {one_line(advice)}"] if advice else []
    return "\n".join([*shown, ""])


def _line(span: Span, setting: Setting, paint: _Paint) -> list[str]:
    found = excerpt(span, setting.texts[span.file]) if span.file in setting.texts else None
    if found is None:
        return []
    number = str(found.line)
    bar = paint(_BLUE, f"{' ' * len(number)} |")
    carets = " " * columns(found.before) + "^" * max(1, columns(found.marked))
    line = sign_each(found.before + found.marked + found.after)
    return [bar, f"{paint(_BLUE, f'{number} |')} {line}", f"{bar} {paint(_BLUE, carets)}"]
